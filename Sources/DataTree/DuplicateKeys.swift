import SourceText

/// Finds keys that stand twice in one mapping (YAML 1.2.2, 3.2.1.3), in time linear in the text.
public enum DuplicateKeys {
  /// One key that stands again.
  public struct Pair: Hashable, Sendable {
    /// The first key of that value.
    public let first: NodeID
    /// A later one; a value that stands three times gives two pairs.
    public let later: NodeID
  }

  /// The keys of a mapping that is larger than this are looked up in a table instead of one by one.
  private static let smallCount = 8

  /// The keys of a mapping up to this size are compared with each other first.
  private static let distinctLimit = 64

  /// All pairs in the order of the later key. Scalars are compared by type and value, so `1` and `"1"` differ;
  /// collections as keys are not compared; the merge key `<<` may stand more than once.
  public static func find(in tree: DataTree) -> [Pair] {
    var found: [Pair] = []
    for (index, node) in tree.nodes.enumerated() where node.kind == .mapping && node.count > 1 {
      if areDistinct(NodeID(index), tree) { continue }
      if node.count <= smallCount {
        findInSmall(NodeID(index), tree, &found)
      } else {
        findInLarge(NodeID(index), tree, &found)
      }
    }
    found.sort { $0.later.index < $1.later.index }
    return found
  }

  private static func isComparable(_ id: NodeID, _ tree: DataTree) -> Bool {
    let node = tree[tree.resolved(id)]
    return node.kind == .scalar && !(node.style == .plain && tree.scalar(id, equals: [Byte.less, Byte.less]))
  }

  /// Whether the keys are scalars of which no two are written alike: in nearly all mappings they are.
  private static func areDistinct(_ mapping: NodeID, _ tree: DataTree) -> Bool {
    let count = tree[mapping].count
    guard count <= distinctLimit else { return false }
    return unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { signatures in
      var known = 0
      var pairs = tree.pairs(of: mapping)
      while let (key, _) = pairs.next() {
        let node = tree[key]
        guard node.kind == .scalar, node.isVerbatim, known < count else { return false }
        let range = tree.content(of: key)
        var signature = UInt64(truncatingIfNeeded: range.count)
        for index in range.indices { signature = signature &* 0x100_0000_01B3 ^ UInt64(tree.bytes[index]) }
        for place in 0..<known where unsafe signatures[place] == signature { return false }
        unsafe signatures.initializeElement(at: known, to: signature)
        known += 1
      }
      return true
    }
  }

  private static func findInSmall(_ mapping: NodeID, _ tree: DataTree, _ found: inout [Pair]) {
    var seen: [NodeID] = []
    for (key, _) in tree.pairs(of: mapping) where isComparable(key, tree) {
      if let first = seen.first(where: { areEqual($0, key, tree) }) {
        found.append(Pair(first: first, later: key))
      } else {
        seen.append(key)
      }
    }
  }

  private static func areEqual(_ left: NodeID, _ right: NodeID, _ tree: DataTree) -> Bool {
    let left = tree.resolved(left)
    let right = tree.resolved(right)
    guard tree[left].type == tree[right].type else { return false }
    guard tree[left].isVerbatim, tree[right].isVerbatim else { return tree.utf8(of: left) == tree.utf8(of: right) }
    let first = tree.content(of: left)
    let second = tree.content(of: right)
    return first.count == second.count && tree.bytes[first.indices].elementsEqual(tree.bytes[second.indices])
  }

  private static func findInLarge(_ mapping: NodeID, _ tree: DataTree, _ found: inout [Pair]) {
    var names = NameIndex()
    var firsts: [NodeID] = []
    for (key, _) in tree.pairs(of: mapping) where isComparable(key, tree) {
      // A value is its type and its text.
      let added = names.insert([tree.type(of: key).rawValue] + tree.utf8(of: key))
      if added.isNew { firsts.append(key) } else { found.append(Pair(first: firsts[added.number], later: key)) }
    }
  }
}
