/// Searches that look at sixteen bytes at a time: what is asked of all bytes of a block without a way out in between, the
/// compiler asks of all at once.
public enum ByteSearch {
  private static let blockSize = 16

  /// The offset of the first LF or CR from `start` on, at most `end`.
  ///
  /// `start` and `end` must be inside `bytes`, in this order.
  public static func lineEnd(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var index = start
      while index + blockSize <= end {
        var marks: UInt8 = 0
        for place in index..<index + blockSize {
          marks |= unsafe (buffer[place] == 0x0A ? 1 : 0) | (buffer[place] == 0x0D ? 1 : 0)
        }
        if marks != 0 { break }
        index += blockSize
      }
      while index + 8 <= end {
        let marks = unsafe lineEnds(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end {
        if unsafe buffer[index] == 0x0A || buffer[index] == 0x0D { return index }
        index += 1
      }
      return end
    }
  }

  /// The bytes of a word that are LF or CR, each with its highest bit.
  @inline(__always)
  private static func lineEnds(_ word: UInt64) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let lf = UInt64(littleEndian: word) ^ 0x0A0A_0A0A_0A0A_0A0A
    let cr = UInt64(littleEndian: word) ^ 0x0D0D_0D0D_0D0D_0D0D
    return ~(((lf & lows) &+ lows | lf) & ((cr & lows) &+ lows | cr) | lows)
  }

  /// The offset after the last LF or CR before `index`, or 0.
  ///
  /// `index` must be inside `bytes`, or their end.
  public static func lineStart(before index: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var index = index
      while index >= blockSize {
        var marks: UInt8 = 0
        for place in index - blockSize..<index {
          marks |= unsafe (buffer[place] == 0x0A ? 1 : 0) | (buffer[place] == 0x0D ? 1 : 0)
        }
        if marks != 0 { break }
        index -= blockSize
      }
      while index >= 8 {
        let marks = unsafe lineEnds(buffer.loadUnaligned(fromByteOffset: index - 8, as: UInt64.self))
        if marks != 0 { return index - marks.leadingZeroBitCount / 8 }
        index -= 8
      }
      while index > 0, unsafe buffer[index - 1] != 0x0A && buffer[index - 1] != 0x0D { index -= 1 }
      return index
    }
  }

  /// The offset of the first byte beyond ASCII from `start` on, at most `end`.
  ///
  /// `start` and `end` must be inside `bytes`, in this order.
  public static func nonASCII(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe nonASCII(from: start, to: end, in: $0) }
  }

  /// The same in bytes that are at hand.
  @inlinable @inline(__always)
  package static func nonASCII(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let highs: UInt64 = 0x8080_8080_8080_8080
    let buffer = UnsafeRawBufferPointer(bytes)
    var index = start
    while index &+ 8 <= end {
      let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if word & highs != 0 { return index &+ (word & highs).trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < end {
      if unsafe buffer[index] >= 0x80 { return index }
      index += 1
    }
    return end
  }

  /// Whether `bytes` hold `text`, which is not empty, anywhere.
  public static func contains(_ text: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = text.first, bytes.count >= text.count else { return false }
    for start in 0...bytes.count - text.count where bytes[start] == first {
      if bytes[start..<start + text.count].elementsEqual(text) { return true }
    }
    return false
  }
}
