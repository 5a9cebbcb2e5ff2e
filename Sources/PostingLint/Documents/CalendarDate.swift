package import SourceText

/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// The year, 0 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// A day, or `nil` where the calendar has none such (30 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `AAAA-MM-JJ`, nothing else.
  public init?(iso text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
      let day = Digits.value(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days of a month (1 to 12).
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days since 1 March of year 0, for distances.
  public var dayNumber: Int {
    let shifted = (month + 9) % 12
    let years = year - shifted / 10
    return 365 * years + years / 4 - years / 100 + years / 400 + (shifted * 306 + 5) / 10 + day - 1
  }

  /// `2022-05-30`.
  public var iso: String { Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2) }

  /// The day in a sentence: `30 mai 2022`, `30 May 2022`.
  package var words: Message {
    let (fr, en) = Self.months[month - 1]
    return Message(fr: "\(day == 1 ? "1er" : "\(day)") \(fr) \(year)", en: "\(day) \(en) \(year)")
  }

  private static let months = [
    ("janvier", "January"), ("février", "February"), ("mars", "March"), ("avril", "April"), ("mai", "May"),
    ("juin", "June"), ("juillet", "July"), ("août", "August"), ("septembre", "September"), ("octobre", "October"),
    ("novembre", "November"), ("décembre", "December"),
  ]

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A day with or without a time of day.
public struct Timestamp: Hashable, Sendable {
  /// The day as written.
  public var date: CalendarDate
  /// Seconds since midnight UTC of `date` (negative or past a day where the zone moves it), or `nil` for a day alone.
  public var seconds: Int?

  /// Whether this moment is before `other`: by the second where both have a time, else by the day.
  public func isBefore(_ other: Timestamp) -> Bool {
    guard let own = seconds, let others = other.seconds else { return date < other.date }
    return date.dayNumber * 86_400 + own < other.date.dayNumber * 86_400 + others
  }
}

/// Decimal digits in bytes.
package enum Digits {
  /// The number in one to nine digits, or `nil`.
  package static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// A number with leading zeros up to a width.
  package static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

extension CalendarDate {
  /// The last day that the calendar of this program has.
  public static let latest = CalendarDate(verified: 9999, 12, 31)

  private init(verified year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension CalendarDate {
  /// Whether a posting may bear the date: from 1990 to two years after today.
  func isPlausible(today: CalendarDate) -> Bool { year >= 1990 && dayNumber - today.dayNumber <= 2 * 365 }
}
