import DataTree
import SourceText

/// What to say of a value of a wrong type: what was read, and how what is wanted is written.
enum TypeMessage {
  static func message(_ expected: [SchemaType], _ actual: FoundValue) -> Message {
    let read = describe(actual)
    let wanted = want(expected, actual)
    return Message(fr: "\(read.fr)\u{A0}; \(wanted.fr)", en: "\(read.en); \(wanted.en)")
  }

  /// What stands there.
  private static func describe(_ value: FoundValue) -> Message {
    let text = value.text
    return switch value.type {
    case .null: Message(fr: "la valeur manque", en: "the value is missing")
    case .boolean: Message(fr: "«\u{A0}\(text)\u{A0}» est un oui ou non", en: "“\(text)” is a yes or no")
    case .integer, .float: Message(fr: "«\u{A0}\(text)\u{A0}» est un nombre", en: "“\(text)” is a number")
    case .string where text.isEmpty: Message(fr: "ce texte est vide", en: "this text is empty")
    case .string: Message(fr: "«\u{A0}\(text)\u{A0}» est un texte", en: "“\(text)” is a text")
    case .sequence: Message(fr: "ceci est une liste", en: "this is a list")
    case .mapping: Message(fr: "ceci est un groupe de clés", en: "this is a group of keys")
    }
  }

  /// How to write what is wanted.
  private static func want(_ expected: [SchemaType], _ actual: FoundValue) -> Message {
    guard let first = expected.first else {
      return Message(fr: "aucune valeur n’est permise ici", en: "no value is allowed here")
    }
    let wanted = expected.filter { $0 != .null }
    if wanted == [.boolean] {
      if let word = ValueEdit.booleanWord(actual) {
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
      return Message(
        fr: "écrivez une liste\u{A0}: [\(actual.text)], ou un élément par ligne après un tiret",
        en: "write a list: [\(actual.text)], or one item a line after a dash")
    }
    if wanted == [.number] || wanted == [.integer], actual.type == .string, actual.isQuoted {
      let number = wanted == [.number] ? name(.number) : name(.integer)
      return Message(fr: "écrivez \(number.fr), sans guillemets", en: "write \(number.en), without quotes")
    }
    let names = (expected.isEmpty ? [first] : expected).map(name)
    return Message(
      fr: "écrivez \(joined(names.map(\.fr), "ou"))", en: "write \(joined(names.map(\.en), "or"))")
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

  /// `a, b ou c`.
  static func joined(_ parts: [String], _ word: String) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

/// What to say of a value that is not in the list.
enum ChoiceMessage {
  static func message(_ allowed: [String], _ total: Int, _ nearest: String?, _ actual: FoundValue) -> Message {
    let subject =
      actual.text.isEmpty
      ? Message(fr: "cette valeur n’est pas permise", en: "this value is not allowed")
      : Message(
        fr: "«\u{A0}\(actual.text)\u{A0}» n’est pas une valeur permise", en: "“\(actual.text)” is not an allowed value")
    if let nearest {
      return Message(
        fr: "\(subject.fr)\u{A0}; vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{A0}?",
        en: "\(subject.en); did you mean “\(nearest)”?")
    }
    let shown = allowed.filter { !$0.isEmpty }
    guard !shown.isEmpty else { return subject }
    let more = total > 12 ? Message(fr: "… (\(total) en tout)", en: "… (\(total) in all)") : Message(fr: "", en: "")
    let fr = shown.prefix(12).map { "«\u{A0}\($0)\u{A0}»" }
    let en = shown.prefix(12).map { "“\($0)”" }
    let choice =
      total > 12
      ? Message(fr: fr.joined(separator: ", "), en: en.joined(separator: ", "))
      : Message(fr: TypeMessage.joined(fr, "ou"), en: TypeMessage.joined(en, "or"))
    return Message(
      fr: "\(subject.fr)\u{A0}; écrivez \(choice.fr)\(more.fr)",
      en: "\(subject.en); write \(choice.en)\(more.en)")
  }
}
