/// `time`: `full-time` of RFC 3339, 5.6, with an offset and with leap seconds where UTC has them (5.7).
enum TimeFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    return scan(&scanner) != nil && scanner.isAtEnd
  }

  /// What a date needs to know of the second of its time.
  enum Second {
    case ordinary
    /// The last second of a day in UTC; east of Greenwich, the local date is already the next one.
    case leap(isOnNextDay: Bool)
  }

  /// Reads a time; the second 60 is there at the end of a UTC day only.
  static func scan(_ scanner: inout FormatScanner) -> Second? {
    let colon = UInt8(ascii: ":")
    guard let hour = scanner.takeDigits(2), hour <= 23, scanner.take(colon), let minute = scanner.takeDigits(2),
      minute <= 59, scanner.take(colon), let second = scanner.takeDigits(2), second <= 60
    else { return nil }
    if scanner.take(UInt8(ascii: ".")) {
      guard scanner.skipDigits() > 0 else { return nil }
    }
    guard let offset = scanOffset(&scanner) else { return nil }
    guard second == 60 else { return .ordinary }
    // 23:59 in UTC. No offset is so far west that 23:59 is on the next day there.
    switch hour * 60 + minute - offset {
    case 1439: return .leap(isOnNextDay: false)
    case -1: return .leap(isOnNextDay: true)
    default: return nil
    }
  }

  /// Minutes east of UTC.
  private static func scanOffset(_ scanner: inout FormatScanner) -> Int? {
    if scanner.takeLetter(UInt8(ascii: "z")) { return 0 }
    let isWest = scanner.peek == UInt8(ascii: "-")
    guard scanner.take(UInt8(ascii: "+")) || scanner.take(UInt8(ascii: "-")), let hours = scanner.takeDigits(2),
      hours <= 23, scanner.take(UInt8(ascii: ":")), let minutes = scanner.takeDigits(2), minutes <= 59
    else { return nil }
    return isWest ? -(hours * 60 + minutes) : hours * 60 + minutes
  }
}
