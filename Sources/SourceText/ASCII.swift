/// The classes of ASCII; no byte from 0x80 on is in any of them.
extension UInt8 {
  /// A space or a tab.
  @inlinable @inline(__always) package var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// A line feed or a carriage return.
  @inlinable @inline(__always) package var isLineBreak: Bool { self == 0x0A || self == 0x0D }

  /// A digit.
  @inlinable @inline(__always) package var isDigit: Bool { self &- 0x30 <= 9 }

  /// A letter.
  @inlinable @inline(__always) package var isLetter: Bool { (self | 0x20) &- 0x61 <= 25 }

  /// A capital letter.
  @inlinable @inline(__always) package var isCapital: Bool { self &- 0x41 <= 25 }

  /// A letter or a digit.
  @inlinable @inline(__always) package var isAlphanumeric: Bool { isLetter || isDigit }

  /// The small letter of a capital one; any other byte as it is.
  @inlinable @inline(__always) package var lowercased: UInt8 { isCapital ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  @inlinable @inline(__always) package var hexValue: UInt32? {
    if isDigit { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// A space, a tab or a line break.
  @inlinable @inline(__always) package var isWhitespace: Bool { isBlank || isLineBreak }

  /// A printed sign that is neither a space, a letter nor a digit.
  @inlinable @inline(__always) package var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }

  /// `unreserved` in a URI (RFC 3986, 2.3).
  @inlinable @inline(__always) package var isUnreserved: Bool {
    isAlphanumeric || self == 0x2D || self == 0x2E || self == 0x5F || self == 0x7E
  }
}

extension [UInt8] {
  /// Whether `text` stands at `index`, before `limit`.
  package func hasBytes(_ text: StaticString, at index: Int, limit: Int) -> Bool {
    matches(text, at: index, limit: limit) { $0 }
  }

  /// Whether `text`, which is written in small letters, stands at `index`, before `limit`, in whatever case.
  package func hasLetters(_ text: StaticString, at index: Int, limit: Int) -> Bool {
    matches(text, at: index, limit: limit) { $0.lowercased }
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

  /// `range`, cut to the bytes that are there.
  package func clamped(_ range: ByteRange) -> ByteRange {
    let start = Swift.min(Swift.max(range.start, 0), count)
    return ByteRange(start, Swift.min(Swift.max(range.end, start), count))
  }
}
