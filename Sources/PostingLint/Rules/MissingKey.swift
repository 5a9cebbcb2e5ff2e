import DataTree
import JSONSchema
import Roles
import SourceText

/// A required key that is not there; found by the schema.
enum MissingKey: Rule {
  static let info = RuleInfo(
    id: "missing-key", group: .values, severity: .error,
    exceptions: [
      SeverityException(.warning, fr: "quand c’est «\u{A0}startup\u{A0}»", en: "for “startup”"),
      SeverityException(.info, fr: "quand c’est «\u{A0}domaines\u{A0}»", en: "for “domaines”"),
    ], fixability: .unsafe,
    summary: Message(fr: "une clé obligatoire manque", en: "a required key is missing"),
    rationale: Message(
      fr: """
        Chaque offre a besoin d’un titre («\u{A0}roles\u{A0}»), de savoir si elle est ouverte («\u{A0}open\u{A0}»), et du produit \
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
        failure.range, failure.message,
        fix: key.flatMap { context.renaming($0.key, to: name) }.flatMap {
          Fix(Message(fr: "Écrire «\u{A0}\(shown)\u{A0}»", en: "Write “\(shown)”"), .unsafe, $0)
        })
    case .missingKey(let name, let because, nil):
      let sign = context.document.syntax == .toml ? " =" : ":"
      let insertion = KeyInsertion(of: name, into: failure.container, in: context, after: failure.predecessor)
      return Finding(
        ByteRange(at: insertion.place), message(name, because: because, similar: nil, sign: sign),
        fix: impliedDomains(name, failure, context) ?? Self.insertion(of: name + sign, insertion))
    case .missingOneOf(let names):
      let insertion = KeyInsertion(of: names.first ?? "", into: failure.container, in: context, after: nil)
      return Finding(ByteRange(at: insertion.place), failure.message)
    default: return nil
    }
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

  static func message(_ name: String, because: String?, similar: String?, sign: String = ":") -> Message {
    if let similar {
      return Message(
        fr:
          "la clé «\u{A0}\(name)\u{A0}» manque\u{A0}; «\u{A0}\(similar)\u{A0}» lui ressemble\u{A0}: renommez-la en «\u{A0}\(name)\u{A0}»",
        en: "the key “\(name)” is missing; “\(similar)” looks like it: rename it to “\(name)”")
    }
    if let because {
      return Message(
        fr:
          "la clé «\u{A0}\(name)\u{A0}» manque\u{A0}: elle est obligatoire dès que «\u{A0}\(because)\u{A0}» est présente",
        en: "the key “\(name)” is missing: it is required as soon as “\(because)” is there")
    }
    return Message(
      fr: "la clé obligatoire «\u{A0}\(name)\u{A0}» manque\u{A0}; ajoutez une ligne «\u{A0}\(name)\(sign) …\u{A0}»",
      en: "the required key “\(name)” is missing; add a line “\(name)\(sign) …”")
  }

  static func message(oneOf names: [String]) -> Message {
    Message(
      fr: "il manque l’une de ces clés\u{A0}: \(names.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", "))",
      en: "one of these keys is missing: \(names.map { "“\($0)”" }.joined(separator: ", "))")
  }
}
