/// A text in memory that outlives the call it is passed to: never to be kept.
@safe struct TextView {
  private let base: UnsafePointer<UInt8>?
  /// The number of bytes.
  let count: Int

  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe base = buffer.baseAddress
    count = buffer.count
  }

  /// The part of `buffer` from `start` up to `end`, which must lie inside it.
  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end && end <= buffer.count)
    unsafe base = buffer.baseAddress.map { unsafe $0 + start }
    count = end - start
  }

  /// A copy.
  var bytes: [UInt8] { unsafe Array(unsafeBuffer) }

  /// The buffer, for those who scan it.
  @unsafe @inline(__always)
  var unsafeBuffer: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }

  /// The byte at `index`, which must be inside.
  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { unsafe base.unsafelyUnwrapped[index] }

  /// The number of code points of UTF-8.
  var codePointCount: Int {
    var result = 0
    for index in 0..<count where byte(index) & 0xC0 != 0x80 { result += 1 }
    return result
  }

  @inline(__always)
  func equals(_ other: TextView) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index + 8 <= count {
      if eightBytes(index) != other.eightBytes(index) { return false }
      index += 8
    }
    // The last eight overlap the ones before.
    if count >= 8 { return eightBytes(count - 8) == other.eightBytes(count - 8) }
    while index < count {
      if byte(index) != other.byte(index) { return false }
      index += 1
    }
    return true
  }

  /// The bytes from `index` on, eight of which must be inside.
  @inline(__always)
  private func eightBytes(_ index: Int) -> UInt64 {
    unsafe UnsafeRawPointer(base.unsafelyUnwrapped).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  @inline(__always)
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where byte(index) != other[index] { return false }
    return true
  }

  /// A hash of the length and of a few bytes: the names are the schema's own, so no instance can make them collide.
  @inline(__always)
  var nameHash: Int {
    guard count > 0 else { return 0 }
    var value = UInt64(truncatingIfNeeded: count)
    value = value &* 31 &+ UInt64(byte(0))
    value = value &* 31 &+ UInt64(byte(count / 2))
    value = value &* 31 &+ UInt64(byte(count - 1))
    value = value &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: value >> 40)
  }
}
