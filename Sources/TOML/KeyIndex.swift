import DataTree
import SourceText

/// Finds the keys of large tables by their table and their text: the places of their nodes, in open addressing.
struct KeyIndex {
  /// A power of two of slots, at most half full; -1 where one is free.
  fileprivate var slots: [Int32] = []
  fileprivate var count = 0
}

extension Reader {
  /// The last key of a table with the text of a part.
  mutating func indexed(_ part: KeyPart, in table: Int) -> Int? {
    guard !keyIndex.slots.isEmpty else { return nil }
    let key = keyIndex.slots[slot(of: part, in: table)]
    return key < 0 ? nil : Int(key)
  }

  /// Notes a key of a table; of two with the same text the later one is found.
  mutating func index(_ key: Int) {
    if keyIndex.count * 2 >= keyIndex.slots.count { growIndex() }
    let slot = slot(of: KeyPart(nodes[key]), in: Int(nodes[key].properties))
    if keyIndex.slots[slot] < 0 { keyIndex.count += 1 }
    keyIndex.slots[slot] = Int32(truncatingIfNeeded: key)
  }

  private mutating func growIndex() {
    let old = keyIndex.slots
    keyIndex.slots = [Int32](repeating: -1, count: max(64, old.count * 2))
    for key in old where key >= 0 {
      let node = nodes[Int(key)]
      keyIndex.slots[slot(of: KeyPart(node), in: Int(node.properties))] = key
    }
  }

  /// The slot that holds a key, or the free one where it belongs.
  private mutating func slot(of part: KeyPart, in table: Int) -> Int {
    let mask = keyIndex.slots.count - 1
    let decoded = part.isVerbatim ? [] : part.text(in: bytes)
    var slot = Self.hash(part.isVerbatim ? bytes[part.content.indices] : decoded[...], table) & mask
    while keyIndex.slots[slot] >= 0 {
      let key = Int(keyIndex.slots[slot])
      if Int(nodes[key].properties) == table, KeyPart(nodes[key]).isSame(part, decoded, input, bytes) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Seeded anew in each run, so that nobody can choose keys that collide.
  private static func hash(_ text: ArraySlice<UInt8>, _ table: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(table)
    unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
