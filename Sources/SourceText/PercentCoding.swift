/// Percent-encoding (RFC 3986, 2.1) of UTF-8.
public enum PercentCoding {
  /// A decoded text, and where each of its bytes came from.
  public struct Decoded: Sendable {
    /// The bytes after decoding; a bad escape stands as it was written.
    public var bytes: [UInt8]
    /// For each decoded byte the offset of what it was written as, and at the end the offset after the text.
    public var sourceOffsets: [UInt32]
    /// The escapes that are none, and the bytes that are no UTF-8, by position in the source; the first thousand of each.
    public var errors: [PercentError]

    /// The range of the source that the decoded `range` was written as.
    public func source(of range: ByteRange) -> ByteRange {
      let last = sourceOffsets.count - 1
      guard last >= 0 else { return ByteRange(at: 0) }
      return ByteRange(
        Int(sourceOffsets[min(max(range.start, 0), last)]), Int(sourceOffsets[min(max(range.end, 0), last)]))
    }
  }

  /// Decodes the bytes of `range`, which is cut to `bytes`.
  public static func decode(_ bytes: [UInt8], in range: ByteRange) -> Decoded {
    let range = bytes.clamped(range)
    var result = Decoded(bytes: [], sourceOffsets: [], errors: [])
    result.bytes.reserveCapacity(range.count)
    result.sourceOffsets.reserveCapacity(range.count + 1)
    var index = range.start
    while index < range.end {
      result.sourceOffsets.append(UInt32(clamping: index))
      guard bytes[index] == Byte.percent else {
        result.bytes.append(bytes[index])
        index += 1
        continue
      }
      if index + 2 < range.end, let high = bytes[index + 1].hexValue,
        let low = bytes[index + 2].hexValue
      {
        result.bytes.append(UInt8(truncatingIfNeeded: high << 4 | low))
        index += 3
      } else {
        if result.errors.count < errorLimit {
          result.errors.append(PercentError(kind: .badEscape, range: ByteRange(index, index + 1)))
        }
        result.bytes.append(Byte.percent)
        index += 1
      }
    }
    result.sourceOffsets.append(UInt32(clamping: range.end))
    checkUTF8(&result)
    result.errors.sort { $0.range < $1.range }
    return result
  }

  /// How many errors of a kind are noted.
  private static let errorLimit = 1_000

  private static func checkUTF8(_ result: inout Decoded) {
    let limit = result.errors.count + errorLimit
    var index = 0
    while index < result.bytes.count, result.errors.count < limit {
      if let (_, length) = UTF8Scan.scalar(at: index, in: result.bytes) {
        index += length
        continue
      }
      // RFC 3629, 3: ED A0 80 to ED BF BF would be the halves of a surrogate pair.
      let isSurrogate =
        result.bytes[index] == 0xED && index + 2 < result.bytes.count && result.bytes[index + 1] >= 0xA0
        && result.bytes[index + 1] <= 0xBF && result.bytes[index + 2] & 0xC0 == 0x80
      let length = isSurrogate ? 3 : 1
      result.errors.append(
        PercentError(
          kind: isSurrogate ? .loneSurrogate : .invalidUTF8,
          range: result.source(of: ByteRange(index, index + length))))
      index += length
    }
  }

  /// The bytes after decoding; a `%` that begins no escape stands for itself.
  package static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    guard bytes.contains(Byte.percent) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == Byte.percent, index + 2 < bytes.count, let high = bytes[index + 1].hexValue,
        let low = bytes[index + 2].hexValue
      {
        result.append(UInt8(truncatingIfNeeded: high << 4 | low))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Encodes every byte of `bytes` that is not unreserved (letters, digits, `-._~`).
  public static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] { encode(bytes, keepsSlashes: false) }

  /// Encodes every byte of a path that is neither unreserved nor a slash.
  package static func encode(path: [UInt8]) -> [UInt8] { encode(path, keepsSlashes: true) }

  private static func encode(_ bytes: some Sequence<UInt8>, keepsSlashes: Bool) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if byte.isUnreserved || (keepsSlashes && byte == Byte.slash) {
        result.append(byte)
      } else {
        result += [Byte.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return result
  }
}

/// Why a text is badly percent-encoded.
public struct PercentError: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// A `%` without two hexadecimal digits.
    case badEscape = "bad-escape"
    /// Bytes that are no UTF-8 once decoded.
    case invalidUTF8 = "invalid-utf8"
    /// Half of a surrogate pair, encoded as if it were a character.
    case loneSurrogate = "lone-surrogate"
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, in the source.
  public var range: ByteRange
}
