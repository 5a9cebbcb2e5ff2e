import DataTree
import JSONSchema
import SourceText

/// A value of another kind than the key wants; found by the schema.
enum WrongType: FailureRule {
  static let info = RuleInfo(
    id: "wrong-type", group: .values, severity: .error, yieldsTo: ["typographic-quotes", "yaml-syntax"],
    fixability: .unsafe,
    summary: Message(
      fr: "une valeur n’est pas de la forme attendue (texte, liste, true ou false)",
      en: "a value is not of the expected kind (text, list, true or false)"),
    rationale: Message(
      fr: """
        «\u{A0}open\u{A0}» attend true ou false, «\u{A0}roles\u{A0}» un texte, «\u{A0}domaines\u{A0}» une liste. Avec «\u{A0}oui\u{A0}» ou \
        «\u{A0}true#\u{A0}», le site peut croire l’offre toujours ouverte.
        """,
      en: """
        “open” expects true or false, “roles” a text, “domaines” a list. With “oui” or “true#” the site may take the \
        posting for always open.
        """),
    examples: [
      .bad(.frontMatter, "open: ouvert\n"),
      .bad(.frontMatter, "startup: [exemple]\n", fixed: "startup: exemple\n"),
      .good(.frontMatter, "open: true # jusqu’en juin\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    if let found = failure.payload as? QuotedDate { return finding(found, failure, context) }
    guard case .wrongType(let expected, let actual) = failure.kind else { return nil }
    if expected.filter({ $0 != .null }) == [.array], let list = list(failure, context) {
      let message = message(expected, actual, key: key(failure), list: list.text)
      return Finding(failure.range, failure.isAboutKey ? failure.message : message, fix: list.fix)
    }
    if expected == [.object], failure.instance == context.tree.root, let edits = dashes(failure.instance, context) {
      let title = Message(fr: "Supprimer les tirets", en: "Delete the dashes")
      return Finding(failure.range, dashMessage, fix: Fix(title, .unsafe, edits))
    }
    let edits = edits(expected, actual, failure.instance, context)
    return Finding(
      failure.range,
      failure.isAboutKey
        ? failure.message : message(expected, actual, key: key(failure)),
      fix: edits.isEmpty ? nil : Fix(title(edits), .unsafe, edits))
  }

  /// The key that a value belongs to; an item of a list has that of the list.
  private static func key(_ failure: SchemaFailure) -> String? {
    let tokens = JSONPointer.tokens(Array(failure.pointer.utf8))
    return tokens?.last { JSONPointer.index($0) == nil }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func title(_ edits: [Edit]) -> Message {
    guard edits.count == 1, let edit = edits.first else {
      return Message(fr: "Mettre la valeur entre crochets", en: "Put the value in brackets")
    }
    return .write(Quoted.text(edit.replacement))
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

  private static let dashMessage = Message(
    fr: "ces clés sont dans une liste\u{A0}: supprimez les tirets devant elles",
    en: "these keys stand in a list: delete the dashes before them")

  /// What takes the dashes from a list of keys, each with its value on one line; `nil` for any other list.
  private static func dashes(_ list: NodeID, _ context: RuleContext) -> [Edit]? {
    let tree = context.tree
    guard tree[list].kind == .sequence, tree[list].style != .flow else { return nil }
    var edits: [Edit] = []
    for item in tree.children(of: list) {
      let range = tree.range(of: item)
      guard tree[item].kind == .mapping, tree[item].style != .flow, Array(tree.pairs(of: item)).count == 1,
        !context.bytes[range.indices].contains(where: \.isLineBreak), edits.count < 200
      else { return nil }
      var dash = range.start
      while dash > 0, context.bytes[dash - 1].isBlank { dash -= 1 }
      guard dash > 0, context.bytes[dash - 1] == Byte.dash else { return nil }
      edits.append(.deletion(ByteRange(dash - 1, range.start)))
    }
    return edits.isEmpty ? nil : edits
  }

  /// How a value is rewritten as what is wanted, where the intent is plain.
  private static func edits(
    _ expected: [SchemaType], _ actual: FoundValue, _ id: NodeID, _ context: RuleContext
  ) -> [Edit] {
    let range = context.tree.range(of: id)
    let expected = expected.filter { $0 != .null }
    if expected == [.boolean], let word = booleanWord(actual) { return [Edit(range, word)] }
    if expected == [.string], !actual.isQuoted, [.boolean, .integer, .float].contains(actual.type) {
      return context.written(context.tree.utf8(of: id), at: .flow, like: context.quotes).map { [Edit(range, $0)] } ?? []
    }
    if let number = numberWord(actual, expected) { return [Edit(range, number)] }
    // Of a list of one, in brackets on its line, the one is the value.
    let items = Array(context.tree.children(of: id))
    if expected == [.string], context.tree[id].style == .flow, actual.type == .sequence, items.count == 1,
      context.tree[items[0]].kind == .scalar, context.tree.type(of: items[0]) == .string
    {
      return [Edit(range, Array(context.document.source[context.tree.range(of: items[0])]))]
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

  /// The number that a text stands for, where one is wanted: `"12"`, `1,5`, `1 000`.
  static func numberWord(_ value: FoundValue, _ expected: [SchemaType]) -> String? {
    guard value.type == .string, value.text.utf8.count <= 20,
      expected.contains(where: { $0 == .number || $0 == .integer }),
      expected.allSatisfy({ $0 == .number || $0 == .integer || $0 == .null })
    else { return nil }
    let groups = value.text.split(omittingEmptySubsequences: false) { " \u{A0}\u{202F}\u{2009}'’".contains($0) }
    let isGrouped = groups.count > 1
    guard !isGrouped || groups.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 }) else { return nil }
    let parts = groups.joined().utf8.split(omittingEmptySubsequences: false) { $0 == Byte.comma || $0 == Byte.dot }
    guard parts.count == 1 || parts.count == 2 && expected.contains(.number), parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) }), parts[0].count == 1 || parts[0].first != Byte.zero
    else { return nil }
    // `1,500` is one and a half to one writer and fifteen hundred to another.
    guard parts.count == 1 || parts[1].count != 3 || !value.text.utf8.contains(Byte.comma) else { return nil }
    return parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: ".")
  }

  /// What is wrong with a value, and what to write; `key` is the key that it belongs to, where that is known.
  static func message(
    _ expected: [SchemaType], _ actual: FoundValue, key: String? = nil, list: String? = nil
  ) -> Message {
    let wanted = expected.filter { $0 != .null }
    let shown = key.map { Quoted.text($0) }
    let isPlain = [.boolean, .integer, .float].contains(actual.type)
    if wanted == [.string], isPlain {
      let kind = actual.type == .boolean ? booleanMeaning(actual.text) : Message(fr: "un nombre", en: "a number")
      return Message(
        fr: "\(fr: actual.text) est lu comme \(kind.fr)\u{A0}: écrivez \"\(actual.text)\", avec les guillemets droits",
        en: "\(en: actual.text) is read as \(kind.en): write \"\(actual.text)\", with the straight quotes")
    }
    if let shown, actual.type == .sequence, !wanted.contains(.array), !wanted.contains(.object), !wanted.isEmpty {
      return Message(
        fr: "\(fr: shown) n’accepte qu’une valeur\u{A0}: écrivez-la sur la même ligne, sans tiret ni crochets",
        en: "\(en: shown) takes a single value: write it on the same line, without dash or brackets")
    }
    if let shown, actual.type == .mapping, !wanted.contains(.object), !wanted.isEmpty {
      return Message(
        fr: "\(fr: shown) attend une valeur, pas d’autres clés en dessous\u{A0}: écrivez-la sur la même ligne",
        en: "\(en: shown) takes a value, no keys below it: write it on the same line")
    }
    if wanted == [.array], !actual.text.isEmpty {
      let list = list.map { Quoted.text(Array($0.utf8)) } ?? "[\(actual.text)]"
      let subject = shown.map { Message(fr: "\(fr: $0)", en: "\(en: $0)") } ?? Message(fr: "cette clé", en: "this key")
      return Message(
        fr: "\(subject.fr) attend une liste\u{A0}: écrivez \(list), ou un élément par ligne après un tiret",
        en: "\(subject.en) takes a list: write \(list), or one item a line after a dash")
    }
    let read = describe(actual)
    let place = shown.map { Message(fr: "pour \(fr: $0)", en: "fit \(en: $0)") } ?? Message(fr: "ici", en: "fit here")
    let write = want(expected, actual)
    return Message(
      fr: "\(read.fr) ne convient pas \(place.fr)\u{A0}: \(write.fr)",
      en: "\(read.en) does not \(place.en): \(write.en)")
  }

  private static func booleanMeaning(_ text: String) -> Message {
    text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "t")
      ? Message(fr: "oui", en: "yes") : Message(fr: "non", en: "no")
  }

  /// What there is.
  private static func describe(_ value: FoundValue) -> Message {
    let text = value.text
    return switch value.type {
    case .null: Message(fr: "une valeur vide", en: "an empty value")
    case .string where text.isEmpty: Message(fr: "un texte vide", en: "an empty text")
    case .boolean, .integer, .float, .string: Message(fr: "\(fr: text)", en: "\(en: text)")
    case .sequence: Message(fr: "une liste", en: "a list")
    case .mapping: Message(fr: "un groupe de clés", en: "a group of keys")
    }
  }

  /// How to write what is wanted.
  private static func want(_ expected: [SchemaType], _ actual: FoundValue) -> Message {
    guard let first = expected.first else { return Message(fr: "supprimez-la", en: "remove it") }
    let wanted = expected.filter { $0 != .null }
    if wanted == [.boolean] {
      if let word = booleanWord(actual) {
        return Message(
          fr: "écrivez \(word), sans guillemets ni rien d’autre", en: "write \(word), without quotes or anything else")
      }
      return Message(
        fr: "écrivez true (oui) ou false (non), sans guillemets", en: "write true (yes) or false (no), without quotes")
    }
    if let number = numberWord(actual, expected) {
      return Message(
        fr: "écrivez \(number)\(actual.isQuoted ? ", sans guillemets" : "")",
        en: "write \(number)\(actual.isQuoted ? ", without quotes" : "")")
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
