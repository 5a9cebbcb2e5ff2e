/// Searches that look at eight bytes at a time.
public enum ByteSearch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The offset of the first LF or CR from `start` on, at most `end`.
  ///
  /// `start` and `end` must be inside `bytes`, in this order.
  public static func lineEnd(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= end {
        let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let marks = equal(word, 0x0A) | equal(word, 0x0D)
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

  /// The offset of the first byte beyond ASCII from `start` on, at most `end`.
  ///
  /// `start` and `end` must be inside `bytes`, in this order.
  public static func nonASCII(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe nonASCII(from: start, to: end, in: $0) }
  }

  /// The same in bytes that are at hand.
  @inlinable
  package static func nonASCII(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let highs: UInt64 = 0x8080_8080_8080_8080
    let buffer = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= end {
      let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if word & highs != 0 { return index + (word & highs).trailingZeroBitCount / 8 }
      index += 8
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

  /// Marks the lowest byte of a word that equals `byte`; above it the marks mean nothing.
  @inline(__always)
  private static func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let other = word ^ (ones &* byte)
    return (other &- ones) & ~other & highs
  }
}
