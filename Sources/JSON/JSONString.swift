package import DataTree
import SourceText

/// The strings of JSON (RFC 8259, section 7).
package enum JSONString {
  /// Resolves the escapes of a string.
  package static let decoder = ScalarDecoder { _, content, bytes in decode(content, in: bytes) }

  /// Resolves the escapes; surrogate pairs are joined, a lone surrogate becomes U+FFFD, an unknown escape stays.
  private static func decode(_ content: ByteRange, in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.start
    while index < content.end {
      let byte = bytes[index]
      guard byte == Byte.backslash, index + 1 < content.end else {
        result.append(byte)
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "t"): result.append(Byte.tab)
      case UInt8(ascii: "n"): result.append(Byte.lineFeed)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "r"): result.append(Byte.carriageReturn)
      case Byte.doubleQuote, Byte.backslash, Byte.slash: result.append(escape)
      case UInt8(ascii: "u"):
        guard let unit = codeUnit(at: index, content, in: bytes) else { fallthrough }
        index += 4
        var number = unit
        if unit & 0xFC00 == 0xD800, index + 1 < content.end, bytes[index] == Byte.backslash,
          bytes[index + 1] == UInt8(ascii: "u"), let low = codeUnit(at: index + 2, content, in: bytes),
          low & 0xFC00 == 0xDC00
        {
          number = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
          index += 6
        }
        result += Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
      default: result += [Byte.backslash, escape]
      }
    }
    return result
  }

  /// The four hexadecimal digits from `start` on.
  private static func codeUnit(at start: Int, _ content: ByteRange, in bytes: [UInt8]) -> UInt32? {
    guard start + 4 <= content.end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
