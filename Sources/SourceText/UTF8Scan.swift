/// Reads UTF-8 as the Unicode standard, table 3-7, has it: no overlong forms, no surrogates, nothing past U+10FFFF.
public enum UTF8Scan {
  /// The number of bytes of the character that starts at `index`: 1 to 4, and 1 for a byte that starts none.
  ///
  /// `index` must be inside `bytes`.
  @inlinable
  public static func length(at index: Int, in bytes: [UInt8]) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    return scalar(at: index, in: bytes)?.length ?? 1
  }

  /// The character that starts at `index` and its number of bytes, or `nil` where no well-formed one starts.
  ///
  /// `index` must be inside `bytes`.
  @inlinable
  public static func scalar(at index: Int, in bytes: [UInt8]) -> (value: Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      low = 0xA0
    case 0xED:
      length = 3
      high = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      low = 0x90
    case 0xF4:
      length = 4
      high = 0x8F
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    let second = bytes[index + 1]
    guard second >= low, second <= high else { return nil }
    var value = UInt32(lead & (0x7F >> UInt8(length))) << 6 | UInt32(second & 0x3F)
    for position in 2..<max(length, 2) {
      let byte = bytes[index + position]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
