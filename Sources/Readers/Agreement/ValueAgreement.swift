import SourceText

/// Whether two readings of a value are the same to the people who use the site.
public enum ValueAgreement {
  /// Nothing meets nothing; numbers are equal as numbers; texts byte for byte; a day or moment equals the same one,
  /// midnight of a day included, and the text that spells it; lists and mappings agree where all of them do.
  public static func areSame(_ left: ReaderValue, _ right: ReaderValue) -> Bool {
    if let first = number(left), let second = number(right) {
      return first == second || (isNotANumber(left) && isNotANumber(right))
    }
    if let first = moment(left), let second = moment(right) { return isSameMoment(first, second) }
    switch (left, right) {
    case (.null, .null), (.undefined, .undefined), (.null, .undefined), (.undefined, .null): return true
    case (.bool(let first), .bool(let second)): return first == second
    case (.bytes(let first), .bytes(let second)): return first == second
    case (.local(let kind, let first), .local(let other, let second)): return kind == other && first == second
    case (.string, .string), (.string, .blocks), (.blocks, .string), (.blocks, .blocks):
      return text(left) == text(right)
    case (.string(let text), .date), (.string(let text), .dateTime): return spells(text, right)
    case (.date, .string(let text)), (.dateTime, .string(let text)): return spells(text, left)
    case (.sequence(let first), .sequence(let second)), (.set(let first), .set(let second)):
      return first.count == second.count && zip(first, second).allSatisfy { areSame($0, $1) }
    case (.mapping(let first), .mapping(let second)): return areSame(first, second)
    default: return false
    }
  }

  private static func areSame(_ left: [ReaderPair], _ right: [ReaderPair]) -> Bool {
    guard left.count == right.count else { return false }
    var places: [[UInt8]: ReaderValue] = [:]
    for pair in right { places[keyText(pair.key)] = pair.value }
    return left.allSatisfy { pair in places[keyText(pair.key)].map { areSame(pair.value, $0) } ?? false }
  }

  /// A key as a template would ask for it, so that the number 1 and the text `1` are one key.
  package static func keyText(_ key: ReaderValue) -> [UInt8] {
    switch key {
    case .string(let text), .blocks(let text): text
    case .float(let number) where Numbers.isWhole(number): Array(Numbers.whole(number).utf8)
    default: Array(Notation(.python).parts(of: key).text.utf8)
    }
  }

  private static func text(_ value: ReaderValue) -> [UInt8] {
    switch value {
    case .string(let text), .blocks(let text): text
    default: []
    }
  }

  private static func isNotANumber(_ value: ReaderValue) -> Bool {
    if case .float(let number) = value { number.isNaN } else { false }
  }

  private static func number(_ value: ReaderValue) -> Double? {
    switch value {
    case .int(let text): Numbers.double(ofWhole: text)
    case .float(let number): number
    default: nil
    }
  }

  private static func moment(_ value: ReaderValue) -> CalendarTime? {
    switch value {
    case .date(let day): day
    case .dateTime(let moment): moment
    default: nil
    }
  }

  /// Fractions below a millisecond are cut off by some readers and by no clock that a posting needs.
  private static func isSameMoment(_ left: CalendarTime, _ right: CalendarTime) -> Bool {
    left.seconds == right.seconds && left.nanosecond / 1_000_000 == right.nanosecond / 1_000_000
  }

  private static func spells(_ text: [UInt8], _ value: ReaderValue) -> Bool {
    var grammar = WrittenTime.Grammar()
    grammar.takesGluedZone = true
    guard let moment = moment(value), let written = WrittenTime(text, grammar), written.calendarDay.isDay else {
      return false
    }
    return isSameMoment(written.moment(), moment)
  }
}
