import SourceText

/// Base64 (RFC 4648, 4).
enum Base64 {
  /// The bytes that `text` stands for, or `nil` where it is no Base64 with its padding.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    let padding = text.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
    var value: UInt32 = 0
    for (index, byte) in text.dropLast(padding).enumerated() {
      guard let digit = digit(byte) else { return nil }
      value = value << 6 | digit
      if index % 4 == 3 {
        result += [UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
        value = 0
      }
    }
    if padding == 1 { result += [UInt8(value >> 10 & 0xFF), UInt8(value >> 2 & 0xFF)] }
    if padding == 2 { result.append(UInt8(value >> 4 & 0xFF)) }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
