import SourceText

/// Facts about single code points.
package enum CodePoint {
  /// The usual way to write a code point: `U+200B`.
  package static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The character that ends right before `offset`, or `nil` at the start and after bad bytes.
  package static func before(_ offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    for length in 1...4 where offset - length >= 0 {
      if let found = UTF8Scan.scalar(at: offset - length, in: bytes), found.length == length { return found.value }
    }
    return nil
  }

  /// Whether a code point can stand beside a joiner inside an emoji (UTS 51, 1.4.2): a pictograph, a modifier or a
  /// variation selector.
  package static func isEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0F, 0x20E3, 0x2190...0x21FF, 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: true
    default: false
    }
  }
}
