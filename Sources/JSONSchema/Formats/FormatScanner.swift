import SourceText

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
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    index += count
    return value
  }

  /// As many decimal digits as there are; how many.
  mutating func skipDigits() -> Int {
    let start = index
    while let byte = peek, byte.isDigit { index += 1 }
    return index - start
  }

  /// What has not been read.
  var rest: ArraySlice<UInt8> { text[index...] }
}
