/// `relative-json-pointer`: a number of levels up, then `#` or a JSON pointer.
///
/// The edition that 2020-12 cites (draft-bhutton-relative-json-pointer-00, 3) lets an index adjustment such as `+1`
/// follow the number; draft-07 cites one without.
enum RelativeJSONPointerFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    guard takeNumber(&scanner) else { return false }
    if scanner.take(UInt8(ascii: "+")) || scanner.take(UInt8(ascii: "-")) {
      guard takeNumber(&scanner) else { return false }
    }
    if scanner.take(UInt8(ascii: "#")) { return scanner.isAtEnd }
    return JSONPointerFormat.isValid(scanner.rest)
  }

  /// Decimal digits without a leading zero.
  private static func takeNumber(_ scanner: inout FormatScanner) -> Bool {
    let isZero = scanner.peek == UInt8(ascii: "0")
    let count = scanner.skipDigits()
    return count > 0 && (!isZero || count == 1)
  }
}
