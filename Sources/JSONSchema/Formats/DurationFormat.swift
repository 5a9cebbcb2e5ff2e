/// `duration`: RFC 3339, appendix A. Units follow one another without a gap: years and days need months between them.
enum DurationFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    guard scanner.take(UInt8(ascii: "P")) else { return false }
    if isWeeks(scanner) { return true }
    guard let hasDate = skipUnits(Array("YMD".utf8), &scanner) else { return false }
    if scanner.take(UInt8(ascii: "T")) {
      guard skipUnits(Array("HMS".utf8), &scanner) == true else { return false }
    } else if !hasDate {
      return false
    }
    return scanner.isAtEnd
  }

  private static func isWeeks(_ start: FormatScanner) -> Bool {
    var scanner = start
    return scanner.skipDigits() > 0 && scanner.take(UInt8(ascii: "W")) && scanner.isAtEnd
  }

  /// Reads numbers, each with the unit after the one before; `nil` where one has another unit, else whether there is one.
  private static func skipUnits(_ units: [UInt8], _ scanner: inout FormatScanner) -> Bool? {
    var next: Int?
    while scanner.skipDigits() > 0 {
      guard let unit = scanner.peek, let place = units.firstIndex(of: unit), next == nil || next == place else {
        return nil
      }
      scanner.skip()
      next = place + 1
    }
    return next != nil
  }
}
