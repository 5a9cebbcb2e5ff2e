import DataTree
import Readers
import SourceText

/// What programs other than Hugo make of the `date` of a page, as they were seen to: Jekyll 4.3.1, which hands it to Ruby's
/// `Time.parse`, Nikola 8.3.3 and markata 0.14.
enum SiteTime {
  /// What becomes of a page over a date.
  enum Harm {
    /// Jekyll takes another day, or ends.
    case movedOrStopped
    /// Nikola ends.
    case stopped
    /// markata leaves the page out.
    case leftOut
  }

  /// What a reader makes of a plain or quoted date that it does not take for the day that is written; `nil` where it does.
  static func harm(_ text: [UInt8], as type: ValueType, by reader: Reader) -> Harm? {
    switch reader {
    case .jekyll, .jekyllPsych: return isTaken(text, as: type, byJekyll: true) ? nil : .movedOrStopped
    case .nikola: return isTaken(text, as: type, byJekyll: false) ? nil : .stopped
    case .markata:
      if type == .null { return nil }
      return isTaken(text, as: type, byJekyll: false) && !isOnlyRubyTime(text) ? nil : .leftOut
    default: return nil
    }
  }

  /// What a reader makes of a list or a group of keys in place of a date; `nil` where it takes the first item.
  static func harm(ofCollectionBy reader: Reader) -> Harm? {
    switch reader {
    case .nikola: .stopped
    case .markata: .leftOut
    default: nil
    }
  }

  private static func isTaken(_ text: [UInt8], as type: ValueType, byJekyll: Bool) -> Bool {
    switch type {
    case .integer:
      // Eight digits are year, month and day to Ruby.
      guard byJekyll, text.count == 8, case .otherForm(_, isCertain: true) = DateReading(text) else { return false }
      return true
    case .string: break
    default: return false
    }
    switch DateReading(text) {
    // Hour 24 of a day is hour 0 of the next one.
    case .valid: return !text.dropFirst(11).starts(with: "24".utf8)
    case .impossible: return false
    case .impossibleTime: return hasClock(text)
    case .otherForm, .notADate: return text.contains(where: \.isLetter) ? namesMonth(text) : hasDay(text)
    }
  }

  /// Whether the hour and the minute are on the clock, in whatever form.
  private static func hasClock(_ text: [UInt8]) -> Bool {
    let numbers = text.dropFirst(11).split { !$0.isDigit }.map { Digits.value($0) ?? .max }
    guard let hour = numbers.first, numbers.count > 1 else { return false }
    return hour < 24 && numbers[1] < 60
  }

  /// Whether a text without letters has a day that the calendar has, in any order of its numbers.
  private static func hasDay(_ text: [UInt8]) -> Bool {
    if case .otherForm = DateReading(text) { true } else { false }
  }

  /// Whether a text with digits has a word that begins like an English month, which is all that is looked at.
  private static func namesMonth(_ text: [UInt8]) -> Bool {
    guard text.contains(where: \.isDigit) else { return false }
    let words = text.split { !$0.isLetter }.map { String(decoding: $0.prefix(3).map(\.lowercased), as: UTF8.self) }
    return words.contains { HugoTime.months.contains($0) }
  }

  /// Whether only Ruby and Python read the time (`10h30`), or the year has two digits.
  private static func isOnlyRubyTime(_ text: [UInt8]) -> Bool {
    switch DateReading(text) {
    case .impossibleTime, .otherForm(_, isCertain: false): true
    default: false
    }
  }
}
