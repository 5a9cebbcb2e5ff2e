import SourceText

/// `uri-template`: RFC 6570, 2, of any level; an apostrophe is a literal (erratum 6937).
enum URITemplateFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard FormatText.isUTF8(text) else { return false }
    var scanner = FormatScanner(text)
    while let byte = scanner.peek {
      if byte == UInt8(ascii: "{") {
        guard skipExpression(&scanner) else { return false }
      } else if byte == UInt8(ascii: "%") {
        guard skipTriplet(&scanner) else { return false }
      } else {
        guard isLiteral(at: &scanner) else { return false }
      }
    }
    return true
  }

  private static func isLiteral(at scanner: inout FormatScanner) -> Bool {
    guard let scalar = FormatText.takeScalar(&scanner) else { return false }
    switch scalar.value {
    case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: return false
    case 0..<0x80: return true
    default: return IRISyntax.isUnicodeCharacter(scalar.value) || IRISyntax.isPrivateUse(scalar.value)
    }
  }

  private static func skipTriplet(_ scanner: inout FormatScanner) -> Bool {
    guard scanner.take(UInt8(ascii: "%")) else { return false }
    for _ in 0..<2 {
      guard let digit = scanner.peek, digit.hexValue != nil else { return false }
      scanner.skip()
    }
    return true
  }

  /// `{`, an operator or none, variables between commas, `}`.
  private static func skipExpression(_ scanner: inout FormatScanner) -> Bool {
    scanner.skip()
    // The last five are reserved for extensions, and the grammar has them.
    if let byte = scanner.peek, "+#./;?&=,!@|".utf8.contains(byte) { scanner.skip() }
    repeat {
      guard skipVariable(&scanner) else { return false }
    } while scanner.take(UInt8(ascii: ","))
    return scanner.take(UInt8(ascii: "}"))
  }

  private static func skipVariable(_ scanner: inout FormatScanner) -> Bool {
    repeat {
      guard skipNamePart(&scanner) else { return false }
    } while scanner.take(UInt8(ascii: "."))
    if scanner.take(UInt8(ascii: "*")) { return true }
    guard scanner.take(UInt8(ascii: ":")) else { return true }
    guard scanner.peek != UInt8(ascii: "0") else { return false }
    return (1...4).contains(scanner.skipDigits())
  }

  private static func skipNamePart(_ scanner: inout FormatScanner) -> Bool {
    let start = scanner.index
    while let byte = scanner.peek {
      if byte == UInt8(ascii: "%") {
        guard skipTriplet(&scanner) else { return false }
      } else if byte.isAlphanumeric || byte == UInt8(ascii: "_") {
        scanner.skip()
      } else {
        break
      }
    }
    return scanner.index > start
  }
}
