import DataTree
import JSONSchema
import SourceText

/// A value of another kind than the key wants; found by the schema.
enum WrongType: Rule {
  static let info = RuleInfo(
    id: "wrong-type", group: .values, severity: .error, fixability: .unsafe,
    summary: Message(fr: "une valeur n’est pas du bon genre", en: "a value is of the wrong kind"),
    rationale: Message(
      fr: """
        «\u{A0}open\u{A0}» veut «\u{A0}true\u{A0}» ou «\u{A0}false\u{A0}», «\u{A0}roles\u{A0}» un texte, «\u{A0}domaines\u{A0}» une liste. «\u{A0}true#\u{A0}» ou «\u{A0}oui\u{A0}» sont des \
        textes\u{A0}: le site croit l’offre toujours ouverte, ou jamais.
        """,
      en: """
        “open” wants “true” or “false”, “roles” a text, “domaines” a list. “true#” and “oui” are texts: the site takes \
        the posting for always open, or never.
        """),
    examples: [
      .bad(.frontMatter, "open: ouvert\n"),
      .bad(.frontMatter, "startup: [exemple]\n"),
      .good(.frontMatter, "open: true # jusqu’en juin\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    if let found = failure.payload as? QuotedDate { return finding(found, failure, context) }
    guard case .wrongType(let expected, let actual) = failure.kind else { return nil }
    if expected.filter({ $0 != .null }) == [.array], let list = list(failure, context) {
      let message = message(expected, actual, list: list.text)
      return Finding(failure.range, failure.isAboutKey ? failure.message : message, fix: list.fix)
    }
    let edits = edits(expected, actual, failure.instance, context)
    let text = edits.map { String(decoding: $0.replacement, as: UTF8.self) }.joined(separator: "…")
    return Finding(
      failure.range, failure.message,
      fix: edits.isEmpty ? nil : Fix(Message(fr: "Écrire \(text)", en: "Write \(text)"), .unsafe, edits))
  }

  /// A date in quotes. What it is read as changes by intent, so that the fix is for people to look at.
  private static func finding(_ found: QuotedDate, _ failure: SchemaFailure, _ context: RuleContext) -> Finding {
    let text = context.tree.utf8(of: failure.instance)
    let shown = Quoted.text(text)
    let canBePlain = context.document.syntax == .yaml && CalendarDate(iso: text) != nil
    return Finding(
      failure.range,
      Message(
        fr:
          "entre guillemets, \(fr: shown) est un texte pour \(found.reader)\u{A0}: écrivez la date sans guillemets droits ( \" )",
        en: "in quotes, \(en: shown) is a text to \(found.reader): write the date without quotes"),
      fix: canBePlain ? Fix(Message.write(shown), .unsafe, Edit(failure.range, text)) : nil)
  }

  /// How a value is rewritten as what is wanted, where the intent is plain.
  private static func edits(
    _ expected: [SchemaType], _ actual: FoundValue, _ id: NodeID, _ context: RuleContext
  ) -> [Edit] {
    let range = context.tree.range(of: id)
    if expected == [.boolean], let word = booleanWord(actual) { return [Edit(range, word)] }
    if expected == [.string], !actual.isQuoted, [.boolean, .integer, .float].contains(actual.type) {
      return context.written(context.tree.utf8(of: id), at: .flow, like: context.quotes).map { [Edit(range, $0)] } ?? []
    }
    return []
  }

  /// The list that stands in a text, as it is written, and the fix that writes it: on request only where each item is one
  /// that the schema knows, or, where it knows none, where a mark parts the items and no word.
  private static func list(_ failure: SchemaFailure, _ context: RuleContext) -> (text: String, fix: Fix?)? {
    let tree = context.tree
    let id = failure.instance
    guard tree[id].kind == .scalar, tree.type(of: id) != .null else { return nil }
    let known = knownItems(failure)
    let written = tree.utf8(of: id)
    let typed = TypedList(written, splitsAtWords: !known.isEmpty && !known.contains(written))
    let items = typed.items.compactMap {
      context.written($0, at: .flow, like: tree[id].style == .plain ? .plain : context.quotes)
    }
    guard !items.isEmpty, items.count == typed.items.count else { return nil }
    let text = "[" + items.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ") + "]"
    guard tree[id].style != .literal, tree[id].style != .folded else { return (text, nil) }
    let folded = known.map { $0.map(\.lowercased) }
    let isSure =
      known.isEmpty ? !typed.holdsWord : typed.items.allSatisfy { folded.contains($0.map(\.lowercased)) }
    return (
      text,
      isSure ? Fix(Message(fr: "Écrire \(text)", en: "Write \(text)"), .unsafe, Edit(tree.range(of: id), text)) : nil
    )
  }

  /// The texts that the schema allows as items of the list.
  private static func knownItems(_ failure: SchemaFailure) -> [[UInt8]] {
    guard let items = failure.annotation("items"), items.tree[items.node].kind == .mapping,
      let words = items.tree.value(of: "enum", in: items.node)
    else { return [] }
    return items.tree.children(of: words).map { items.tree.utf8(of: $0) }
  }

  /// What a text that stands for yes or no is written as: `"true"`, `Oui`, `true#`.
  private static func booleanWord(_ value: FoundValue) -> String? {
    guard value.type == .string else { return nil }
    let word = value.text.utf8.map(\.lowercased)
    guard word.count <= 8 else { return nil }
    switch String(decoding: word.filter { $0 >= 0x61 && $0 <= 0x7A }, as: UTF8.self) {
    case "true", "yes", "on", "oui", "vrai": return "true"
    case "false", "no", "off", "non", "faux": return "false"
    default: return nil
    }
  }

  static func message(_ expected: [SchemaType], _ actual: FoundValue, list: String? = nil) -> Message {
    let read = describe(actual)
    let wanted = want(expected, actual, list)
    return Message(fr: "\(read.fr)\u{A0}; \(wanted.fr)", en: "\(read.en); \(wanted.en)")
  }

  /// What stands there.
  private static func describe(_ value: FoundValue) -> Message {
    let text = value.text
    return switch value.type {
    case .null: Message(fr: "la valeur manque", en: "the value is missing")
    case .boolean: Message(fr: "\(fr: text) est un oui ou non", en: "\(en: text) is a yes or no")
    case .integer, .float: Message(fr: "\(fr: text) est un nombre", en: "\(en: text) is a number")
    case .string where text.isEmpty: Message(fr: "ce texte est vide", en: "this text is empty")
    case .string: Message(fr: "\(fr: text) est un texte", en: "\(en: text) is a text")
    case .sequence: Message(fr: "ceci est une liste", en: "this is a list")
    case .mapping: Message(fr: "ceci est un groupe de clés", en: "this is a group of keys")
    }
  }

  /// How to write what is wanted.
  private static func want(_ expected: [SchemaType], _ actual: FoundValue, _ list: String?) -> Message {
    guard let first = expected.first else {
      return Message(fr: "aucune valeur n’est permise ici", en: "no value is allowed here")
    }
    let wanted = expected.filter { $0 != .null }
    if wanted == [.boolean] {
      if let word = booleanWord(actual) {
        return Message(
          fr: "écrivez \(word), sans guillemets ni rien d’autre", en: "write \(word), without quotes or anything else")
      }
      return Message(fr: "écrivez true (oui) ou false (non)", en: "write true (yes) or false (no)")
    }
    if wanted == [.string], [.boolean, .integer, .float].contains(actual.type) {
      return Message(
        fr: "pour un texte, mettez-le entre guillemets\u{A0}: \"\(actual.text)\"",
        en: "for a text, put it in quotes: \"\(actual.text)\"")
    }
    if wanted == [.array], !actual.text.isEmpty {
      let list = list.map { Quoted.text(Array($0.utf8)) } ?? "[\(actual.text)]"
      return Message(
        fr: "écrivez une liste\u{A0}: \(list), ou un élément par ligne après un tiret",
        en: "write a list: \(list), or one item a line after a dash")
    }
    if wanted == [.number] || wanted == [.integer], actual.type == .string, actual.isQuoted {
      let number = wanted == [.number] ? name(.number) : name(.integer)
      return Message(fr: "écrivez \(number.fr), sans guillemets", en: "write \(number.en), without quotes")
    }
    let names = (expected.isEmpty ? [first] : expected).map(name)
    return Message(
      fr: "écrivez \(SchemaRule.joined(names.map(\.fr), "ou"))", en: "write \(SchemaRule.joined(names.map(\.en), "or"))"
    )
  }

  private static func name(_ type: SchemaType) -> Message {
    switch type {
    case .null: Message(fr: "rien (ou null)", en: "nothing (or null)")
    case .boolean: Message(fr: "true (oui) ou false (non)", en: "true (yes) or false (no)")
    case .integer: Message(fr: "un nombre entier", en: "a whole number")
    case .number: Message(fr: "un nombre", en: "a number")
    case .string: Message(fr: "un texte", en: "a text")
    case .array:
      Message(fr: "une liste (un élément par ligne, après un tiret)", en: "a list (one item a line, after a dash)")
    case .object: Message(fr: "un groupe de clés (clé: valeur)", en: "a group of keys (key: value)")
    }
  }
}
