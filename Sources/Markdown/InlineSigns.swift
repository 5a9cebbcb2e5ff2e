/// The bytes at which the inline scanner must look.
enum InlineSigns {
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
  static var set: ASCIISet {
    ASCIISet(
      low: 1 << 0x3A | 1 << 0x3C,
      high: 1 << (0x40 - 64) | 1 << (0x5B - 64) | 1 << (0x5C - 64) | 1 << (0x5D - 64) | 1 << (0x60 - 64)
        | 1 << (0x77 - 64) | 1 << (0x7B - 64))
  }

  /// 1 for a byte that may be in ``set``: for a few that are not (`|`, `}`, `~`), too. It has no way out in between, so
  /// that many bytes are looked at together.
  ///
  /// With the bit 0x20 set, `[ \\ ] {` are the bytes from 0x7B on, and `@` is a backtick.
  @inline(__always)
  static func mayHold(_ byte: UInt8) -> UInt8 {
    let folded = Int8(bitPattern: byte | 0x20)
    return (folded > 0x7A ? 1 : 0) | (folded == 0x60 ? 1 : 0) | (byte == 0x77 ? 1 : 0) | (byte == 0x3A ? 1 : 0)
      | (byte == 0x3C ? 1 : 0)
  }
}
