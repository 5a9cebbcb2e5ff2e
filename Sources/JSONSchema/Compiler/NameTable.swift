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
  /// What the hashes of the names start from.
  let seed: Int32
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
        mask: -1, seed: 0, lengths: lengths)
    }
    var size = 16
    while size < names.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    // Whoever writes a schema may choose names that collide, but hardly for every seed.
    var seed: Int32 = 0
    while !Self.fill(&places, names, seed, limit: seed < 8 ? 64 : .max) { seed += 1 }
    slots.reserveCapacity(slots.count + size)
    for place in places { slots.append(place < 0 ? NameSlot() : slot(Int(place))) }
    return NameTable(
      first: Int32(clamping: first), count: Int32(clamping: names.count), slotStart: Int32(clamping: slotStart),
      mask: Int32(clamping: size - 1), seed: seed, lengths: lengths)
  }

  /// Puts names where their hashes lead to, each once; says whether each is found within `limit` steps.
  private static func fill(_ places: inout [Int32], _ names: [[UInt8]], _ seed: Int32, limit: Int) -> Bool {
    for place in places.indices { places[place] = -1 }
    let mask = places.count - 1
    for index in names.indices {
      var place = unsafe names[index].withUnsafeBufferPointer { unsafe TextView($0).nameHash(seed: seed) } & mask
      var steps = 0
      while places[place] >= 0, names[Int(places[place])] != names[index] {
        guard steps < limit else { return false }
        place = (place + 1) & mask
        steps += 1
      }
      if places[place] < 0 { places[place] = Int32(clamping: index) }
    }
    return true
  }

  /// The name at `index` of a table.
  func name(_ index: Int, of table: NameTable) -> [UInt8] {
    let place = Int(table.first) + index
    return Array(bytes[Int(starts[place])..<Int(starts[place + 1])])
  }

  /// The names of a table in the order in which they were given.
  func names(of table: NameTable) -> [[UInt8]] { (0..<Int(table.count)).map { name($0, of: table) } }
}
