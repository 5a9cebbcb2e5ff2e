/// Where two texts differ: what stands before and behind is the same in both, byte for byte.
package struct ChangedBytes: Hashable, Sendable {
  /// What stands in the first text and not in the second.
  package let before: ByteRange
  /// What stands in its place in the second.
  package let after: ByteRange

  /// How far what stands behind the change is moved.
  package var distance: Int { after.end - before.end }

  /// Finds where `new` differs from `old`: as little of both as one change takes.
  package init(from old: [UInt8], to new: [UInt8]) {
    let shorter = min(old.count, new.count)
    let (start, end) = unsafe old.withUnsafeBytes { old in
      unsafe new.withUnsafeBytes { new in
        let start = unsafe Self.equalAtStart(old, new, limit: shorter)
        return (start, unsafe Self.equalAtEnd(old, new, limit: shorter - start))
      }
    }
    before = ByteRange(start, old.count - end)
    after = ByteRange(start, new.count - end)
  }

  /// How many bytes are compared at once.
  private static let block = 32

  /// How many bytes are equal from the start on, at most `limit`, which is no more than the shorter one has.
  private static func equalAtStart(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, limit: Int) -> Int {
    var index = 0
    while index + block <= limit, unsafe areEqual(old, index, new, index) { index += block }
    while index < limit, unsafe old[index] == new[index] { index += 1 }
    return index
  }

  /// How many bytes are equal up to the end, at most `limit`, which is no more than the shorter one has.
  private static func equalAtEnd(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, limit: Int) -> Int {
    let (oldEnd, newEnd) = (old.count, new.count)
    var count = 0
    while count + block <= limit, unsafe areEqual(old, oldEnd - count - block, new, newEnd - count - block) {
      count += block
    }
    while count < limit, unsafe old[oldEnd - count - 1] == new[newEnd - count - 1] { count += 1 }
    return count
  }

  /// Whether the blocks at two offsets are equal; both must be inside.
  @inline(__always)
  private static func areEqual(
    _ old: UnsafeRawBufferPointer, _ first: Int, _ new: UnsafeRawBufferPointer, _ second: Int
  ) -> Bool {
    unsafe old.loadUnaligned(fromByteOffset: first, as: SIMD4<UInt64>.self)
      == new.loadUnaligned(fromByteOffset: second, as: SIMD4<UInt64>.self)
  }
}
