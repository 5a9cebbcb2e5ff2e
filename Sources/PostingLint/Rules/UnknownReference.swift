import DataTree
import JSONSchema
import SourceText

/// A value that names nothing: no file of a folder, no id of a list.
enum UnknownReference: FailureRule {
  static let info = RuleInfo(
    id: "unknown-reference", group: .links, severity: .error,
    yieldsTo: ["invalid-utf8", "mojibake", "padded-value", "placeholder-left", "typographic-quotes"],
    fixability: .unsafe,
    summary: Message(fr: "un identifiant ne désigne rien", en: "an id names nothing"),
    rationale: Message(
      fr: """
        Écrivez le nom du fichier de la fiche produit, sans «\u{A0}.md\u{A0}», à la lettre près. Le nom du produit en toutes \
        lettres ne suffit pas. Rien n’est vérifié quand la liste n’est pas connue.
        """,
      en: """
        Write the name of the product’s file, without “.md”, exactly. The product’s name in words is not enough. \
        Nothing is checked where the list is not known.
        """),
    examples: [
      .bad(.frontMatter, "startup: Exemple\n", fixed: "startup: exemple\n"),
      .good(.frontMatter, "startup: exemple\n"),
    ])

  /// The schema that a file names must exist, too.
  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard let message = context.options.schemaProblem, let own = context.document.ownSchema else { return }
    findings.add(Self.self, at: own.range, message)
  }

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    if case .unknownMember(let found)? = failure.payload as? AddressFailure {
      let isWhole = !context.tree[failure.instance].isVerbatim
      return Finding(
        failure.range, message(found, context.entry(failure), isMember: true),
        fix: isWhole ? nil : fix(found) { Edit(failure.range, $0) })
    }
    if let named = failure.payload as? NamedFile { return finding(named, failure, context) }
    guard let found = failure.payload as? ReferenceFailure else { return nil }
    let text = context.tree.utf8(of: failure.instance)
    return Finding(
      failure.range, message(found, Quoted.text(text), isMember: false),
      fix: fix(found, text) { context.replacing(failure.instance, with: $0) })
  }

  /// A file that is not there; nothing where it is, or where the value is an address.
  private static func finding(_ named: NamedFile, _ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    let name = named.name.prefix { $0 != UInt8(ascii: "#") && $0 != Byte.question }
    let isAddress = named.name.starts(with: "//".utf8) || named.name.prefix(16).contains(Byte.colon)
    guard !isAddress, !name.isEmpty,
      let page = PageFolder(context.document.source.path, hasFileName: context.options.hasFileName),
      page.holds(Array(name), from: named.folder) == false
    else { return nil }
    let shown = Quoted.text(named.name)
    let folder = named.folder.map { Quoted.text($0) }
    return Finding(
      failure.range,
      Message(
        fr: "le fichier \(fr: shown) n’existe pas"
          + (folder.map { " dans \($0)" } ?? " à partir du dossier de la page") + "\u{A0}: corrigez ce chemin",
        en: "there is no file \(en: shown)" + (folder.map { " in \($0)" } ?? " from the page’s folder")
          + ": correct this path"))
  }

  private static func fix(_ found: ReferenceFailure, _ text: [UInt8] = [], edit: ([UInt8]) -> Edit?) -> Fix? {
    let (wanted, applicability): ([UInt8], Applicability)
    switch found {
    case .noPrefix(let prefix, isKnownWithIt: true): (wanted, applicability) = (prefix + text, .unsafe)
    case .noPrefix, .unknown(_, nil, _): return nil
    case .unknown(_, let nearest?, let isUnique): (wanted, applicability) = (nearest, isUnique ? .unsafe : .displayOnly)
    }
    let shown = Quoted.text(wanted)
    return edit(wanted).map {
      Fix(Message.write(shown), applicability, $0)
    }
  }

  private static func message(_ found: ReferenceFailure, _ shown: String, isMember: Bool) -> Message {
    switch found {
    case .noPrefix(let prefix, let isKnown):
      let begin = Quoted.text(prefix)
      let wanted = begin + shown
      return Message(
        fr: "\(fr: shown) doit commencer par \(fr: begin)"
          + (isKnown ? "\u{A0}: écrivez \(fr: wanted)" : ""),
        en: "\(en: shown) must begin with \(en: begin)" + (isKnown ? ": write \(en: wanted)" : ""))
    case .unknown(let origin, let nearest?, _):
      let name = Quoted.text(nearest)
      return Message(
        fr: "\(fr: shown) n’existe pas dans \(origin)\u{A0}: vouliez-vous écrire \(fr: name)\u{A0}?",
        en: "\(en: shown) is not in \(origin): did you mean \(en: name)?")
    case .unknown(let origin, nil, _):
      return isMember
        ? Message(
          fr:
            "\(fr: shown) n’est pas un membre connu (\(origin))\u{A0}: écrivez son identifiant (prenom.nom) ou une adresse électronique",
          en: "\(en: shown) is not a known member (\(origin)): write the id (first.last) or an e-mail address")
        : Message(
          fr: "\(fr: shown) n’est pas le nom d’un fichier de \(origin)\u{A0}: écrivez ce nom, sans «\u{A0}.md\u{A0}»",
          en: "\(en: shown) is not the name of a file in \(origin): write that name, without “.md”")
    }
  }
}
