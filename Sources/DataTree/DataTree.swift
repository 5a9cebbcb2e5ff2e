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
    let roots: [NodeID]
    let properties: [NodeProperties]
    let comments: [ByteRange]
    let documents: [TreeDocument]
    let otherPlaces: [KeyPlace]
    let decoder: ScalarDecoder

    init(
      _ roots: [NodeID], _ properties: [NodeProperties], _ comments: [ByteRange], _ documents: [TreeDocument],
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

  /// Makes a tree from its parts.
  public init(
    bytes: [UInt8], nodes: [Node] = [], roots: [NodeID] = [], properties: [NodeProperties] = [],
    comments: [ByteRange] = [], documents: [TreeDocument] = [], otherPlaces: [KeyPlace] = [],
    decoder: ScalarDecoder = .verbatim
  ) {
    self.bytes = bytes
    self.nodes = nodes
    rest = Rest(roots, properties, comments, documents, otherPlaces, decoder)
  }

  /// The root of each document.
  public var roots: [NodeID] {
    get { rest.roots }
    set { rest = Rest(newValue, properties, comments, documents, otherPlaces, decoder) }
  }

  /// Anchors and tags, named by `Node.properties`.
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
  public var root: NodeID? { roots.first }

  /// Takes a document without a value for one without keys: a mapping with an empty range at `offset`.
  package mutating func readNothingAsMapping(at offset: Int) {
    if let root { guard nodes[root.index].type == .null, nodes[root.index].range.isEmpty else { return } }
    let mapping = Node(
      kind: .mapping, style: .block, type: .mapping, isVerbatim: false, range: ByteRange(at: offset),
      subtreeEnd: (root?.index ?? nodes.count) + 1)
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
    while nodes[id.index].kind == .alias, nodes[id.index].count >= 0, Int(nodes[id.index].count) < id.index {
      id = NodeID(Int(nodes[id.index].count))
    }
    return id
  }

  /// The type of the value, aliases followed.
  @inlinable public func type(of id: NodeID) -> ValueType { nodes[resolved(id).index].type }

  /// The bytes of the node's own text.
  @inlinable public func range(of id: NodeID) -> ByteRange { nodes[id.index].range }

  /// The children of a collection in order: items, or keys and values in turn. Empty for a scalar.
  public func children(of id: NodeID) -> Children {
    let index = resolved(id).index
    return Children(nodes: nodes, position: index + 1, end: Int(nodes[index].subtreeEnd))
  }

  /// The pairs of a mapping in order; empty for any other node.
  public func pairs(of id: NodeID) -> Pairs {
    let id = resolved(id)
    return Pairs(
      children: nodes[id.index].kind == .mapping ? children(of: id) : Children(nodes: nodes, position: 0, end: 0))
  }

  /// The children of a collection.
  public struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var position: Int
    let end: Int

    /// The next child, or `nil` after the last.
    public mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = Swift.max(Int(nodes[position].subtreeEnd), position + 1) }
      return NodeID(position)
    }
  }

  /// The pairs of a mapping.
  public struct Pairs: Sequence, IteratorProtocol {
    var children: Children

    /// The next pair, or `nil` after the last.
    public mutating func next() -> (key: NodeID, value: NodeID)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
