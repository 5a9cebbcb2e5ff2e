import SourceText

/// The grammar of URIs (RFC 3986, appendix A) and, with `allowsUnicode`, of IRIs (RFC 3987, 2.2).
struct IRISyntax {
  let allowsUnicode: Bool

  /// `URI` or `IRI`: with a scheme.
  func isAbsolute(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = schemeEnd(text) else { return false }
    return isHierarchy(text[(colon + 1)...], isRelative: false)
  }

  /// `URI-reference` or `IRI-reference`: with a scheme or relative.
  func isReference(_ text: ArraySlice<UInt8>) -> Bool {
    isAbsolute(text) || isHierarchy(text, isRelative: true)
  }

  /// Where the colon after a scheme is (3.1).
  private func schemeEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first.isLetter,
      let end = text.firstIndex(where: { !$0.isAlphanumeric && !"+-.".utf8.contains($0) }),
      text[end] == UInt8(ascii: ":")
    else { return nil }
    return end
  }

  /// All after the scheme: authority, path, query and fragment.
  private func isHierarchy(_ text: ArraySlice<UInt8>, isRelative: Bool) -> Bool {
    var rest = text
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      guard isMade(of: rest[(hash + 1)...], extra: "/?:@") else { return false }
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      guard isMade(of: rest[(mark + 1)...], extra: "/?:@", allowsPrivateUse: true) else { return false }
      rest = rest[..<mark]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      return isAuthority(rest[..<slash]) && isMade(of: rest[slash...], extra: "/:@")
    }
    if isRelative {
      // A colon in the first segment would make it a scheme (4.2).
      let segment = rest.prefix { $0 != UInt8(ascii: "/") }
      if segment.contains(UInt8(ascii: ":")) { return false }
    }
    return isMade(of: rest, extra: "/:@")
  }

  // MARK: Authority (3.2)

  private func isAuthority(_ text: ArraySlice<UInt8>) -> Bool {
    var host = text
    if let at = host.firstIndex(of: UInt8(ascii: "@")) {
      guard isMade(of: host[..<at], extra: ":") else { return false }
      host = host[(at + 1)...]
    }
    if host.first == UInt8(ascii: "[") {
      guard let close = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let literal = host[(host.startIndex + 1)..<close]
      return (IPv6Format.isValid(literal) || isFutureAddress(literal)) && isPort(host[(close + 1)...])
    }
    let colon = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
    return isMade(of: host[..<colon], extra: "") && isPort(host[colon...])
  }

  /// Nothing, or a colon and digits, which may be none.
  private func isPort(_ text: ArraySlice<UInt8>) -> Bool {
    text.isEmpty || (text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy(\.isDigit))
  }

  /// `IPvFuture`: `v`, a version in hexadecimal, a dot, an address.
  private func isFutureAddress(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "v"), let dot = text.firstIndex(of: UInt8(ascii: "."))
    else { return false }
    let version = text[(text.startIndex + 1)..<dot]
    let address = text[(dot + 1)...]
    return !version.isEmpty && version.allSatisfy({ $0.hexValue != nil }) && !address.isEmpty
      && address.allSatisfy { $0.isUnreserved || isSubDelimiter($0) || $0 == UInt8(ascii: ":") }
  }

  // MARK: Characters (2)

  /// Whether the text is made of `unreserved`, `pct-encoded`, `sub-delims` and `extra`.
  private func isMade(of text: ArraySlice<UInt8>, extra: StaticString, allowsPrivateUse: Bool = false) -> Bool {
    var scanner = FormatScanner(text)
    while let byte = scanner.peek {
      if byte >= 0x80 {
        guard allowsUnicode, let scalar = FormatText.takeScalar(&scanner) else { return false }
        let isPrivate = allowsPrivateUse && Self.isPrivateUse(scalar.value)
        guard isPrivate || Self.isUnicodeCharacter(scalar.value) else { return false }
        continue
      }
      scanner.skip()
      if byte == UInt8(ascii: "%") {
        for _ in 0..<2 {
          guard let digit = scanner.peek, digit.hexValue != nil else { return false }
          scanner.skip()
        }
      } else if !byte.isUnreserved, !isSubDelimiter(byte), !extra.contains(byte) {
        return false
      }
    }
    return true
  }

  private func isSubDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// `ucschar` (RFC 3987, 2.2).
  static func isUnicodeCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xDFFFF: value & 0xFFFF <= 0xFFFD
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }

  /// `iprivate`, which a query may hold.
  static func isPrivateUse(_ value: UInt32) -> Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }
}

extension StaticString {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    withUTF8Buffer { unsafe $0.contains(byte) }
  }
}
