import SourceText

/// Checks an address in brackets (RFC 5321, 4.1.3): `[192.0.2.1]` or `[IPv6:2001:db8::1]`; no other tag is registered.
enum AddressLiteral {
  /// What is wrong with the literal in `range`, which starts with `[`.
  static func error(_ bytes: [UInt8], _ range: ByteRange) -> EmailError? {
    guard let close = bytes[range.indices].firstIndex(of: Byte.closeBracket) else {
      return EmailError(.unclosedLiteral, ByteRange(range.start, range.start + 1))
    }
    guard close == range.end - 1 else { return EmailError(.invalidDomainCharacter, ByteRange(close + 1, range.end)) }
    let content = ByteRange(range.start + 1, close)
    let isValid =
      bytes.hasLetters("ipv6:", at: content.start, limit: content.end)
      ? isIPv6(bytes, ByteRange(content.start + 5, content.end)) : isIPv4(bytes, content)
    return isValid ? nil : EmailError(.invalidLiteral, content)
  }

  /// Four numbers of one to three digits, up to 255.
  private static func isIPv4(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count >= 7, range.count <= 15 else { return false }
    let parts = bytes[range.indices].split(separator: Byte.dot, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard part.count >= 1, part.count <= 3, part.allSatisfy(\.isDigit) else { return false }
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
      }
  }

  /// Eight groups, or up to six with one `::`; the last two may be an IPv4 address.
  private static func isIPv6(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count >= 2, range.count <= 45 else { return false }
    var groups = 0
    var isCompressed = false
    var index = range.start
    if bytes[index] == Byte.colon {
      guard bytes[index + 1] == Byte.colon else { return false }
      isCompressed = true
      index += 2
      if index == range.end { return true }
    }
    while true {
      let start = index
      while index < range.end, bytes[index].hexValue != nil { index += 1 }
      if index < range.end, bytes[index] == Byte.dot {
        guard isIPv4(bytes, ByteRange(start, range.end)) else { return false }
        groups += 2
        break
      }
      guard index > start, index - start <= 4 else { return false }
      groups += 1
      if index == range.end { break }
      guard bytes[index] == Byte.colon, index + 1 < range.end else { return false }
      index += 1
      if bytes[index] == Byte.colon {
        if isCompressed { return false }
        isCompressed = true
        index += 1
        if index == range.end { break }
      }
    }
    return isCompressed ? groups <= 6 : groups == 8
  }
}
