import SourceText

/// A fixed set of names in a ``NamePool``: numbers only.
struct NameTable: Sendable {
  /// The place of the first name in `NamePool.starts`.
  let first: Int32
  /// The number of names.
  let count: Int32
  /// The place of its slots in `NamePool.slots`.
  let slotStart: Int32
  /// The number of slots less one; -1 for a handful of names, which are looked through.
  let mask: Int32
  /// The lengths of the names modulo 64, one bit each: most keys of other lengths are told apart by it alone.
  let lengths: UInt64

  /// Whether a name of `count` bytes may be among them.
  @inline(__always)
  func mayHold(count: Int) -> Bool { lengths & (1 << UInt64(truncatingIfNeeded: count & 63)) != 0 }
}

/// One name of a table, where its hash leads to.
struct NameSlot: Sendable {
  /// The place of the name in its table; -1 in a free slot.
  var index: Int32 = -1
  /// Where its bytes start in `NamePool.bytes`, and how many they are.
  var start: Int32 = 0
  var count: Int32 = 0
}

/// The bytes and hash slots of all name tables of a schema.
struct NamePool: Sendable {
  /// The bytes of all names, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each name starts in `bytes`; a table has one more entry than names.
  private(set) var starts: [Int32] = []
  /// Open addressing, a power of two, at most half full; a handful of names stands in order.
  private(set) var slots: [NameSlot] = []

  /// No names yet.
  init() {}

  /// A pool of parts that belong together.
  init(bytes: [UInt8], starts: [Int32], slots: [NameSlot]) {
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  /// Adds a table; a name that comes again keeps its first place.
  mutating func table(_ names: [[UInt8]]) -> NameTable {
    let first = starts.count
    for name in names {
      starts.append(Int32(clamping: bytes.count))
      bytes += name
    }
    starts.append(Int32(clamping: bytes.count))
    let lengths = names.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1.count & 63) }
    let slotStart = slots.count
    func slot(_ index: Int) -> NameSlot {
      NameSlot(index: Int32(clamping: index), start: starts[first + index], count: Int32(clamping: names[index].count))
    }
    guard names.count > 4 else {
      slots += names.indices.map(slot)
      return NameTable(
        first: Int32(clamping: first), count: Int32(clamping: names.count), slotStart: Int32(clamping: slotStart),
        mask: -1, lengths: lengths)
    }
    var size = 16
    while size < names.count * 2 { size *= 2 }
    slots += [NameSlot](repeating: NameSlot(), count: size)
    var seen = NameIndex()
    for (index, name) in names.enumerated() where seen.insert(name).isNew {
      var place = unsafe name.withUnsafeBufferPointer { unsafe TextView($0).nameHash } & (size - 1)
      while slots[slotStart + place].index >= 0 { place = (place + 1) & (size - 1) }
      slots[slotStart + place] = slot(index)
    }
    return NameTable(
      first: Int32(clamping: first), count: Int32(clamping: names.count), slotStart: Int32(clamping: slotStart),
      mask: Int32(clamping: size - 1), lengths: lengths)
  }

  /// The name at `index` of a table.
  func name(_ index: Int, of table: NameTable) -> [UInt8] {
    let place = Int(table.first) + index
    return Array(bytes[Int(starts[place])..<Int(starts[place + 1])])
  }

  /// The names of a table in the order in which they were given.
  func names(of table: NameTable) -> [[UInt8]] { (0..<Int(table.count)).map { name($0, of: table) } }
}
