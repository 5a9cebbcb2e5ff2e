import SourceText

/// What a text says as a date: every form that people write, and what it should have been.
public enum DateReading: Hashable, Sendable {
  /// A YAML timestamp or an ISO 8601 date.
  case valid(Timestamp)
  /// Written in the form of a date, but no such day; with the day that was meant, where two numbers are swapped, a letter
  /// stands for a digit, or the month has one letter wrong.
  case impossible(suggestion: CalendarDate?)
  /// A day of the calendar with a time that no clock shows, or that is written in another form.
  case impossibleTime
  /// A date in another form; `isCertain` is false where day and month could be swapped, and for two-digit years.
  case otherForm(CalendarDate, isCertain: Bool)
  /// A date in another form without such a day in the calendar.
  case notADate

  /// Reads a text; blanks around it do not count.
  public init(_ text: some Collection<UInt8>) {
    var reader = DateReader(text)
    self = reader.read()
  }

  /// The timestamp, if the text is a good date.
  public var timestamp: Timestamp? {
    if case .valid(let timestamp) = self { timestamp } else { nil }
  }
}

/// Reads dates in ISO, YAML and French forms.
private struct DateReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: some Collection<UInt8>) {
    var bytes = Array(text.prefix(80))
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    self.bytes = bytes
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
  }

  mutating func read() -> DateReading {
    let start = index
    if let reading = readYearFirst() { return reading }
    index = start
    if let reading = readDigits() { return reading }
    index = start
    if let reading = readDayFirst() { return reading }
    index = start
    if let reading = readWithMonthName() { return reading }
    index = start
    return readWithLetters() ?? .notADate
  }

  private var isAtEnd: Bool { index >= bytes.count }

  /// One run of digits with its number of digits.
  private mutating func number() -> (value: Int, width: Int)? {
    let start = index
    while index < bytes.count, index - start < 9, bytes[index].isDigit { index += 1 }
    return Digits.value(bytes[start..<index]).map { ($0, index - start) }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// What stands between two numbers of a date.
  private enum Separator {
    case hyphen
    case slash
    case dot
    /// A dash of typography, or a hyphen with blanks around it.
    case dash
  }

  private mutating func separator() -> Separator? {
    let start = index
    skipBlanks()
    let isSpaced = index > start
    let found: Separator
    if accept(Byte.dash) {
      found = isSpaced || !isAtEnd && bytes[index].isBlank ? .dash : .hyphen
    } else if accept(Byte.slash) {
      found = .slash
    } else if accept(Byte.dot) {
      found = .dot
    } else if isTypographicDash {
      index += 3
      found = .dash
    } else {
      return nil
    }
    skipBlanks()
    return found
  }

  /// Whether U+2010 to U+2015, or the minus U+2212, stands here.
  private var isTypographicDash: Bool {
    guard index + 2 < bytes.count, bytes[index] == 0xE2 else { return false }
    return bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2])
      || bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92
  }

  /// Passes a full stop, comma or semicolon that ends the text.
  private mutating func acceptEnd() -> Bool {
    guard index + 1 == bytes.count, [Byte.dot, Byte.comma, UInt8(ascii: ";")].contains(bytes[index]) else {
      return isAtEnd
    }
    index += 1
    return true
  }

  /// `2022-05-30`, with a time or not; `2022/05/30`.
  private mutating func readYearFirst() -> DateReading? {
    guard let year = number(), year.width == 4, let first = separator(), let month = number(), month.width <= 2,
      separator() == first, let day = number(), day.width <= 2
    else { return nil }
    let swapped = CalendarDate(year: year.value, month: day.value, day: month.value)
    guard let date = CalendarDate(year: year.value, month: month.value, day: day.value) else {
      return isAtEnd || hasTime ? .impossible(suggestion: swapped) : nil
    }
    let isISO = first == .hyphen
    if isAtEnd {
      let isPadded = month.width == 2 && day.width == 2
      return isISO && isPadded ? .valid(Timestamp(date: date, seconds: nil)) : .otherForm(date, isCertain: true)
    }
    if acceptEnd() { return .otherForm(date, isCertain: true) }
    guard isISO, hasTime else { return nil }
    if bytes[index] | 0x20 == UInt8(ascii: "t") { index += 1 } else { skipBlanks() }
    guard let seconds = readTime() else { return .impossibleTime }
    return isAtEnd ? .valid(Timestamp(date: date, seconds: seconds)) : nil
  }

  /// `20220530`; no other order of day, month and year makes a year of our time.
  private mutating func readDigits() -> DateReading? {
    guard let digits = number(), digits.width == 8, isAtEnd, (1900..<2100).contains(digits.value / 10_000) else {
      return nil
    }
    let date = CalendarDate(
      year: digits.value / 10_000, month: digits.value / 100 % 100, day: digits.value % 100)
    return date.map { .otherForm($0, isCertain: true) }
  }

  /// Whether a `T` or a blank and what may be a time follow.
  private var hasTime: Bool {
    guard index + 1 < bytes.count else { return false }
    var next = index
    if bytes[next] | 0x20 == UInt8(ascii: "t") {
      next += 1
    } else {
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      guard next > index else { return false }
    }
    let digits = bytes[min(next, bytes.count)...].prefix { $0.isDigit }
    let after = next + digits.count
    return (1...2).contains(digits.count) && !(after < bytes.count && [Byte.dash, Byte.slash].contains(bytes[after]))
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  /// A time with or without seconds, fraction and zone, as seconds since midnight UTC.
  private mutating func readTime() -> Int? {
    guard let hour = number(), hour.width <= 2, hour.value <= 24, accept(UInt8(ascii: ":")), let minute = number(),
      minute.width == 2, minute.value < 60
    else { return nil }
    var seconds = hour.value * 3_600 + minute.value * 60
    if accept(UInt8(ascii: ":")) {
      guard let second = number(), second.width == 2, second.value <= 60 else { return nil }
      seconds += second.value
      if accept(UInt8(ascii: ".")) || accept(UInt8(ascii: ",")) {
        while index < bytes.count, bytes[index].isDigit { index += 1 }
      }
    }
    guard seconds <= 86_400 else { return nil }
    skipBlanks()
    guard !isAtEnd else { return seconds }
    if bytes[index] | 0x20 == UInt8(ascii: "z") {
      index += 1
      return seconds
    }
    let isEast = bytes[index] == UInt8(ascii: "+")
    guard isEast || bytes[index] == UInt8(ascii: "-") else { return nil }
    index += 1
    guard let zone = number() else { return nil }
    var minutes = zone.width == 4 ? zone.value / 100 * 60 + zone.value % 100 : zone.value * 60
    if accept(UInt8(ascii: ":")) {
      guard let rest = number(), rest.width == 2, rest.value < 60 else { return nil }
      minutes += rest.value
    }
    guard minutes <= 18 * 60 else { return nil }
    return seconds + (isEast ? -minutes : minutes) * 60
  }

  /// `28/06/2022`, `28-06-2022`, `28.6.22`: the day first, as French has it; `le 28/06/2022`.
  private mutating func readDayFirst() -> DateReading? {
    let weekday = skipDayWords()
    guard let day = number(), day.width <= 2, let first = separator(), let month = number(), month.width <= 2,
      separator() == first, let year = number(), year.width == 4 || year.width == 2, acceptEnd()
    else { return nil }
    let fullYear = year.width == 2 ? 2000 + year.value : year.value
    // `26-01-05`: a day so long ago is less likely than the other order.
    if year.width == 2, weekday == nil, first == .hyphen || first == .dash, fullYear < 2015,
      let date = CalendarDate(year: 2000 + day.value, month: month.value, day: year.value)
    {
      return .otherForm(date, isCertain: false)
    }
    let isAmbiguous = day.value <= 12 && month.value <= 12 && day.value != month.value
    if let date = CalendarDate(year: fullYear, month: month.value, day: day.value) {
      return .otherForm(date, isCertain: !isAmbiguous && year.width == 4 && Self.fits(weekday, date))
    }
    guard let swapped = CalendarDate(year: fullYear, month: day.value, day: month.value) else {
      return .impossible(suggestion: nil)
    }
    return .otherForm(swapped, isCertain: false)
  }

  /// The days of the week without accents, French and English, Monday first.
  private static let weekdays: [[String]] = [
    ["lundi", "monday", "mon"], ["mardi", "tuesday", "tue"], ["mercredi", "wednesday", "wed"],
    ["jeudi", "thursday", "thu"], ["vendredi", "friday", "fri"], ["samedi", "saturday", "sat"],
    ["dimanche", "sunday", "sun"],
  ]

  /// Passes `le`, a day of the week, or both, and tells the place of the day from Monday on, -1 where none is named;
  /// `nil` where nothing is passed.
  private mutating func skipDayWords() -> Int? {
    var result: Int?
    while true {
      let start = index
      guard let word = word() else { break }
      if word.elementsEqual("le".utf8), result == nil {
        result = -1
      } else if let day = Self.weekdays.firstIndex(where: { $0.contains { word.elementsEqual($0.utf8) } }),
        result ?? -1 < 0
      {
        result = day
      } else {
        index = start
        break
      }
      _ = accept(Byte.dot) || accept(Byte.comma)
      skipBlanks()
    }
    return result
  }

  /// The names of the months without their accents, French, English and German, and their abbreviations.
  private static let months: [[String]] = [
    ["janvier", "janv", "jan", "january", "januar"], ["fevrier", "fevr", "fev", "february", "feb", "februar"],
    ["mars", "mar", "march"], ["avril", "avr", "april", "apr"], ["mai", "may"], ["juin", "jun", "june", "juni"],
    ["juillet", "juil", "jul", "july", "juli"], ["aout", "august", "aug"],
    ["septembre", "sept", "sep", "september"], ["octobre", "oct", "october", "oktober"],
    ["novembre", "nov", "november"], ["decembre", "dec", "december", "dezember"],
  ]

  /// `28 juin 2022`, `1er juillet 2022`, `mardi 28 juin 2022`, `June 28, 2022`.
  private mutating func readWithMonthName() -> DateReading? {
    let weekday = skipDayWords()
    var day = dayNumber()
    guard let word = word() else { return nil }
    _ = accept(Byte.dot)
    if day == nil {
      skipBlanks()
      day = dayNumber()
      _ = accept(Byte.comma)
    }
    skipBlanks()
    guard let day, let year = number(), year.width == 4, acceptEnd() else { return nil }
    guard let month = Self.months.firstIndex(where: { $0.contains { word.elementsEqual($0.utf8) } }) else {
      return .impossible(ifAny: CalendarDate(year: year.value, month: Self.month(near: word), day: day))
    }
    guard let date = CalendarDate(year: year.value, month: month + 1, day: day) else {
      return .impossible(suggestion: nil)
    }
    return .otherForm(date, isCertain: Self.fits(weekday, date))
  }

  /// Whether a day is that of the week, from Monday on, that stands before it; a negative number is none.
  private static func fits(_ weekday: Int?, _ date: CalendarDate) -> Bool {
    guard let weekday, weekday >= 0 else { return true }
    // 1 March of year 0, from which days are counted, was a Wednesday.
    return (date.dayNumber + 2) % 7 == weekday
  }

  /// The month, from 1, whose name has one slip in this word; 0 for none. Short names are near too many words.
  private static func month(near word: [UInt8]) -> Int {
    let found = months.firstIndex { names in
      names.contains { $0.utf8.count >= 5 && EditDistance.distance(word, Array($0.utf8), limit: 1) != nil }
    }
    return found.map { $0 + 1 } ?? 0
  }

  /// The number of a day, with the letters that make it first, second or third.
  private mutating func dayNumber() -> Int? {
    let start = index
    guard let day = number(), day.width <= 2 else {
      index = start
      return nil
    }
    for ending in ["er", "st", "nd", "rd", "th"]
    where bytes[index...].prefix(2).map({ $0 | 0x20 }) == Array(ending.utf8) {
      index += 2
      break
    }
    skipBlanks()
    return day.value
  }

  /// The next word in small letters without accents.
  private mutating func word() -> [UInt8]? {
    var word: [UInt8] = []
    while index < bytes.count, bytes[index] >= 0x80 || bytes[index].isLetter {
      switch bytes[index] {
      case 0xC3:
        // é and É, û and Û: the only accented letters in the names of months.
        let second = index + 1 < bytes.count ? bytes[index + 1] | 0x20 : 0
        guard second == 0xA9 || second == 0xBB else { return nil }
        word.append(second == 0xA9 ? UInt8(ascii: "e") : UInt8(ascii: "u"))
        index += 2
      case 0x80...: return nil
      default:
        word.append(bytes[index] | 0x20)
        index += 1
      }
    }
    return word.isEmpty ? nil : word
  }

  /// `2O26-01-05`: letters that look like digits.
  private func readWithLetters() -> DateReading? {
    var digits = 0
    let text = bytes[index...].map { byte in
      if byte.isDigit { digits += 1 }
      return switch byte | 0x20 {
      case UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: "l"), UInt8(ascii: "i"): UInt8(ascii: "1")
      default: byte
      }
    }
    guard digits >= 5, !text.elementsEqual(bytes[index...]) else { return nil }
    return CalendarDate(iso: text).map { .impossible(suggestion: $0) }
  }
}

extension DateReading {
  /// A day that was meant, if there is one.
  fileprivate static func impossible(ifAny suggestion: CalendarDate?) -> DateReading? {
    suggestion.map { .impossible(suggestion: $0) }
  }
}
