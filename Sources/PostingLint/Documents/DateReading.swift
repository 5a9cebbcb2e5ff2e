import SourceText

/// What a text says as a date: every form that people write, and what it should have been.
public enum DateReading: Hashable, Sendable {
  /// A YAML timestamp or an ISO 8601 date.
  case valid(Timestamp)
  /// Written in the form of a date, but no such day; with the day that was meant, where two numbers are swapped.
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
    return readWithMonthName() ?? .notADate
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

  private mutating func separator() -> UInt8? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") else { return nil }
    index += 1
    return byte
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
    let isISO = first == UInt8(ascii: "-")
    if isAtEnd {
      let isPadded = month.width == 2 && day.width == 2
      return isISO && isPadded ? .valid(Timestamp(date: date, seconds: nil)) : .otherForm(date, isCertain: true)
    }
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

  /// Whether a `T` or a blank and a digit follow.
  private var hasTime: Bool {
    guard index + 1 < bytes.count else { return false }
    var next = index
    if bytes[next] | 0x20 == UInt8(ascii: "t") {
      next += 1
    } else {
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      guard next > index else { return false }
    }
    return next < bytes.count && bytes[next].isDigit
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

  /// `28/06/2022`, `28-06-2022`, `28.6.22`: the day first, as French has it.
  private mutating func readDayFirst() -> DateReading? {
    guard let day = number(), day.width <= 2, let first = separator(), let month = number(), month.width <= 2,
      separator() == first, let year = number(), year.width == 4 || year.width == 2, isAtEnd
    else { return nil }
    let fullYear = year.width == 2 ? 2000 + year.value : year.value
    let isAmbiguous = day.value <= 12 && month.value <= 12 && day.value != month.value
    if let date = CalendarDate(year: fullYear, month: month.value, day: day.value) {
      return .otherForm(date, isCertain: !isAmbiguous && year.width == 4)
    }
    guard let swapped = CalendarDate(year: fullYear, month: day.value, day: month.value) else {
      return .impossible(suggestion: nil)
    }
    return .otherForm(swapped, isCertain: false)
  }

  /// The names of the months without their accents, French, English and German, and their abbreviations.
  private static let months: [[String]] = [
    ["janvier", "janv", "jan", "january", "januar"], ["fevrier", "fevr", "fev", "february", "feb", "februar"],
    ["mars", "mar", "march"], ["avril", "avr", "april", "apr"], ["mai", "may"], ["juin", "jun", "june", "juni"],
    ["juillet", "juil", "jul", "july", "juli"], ["aout", "august", "aug"],
    ["septembre", "sept", "sep", "september"], ["octobre", "oct", "october", "oktober"],
    ["novembre", "nov", "november"], ["decembre", "dec", "december", "dezember"],
  ]

  /// `28 juin 2022`, `1er juillet 2022`.
  private mutating func readWithMonthName() -> DateReading? {
    guard let day = number(), day.width <= 2 else { return nil }
    if index + 1 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e"), bytes[index + 1] | 0x20 == UInt8(ascii: "r") {
      index += 2
    }
    skipBlanks()
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
    _ = accept(UInt8(ascii: "."))
    skipBlanks()
    let name = Self.months.firstIndex { names in names.contains { word.elementsEqual($0.utf8) } }
    guard let name, let year = number(), year.width == 4, isAtEnd else { return nil }
    return CalendarDate(year: year.value, month: name + 1, day: day.value).map { .otherForm($0, isCertain: true) }
      ?? .impossible(suggestion: nil)
  }
}
