/// `date`: `full-date` of RFC 3339, 5.6, with the days that the month has (5.7).
enum DateFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    return scan(&scanner) != nil && scanner.isAtEnd
  }

  /// Reads a date; `isMonthEnd` says whether it is the last day of its month, where leap seconds may be.
  static func scan(_ scanner: inout FormatScanner) -> (day: Int, isMonthEnd: Bool)? {
    let hyphen = UInt8(ascii: "-")
    guard let year = scanner.takeDigits(4), scanner.take(hyphen), let month = scanner.takeDigits(2),
      scanner.take(hyphen), let day = scanner.takeDigits(2), (1...12).contains(month)
    else { return nil }
    let last = days(in: month, of: year)
    guard day >= 1, day <= last else { return nil }
    return (day, day == last)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
