import SourceText

/// The classes of the bytes that addresses and URIs are made of.
enum AddressByte {
  static func isWhitespace(_ byte: UInt8) -> Bool { byte == Byte.space || byte >= 0x09 && byte <= 0x0D }

  /// `atext` (RFC 5322, 3.2.3).
  static func isAtomText(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    switch byte {
    case Byte.exclamation, Byte.hash, UInt8(ascii: "$"), Byte.percent, Byte.ampersand, Byte.singleQuote, Byte.asterisk,
      Byte.plus, Byte.dash, Byte.slash, Byte.equals, Byte.question, Byte.caret, Byte.underscore, Byte.backtick,
      Byte.openBrace, Byte.bar, Byte.closeBrace, Byte.tilde:
      return true
    default: return false
    }
  }

  /// What may stand unencoded in a field's name or value: `qchar` without `pct-encoded` (RFC 6068, 2).
  static func isFieldText(_ byte: UInt8) -> Bool {
    if byte.isUnreserved { return true }
    switch byte {
    case Byte.exclamation, UInt8(ascii: "$"), Byte.singleQuote, Byte.openParenthesis, Byte.closeParenthesis,
      Byte.asterisk, Byte.plus, Byte.comma, Byte.semicolon, Byte.colon, Byte.at:
      return true
    default: return false
    }
  }
}

extension [UInt8] {
  /// `range` without white space at its ends.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var range = range
    while range.start < range.end, AddressByte.isWhitespace(self[range.start]) { range.start += 1 }
    while range.end > range.start, AddressByte.isWhitespace(self[range.end - 1]) { range.end -= 1 }
    return range
  }

  /// The bytes with ASCII capitals made small.
  var lowercasedASCII: [UInt8] { map(\.lowercased) }
}
