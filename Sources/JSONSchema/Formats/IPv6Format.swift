import SourceText

/// `ipv6`: RFC 4291, 2.2, without a zone: eight groups, `::` once for one group or more, IPv4 for the last two.
enum IPv6Format {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    let colon = UInt8(ascii: ":")
    var groups = 0
    var isShortened = false
    if scanner.take(colon) {
      guard scanner.take(colon) else { return false }
      isShortened = true
    }
    while !scanner.isAtEnd {
      if groups <= 6, IPv4Format.isValid(scanner.rest) {
        groups += 2
        break
      }
      guard takeGroup(&scanner), groups < 8 else { return false }
      groups += 1
      if scanner.isAtEnd { break }
      guard scanner.take(colon) else { return false }
      if scanner.take(colon) {
        guard !isShortened else { return false }
        isShortened = true
      } else if scanner.isAtEnd {
        return false
      }
    }
    // RFC 5952 would write a single group of zeros out, but RFC 4291 lets `::` stand for "one or more".
    return isShortened ? groups <= 7 : groups == 8
  }

  private static func takeGroup(_ scanner: inout FormatScanner) -> Bool {
    var count = 0
    while let byte = scanner.peek, byte.hexValue != nil, count < 4 {
      count += 1
      scanner.skip()
    }
    return count > 0
  }
}
