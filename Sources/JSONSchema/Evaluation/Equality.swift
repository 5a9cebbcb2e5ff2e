import DataTree
import SourceText

extension Evaluator {
  /// Whether two nodes of the instance have the same value (2020-12 core, 4.2.2): numbers by what they are worth, texts by
  /// their bytes, keys in any order.
  mutating func equals(_ left: Int, _ right: Int) -> Bool {
    if type(left) == .string, type(right) == .string, let text = dispatch.verbatim(left),
      let other = dispatch.verbatim(right)
    {
      return text.equals(other)
    }
    return equals(left, right, otherTree: tree, 0)
  }

  /// Whether a node of the instance has the value of a node of a schema's document.
  mutating func equals(_ node: Int, _ other: Int, in document: Int) -> Bool {
    equals(node, other, otherTree: program.documents[document].tree, 0)
  }

  private mutating func equals(_ left: Int, _ right: Int, otherTree: DataTree, _ depth: Int) -> Bool {
    guard depth <= depthLimit else {
      abort(.tooDeep)
      return false
    }
    guard spend() else { return false }
    let left = tree.resolved(NodeID(left)).index
    let right = otherTree.resolved(NodeID(right)).index
    let a = dispatch.node(left)
    let b = otherTree.nodes[right]
    switch (a.type, b.type) {
    case (.null, .null): return true
    case (.boolean, .boolean), (.string, .string):
      if a.isVerbatim, b.isVerbatim {
        let own = tree.content(of: NodeID(left))
        let its = otherTree.content(of: NodeID(right))
        return own.count == its.count && tree.bytes[own.indices].elementsEqual(otherTree.bytes[its.indices])
      }
      // `True` and `true` are one value.
      if a.type == .boolean { return isTrue(left, tree) == isTrue(right, otherTree) }
      return tree.utf8(of: NodeID(left)) == otherTree.utf8(of: NodeID(right))
    case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float):
      let its = otherTree.utf8(of: NodeID(right))
      return number(left) == DecimalNumber(its, ByteRange(0, its.count))
    case (.sequence, .sequence):
      guard tree.count(of: NodeID(left)) == otherTree.count(of: NodeID(right)) else { return false }
      var item = left + 1
      var other = right + 1
      let (end, otherEnd) = (left + a.size, right + b.size)
      while item < end, other < otherEnd {
        if !equals(item, other, otherTree: otherTree, depth + 1) { return false }
        item = next(item)
        other += otherTree.nodes[other].size
      }
      return true
    case (.mapping, .mapping):
      guard tree.count(of: NodeID(left)) == otherTree.count(of: NodeID(right)) else { return false }
      return equalPairs(left, right, otherTree: otherTree, depth)
    default: return false
    }
  }

  private mutating func isTrue(_ node: Int, _ tree: DataTree) -> Bool {
    tree.utf8(of: NodeID(node)).first.map { $0 | 0x20 } == UInt8(ascii: "t")
  }

  /// Compares mappings of equal size, both sorted by key, so that many keys cost little more than few.
  private mutating func equalPairs(_ left: Int, _ right: Int, otherTree: DataTree, _ depth: Int) -> Bool {
    let own = Self.sortedPairs(left, tree)
    let its = Self.sortedPairs(right, otherTree)
    for (pair, other) in zip(own, its) {
      guard pair.name == other.name else { return false }
      guard equals(pair.value, other.value, otherTree: otherTree, depth + 1) else { return false }
    }
    return true
  }

  private static func sortedPairs(_ mapping: Int, _ tree: DataTree) -> [(name: [UInt8], value: Int)] {
    tree.pairs(of: NodeID(mapping)).map { (tree.utf8(of: $0.key), $0.value.index) }.sorted {
      $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.lexicographicallyPrecedes($1.0)
    }
  }

  /// A hash that equal values share, seeded anew in every process so that no instance can make values collide.
  mutating func hash(of node: Int, depth: Int = 0) -> UInt64 {
    guard depth <= depthLimit else {
      abort(.tooDeep)
      return 0
    }
    guard spend() else { return 0 }
    let node = tree.resolved(NodeID(node)).index
    var hasher = Hasher()
    switch type(node) {
    case .null: hasher.combine(0)
    case .boolean: hasher.combine(isTrue(node, tree) ? 1 : 2)
    case .integer, .float:
      hasher.combine(3)
      hasher.combine(number(node))
    case .string:
      hasher.combine(4)
      withText(node) { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0.unsafeBuffer)) }
    case .sequence:
      hasher.combine(5)
      for item in children(node) { hasher.combine(hash(of: item, depth: depth + 1)) }
    case .mapping:
      hasher.combine(6)
      // A sum, because keys have no order.
      var sum: UInt64 = 0
      forEachPair(node) { evaluator, key, value in
        var pair = Hasher()
        pair.combine(evaluator.tree.utf8(of: NodeID(key)))
        pair.combine(evaluator.hash(of: value, depth: depth + 1))
        sum &+= UInt64(bitPattern: Int64(pair.finalize()))
        return true
      }
      hasher.combine(sum)
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
