import SourceText

/// The bytes that Markdown gives a meaning, and their classes.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation = UInt8(ascii: "!")
  static let doubleQuote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let singleQuote = UInt8(ascii: "'")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let asterisk = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
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
  static let caret = UInt8(ascii: "^")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let openBrace = UInt8(ascii: "{")
  static let bar = UInt8(ascii: "|")
  static let closeBrace = UInt8(ascii: "}")
  static let tilde = UInt8(ascii: "~")

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  @inline(__always)
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool { isBlank(byte) || isLineEnd(byte) }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// The ASCII punctuation that a backslash may escape (CommonMark 2.4).
  @inline(__always)
  static func isPunctuation(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte) }

  /// A set of ASCII bytes as two words: membership is a shift, and the set a constant.
  struct ASCIISet {
    let low: UInt64
    let high: UInt64

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
    }
  }

  /// Where the inline scanner must look: `: < @ [ \ ] `` ` `` w {`.
  @inline(__always)
  static var interesting: ASCIISet {
    ASCIISet(
      low: 1 << 0x3A | 1 << 0x3C,
      high: 1 << (0x40 - 64) | 1 << (0x5B - 64) | 1 << (0x5C - 64) | 1 << (0x5D - 64) | 1 << (0x60 - 64)
        | 1 << (0x77 - 64) | 1 << (0x7B - 64))
  }

  /// 1 for a byte that may be in ``interesting``: for a few that are not (`|`, `}`, `~`), too. It has no way out in between, so
  /// that many bytes are looked at together.
  ///
  /// With the bit 0x20 set, `[ \\ ] {` are the bytes from 0x7B on, and `@` is a backtick.
  @inline(__always)
  static func mayBeInteresting(_ byte: UInt8) -> UInt8 {
    let folded = Int8(bitPattern: byte | 0x20)
    return (folded > 0x7A ? 1 : 0) | (folded == 0x60 ? 1 : 0) | (byte == 0x77 ? 1 : 0) | (byte == 0x3A ? 1 : 0)
      | (byte == 0x3C ? 1 : 0)
  }
}

extension [UInt8] {
  /// Whether `text` stands at `index`, before `limit`.
  func hasBytes(_ text: StaticString, at index: Int, limit: Int) -> Bool {
    matches(text, at: index, limit: limit) { $0 }
  }

  /// Whether `text`, which is written in lower case, stands at `index`, before `limit`, in whatever case.
  func hasLetters(_ text: StaticString, at index: Int, limit: Int) -> Bool {
    matches(text, at: index, limit: limit) { Byte.isLetter($0) ? $0 | 0x20 : $0 }
  }

  private func matches(
    _ text: StaticString, at index: Int, limit: Int, _ transform: (UInt8) -> UInt8
  ) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= Swift.min(limit, count) else { return false }
    return text.withUTF8Buffer { expected in
      for offset in 0..<expected.count where unsafe transform(self[index + offset]) != expected[offset] {
        return false
      }
      return true
    }
  }

  /// The offset of the first `first` that `second` follows, from `index`, both before `limit`.
  func firstPair(_ first: UInt8, _ second: UInt8, from index: Int, limit: Int) -> Int? {
    var index = index
    while index + 1 < limit {
      if self[index] == first, self[index + 1] == second { return index }
      index += 1
    }
    return nil
  }

  /// The offset after the template tag that opens at `start`, which is no longer than templates are.
  func endOfTemplate(at start: Int, limit: Int) -> Int? {
    guard start + 1 < limit, self[start + 1] == Byte.openBrace || self[start + 1] == Byte.percent else { return nil }
    let close = self[start + 1] == Byte.percent ? Byte.percent : Byte.closeBrace
    return firstPair(close, Byte.closeBrace, from: start + 2, limit: Swift.min(limit, start + 200)).map { $0 + 2 }
  }

  /// `range` without the blanks and line ends at its ends.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var range = range
    while range.start < range.end, Byte.isWhitespace(self[range.start]) { range.start += 1 }
    while range.end > range.start, Byte.isWhitespace(self[range.end - 1]) { range.end -= 1 }
    return range
  }
}
