/// Reads the text of a format from its start.
struct FormatScanner {
  private let text: ArraySlice<UInt8>
  private(set) var index: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  var isAtEnd: Bool { index >= text.endIndex }

  var peek: UInt8? { index < text.endIndex ? text[index] : nil }

  mutating func skip() {
    index += 1
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// Takes an ASCII letter of either case; `letter` is the small one.
  mutating func takeLetter(_ letter: UInt8) -> Bool {
    guard let byte = peek, byte | 0x20 == letter else { return false }
    index += 1
    return true
  }

  /// Exactly `count` decimal digits as a number.
  mutating func takeDigits(_ count: Int) -> Int? {
    guard index + count <= text.endIndex else { return nil }
    var value = 0
    for byte in text[index..<index + count] {
      guard ASCII.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    index += count
    return value
  }

  /// As many decimal digits as there are; how many.
  mutating func skipDigits() -> Int {
    let start = index
    while let byte = peek, ASCII.isDigit(byte) { index += 1 }
    return index - start
  }

  /// What has not been read.
  var rest: ArraySlice<UInt8> { text[index...] }
}

/// The classes of ASCII that formats speak of (RFC 5234, B.1).
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }
}
