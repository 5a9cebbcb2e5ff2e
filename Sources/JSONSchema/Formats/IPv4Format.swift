import SourceText

/// `ipv4`: four decimal octets without leading zeros (RFC 2673, 3.2; `IPv4address` of RFC 3986, 3.2.2).
enum IPv4Format {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    for part in 0..<4 {
      if part > 0, !scanner.take(UInt8(ascii: ".")) { return false }
      guard takeOctet(&scanner) else { return false }
    }
    return scanner.isAtEnd
  }

  private static func takeOctet(_ scanner: inout FormatScanner) -> Bool {
    let isZero = scanner.peek == UInt8(ascii: "0")
    var value = 0
    var count = 0
    while let byte = scanner.peek, byte.isDigit, count < 4 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      count += 1
      scanner.skip()
    }
    return count > 0 && value <= 255 && (!isZero || count == 1)
  }
}
