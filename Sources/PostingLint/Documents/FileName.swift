package import SourceText

/// What the name of a posting's file says: `AAAA-MM-DD-slug.md`.
package struct FileName: Sendable {
  /// How the name begins.
  package enum Beginning: Hashable, Sendable {
    /// A day of the calendar, year first, as it should be.
    case date(CalendarDate)
    /// A day whose year has two digits, or whose month or day has one (`26-01-05`, `2026-1-5`): Jekyll 4.3 reads it.
    case short(text: String, CalendarDate)
    /// Three numbers that are no day, with the day that was meant where that is clear.
    case impossible(text: String, suggestion: CalendarDate?)
    /// The day first (`28-11-2017`), with the date that it is.
    case dayFirst(text: String, CalendarDate)
    /// No date.
    case none
  }

  /// The name without its folders, in bytes.
  package let bytes: [UInt8]
  /// How it begins.
  package let beginning: Beginning
  /// What follows the date, extension included; the whole name without a date.
  package let rest: ArraySlice<UInt8>

  /// Reads the name of a path.
  package init(_ path: SourcePath) {
    bytes = Array(path.fileName)
    let digits = Self.numbers(bytes)
    guard let digits else {
      beginning = .none
      rest = bytes[...]
      return
    }
    let (first, second, third, length) = digits
    let text = String(decoding: bytes[..<length], as: UTF8.self)
    rest = bytes[length...]
    if first.width == 4, second.width == 2, third.width == 2 {
      if let date = CalendarDate(year: first.value, month: second.value, day: third.value) {
        beginning = .date(date)
      } else {
        let swapped = CalendarDate(year: first.value, month: third.value, day: second.value)
        beginning = .impossible(text: text, suggestion: swapped)
      }
    } else if let date = Self.short(first, second, third, rest) {
      beginning = .short(text: text, date)
    } else if third.width == 4, first.width <= 2, second.width <= 2 {
      if let date = CalendarDate(year: third.value, month: second.value, day: first.value) {
        beginning = .dayFirst(text: text, date)
      } else {
        beginning = .impossible(text: text, suggestion: nil)
      }
    } else {
      beginning = .none
    }
  }

  /// The date, if the name begins with one that Jekyll reads.
  package var date: CalendarDate? {
    switch beginning {
    case .date(let date), .short(_, let date): date
    case .impossible, .dayFirst, .none: nil
    }
  }

  /// Whether nothing but an extension follows the date; Jekyll then takes the date for the name.
  package var isDateAlone: Bool { date != nil && (rest.first == Byte.dot || rest.starts(with: [Byte.dash, Byte.dot])) }

  /// The name that was meant where the date is written in another form or stands elsewhere: `20220530-coach.md`,
  /// `_2022-05-30-coach.md`, `coach-2022-05-30.md`; `nil` where no certain day is in it.
  package var meant: [UInt8]? {
    guard case .none = beginning else { return nil }
    let isJoint = { (byte: UInt8) in
      byte == Byte.dash || byte == Byte.underscore || byte == Byte.dot || byte == Byte.space
    }
    let name = bytes.drop(while: isJoint)
    let start = name.prefix { $0.isDigit || isJoint($0) || $0 >= 0x80 }
    let letters = name[start.endIndex...]
    if let date = Self.certain(start), letters.first?.isLetter == true {
      return Array(date.iso.utf8) + [Byte.dash] + letters
    }
    guard let dot = name.lastIndex(of: Byte.dot) else { return nil }
    let stem = name[..<dot]
    let words = stem.prefix(max(0, stem.count - 10))
    guard let date = CalendarDate(iso: stem.suffix(10)), let joint = words.last, isJoint(joint) else { return nil }
    return Array(date.iso.utf8) + [Byte.dash] + words.dropLast() + name[dot...]
  }

  private static func certain(_ text: ArraySlice<UInt8>) -> CalendarDate? {
    var text = text.map { $0 == Byte.underscore ? Byte.dash : $0 }
    while let last = text.last, last == Byte.dash || last == Byte.dot || last == Byte.space { text.removeLast() }
    return switch DateReading(text) {
    case .valid(let timestamp): timestamp.date
    case .otherForm(let date, isCertain: true): date
    default: nil
    }
  }

  /// The day that Jekyll reads of two to four digits, one or two, and one or two, before a hyphen and a name. Ruby takes
  /// a year of two digits from 69 on for one of the last century.
  private static func short(
    _ year: Number, _ month: Number, _ day: Number, _ rest: ArraySlice<UInt8>
  ) -> CalendarDate? {
    guard year.width == 4 || year.width == 2, month.width <= 2, day.width <= 2, rest.first == UInt8(ascii: "-")
    else { return nil }
    let fullYear = year.width == 4 ? year.value : year.value + (year.value < 69 ? 2000 : 1900)
    return CalendarDate(year: fullYear, month: month.value, day: day.value)
  }

  private typealias Number = (value: Int, width: Int)

  /// Three numbers joined by hyphens at the start of a name, and the number of bytes that they take.
  private static func numbers(_ bytes: [UInt8]) -> (Number, Number, Number, Int)? {
    var index = 0
    func number() -> Number? {
      let start = index
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      return Digits.value(bytes[start..<index]).map { ($0, index - start) }
    }
    func hyphen() -> Bool {
      guard index < bytes.count, bytes[index] == Byte.dash else { return false }
      index += 1
      return true
    }
    guard let first = number(), hyphen(), let second = number(), hyphen(), let third = number() else { return nil }
    return (first, second, third, index)
  }
}
