import SourceText

/// The JSON Pointers (RFC 6901) of many nodes of one tree, without a walk from the root for each.
package struct PointerIndex {
  private let tree: DataTree
  /// The collection that a node is a key, a value or an item of, by node; -1 for a root.
  private var parents: [Int32]
  /// The key of a value and of a key itself, by node; of an item its place.
  private var names: [Int32]

  /// Looks at every node once.
  package init(_ tree: DataTree) {
    self.tree = tree
    parents = Array(repeating: -1, count: tree.nodes.count)
    names = Array(repeating: -1, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      let id = NodeID(index)
      switch node.kind {
      case .mapping:
        for pair in tree.pairs(of: id) {
          for child in [pair.key, pair.value] {
            parents[child.index] = Int32(truncatingIfNeeded: index)
            names[child.index] = Int32(truncatingIfNeeded: pair.key.index)
          }
        }
      case .sequence:
        for (place, child) in tree.children(of: id).enumerated() {
          parents[child.index] = Int32(truncatingIfNeeded: index)
          names[child.index] = Int32(truncatingIfNeeded: place)
        }
      default: break
      }
    }
  }

  /// The pointer of a node; that of its value for a key.
  package func pointer(to target: NodeID) -> String {
    var path: [Int] = []
    var node = target.index
    while parents[node] >= 0 {
      path.append(node)
      node = Int(parents[node])
    }
    var pointer: [UInt8] = []
    for node in path.reversed() {
      let name = Int(names[node])
      if tree.nodes[Int(parents[node])].kind == .mapping {
        JSONPointer.append(tree.utf8(of: NodeID(name)), to: &pointer)
      } else {
        JSONPointer.append(String(name).utf8, to: &pointer)
      }
    }
    return String(decoding: pointer, as: UTF8.self)
  }
}
