import DataTree

extension Keyword {
  /// Whether no two items may be equal (2020-12 validation, 6.4.3).
  static let uniqueItems = Keyword("uniqueItems", .validation, .all, .boolean) { builder, site in
    guard builder.tree.scalar(site.value, equals: Array("true".utf8)) else { return }
    builder.add(.uniqueItems, site)
  }
}

extension Evaluator {
  mutating func checkUniqueItems(_ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .sequence, count(node) > 1 else { return true }
    guard let (first, second) = duplicate(in: node) else { return true }
    return fail(keyword, at: second) { .duplicateItem(first: NodeID(first), text: $0.excerpt(second)) }
  }

  /// The first item that equals an earlier one: by comparison for a handful, else by hash, so that time stays near linear.
  private mutating func duplicate(in node: Int) -> (Int, Int)? {
    let end = next(node)
    var item = node + 1
    if count(node) <= 6 {
      while item < end {
        var earlier = node + 1
        while earlier < item {
          if equals(earlier, item) { return (earlier, item) }
          earlier = next(earlier)
        }
        item = next(item)
      }
      return nil
    }
    var seen = SeenItems(count: count(node))
    while item < end, !isStopped {
      let hash = hash(of: item)
      var place = seen.place(of: hash)
      while let earlier = seen.item(at: place) {
        if earlier.hash == hash, equals(earlier.item, item) { return (earlier.item, item) }
        place = seen.place(after: place)
      }
      seen.insert(item, hash, at: place)
      item = next(item)
    }
    return nil
  }
}

/// The items of a list that were met, by their hashes: open addressing, a power of two, at most half full. A list may have an
/// item every other byte.
private struct SeenItems {
  private var slots: [Int32]
  private var items: [Int32] = []
  private var hashes: [UInt64] = []

  init(count: Int) {
    // Where two of the first items are equal, there is no need for more.
    slots = [Int32](repeating: -1, count: 16)
    items.reserveCapacity(count)
    hashes.reserveCapacity(count)
  }

  /// Where to look first.
  func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  func place(after place: Int) -> Int { (place + 1) & (slots.count - 1) }

  func item(at place: Int) -> (item: Int, hash: UInt64)? {
    let number = Int(slots[place])
    return number < 0 ? nil : (Int(items[number]), hashes[number])
  }

  mutating func insert(_ item: Int, _ hash: UInt64, at place: Int) {
    slots[place] = Int32(truncatingIfNeeded: items.count)
    items.append(Int32(clamping: item))
    hashes.append(hash)
    if items.count * 2 >= slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = place(of: hash)
      while slots[place] >= 0 { place = self.place(after: place) }
      slots[place] = Int32(truncatingIfNeeded: number)
    }
  }
}
