import Addresses
import JSONSchema
import Markdown
import SourceText

/// A web address that cannot work.
enum MalformedURL: FailureRule {
  static let info = RuleInfo(
    id: "malformed-url", group: .links, severity: .error,
    exceptions: [
      SeverityException(
        .info, fr: "pour une adresse d’exemple (example.com) sans «\u{A0}https://\u{A0}», hors d’une offre",
        en: "for an address of an example (example.com) without “https://”, outside postings")
    ], yieldsTo: ["padded-value", "typographic-quotes"],
    fixability: .safe,
    summary: Message(fr: "une adresse web est mal écrite", en: "a web address is written wrongly"),
    rationale: Message(
      fr: """
        Une adresse web s’écrit «\u{A0}https://\u{A0}», le nom du site, puis le chemin, sans espace. Sans «\u{A0}https://\u{A0}», le lien \
        mène à une page du site lui-même, qui n’existe pas\u{A0}; écrit deux fois, il ne mène nulle part.
        """,
      en: """
        A web address is “https://”, the name of the site, then the path, without spaces. Without “https://” the link \
        leads to a page of the site itself, which does not exist; written twice, it leads nowhere.
        """),
    examples: [
      .bad(.body, "Voir [le site](https://https://exemple.fr).\n", fixed: "Voir [le site](https://exemple.fr).\n"),
      .bad(.body, "Voir [le site](www.exemple.fr/page).\n", fixed: "Voir [le site](https://www.exemple.fr/page).\n"),
      .bad(.frontMatter, "externalURL: exemple.fr/offre\n", fixed: "externalURL: https://exemple.fr/offre\n"),
      .bad(
        .body, "Voir [le site](https://exemple.fr/mon guide.pdf).\n",
        fixed: "Voir [le site](https://exemple.fr/mon%20guide.pdf).\n"),
      .bad(.body, "Voir [le site](https://exemple.fr.\n", fixed: "Voir [le site](https://exemple.fr).\n"),
      .good(.body, "Voir [le site](https://exemple.fr/a_(b)), [la page](/contact) et [le texte](texte.html).\n"),
      .bad(.body, "Voir https://https://exemple.fr/page.\n", fixed: "Voir https://exemple.fr/page.\n"),
      .bad(.body, "Voir [le site][https://exemple.fr].\n", fixed: "Voir [le site](https://exemple.fr).\n"),
      .bad(.body, "Voir <https://exemple.fr pour la suite.\n", fixed: "Voir <https://exemple.fr> pour la suite.\n"),
      .good(.body, "Voir [les réglages](config.toml) et <https://exemple.fr/{{ version }}>.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links {
      if link.kind == .reference {
        checkLabel(link, context, &findings)
      } else {
        check(link, context, &findings)
      }
    }
    for region in context.body.regions where region.kind == .bareURL {
      checkBare(region.range, context, &findings)
    }
    for definition in context.body.definitions {
      guard !MarkdownScan.holdsTemplate(context.bytes, in: definition.targetRange) else { continue }
      let text = DecodedText(context.bytes, definition.targetRange, .markdown)
      guard let address = address(text, takesBlanks: true) else { continue }
      report(
        message(address.problem, address.edits), definition.targetRange, text, address.edits, address.isCertain,
        isPlaceholder(address, text.bytes, context) ? .info : nil, &findings)
    }
  }

  private static func check(_ link: MarkdownLink, _ context: RuleContext, _ findings: inout Findings) {
    if link.isWebAddress { return }
    guard link.flags.isDisjoint(with: [.emptyTarget, .linkInTarget, .insideTarget, .templateInTarget, .reversed]) else {
      return
    }
    let bytes = context.bytes
    if link.flags.isDisjoint(with: [.malformedTarget, .unclosed]), isSound(link.targetRange, bytes) { return }
    let text = DecodedText(bytes, link.targetRange, link.kind.escapes)
    let whole = ByteRange(0, text.bytes.count)
    // What writes to somebody is for the rules of mail.
    guard !MailtoURI.isMeant(text.bytes, in: whole) else { return }
    let isBroken = link.flags.contains(.malformedTarget)
    if let address = address(text, takesBlanks: !isBroken) {
      let isCut = address.problem == .space && text.bytes.contains { $0 == 0x0A || $0 == 0x0D }
      report(
        isCut ? cutMessage : message(address.problem, address.edits), link.targetRange, text, address.edits,
        address.isCertain, isPlaceholder(address, text.bytes, context) ? .info : nil, &findings)
    } else if link.kind == .inline, link.flags.contains(.unclosed) {
      let edit = Edit.insertion(")", at: link.targetRange.end)
      findings.add(Self.self, at: link.range, unclosedMessage, fix: Fix(unclosedTitle, .unsafe, edit))
    } else if isBroken, bytes[link.targetRange.indices].first == UInt8(ascii: "<") {
      let angle = ByteRange(link.targetRange.start, link.targetRange.start + 1)
      findings.add(Self.self, at: link.range, angleMessage, fix: Fix(angleTitle, .unsafe, .deletion(angle)))
    } else if isBroken, text.bytes.contains(where: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }) {
      // A path within the site.
      report(
        message(.space), link.targetRange, text, WebAddress.encodedBlanks(text.bytes, whole, mayBeTitle: true), false,
        nil, &findings)
    } else if isBroken, let title = link.titleRange {
      findings.add(Self.self, at: link.range, LinkTitle.message, fix: LinkTitle.fix(title, bytes))
    }
  }

  /// Whether a target, which nothing in it can decode to another, is a good address of the web.
  private static func isSound(_ target: ByteRange, _ bytes: [UInt8]) -> Bool {
    guard let end = WebAddress.endOfScheme(bytes, target),
      WebAddress.isSound(bytes, ByteRange(end, target.end))
    else { return false }
    return !target.indices.contains { bytes[$0] == Byte.ampersand || bytes[$0] == Byte.backslash }
  }

  /// `[text][https://…]`
  private static func checkLabel(_ link: MarkdownLink, _ context: RuleContext, _ findings: inout Findings) {
    let label = context.bytes[link.targetRange.indices]
    guard link.flags.contains(.undefinedReference), !link.flags.contains(.insideTarget),
      ["http://", "https://", "www.", "mailto:"].contains(where: { label.starts(with: $0.utf8) }),
      !label.contains(where: { $0 <= 0x20 || "()<>".utf8.contains($0) })
    else { return }
    let brackets = ByteRange(link.targetRange.start - 1, link.targetRange.end + 1)
    let edits = [
      Edit(ByteRange(brackets.start, brackets.start + 1), "("), Edit(ByteRange(brackets.end - 1, brackets.end), ")"),
    ]
    findings.add(Self.self, at: brackets, labelMessage, fix: Fix(labelTitle, .unsafe, edits))
  }

  /// An address without any mark: only what nobody can have meant.
  private static func checkBare(_ range: ByteRange, _ context: RuleContext, _ findings: inout Findings) {
    let bytes = context.bytes
    if let address = WebAddress(bytes, range), address.problem == .doubledScheme {
      findings.add(Self.self, at: range, message(.doubledScheme), fix: fix(address.edits, false))
    }
    // `<https://…` without its other bracket, on the same line at least.
    guard range.start > 0, bytes[range.start - 1] == UInt8(ascii: "<"),
      range.start < 2 || bytes[range.start - 2] != 0x5C
    else { return }
    let rest = bytes[range.end...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard !rest.contains(where: { ">{<".utf8.contains($0) }) else { return }
    findings.add(
      Self.self, at: ByteRange(range.start - 1, range.end), openMessage,
      fix: Fix(openTitle, .unsafe, .insertion(">", at: range.end)))
  }

  private static func address(_ text: DecodedText, takesBlanks: Bool) -> WebAddress? {
    WebAddress(text.bytes, ByteRange(0, text.bytes.count), takesBlanks: takesBlanks)
  }

  private static func report(
    _ message: Message, _ range: ByteRange, _ text: DecodedText, _ edits: [Edit], _ isCertain: Bool,
    _ severity: Severity?, _ findings: inout Findings
  ) {
    let edits = edits.map { Edit(text.source(of: $0.range), $0.replacement) }
    findings.add(Self.self, at: range, message, severity: severity, fix: fix(edits, isCertain))
  }

  /// Whether a name without a scheme is one of RFC 2606, section 3: it stands for another, and nobody follows it.
  private static func isPlaceholder(_ address: WebAddress, _ text: [UInt8], _ context: RuleContext) -> Bool {
    guard address.problem == .missingScheme, !context.options.isPosting else { return false }
    let host = text.prefix { $0 != Byte.slash && $0 != Byte.colon && $0 != Byte.question && $0 != Byte.hash }
    return ["example.com", "example.org", "example.net"].contains { name in
      host.elementsEqual(name.utf8) || host.suffix(name.utf8.count + 1).elementsEqual(".\(name)".utf8)
    }
  }

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    if let decoded = failure.payload as? DecodedWebAddress {
      let edit = decoded.mended.flatMap { context.replacing(failure.instance, with: $0) }
      let fix = edit.flatMap { Fix(Message.write(Quoted.text(decoded.mended ?? [])), .unsafe, $0) }
      return Finding(failure.range, message(decoded.problem), fix: fix)
    }
    guard let address = failure.payload as? WebAddress else { return nil }
    return Finding(failure.range, message(address.problem, address.edits), fix: fix(address.edits, address.isCertain))
  }

  private static func fix(_ edits: [Edit], _ isCertain: Bool) -> Fix? {
    let shown = Quoted.text(edits.first?.replacement ?? [])
    let title =
      shown.isEmpty
      ? Message(fr: "Supprimer ce qui est en trop", en: "Delete what is extra")
      : Message.write(shown)
    return Fix(title, isCertain ? .safe : .unsafe, edits)
  }

  private static let cutMessage = Message(
    fr: "un retour à la ligne coupe cette adresse web\u{A0}: écrivez-la sur une seule ligne",
    en: "a line break cuts this web address: write it on one line")
  private static let unclosedMessage = Message(
    fr: "la parenthèse de ce lien n’est pas refermée\u{A0}: ajoutez «\u{A0})\u{A0}» après l’adresse web",
    en: "the parenthesis of this link is not closed: add “)” after the web address")
  private static let unclosedTitle = Message(fr: "Ajouter la parenthèse", en: "Add the parenthesis")
  private static let labelMessage = Message(
    fr: "cette adresse web est entre crochets, ce n’est pas un lien\u{A0}: mettez-la entre parenthèses",
    en: "this web address stands in brackets, which makes no link: put it in parentheses")
  private static let labelTitle = Message(fr: "Mettre des parenthèses", en: "Put parentheses")
  private static let openMessage = Message(
    fr: "le signe «\u{A0}<\u{A0}» devant cette adresse web n’est pas refermé\u{A0}: ajoutez «\u{A0}>\u{A0}» après elle",
    en: "the sign “<” before this web address is not closed: add “>” after it")
  private static let openTitle = Message(fr: "Ajouter «\u{A0}>\u{A0}»", en: "Add “>”")
  private static let angleMessage = Message(
    fr: "le signe «\u{A0}<\u{A0}» devant cette adresse web n’est pas refermé\u{A0}: supprimez-le",
    en: "the sign “<” before this web address is not closed: delete it")
  private static let angleTitle = Message(fr: "Supprimer «\u{A0}<\u{A0}»", en: "Delete “<”")
  private static func message(_ problem: WebAddress.Problem, _ edits: [Edit] = []) -> Message {
    let wanted = Quoted.text(edits.first?.replacement ?? [])
    return switch problem {
    case .doubledScheme:
      Message(
        fr: "«\u{A0}https://\u{A0}» est écrit deux fois\u{A0}: gardez-en un seul",
        en: "“https://” appears twice: keep one")
    case .missingScheme:
      Message(
        fr:
          "il manque «\u{A0}https://\u{A0}» au début de l’adresse web\u{A0}: ajoutez-le, sinon le lien cherche une page de ce site",
        en:
          "“https://” is missing at the start of the web address: add it, otherwise the link looks for a page of this site"
      )
    case .misspelledScheme:
      Message(
        fr: "l’adresse web commence mal\u{A0}: écrivez \(fr: wanted.isEmpty ? "https://" : wanted) au début",
        en: "the web address starts wrongly: write \(en: wanted.isEmpty ? "https://" : wanted) at the start")
    case .space:
      Message(
        fr: "une espace coupe cette adresse web\u{A0}: supprimez-la, ou écrivez «\u{A0}%20\u{A0}» à sa place",
        en: "a space cuts this web address: delete it, or write “%20” in its place")
    case .wrapped:
      Message(
        fr: "les signes autour de cette adresse web sont en trop\u{A0}: supprimez-les",
        en: "the signs round this web address are extra: delete them")
    case .missingHost:
      Message(
        fr: "l’adresse web s’arrête après «\u{A0}https://\u{A0}»\u{A0}: écrivez-la en entier",
        en: "the web address stops after “https://”: write it in full")
    case .badHost:
      Message(
        fr: "le nom du site contient un signe impossible\u{A0}: vérifiez l’adresse web, par exemple https://exemple.fr",
        en: "the name of the site contains an impossible sign: check the web address, for example https://example.org")
    }
  }
}
