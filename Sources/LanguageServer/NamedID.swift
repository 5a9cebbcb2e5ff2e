import DataTree
import Files
import PostingLint
import SourceText

/// A value of a file that names something by its id.
struct NamedID {
  let node: NodeID
  let list: ReferencedList
  /// The id, without what stands before it in the value.
  let id: [UInt8]
  /// The bytes of the id in the file; those of the value where it is not written as it is read.
  let range: ByteRange

  /// Reads the value at a node; `nil` where it cannot name anything.
  init?(_ node: NodeID, _ list: ReferencedList, _ tree: DataTree) {
    let text = tree.utf8(of: node)
    let prefix = Array(list.prefix.utf8)
    guard tree[node].kind == .scalar, text.count > prefix.count, text.starts(with: prefix) else { return nil }
    self.node = node
    self.list = list
    id = Array(text.dropFirst(prefix.count))
    let content = tree.content(of: node)
    range = tree[node].isVerbatim ? ByteRange(content.start + prefix.count, content.end) : tree.range(of: node)
  }

  /// The values of a document that name ids, in order; with `wanted` only those that name this one.
  static func all(in document: Document, _ schema: DocumentSchema, wanted: [UInt8]? = nil) -> [NamedID] {
    guard let root = document.tree.root else { return [] }
    let tree = document.tree
    let guide = SchemaGuide(schema.document)
    var result: [NamedID] = []
    var waiting: [(node: NodeID, path: [SchemaStep])] = [(root, [])]
    while let (node, path) = waiting.popLast() {
      guard path.count < 32 else { continue }
      switch tree[node].kind {
      case .alias: continue
      case .mapping:
        for (key, value) in tree.pairs(of: node) { waiting.append((value, path + [.key(tree.utf8(of: key))])) }
      case .sequence:
        for item in tree.children(of: node) { waiting.append((item, path + [.item])) }
      case .scalar:
        if let wanted, !tree.utf8(of: node).ends(with: wanted) { continue }
        guard let list = guide.list(at: path), let found = NamedID(node, list, tree) else { continue }
        if wanted.map({ $0 == found.id }) ?? true { result.append(found) }
      }
    }
    return result.sorted { $0.range < $1.range }
  }
}

extension [UInt8] {
  fileprivate func ends(with other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

/// What an id stands for: the same id of the same list may stand for different files in two folders.
struct ReferencedThing: Hashable {
  let list: String
  let id: [UInt8]
  /// The file behind it; `nil` where there is none.
  let target: ReferenceFile.Target?

  init(_ named: NamedID, _ configuration: Configuration, posting: SourcePath) {
    list = named.list.name
    id = named.id
    target = ReferenceFile.find(
      Array(named.list.prefix.utf8) + named.id, named.list, configuration, posting: posting)
  }
}
