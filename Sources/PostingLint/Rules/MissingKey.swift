import DataTree
import JSONSchema
import Roles
import SourceText

/// A required key that is not there; found by the schema.
enum MissingKey: FailureRule {
  static let info = RuleInfo(
    id: "missing-key", group: .values, severity: .error,
    exceptions: [
      SeverityException(.warning, fr: "quand c’est «\u{A0}startup\u{A0}»", en: "for “startup”"),
      SeverityException(.info, fr: "quand c’est «\u{A0}domaines\u{A0}»", en: "for “domaines”"),
    ], fixability: .unsafe,
    summary: Message(fr: "il manque une clé", en: "a key is missing"),
    rationale: Message(
      fr: """
        Chaque offre a besoin d’un intitulé («\u{A0}roles\u{A0}»), de savoir si elle est ouverte («\u{A0}open\u{A0}»), et du produit \
        («\u{A0}startup\u{A0}») ou de l’organisation amie («\u{A0}type: friend\u{A0}» et «\u{A0}friend\u{A0}»). Sans ces lignes, le site l’affiche \
        mal ou pas du tout.
        """,
      en: """
        Every posting needs a title (“roles”), to say whether it is open (“open”), and the product (“startup”) or the \
        friend organisation (“type: friend” and “friend”). Without these lines the site shows it badly or not at all.
        """),
    examples: [
      .bad(.frontMatter, "date: 2022-05-30\n", without: ["open"]),
      .bad(.frontMatter, "friend: Une association\n", without: ["startup"]),
      .good(.frontMatter, "type: friend\nfriend: Une association\n", without: ["startup"]),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    switch failure.kind {
    case .missingKey(let name, _, let similar?):
      let shown = Quoted.text(name)
      let key = context.tree.pairs(of: failure.container).first {
        context.tree.scalar($0.key, equals: Array(similar.utf8))
      }
      return Finding(
        failure.range, message(name, because: nil, similar: similar),
        fix: key.flatMap { context.renaming($0.key, to: name) }.flatMap {
          Fix(.write(shown), .unsafe, $0)
        })
    // The key is there, below a line that closes the front matter too early.
    case .missingKey(let name, _, nil) where context.keysBelow?.hold(name, in: context.bytes) == true: return nil
    case .missingKey(let name, let because, nil):
      let sign = context.document.syntax == .toml ? " =" : ":"
      let insertion = KeyInsertion(of: name, into: failure.container, in: context, after: failure.predecessor)
      return Finding(
        ByteRange(at: insertion.place),
        message(
          name, because: because, similar: nil, sign: sign,
          sample: failure.container == context.document.root ? KeyGuide.sample(name, in: context.schemaTree) : nil,
          isRecommended: isRecommended(failure)),
        fix: impliedDomains(name, failure, context) ?? Self.insertion(of: name + sign, insertion))
    case .missingOneOf(let names):
      let insertion = KeyInsertion(of: names.first ?? "", into: failure.container, in: context, after: nil)
      return Finding(ByteRange(at: insertion.place), failure.message)
    default: return nil
    }
  }

  static func place(_ failure: SchemaFailure, _ context: RuleContext) -> ByteRange? {
    guard case .missingKey(_, _, nil) = failure.kind, context.document.syntax != .toml else { return nil }
    return ByteRange(
      at: KeyInsertion.place(into: failure.container, in: context.tree, after: failure.predecessor))
  }

  /// Whether the schema asks for less than an error where the key is missing.
  private static func isRecommended(_ failure: SchemaFailure) -> Bool {
    guard let report = failure.annotation("report"), let severity = report.tree.value(of: "severity", in: report.node)
    else { return false }
    return Severity(name: report.tree.text(of: severity)) != .error
  }

  /// The line to add; its value is for people to write.
  private static func insertion(of name: String, _ insertion: KeyInsertion) -> Fix {
    let shown = Quoted.text(name)
    return Fix(
      Message(fr: "Ajouter «\u{A0}\(shown)\u{A0}» et sa valeur", en: "Add “\(shown)” and its value"), .displayOnly,
      insertion.edit())
  }

  /// The domains that the title implies, as the value of the missing key that holds them.
  private static func impliedDomains(_ name: String, _ failure: SchemaFailure, _ context: RuleContext) -> Fix? {
    guard name == "domaines", failure.container == context.document.root,
      let domains = context.postTitles.first?.reading.domains, !domains.isEmpty
    else { return nil }
    let written = domains.compactMap { context.written(Array($0.utf8), at: .flow, like: .plain) }
    let list = "[" + written.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ") + "]"
    let insertion = KeyInsertion(of: name, into: failure.container, in: context, after: failure.predecessor)
    let line = context.document.syntax == .toml ? "domaines = \(list)" : "domaines: \(list)"
    return Fix(
      Message(fr: "Ajouter «\u{A0}\(line)\u{A0}»", en: "Add “\(line)”"), .unsafe,
      insertion.edit(value: list))
  }

  static func message(
    _ name: String, because: String?, similar: String?, sign: String = ":", sample: String? = nil,
    isRecommended: Bool = false
  ) -> Message {
    let line = "\(name)\(sign) \(sample ?? "…")"
    if let similar {
      return Message(
        fr: "il manque la clé \(fr: name)\u{A0}: renommez \(fr: similar) en \(fr: name)",
        en: "the key \(en: name) is missing: rename \(en: similar) to \(en: name)")
    }
    if let because {
      return Message(
        fr: "il manque la clé \(fr: name), qui va avec \(fr: because)\u{A0}: ajoutez une ligne \(fr: line)",
        en: "the key \(en: name), which goes with \(en: because), is missing: add a line \(en: line)")
    }
    return isRecommended
      ? Message(
        fr: "la clé \(fr: name) est recommandée\u{A0}: ajoutez une ligne \(fr: line)",
        en: "the key \(en: name) is recommended: add a line \(en: line)")
      : Message(
        fr: "il manque la clé \(fr: name)\u{A0}: ajoutez une ligne \(fr: line)",
        en: "the key \(en: name) is missing: add a line \(en: line)")
  }

  static func message(oneOf names: [String]) -> Message {
    Message(
      fr: "il manque une clé\u{A0}: ajoutez \(SchemaRule.joined(names.map { "\(fr: $0)" }, "ou"))",
      en: "a key is missing: add \(SchemaRule.joined(names.map { "\(en: $0)" }, "or"))")
  }
}
