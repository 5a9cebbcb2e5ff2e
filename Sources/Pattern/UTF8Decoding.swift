/// Reads UTF-8 (Unicode standard, table 3-7); this module stands alone, so it has its own reader.
enum UTF8Decoding {
  /// The code point that starts at `index` and its length; `nil` and 1 for a byte that starts none.
  ///
  /// `index` must be inside `bytes`.
  static func scalar(at index: Int, in bytes: [UInt8]) -> (value: UInt32?, length: Int) {
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe scalar(at: index, in: buffer, end: buffer.count) }
  }

  /// The same in a part of a buffer that ends before `end`.
  @inline(__always)
  static func scalar(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
  ) -> (value: UInt32?, length: Int) {
    let lead = unsafe bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    guard index + 1 < end, lead >= 0xC2, lead <= 0xF4 else { return (nil, 1) }
    let second = unsafe bytes[index + 1]
    guard second & 0xC0 == 0x80 else { return (nil, 1) }
    if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F), 2) }
    guard index + 2 < end else { return (nil, 1) }
    let third = unsafe bytes[index + 2]
    guard third & 0xC0 == 0x80 else { return (nil, 1) }
    if lead < 0xF0 {
      let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      return value < 0x800 || (0xD800...0xDFFF).contains(value) ? (nil, 1) : (value, 3)
    }
    guard index + 3 < end else { return (nil, 1) }
    let fourth = unsafe bytes[index + 3]
    guard fourth & 0xC0 == 0x80 else { return (nil, 1) }
    let value =
      UInt32(lead & 0x07) << 18 | UInt32(second & 0x3F) << 12 | UInt32(third & 0x3F) << 6 | UInt32(fourth & 0x3F)
    return value < 0x10000 || value > 0x10FFFF ? (nil, 1) : (value, 4)
  }
}
