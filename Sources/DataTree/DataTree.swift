public import SourceText

/// The values of a text in any syntax: nodes, flat, beside the bytes that they are ranges of.
public struct DataTree: Sendable {
  /// The bytes that every range counts in.
  public let bytes: [UInt8]
  /// All nodes of all documents, in the order of the text; the keys of a table of TOML that is left and opened again
  /// stand together.
  public var nodes: [Node]
  private var rest: Rest

  /// All that is seldom asked for. A tree is handed about a lot: a copy retains this once, not each part.
  private final class Rest: Sendable {
    /// The roots, where there are no documents that have them.
    let roots: [NodeID]?
    let properties: [NodeProperties]
    let comments: [ByteRange]
    let documents: [TreeDocument]
    let otherPlaces: [KeyPlace]
    let decoder: ScalarDecoder

    init(
      _ roots: [NodeID]?, _ properties: [NodeProperties], _ comments: [ByteRange], _ documents: [TreeDocument],
      _ otherPlaces: [KeyPlace], _ decoder: ScalarDecoder
    ) {
      self.roots = roots
      self.properties = properties
      self.comments = comments
      self.documents = documents
      self.otherPlaces = otherPlaces
      self.decoder = decoder
    }
  }

  /// Makes a tree from its parts; `roots` are those of the documents where they are not given.
  public init(
    bytes: [UInt8], nodes: [Node] = [], roots: [NodeID]? = nil, properties: [NodeProperties] = [],
    comments: [ByteRange] = [], documents: [TreeDocument] = [], otherPlaces: [KeyPlace] = [],
    decoder: ScalarDecoder = .verbatim
  ) {
    self.bytes = bytes
    self.nodes = nodes
    rest = Rest(roots, properties, comments, documents, otherPlaces, decoder)
  }

  /// The root of each document.
  public var roots: [NodeID] {
    get { rest.roots ?? rest.documents.map(\.root) }
    set { rest = Rest(newValue, properties, comments, documents, otherPlaces, decoder) }
  }

  /// Anchors and tags, in the order of their nodes.
  public var properties: [NodeProperties] { rest.properties }

  /// The comments, `#` included, without their line end.
  public var comments: [ByteRange] { rest.comments }

  /// The documents with their markers; empty where the syntax has none.
  public var documents: [TreeDocument] { rest.documents }

  /// The places where the text names a key again without giving it again, by key and place: `[a.b]` and `[a.c]` have
  /// one key `a`.
  public var otherPlaces: [KeyPlace] { rest.otherPlaces }

  /// How the syntax writes what its scalars mean.
  public var decoder: ScalarDecoder { rest.decoder }

  /// The root of the first document.
  public var root: NodeID? {
    guard let roots = rest.roots else { return rest.documents.first?.root }
    return roots.first
  }

  /// Takes a document without a value for one without keys: a mapping with an empty range at `offset`.
  package mutating func readNothingAsMapping(at offset: Int) {
    if let root { guard nodes[root.index].type == .null, nodes[root.index].range.isEmpty else { return } }
    let mapping = Node.collection(isMapping: true, .block, ByteRange(at: offset))
    if let root {
      nodes[root.index] = mapping
    } else {
      roots.append(NodeID(nodes.count))
      nodes.append(mapping)
    }
  }

  /// The node itself; an alias is not followed.
  @inlinable public subscript(id: NodeID) -> Node { nodes[id.index] }

  /// The node, or for an alias the node that it stands for; an alias without a target is itself.
  @inlinable public func resolved(_ id: NodeID) -> NodeID {
    var id = id
    // An alias never names a later node, so this walk ends.
    while nodes[id.index].kind == .alias, nodes[id.index].target >= 0, nodes[id.index].target < id.index {
      id = NodeID(nodes[id.index].target)
    }
    return id
  }

  /// The index after the last node below this one.
  @inlinable public func subtreeEnd(of id: NodeID) -> Int { id.index + nodes[id.index].size }

  /// The node after this one and all below it: a value after its key.
  @inlinable public func next(after id: NodeID) -> NodeID { NodeID(subtreeEnd(of: id)) }

  /// The number of items or of pairs of a collection; 0 for a scalar.
  public func count(of id: NodeID) -> Int {
    let node = nodes[resolved(id).index]
    guard node.count == Node.countLimit else { return node.count }
    let children = children(of: id).reduce(0) { count, _ in count + 1 }
    return node.kind == .mapping ? children / 2 : children
  }

  /// The anchor and the tag of a node; `nil` where it has neither.
  public func properties(of id: NodeID) -> NodeProperties? {
    guard nodes[id.index].hasProperties else { return nil }
    var low = 0
    var high = properties.count
    while low < high {
      let middle = (low + high) / 2
      if properties[middle].node.index < id.index { low = middle + 1 } else { high = middle }
    }
    return low < properties.count && properties[low].node == id ? properties[low] : nil
  }

  /// The type of the value, aliases followed.
  @inlinable public func type(of id: NodeID) -> ValueType { nodes[resolved(id).index].type }

  /// The bytes of the node's own text.
  @inlinable public func range(of id: NodeID) -> ByteRange { nodes[id.index].range }

  /// The children of a collection in order: items, or keys and values in turn. Empty for a scalar.
  @inlinable public func children(of id: NodeID) -> Children {
    let index = resolved(id).index
    return Children(nodes: nodes, position: index + 1, end: index + nodes[index].size)
  }

  /// The pairs of a mapping in order; empty for any other node.
  @inlinable public func pairs(of id: NodeID) -> Pairs {
    let id = resolved(id)
    return Pairs(
      children: nodes[id.index].kind == .mapping ? children(of: id) : Children(nodes: nodes, position: 0, end: 0))
  }

  /// The children of a collection.
  @frozen public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let nodes: [Node]
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(nodes: [Node], position: Int, end: Int) {
      self.nodes = nodes
      self.position = position
      self.end = end
    }

    /// The next child, or `nil` after the last.
    @inlinable public mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position += nodes[position].size }
      return NodeID(position)
    }
  }

  /// The pairs of a mapping.
  @frozen public struct Pairs: Sequence, IteratorProtocol {
    @usableFromInline var children: Children

    @inlinable init(children: Children) { self.children = children }

    /// The next pair, or `nil` after the last.
    @inlinable public mutating func next() -> (key: NodeID, value: NodeID)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
