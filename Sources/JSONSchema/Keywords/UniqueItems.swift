import YAML

extension Keyword {
  /// Whether no two items may be equal (2020-12 validation, 6.4.3).
  static let uniqueItems = Keyword("uniqueItems", .validation, .all, .boolean) { builder, site in
    guard builder.tree.scalar(site.value, equals: Array("true".utf8)) else { return }
    builder.add(.uniqueItems, site)
  }
}

extension Evaluator {
  mutating func checkUniqueItems(_ node: Int, _ keyword: Int32) -> Bool {
    guard tree.nodes[node].type == .sequence, tree.nodes[node].count > 1 else { return true }
    let items = children(node)
    guard let (first, second) = duplicate(among: items) else { return true }
    return fail(keyword, at: second) { .duplicateItem(first: NodeID(first), text: $0.excerpt(second)) }
  }

  /// The first two equal items: by comparison for a handful, else by hash, so that time stays near linear.
  private mutating func duplicate(among items: [Int]) -> (Int, Int)? {
    if items.count <= 6 {
      for (place, item) in items.enumerated() {
        for earlier in items[..<place] where equals(earlier, item) { return (earlier, item) }
      }
      return nil
    }
    var seen: [UInt64: [Int]] = [:]
    seen.reserveCapacity(items.count)
    for item in items {
      let hash = hash(of: item)
      for earlier in seen[hash] ?? [] where equals(earlier, item) { return (earlier, item) }
      seen[hash, default: []].append(item)
    }
    return nil
  }
}
