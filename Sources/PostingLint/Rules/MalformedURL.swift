import DataTree
import Markdown
import SourceText

/// A web address that cannot work.
enum MalformedURL: Rule {
  static let info = RuleInfo(
    id: "malformed-url", group: .links, severity: .error, fixability: .safe,
    summary: Message(fr: "une adresse web est mal écrite", en: "a web address is written wrongly"),
    rationale: Message(
      fr: """
        Une adresse web s’écrit «\u{A0}https://\u{A0}», le nom du site, puis le chemin, sans espace. Sans «\u{A0}https://\u{A0}», le lien \
        mène à une page du site lui-même, qui n’existe pas\u{A0}; écrit deux fois, il ne mène nulle part.
        """,
      en: """
        A web address is “https://”, the name of the site, then the path, without blanks. Without “https://” the link \
        leads to a page of the site itself, which does not exist; written twice, it leads nowhere.
        """),
    examples: [
      .bad(.body, "Voir [le site](https://https://exemple.fr).\n", fixed: "Voir [le site](https://exemple.fr).\n"),
      .bad(.body, "Voir [le site](www.exemple.fr/page).\n", fixed: "Voir [le site](https://www.exemple.fr/page).\n"),
      .bad(.frontMatter, "externalURL: exemple.fr/offre\n", fixed: "externalURL: https://exemple.fr/offre\n"),
      .good(.body, "Voir [le site](https://exemple.fr/a_(b)), [la page](/contact) et [le texte](texte.html).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links {
      switch link.kind {
      case .inline, .autolink: check(link.targetRange, link, context, &findings)
      case .html, .reference: continue
      }
    }
    for definition in context.body.definitions {
      report(WebAddress(context.bytes, definition.targetRange), definition.targetRange, context, &findings)
    }
  }

  private static func check(
    _ target: ByteRange, _ link: MarkdownLink, _ context: RuleContext, _ findings: inout Findings
  ) {
    let flags = link.flags
    guard flags.isDisjoint(with: [.emptyTarget, .linkInTarget, .insideTarget, .templateInTarget]) else { return }
    report(WebAddress(context.bytes, target), target, context, &findings)
  }

  private static func report(
    _ address: WebAddress?, _ target: ByteRange, _ context: RuleContext, _ findings: inout Findings
  ) {
    guard let address else { return }
    findings.add(Self.self, at: target, message(address.problem), fix: fix(address))
  }

  /// What is wrong with a value that should be a web address.
  static func problem(of id: NodeID, in tree: DataTree) -> ValueProblem? {
    guard tree[id].kind == .scalar, tree[id].isVerbatim,
      let address = WebAddress(tree.bytes, tree.content(of: id), isWeb: true)
    else { return nil }
    return ValueProblem(
      rule: Self.self, node: id, range: tree.range(of: id), message: message(address.problem), fix: fix(address))
  }

  private static func fix(_ address: WebAddress) -> Fix? {
    address.replacement.map { replacement in
      let shown = Quoted.text(replacement)
      return Fix(
        Message(fr: "Écrire «\u{A0}\(shown)\u{A0}»", en: "Write “\(shown)”"), address.isCertain ? .safe : .unsafe,
        Edit(address.range, replacement))
    }
  }

  private static func message(_ problem: WebAddress.Problem) -> Message {
    switch problem {
    case .doubledScheme:
      Message(
        fr: "«\u{A0}https://\u{A0}» est écrit deux fois\u{A0}: gardez-en un seul",
        en: "“https://” stands twice: keep one")
    case .missingScheme:
      Message(
        fr: "«\u{A0}https://\u{A0}» manque au début de l’adresse\u{A0}: sans lui le lien reste sur ce site",
        en: "“https://” is missing before the address: without it the link stays on this site")
    case .misspelledScheme:
      Message(fr: "l’adresse doit commencer par «\u{A0}https://\u{A0}»", en: "the address must begin with “https://”")
    case .space:
      Message(
        fr: "une adresse ne contient pas d’espace\u{A0}: enlevez-la, ou écrivez «\u{A0}%20\u{A0}»",
        en: "an address holds no blank: remove it, or write “%20”")
    case .missingHost:
      Message(fr: "il n’y a rien après «\u{A0}https://\u{A0}»", en: "nothing follows “https://”")
    case .badHost:
      Message(fr: "le nom du site est mal écrit dans cette adresse", en: "the name of the site is written wrongly")
    }
  }
}
