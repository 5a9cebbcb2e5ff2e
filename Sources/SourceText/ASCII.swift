/// The classes of ASCII; no byte from 0x80 on is in any of them.
extension UInt8 {
  /// A space or a tab.
  @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// A line feed or a carriage return.
  @inlinable package var isLineBreak: Bool { self == 0x0A || self == 0x0D }

  /// A digit.
  @inlinable package var isDigit: Bool { self &- 0x30 <= 9 }

  /// A letter.
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 <= 25 }

  /// A capital letter.
  @inlinable package var isCapital: Bool { self &- 0x41 <= 25 }

  /// A letter or a digit.
  @inlinable package var isAlphanumeric: Bool { isLetter || isDigit }

  /// The small letter of a capital one; any other byte as it is.
  @inlinable package var lowercased: UInt8 { isCapital ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  @inlinable package var hexValue: UInt32? {
    if isDigit { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// A space, a tab or a line break.
  @inlinable package var isWhitespace: Bool { isBlank || isLineBreak }

  /// A printed sign that is neither a space, a letter nor a digit.
  @inlinable package var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }

  /// `unreserved` in a URI (RFC 3986, 2.3).
  @inlinable package var isUnreserved: Bool {
    isAlphanumeric || self == 0x2D || self == 0x2E || self == 0x5F || self == 0x7E
  }
}

extension [UInt8] {
  /// `range`, cut to the bytes that are there.
  package func clamped(_ range: ByteRange) -> ByteRange {
    let start = Swift.min(Swift.max(range.start, 0), count)
    return ByteRange(start, Swift.min(Swift.max(range.end, start), count))
  }
}
