import SourceText

/// The bytes that addresses and URIs are made of, and their classes.
enum AddressByte {
  static let space: UInt8 = 0x20
  static let doubleQuote = UInt8(ascii: "\"")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let comma = UInt8(ascii: ",")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let openBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closeBracket = UInt8(ascii: "]")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func isWhitespace(_ byte: UInt8) -> Bool { byte == space || byte >= 0x09 && byte <= 0x0D }

  /// `atext` (RFC 5322, 3.2.3).
  static func isAtomText(_ byte: UInt8) -> Bool {
    if isAlphanumeric(byte) { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), percent, ampersand, UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), minus, UInt8(ascii: "/"), equals, question, UInt8(ascii: "^"),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"),
      UInt8(ascii: "~"):
      return true
    default: return false
    }
  }

  /// What may stand unencoded in a field's name or value: `qchar` without `pct-encoded` (RFC 6068, 2).
  static func isFieldText(_ byte: UInt8) -> Bool {
    if byte.isUnreserved { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "'"), openParenthesis, closeParenthesis, UInt8(ascii: "*"),
      UInt8(ascii: "+"), comma, semicolon, colon, at:
      return true
    default: return false
    }
  }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte - 0x30 }
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : nil
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

  /// Whether `text`, in lower-case ASCII, stands at `index` before `limit`, in whatever case.
  func hasLetters(_ text: StaticString, at index: Int, limit: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= Swift.min(limit, count) else { return false }
    return text.withUTF8Buffer { expected in
      for offset in 0..<expected.count {
        let byte = self[index + offset]
        guard unsafe (AddressByte.isLetter(byte) ? byte | 0x20 : byte) == expected[offset] else { return false }
      }
      return true
    }
  }

  /// The bytes with ASCII capitals made small.
  var lowercasedASCII: [UInt8] { map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
}
