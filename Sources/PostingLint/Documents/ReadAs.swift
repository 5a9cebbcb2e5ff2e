package import Readers
package import SourceText

/// What a reader makes of a value, in words: `Jekyll reads false`, `Hugo 0.168 the text “no”`.
package enum ReadAs {
  /// Two readers with what they make of a value or of a key, as a half sentence.
  package static func message(_ disagreement: Disagreement) -> Message {
    let first = value(disagreement.first.value, isKey: disagreement.isKey)
    var second = value(disagreement.second.value, isKey: disagreement.isKey)
    // What differs stands behind what is shown.
    if first == second { second = Message(fr: "autre chose", en: "another one") }
    return message(
      (disagreement.first.reader.profile.title, first), (disagreement.second.reader.profile.title, second))
  }

  /// Whether two readers make texts that differ in nothing but how many blanks stand together.
  package static func differInBlanks(_ disagreement: Disagreement) -> Bool {
    guard case .string(let first)? = disagreement.first.value, case .string(let second)? = disagreement.second.value,
      first != second
    else { return false }
    return first.split(whereSeparator: \.isWhitespace) == second.split(whereSeparator: \.isWhitespace)
  }

  /// Two readers by name, with what they make of a value.
  package static func message(_ first: (name: String, what: Message), _ second: (name: String, what: Message))
    -> Message
  {
    Message(
      fr: "\(first.name) lit \(first.what.fr), \(second.name) \(second.what.fr)",
      en: "\(first.name) reads \(first.what.en), \(second.name) \(second.what.en)")
  }

  /// A value in words.
  package static func value(_ value: ReaderValue?, isKey: Bool = false) -> Message {
    switch value {
    case nil:
      isKey
        ? Message(fr: "une autre clé", en: "another key") : Message(fr: "rien du tout", en: "nothing at all")
    case .null, .undefined: Message(fr: "rien (null)", en: "nothing (null)")
    case .bool(let isTrue): Message(fr: "\(isTrue)", en: "\(isTrue)")
    case .int(let text): number(text)
    case .float(let double): number(text(of: double))
    case .string(let text), .blocks(let text):
      text.isEmpty
        ? Message(fr: "un texte vide", en: "an empty text")
        : Message(fr: "le texte \(fr: Quoted.text(text))", en: "the text \(en: Quoted.text(text))")
    case .date(let day): Message(fr: "le jour \(iso(day))", en: "the day \(iso(day))")
    case .dateTime(let moment):
      moment.hour + moment.minute + moment.second == 0 && moment.offset ?? 0 == 0
        ? Message(fr: "le jour \(iso(moment))", en: "the day \(iso(moment))")
        : Message(fr: "le moment \(clock(moment))", en: "the moment \(clock(moment))")
    case .local(_, let text): Message(fr: "le moment \(text)", en: "the moment \(text)")
    case .bytes: Message(fr: "des octets", en: "bytes")
    case .sequence, .set: Message(fr: "une liste", en: "a list")
    case .mapping: Message(fr: "un groupe de clés", en: "a group of keys")
    }
  }

  private static func number(_ text: String) -> Message {
    Message(fr: "le nombre \(text)", en: "the number \(text)")
  }

  private static func text(of number: Double) -> String {
    guard number.rounded() == number, abs(number) < 1e15 else { return "\(number)" }
    return "\(Int(number))"
  }

  private static func iso(_ day: CalendarTime) -> String {
    "\(Digits.padded(day.year, 4))-\(Digits.padded(day.month, 2))-\(Digits.padded(day.day, 2))"
  }

  private static func clock(_ moment: CalendarTime) -> String {
    let time = "\(Digits.padded(moment.hour, 2)):\(Digits.padded(moment.minute, 2)):\(Digits.padded(moment.second, 2))"
    guard let offset = moment.offset, offset != 0 else { return "\(iso(moment)) \(time)" }
    let size = offset.magnitude
    return
      "\(iso(moment)) \(time) \(offset < 0 ? "-" : "+")\(Digits.padded(Int(size / 60), 2)):\(Digits.padded(Int(size % 60), 2))"
  }

}
