import SourceText

/// A length of time in whole days and months: `P6M` (ISO 8601), `6 months`, `6 mois`.
struct Period: Hashable, Sendable {
  /// The months, years among them.
  var months = 0
  /// The days, weeks among them.
  var days = 0

  /// Reads a length; `nil` for any other text, and for none at all.
  init?(_ text: some Collection<UInt8>) {
    let text = Array(text.prefix(40)).map(\.lowercased)
    guard let first = text.first else { return nil }
    var index = first == UInt8(ascii: "p") ? 1 : 0
    let isShort = index == 1
    while index < text.count {
      while index < text.count, text[index] == Byte.space { index += 1 }
      let start = index
      while index < text.count, text[index].isDigit { index += 1 }
      guard let number = Digits.value(text[start..<index]), number <= 10_000 else { return nil }
      while index < text.count, text[index] == Byte.space { index += 1 }
      let unit = index
      while index < text.count, text[index].isLetter, !isShort || index == unit { index += 1 }
      guard add(number, Array(text[unit..<index]), isShort) else { return nil }
    }
    if months == 0, days == 0 { return nil }
  }

  private mutating func add(_ number: Int, _ unit: [UInt8], _ isShort: Bool) -> Bool {
    func isOne(of words: String...) -> Bool { words.contains { unit.elementsEqual($0.utf8) } }
    if isShort ? isOne(of: "y") : isOne(of: "year", "years", "an", "ans") {
      months += number * 12
    } else if isShort ? isOne(of: "m") : isOne(of: "month", "months", "mois") {
      months += number
    } else if isShort ? isOne(of: "w") : isOne(of: "week", "weeks", "semaine", "semaines") {
      days += number * 7
    } else if isShort ? isOne(of: "d") : isOne(of: "day", "days", "jour", "jours") {
      days += number
    } else {
      return false
    }
    return true
  }
}

extension CalendarDate {
  /// The day after a period: months first, the last day of a month where it is shorter; the calendar's last day at most.
  func adding(_ period: Period) -> CalendarDate {
    let months = year * 12 + month - 1 + period.months
    guard months / 12 <= 9999 else { return .latest }
    let last = Self.days(in: months % 12 + 1, of: months / 12)
    guard let start = CalendarDate(year: months / 12, month: months % 12 + 1, day: min(day, last)) else {
      return .latest
    }
    return start.adding(days: period.days)
  }

  private func adding(days: Int) -> CalendarDate {
    var (year, month, day) = (year, month, day + days)
    while day > Self.days(in: month, of: year) {
      day -= Self.days(in: month, of: year)
      month = month % 12 + 1
      if month == 1 { year += 1 }
      if year > 9999 { return .latest }
    }
    return CalendarDate(year: year, month: month, day: day) ?? .latest
  }
}
