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
    var seen: [UInt64: [Int]] = [:]
    seen.reserveCapacity(count(node))
    while item < end, !isStopped {
      let hash = hash(of: item)
      for earlier in seen[hash] ?? [] where equals(earlier, item) { return (earlier, item) }
      seen[hash, default: []].append(item)
      item = next(item)
    }
    return nil
  }
}
