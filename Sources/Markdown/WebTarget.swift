import SourceText

/// Tells targets that are good addresses of the web beyond doubt, as most are: one look at their bytes spares all that asks
/// what may be odd about a target.
enum WebTarget {
  /// The offset after the address at `start`, before `limit`: after the last sign that may stand in one. `nil` where an
  /// address is to be looked at.
  static func end(at start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { text in
      // The shortest, and the sign behind it, are nine bytes: `http://a)`.
      let limit = min(limit, text.count)
      guard start >= 0, start + 8 < limit else { return nil }
      let first = unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      var index: Int
      if first == https {
        index = start + 8
      } else if first & sevenBytes == http {
        index = start + 7
      } else {
        return nil
      }
      // A second scheme, and what may be one of mail, is looked at.
      let host = unsafe text[index]
      guard host.isAlphanumeric, host != UInt8(ascii: "h"), host != UInt8(ascii: "m") else { return nil }
      index += 1
      while index < limit, unsafe isHostByte(text[index]) {
        if unsafe text[index] == Byte.dot && text[index - 1] == Byte.dot { return index }
        index += 1
      }
      guard index < limit, unsafe endsHost(text[index]) else { return index }
      while index < limit, unsafe isSign(text[index]) { index += 1 }
      return index
    }
  }

  /// `https://` and `http://` as numbers, the first byte the lowest.
  private static let https: UInt64 = 0x2F2F_3A73_7074_7468
  private static let http: UInt64 = 0x002F_2F3A_7074_7468
  private static let sevenBytes: UInt64 = 0x00FF_FFFF_FFFF_FFFF

  @inline(__always)
  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == Byte.dot || byte == Byte.dash || byte.isDigit
  }

  /// Letters, digits and `! # $ % ' * + , - . / : ; = ? @ _ ~`.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool { byte.isLetter || signs.contains(byte) }

  @inline(__always)
  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == Byte.slash || byte == Byte.question || byte == Byte.hash
  }

  private static var signs: InlineSigns.ASCIISet {
    InlineSigns.ASCIISet(low: 0xAFFF_FCBA_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)
  }
}
