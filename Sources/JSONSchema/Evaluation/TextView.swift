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
    unsafe UInt64(
      littleEndian: UnsafeRawPointer(base.unsafelyUnwrapped).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always)
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where byte(index) != other[index] { return false }
    return true
  }

  /// A hash of all bytes.
  @inline(__always)
  func nameHash(seed: Int32) -> Int {
    var value = UInt64(truncatingIfNeeded: count) ^ UInt64(truncatingIfNeeded: seed) << 32
    var index = 0
    while index + 8 <= count {
      value = Self.mixed(value ^ eightBytes(index))
      index += 8
    }
    // The last eight bytes overlap the ones before; so do the halves of what is shorter.
    if count >= 8 {
      value = Self.mixed(value ^ eightBytes(count - 8))
    } else if count >= 4 {
      value = Self.mixed(value ^ (UInt64(fourBytes(0)) << 32 | UInt64(fourBytes(count - 4))))
    } else if count > 0 {
      value = Self.mixed(value ^ (UInt64(byte(0)) << 40 | UInt64(byte(count / 2)) << 16 | UInt64(byte(count - 1))))
    }
    return Int(truncatingIfNeeded: value >> 8)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return high ^ low
  }

  @inline(__always)
  private func fourBytes(_ index: Int) -> UInt32 {
    unsafe UInt32(
      littleEndian: UnsafeRawPointer(base.unsafelyUnwrapped).loadUnaligned(fromByteOffset: index, as: UInt32.self))
  }
}
