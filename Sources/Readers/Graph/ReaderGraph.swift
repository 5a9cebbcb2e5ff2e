import DataTree
import SourceText

/// What a reader's parser made of a text before it gave the scalars their types: nodes, flat, with tags and anchors.
///
/// Other readers than the standard's own see other nodes in the same bytes, so this is not a ``DataTree``. A text may have
/// a node every other byte, so a node is 24 bytes without references, and the texts of all stand in one array.
struct ReaderGraph: Sendable {
  /// The nodes.
  var nodes: [GraphNode] = []
  /// The index of the root, or `nil` where there is no document.
  var root: Int?
  /// The version that `%YAML` names, where there is one.
  var version: YAMLVersion?

  /// The texts of the scalars and the names of the aliases.
  private var texts: [UInt8] = []
  /// For each node that is a child the number of its next sibling, 0 for none; -1 for the others. The number of a node is its
  /// index and 1.
  private var siblings: [Int32] = []
  private var properties: [Properties] = []
  /// Where the text ends that is read, as far as that is known.
  private let end: Int

  private struct Properties {
    var tag: [UInt8]?
    var anchor: [UInt8]?
  }

  /// No node yet of a text that ends at `end`.
  init(end: Int = 0) { self.end = end }

  // MARK: Making

  /// Appends a scalar or an empty collection and gives its index; `text` is that of a scalar, unescaped and folded, `tag` the
  /// tag in full, `!` for the non-specific one, and `anchor` a name.
  mutating func append(
    _ kind: NodeKind, _ style: NodeStyle, _ text: [UInt8] = [], tag: [UInt8]? = nil, anchor: [UInt8]? = nil,
    at range: ByteRange
  ) -> Int {
    var node = GraphNode(kind: kind, style: style, range: range)
    if kind == .scalar { keep(text, in: &node) }
    if tag != nil || anchor != nil {
      node.other = Int32(clamping: properties.count)
      properties.append(Properties(tag: tag, anchor: anchor))
    }
    return append(node)
  }

  /// Appends an alias with its name and gives its index; `target` is what it stands for, where there is that.
  mutating func appendAlias(_ name: [UInt8], of target: Int?, at range: ByteRange) -> Int {
    var node = GraphNode(kind: .alias, style: .plain, range: range)
    keep(name, in: &node)
    node.other = Int32(clamping: target ?? -1)
    return append(node)
  }

  private mutating func append(_ node: GraphNode) -> Int {
    nodes.makeRoom(at: node.range.start, of: end)
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func keep(_ text: [UInt8], in node: inout GraphNode) {
    node.first = Int32(clamping: texts.count)
    texts.makeRoom(at: node.range.start, of: end)
    texts += text
    node.last = Int32(clamping: texts.count)
  }

  /// Appends an item, a key or a value to a collection.
  mutating func add(_ child: Int, to collection: Int) {
    var child = child
    makeSiblings(upTo: child)
    if siblings[child] >= 0 {
      // No node is a child of two: the second gets one of its own.
      child = append(nodes[child])
      makeSiblings(upTo: child)
    }
    siblings[child] = 0
    let last = Int(nodes[collection].last)
    let number = Int32(clamping: child + 1)
    if last > 0 { siblings[last - 1] = number } else { nodes[collection].first = number }
    nodes[collection].last = number
  }

  private mutating func makeSiblings(upTo node: Int) {
    siblings.makeRoom(at: nodes.last?.range.start ?? 0, of: end)
    while siblings.count <= node { siblings.append(-1) }
  }

  /// Gives a node its tag.
  mutating func setTag(_ tag: [UInt8], of node: Int) { properties[place(of: node)].tag = tag }

  /// Gives a node its anchor.
  mutating func setAnchor(_ anchor: [UInt8], of node: Int) { properties[place(of: node)].anchor = anchor }

  private mutating func place(of node: Int) -> Int {
    if nodes[node].other < 0 {
      nodes[node].other = Int32(clamping: properties.count)
      properties.append(Properties())
    }
    return Int(nodes[node].other)
  }

  // MARK: Reading

  /// The text of a scalar or the name of an alias; nothing for a collection.
  func text(_ node: GraphNode) -> [UInt8] {
    node.kind == .scalar || node.kind == .alias ? Array(texts[Int(node.first)..<Int(node.last)]) : []
  }

  /// The tag of a node in full, or `nil` where there is none.
  func tag(_ node: GraphNode) -> [UInt8]? {
    node.other >= 0 && node.kind != .alias ? properties[Int(node.other)].tag : nil
  }

  /// The name of a node's anchor.
  func anchor(_ node: GraphNode) -> [UInt8]? {
    node.other >= 0 && node.kind != .alias ? properties[Int(node.other)].anchor : nil
  }

  /// What an alias stands for, where there is that.
  func target(_ node: GraphNode) -> Int? { node.kind == .alias && node.other >= 0 ? Int(node.other) : nil }

  /// Items, or keys and values in turn.
  func children(_ node: GraphNode) -> Children {
    Children(siblings: siblings, next: node.kind == .sequence || node.kind == .mapping ? node.first : 0)
  }

  /// The children of a collection.
  struct Children: Sequence, IteratorProtocol {
    private let siblings: [Int32]
    private var number: Int

    fileprivate init(siblings: [Int32], next: Int32) {
      self.siblings = siblings
      number = Int(next)
    }

    mutating func next() -> Int? {
      guard number > 0 else { return nil }
      defer { number = Int(siblings[number - 1]) }
      return number - 1
    }
  }

  /// The keys and values of a mapping.
  struct Pairs: Sequence, IteratorProtocol {
    var children: Children

    mutating func next() -> (key: Int, value: Int)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}

/// One node of a ``ReaderGraph``.
struct GraphNode: Sendable {
  /// What it is.
  let kind: NodeKind
  /// How it is written.
  let style: NodeStyle
  /// Its bytes.
  var range: ByteRange
  /// Where its text stands in that of all, or the numbers of its first and last child.
  fileprivate var first: Int32 = 0
  fileprivate var last: Int32 = 0
  /// The place of its tag and anchor, the target of an alias, or -1.
  fileprivate var other: Int32 = -1

  fileprivate init(kind: NodeKind, style: NodeStyle, range: ByteRange) {
    self.kind = kind
    self.style = style
    self.range = range
  }
}

/// The version of a `%YAML` line.
struct YAMLVersion: Hashable, Sendable {
  /// 1 in 1.2.
  var major: Int
  /// 2 in 1.2.
  var minor: Int
}
