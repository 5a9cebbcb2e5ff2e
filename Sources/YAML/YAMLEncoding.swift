public import SourceText

/// The encodings of a YAML stream (YAML 1.2.2, 5.2).
public enum YAMLEncoding: String, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// UTF-32, low byte first.
  case utf32LittleEndian = "UTF-32LE"
  /// UTF-32, high byte first.
  case utf32BigEndian = "UTF-32BE"

  /// The encoding of a stream: by its byte-order mark, else by the zero bytes round its first character.
  public static func detect(_ bytes: [UInt8]) -> YAMLEncoding {
    let head = Array(bytes.prefix(4)) + [UInt8](repeating: 1, count: max(0, 4 - bytes.count))
    switch (head[0], head[1], head[2], head[3]) {
    case (0x00, 0x00, 0xFE, 0xFF), (0x00, 0x00, 0x00, _): return .utf32BigEndian
    case (0xFF, 0xFE, 0x00, 0x00), (_, 0x00, 0x00, 0x00): return .utf32LittleEndian
    case (0xFE, 0xFF, _, _), (0x00, _, _, _): return .utf16BigEndian
    case (0xFF, 0xFE, _, _), (_, 0x00, _, _): return .utf16LittleEndian
    default: return .utf8
    }
  }

  /// The stream in UTF-8, its byte-order mark kept; units that are no character become U+FFFD.
  public func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .utf16LittleEndian, .utf16BigEndian:
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let first = UInt16(bytes[index])
        let second = UInt16(bytes[index + 1])
        units.append(self == .utf16BigEndian ? first << 8 | second : second << 8 | first)
      }
      return Array(String(decoding: units, as: UTF16.self).utf8) + Self.replacement(bytes.count % 2)
    case .utf32LittleEndian, .utf32BigEndian:
      var units: [UInt32] = []
      units.reserveCapacity(bytes.count / 4)
      for index in stride(from: 0, to: bytes.count - 3, by: 4) {
        let unit = bytes[index..<index + 4].reduce(0) { UInt32($0) << 8 | UInt32($1) }
        units.append(self == .utf32BigEndian ? unit : unit.byteSwapped)
      }
      return Array(String(decoding: units, as: UTF32.self).utf8) + Self.replacement(bytes.count % 4)
    }
  }

  /// What stands for a unit that the end of the stream cuts off.
  private static func replacement(_ rest: Int) -> [UInt8] { rest == 0 ? [] : [0xEF, 0xBF, 0xBD] }
}

/// Finds bytes that no YAML text may hold (5.1): bad UTF-8, and control characters without a meaning in text.
public enum YAMLCharacters {
  /// The mistakes in `range`, at most `limit` of them; neighbours are one.
  public static func check(_ bytes: [UInt8], in range: ByteRange, limit: Int = 100) -> [YAMLError] {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe check(Input(buffer, end: range.end), bytes, from: max(range.start, 0), limit: limit)
    }
  }

  private static func check(_ input: Input, _ bytes: [UInt8], from start: Int, limit: Int) -> [YAMLError] {
    var errors: [YAMLError] = []
    var index = start
    while index < input.end {
      index = input.skippingPrintable(index)
      if index >= input.end { break }
      let byte = input[index]
      if byte >= 0x20 && byte < 0x7F || byte == Byte.lineFeed || byte == Byte.carriageReturn || byte == Byte.tab {
        index += 1
        continue
      }
      // Nearly all letters of two bytes: U+00C0 to U+07FF.
      if byte >= 0xC3, byte < 0xE0, index + 1 < input.end, input[index + 1] & 0xC0 == 0x80 {
        index += 2
        continue
      }
      var length = 1
      var code: YAMLErrorCode? = .controlCharacter
      if byte >= 0x80 {
        if let scalar = UTF8Scan.scalar(at: index, in: bytes), index + scalar.length <= input.end {
          length = scalar.length
          let value = scalar.value.value
          code = value >= 0xA0 && value != 0xFFFE && value != 0xFFFF || value == 0x85 ? nil : .controlCharacter
        } else {
          code = .invalidUTF8
        }
      }
      if let code {
        if let last = errors.last, last.code == code, last.range.end == index {
          errors[errors.count - 1].range.end = index + length
        } else if errors.count < limit {
          errors.append(YAMLError(code, ByteRange(index, index + length)))
        } else {
          return errors
        }
      }
      index += length
    }
    return errors
  }
}
