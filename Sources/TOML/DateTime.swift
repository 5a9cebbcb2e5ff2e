import SourceText

/// The four kinds of dates and times of TOML ("Offset Date-Time" to "Local Time").
package enum DateTime {
  /// What a text is.
  package enum Kind: Hashable, Sendable {
    /// A day and a time of day with their distance from UTC.
    case offsetDateTime
    /// A day and a time of day.
    case localDateTime
    /// A day.
    case localDate
    /// A time of day.
    case localTime
  }

  /// What was found of a text.
  package struct Reading: Hashable, Sendable {
    /// The kind.
    package let kind: Kind
    /// Whether the day and the time exist.
    package let exists: Bool
    /// Whether the seconds are written; TOML 1.0 wants them.
    package let hasSeconds: Bool
  }

  /// Reads a text that is nothing but a date or a time; `nil` for any other.
  package static func read(_ text: ArraySlice<UInt8>) -> Reading? {
    var scan = Scan(rest: text)
    var exists = true
    var kind = Kind.localTime
    if text.count > 4, text[text.startIndex + 4] == Byte.dash {
      guard let year = scan.number(4), scan.take(Byte.dash), let month = scan.number(2), scan.take(Byte.dash),
        let day = scan.number(2)
      else { return nil }
      exists = (1...12).contains(month) && day >= 1 && day <= days(month, year)
      guard let separator = scan.rest.first else {
        return Reading(kind: .localDate, exists: exists, hasSeconds: true)
      }
      guard separator | 0x20 == UInt8(ascii: "t") || separator == Byte.space else { return nil }
      scan.rest = scan.rest.dropFirst()
      kind = .localDateTime
    }
    guard let hour = scan.number(2), scan.take(Byte.colon), let minute = scan.number(2) else { return nil }
    exists = exists && hour < 24 && minute < 60
    let hasSeconds = scan.take(Byte.colon)
    if hasSeconds {
      guard let second = scan.number(2) else { return nil }
      exists = exists && second <= 60
      if scan.take(Byte.dot) {
        let digits = scan.rest.prefix { $0.isDigit }
        guard !digits.isEmpty else { return nil }
        scan.rest = scan.rest[digits.endIndex...]
      }
    }
    if kind == .localDateTime, let sign = scan.rest.first {
      kind = .offsetDateTime
      scan.rest = scan.rest.dropFirst()
      if sign | 0x20 != UInt8(ascii: "z") {
        guard sign == Byte.plus || sign == Byte.dash, let hours = scan.number(2), scan.take(Byte.colon),
          let minutes = scan.number(2)
        else { return nil }
        exists = exists && hours < 24 && minutes < 60
      }
    }
    return scan.rest.isEmpty ? Reading(kind: kind, exists: exists, hasSeconds: hasSeconds) : nil
  }

  /// The number of days of a month of the Gregorian calendar.
  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The text as RFC 3339 has it: `T`, `Z`, and seconds; any other text as it is.
  static func normalized(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard let reading = read(text) else { return Array(text) }
    var result = Array(text)
    if reading.kind != .localTime, result.count > 10 { result[10] = UInt8(ascii: "T") }
    if result.last == UInt8(ascii: "z") { result[result.count - 1] = UInt8(ascii: "Z") }
    if !reading.hasSeconds {
      result.insert(contentsOf: ":00".utf8, at: reading.kind == .localTime ? 5 : 16)
    }
    return result
  }

  private struct Scan {
    var rest: ArraySlice<UInt8>

    mutating func number(_ count: Int) -> Int? {
      let digits = rest.prefix(count)
      guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
      rest = rest.dropFirst(count)
      return digits.reduce(0) { $0 * 10 + Int($1 &- Byte.zero) }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
  }
}
