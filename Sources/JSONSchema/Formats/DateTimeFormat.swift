/// `date-time`: RFC 3339, 5.6; a leap second is the last of the last day of a month in UTC (ITU-R TF.460).
enum DateTimeFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    guard let date = DateFormat.scan(&scanner), scanner.takeLetter(UInt8(ascii: "t")),
      let second = TimeFormat.scan(&scanner), scanner.isAtEnd
    else { return false }
    switch second {
    case .ordinary: return true
    case .leap(let isOnNextDay): return isOnNextDay ? date.day == 1 : date.isMonthEnd
    }
  }
}
