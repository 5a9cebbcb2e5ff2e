/// A fixed set of names in a ``NamePool``: numbers only.
struct NameTable: Sendable {
  /// The place of the first name in `NamePool.starts`.
  fileprivate let first: Int32
  /// The number of names.
  let count: Int32
  /// The place of its slots in `NamePool.slots`.
  fileprivate let slotStart: Int32
  /// The number of slots less one; -1 for a handful of names, which are looked through.
  fileprivate let mask: Int32
}

/// The bytes and hash slots of all name tables of a schema.
struct NamePool: Sendable {
  /// The bytes of all names, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each name starts in `bytes`; a table has one more entry than names.
  private(set) var starts: [Int32] = []
  /// Open addressing, a power of two, at most half full; -1 is free.
  private(set) var slots: [Int32] = []

  /// Adds a table; a name that comes again keeps its first place.
  mutating func table(_ names: [[UInt8]]) -> NameTable {
    let first = starts.count
    for name in names {
      starts.append(Int32(clamping: bytes.count))
      bytes += name
    }
    starts.append(Int32(clamping: bytes.count))
    guard names.count > 4 else {
      return NameTable(first: Int32(clamping: first), count: Int32(clamping: names.count), slotStart: 0, mask: -1)
    }
    var size = 16
    while size < names.count * 2 { size *= 2 }
    let slotStart = slots.count
    slots += [Int32](repeating: -1, count: size)
    var seen: Set<[UInt8]> = []
    for (index, name) in names.enumerated() where seen.insert(name).inserted {
      var slot = unsafe name.withUnsafeBufferPointer { unsafe TextView($0).nameHash } & (size - 1)
      while slots[slotStart + slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slotStart + slot] = Int32(clamping: index)
    }
    return NameTable(
      first: Int32(clamping: first), count: Int32(clamping: names.count), slotStart: Int32(clamping: slotStart),
      mask: Int32(clamping: size - 1))
  }

  /// The name at `index` of a table.
  func name(_ index: Int, of table: NameTable) -> [UInt8] {
    let place = Int(table.first) + index
    return Array(bytes[Int(starts[place])..<Int(starts[place + 1])])
  }

  /// The names of a table in the order in which they were given.
  func names(of table: NameTable) -> [[UInt8]] { (0..<Int(table.count)).map { name($0, of: table) } }
}

/// A text in memory that outlives the call it is passed to: never to be kept.
@safe struct TextView {
  private let buffer: UnsafeBufferPointer<UInt8>

  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe self.buffer = buffer
  }

  /// The number of bytes.
  @inline(__always)
  var count: Int { unsafe buffer.count }

  /// A copy.
  var bytes: [UInt8] { unsafe Array(buffer) }

  /// The buffer, for those who scan it.
  @unsafe @inline(__always)
  var unsafeBuffer: UnsafeBufferPointer<UInt8> { unsafe buffer }

  /// The number of code points of UTF-8.
  var codePointCount: Int {
    var count = 0
    for index in 0..<self.count where unsafe buffer[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  @inline(__always)
  func equals(_ other: TextView) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where unsafe buffer[index] != other.buffer[index] { return false }
    return true
  }

  @inline(__always)
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where unsafe buffer[index] != other[index] { return false }
    return true
  }

  /// A hash of the length and of a few bytes: the names are the schema's own, so no instance can make them collide.
  @inline(__always)
  var nameHash: Int {
    guard count > 0 else { return 0 }
    var value = UInt64(truncatingIfNeeded: count)
    value = unsafe value &* 31 &+ UInt64(buffer[0])
    value = unsafe value &* 31 &+ UInt64(buffer[count / 2])
    value = unsafe value &* 31 &+ UInt64(buffer[count / 3])
    value = unsafe value &* 31 &+ UInt64(buffer[count - 1])
    value = value &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: value >> 40)
  }
}

extension HotTables {
  /// The place of a name in a table.
  @inline(__always)
  func index(of name: TextView, in table: NameTable) -> Int? {
    if table.mask < 0 {
      for index in 0..<Int(table.count) where equals(index, table, name) { return index }
      return nil
    }
    let mask = Int(table.mask)
    var slot = name.nameHash & mask
    while true {
      let index = self.slot(Int(table.slotStart) + slot)
      if index < 0 { return nil }
      if equals(index, table, name) { return index }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func equals(_ index: Int, _ table: NameTable, _ name: TextView) -> Bool {
    self.name(Int(table.first) + index).equals(name)
  }
}
