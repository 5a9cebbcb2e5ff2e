import SourceText
import YAML

/// A fixed set of names, found by their bytes without a copy.
struct NameTable: Sendable {
  /// The bytes of all names, one after the other.
  private var pool: [UInt8] = []
  /// Where each name starts in `pool`; one more entry than there are names.
  private var starts: [Int32] = [0]
  /// Open addressing, a power of two, at most half full; -1 is free. Empty for a handful of names.
  private var slots: [Int32] = []

  /// Makes a table; a name that comes again keeps its first place.
  init(_ names: [[UInt8]] = []) {
    for name in names {
      pool += name
      starts.append(Int32(clamping: pool.count))
    }
    guard names.count > 4 else { return }
    var size = 16
    while size < names.count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (index, name) in names.enumerated() where self.index(of: name, ByteRange(0, name.count)) == nil {
      var slot = Self.hash(name, 0, name.count) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(clamping: index)
    }
  }

  /// The number of names.
  var count: Int { starts.count - 1 }

  /// The name at `index`.
  func name(_ index: Int) -> [UInt8] { Array(pool[Int(starts[index])..<Int(starts[index + 1])]) }

  /// All names in the order in which they were given.
  var names: [[UInt8]] { (0..<count).map(name) }

  /// The place of the name that stands in `range` of `bytes`.
  @inline(__always)
  func index(of bytes: [UInt8], _ range: ByteRange) -> Int? {
    if slots.isEmpty {
      for index in 0..<count where equals(index, bytes, range) { return index }
      return nil
    }
    let mask = slots.count - 1
    var slot = Self.hash(bytes, range.start, range.end) & mask
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), bytes, range) { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func equals(_ index: Int, _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let start = Int(starts[index])
    let count = Int(starts[index + 1]) - start
    guard count == range.count else { return false }
    for offset in 0..<count where pool[start + offset] != bytes[range.start + offset] { return false }
    return true
  }

  /// A hash of the length and of a few bytes: the names are the schema's own, so no instance can make them collide.
  @inline(__always)
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let count = end - start
    guard count > 0 else { return 0 }
    var value = UInt64(truncatingIfNeeded: count)
    value = value &* 31 &+ UInt64(bytes[start])
    value = value &* 31 &+ UInt64(bytes[start + count / 2])
    value = value &* 31 &+ UInt64(bytes[start + count / 3])
    value = value &* 31 &+ UInt64(bytes[end - 1])
    value = value &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: value >> 40)
  }
}
