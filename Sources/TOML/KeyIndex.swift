import DataTree
import SourceText

/// Finds the keys of large tables by their table and their text: the places of their nodes, in open addressing.
struct KeyIndex {
  /// A key by its node, which is -1 where the slot is free.
  fileprivate struct Entry {
    var key: Int32 = -1
    var table: Int32 = -1
  }

  /// A power of two of slots, at most half full.
  fileprivate var slots: [Entry] = []
  fileprivate var count = 0
}

extension Reader {
  /// The last key of a table with the text of a part.
  mutating func indexed(_ part: KeyPart, in table: Int) -> Int? {
    guard !keyIndex.slots.isEmpty else { return nil }
    let key = keyIndex.slots[slot(of: part, in: table)].key
    return key < 0 ? nil : Int(key)
  }

  /// Notes a key of a table; of two with the same text the later one is found.
  mutating func index(_ key: Int, of table: Int) {
    if keyIndex.count * 2 >= keyIndex.slots.count { growIndex() }
    let slot = slot(of: KeyPart(nodes[key]), in: table)
    if keyIndex.slots[slot].key < 0 { keyIndex.count += 1 }
    keyIndex.slots[slot] = KeyIndex.Entry(
      key: Int32(truncatingIfNeeded: key), table: Int32(truncatingIfNeeded: table))
  }

  private mutating func growIndex() {
    let old = keyIndex.slots
    keyIndex.slots = [KeyIndex.Entry](repeating: KeyIndex.Entry(), count: max(64, old.count * 2))
    for entry in old where entry.key >= 0 {
      keyIndex.slots[slot(of: KeyPart(nodes[Int(entry.key)]), in: Int(entry.table))] = entry
    }
  }

  /// The slot that holds a key, or the free one where it belongs.
  private mutating func slot(of part: KeyPart, in table: Int) -> Int {
    let mask = keyIndex.slots.count - 1
    let decoded = part.isVerbatim ? [] : part.text(in: bytes)
    var slot = Self.hash(part.isVerbatim ? bytes[part.content.indices] : decoded[...], table) & mask
    while keyIndex.slots[slot].key >= 0 {
      let entry = keyIndex.slots[slot]
      if Int(entry.table) == table, KeyPart(nodes[Int(entry.key)]).isSame(part, decoded, input, bytes) { break }
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
