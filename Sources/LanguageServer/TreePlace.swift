import DataTree
import SourceText

/// The key or value of the front matter at an offset.
struct TreePlace {
  /// The way from the root to the value that the place belongs to.
  let path: [SchemaStep]
  /// The bytes of the key or of the value, whichever stands at the offset.
  let range: ByteRange
  /// The key that the place belongs to, where it is under one.
  let key: NodeID?
  /// The scalar at the offset, where it is a value.
  let value: NodeID?

  /// Finds what stands at an offset; the end of a word belongs to it. `nil` between keys.
  init?(_ tree: DataTree, at offset: Int) {
    guard var node = tree.root else { return nil }
    var path: [SchemaStep] = []
    var key: NodeID?
    while true {
      switch tree[node].kind {
      case .mapping:
        guard let pair = tree.pairs(of: node).first(where: { Self.covers($0.key, $0.value, offset, tree) }) else {
          return nil
        }
        path.append(.key(tree.utf8(of: pair.key)))
        key = pair.key
        let keyRange = tree.range(of: pair.key)
        let valueRange = tree.range(of: pair.value)
        if offset <= keyRange.end || valueRange.isEmpty || offset < valueRange.start {
          self.init(path: path, range: keyRange, key: key, value: nil)
          return
        }
        node = pair.value
      case .sequence:
        guard let item = tree.children(of: node).first(where: { Self.touches(tree.range(of: $0), offset) }) else {
          guard key != nil else { return nil }
          self.init(path: path, range: tree.range(of: node), key: key, value: nil)
          return
        }
        path.append(.item)
        node = item
      case .scalar, .alias:
        self.init(path: path, range: tree.range(of: node), key: key, value: node)
        return
      }
    }
  }

  private init(path: [SchemaStep], range: ByteRange, key: NodeID?, value: NodeID?) {
    self.path = path
    self.range = range
    self.key = key
    self.value = value
  }

  private static func covers(_ key: NodeID, _ value: NodeID, _ offset: Int, _ tree: DataTree) -> Bool {
    touches(tree.range(of: key).union(tree.range(of: value)), offset)
  }

  private static func touches(_ range: ByteRange, _ offset: Int) -> Bool {
    range.start <= offset && offset <= range.end
  }
}
