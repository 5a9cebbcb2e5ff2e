public import SourceText

/// Names one node of a ``YAMLTree``: its place in the tree's array.
@frozen
public struct NodeID: Hashable, Sendable {
  /// The place in `YAMLTree.nodes`, from 0.
  public let index: Int

  /// Names the node at `index`.
  @inlinable
  public init(_ index: Int) {
    self.index = index
  }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable {
  /// A single value.
  case scalar
  /// An ordered list of nodes.
  case sequence
  /// Pairs of a key and a value.
  case mapping
  /// A reference to an anchored node (YAML 1.2.2, 7.1).
  case alias
}

/// How a node is written.
public enum NodeStyle: UInt8, Sendable {
  /// A scalar without quotes (7.3.3).
  case plain
  /// A scalar in `'…'` (7.3.2).
  case singleQuoted
  /// A scalar in `"…"` (7.3.1).
  case doubleQuoted
  /// A scalar after `|` (8.1.2).
  case literal
  /// A scalar after `>` (8.1.3).
  case folded
  /// A collection by indentation (8.2).
  case block
  /// A collection in brackets (7.4).
  case flow
}

/// What the value of a node is under the core schema (10.3).
public enum ValueType: UInt8, Sendable {
  /// Nothing, `~` or `null`.
  case null
  /// `true` or `false`.
  case boolean
  /// A whole number in decimal, octal (`0o`) or hexadecimal (`0x`).
  case integer
  /// A number with a fraction or an exponent, infinity, or not-a-number.
  case float
  /// Any other scalar.
  case string
  /// A list.
  case sequence
  /// Pairs of keys and values.
  case mapping
}

/// One node of a tree: 24 bytes, without references.
///
/// Nodes stand in the order of the text, a collection before its children; the children of a mapping are its keys
/// and values in turn. A child's next sibling is the node at its `subtreeEnd`.
public struct Node: Sendable {
  /// What the node is.
  public var kind: NodeKind
  /// How it is written.
  public var style: NodeStyle
  /// The type of its value under the core schema; that of its target for an alias.
  public var type: ValueType
  /// Whether the text of a scalar is exactly the bytes of `content` (nothing to unescape or fold).
  public var isVerbatim: Bool
  /// Where the node's text starts (the opening quote, bracket or indicator; not its anchor or tag).
  public var start: UInt32
  /// Where the node's text ends, after the closing quote or bracket.
  public var end: UInt32
  /// The index after the last node below this one.
  public var subtreeEnd: Int32
  /// The number of items or of pairs; for an alias the index of its target, -1 where there is none, or -2 where it
  /// stands inside its target, which nobody can follow; for a block scalar the number of spaces before its lines.
  public var count: Int32
  /// The place of its anchor and tag in `YAMLTree.properties`, or -1.
  public var properties: Int32

  /// Makes a node; `subtreeEnd` of a collection is set when it closes.
  public init(
    kind: NodeKind, style: NodeStyle, type: ValueType, isVerbatim: Bool, range: ByteRange, subtreeEnd: Int,
    count: Int = 0, properties: Int = -1
  ) {
    self.kind = kind
    self.style = style
    self.type = type
    self.isVerbatim = isVerbatim
    start = UInt32(clamping: range.start)
    end = UInt32(clamping: range.end)
    self.subtreeEnd = Int32(clamping: subtreeEnd)
    self.count = Int32(clamping: count)
    self.properties = Int32(clamping: properties)
  }

  /// The bytes of the node's own text.
  public var range: ByteRange { ByteRange(Int(start), Int(end)) }
}

/// The anchor and the tag of a node (YAML 1.2.2, 6.9).
public struct NodeProperties: Sendable {
  /// The anchor with its `&`, if there is one.
  public var anchor: ByteRange?
  /// The tag as written, with its `!`, if there is one.
  public var tag: ByteRange?
  /// The tag in full (`tag:yaml.org,2002:str`), or `nil` where there is none or its handle is unknown.
  public var resolvedTag: String?

  /// Makes the properties of a node.
  public init(anchor: ByteRange? = nil, tag: ByteRange? = nil, resolvedTag: String? = nil) {
    self.anchor = anchor
    self.tag = tag
    self.resolvedTag = resolvedTag
  }
}

/// The nodes of a YAML stream or of a JSON text, flat, beside the bytes that they are ranges of.
public struct YAMLTree: Sendable {
  /// The bytes that every range counts in.
  public let bytes: [UInt8]
  /// All nodes of all documents, in the order of the text.
  public var nodes: [Node]
  /// The root of each document.
  public var roots: [NodeID]
  /// Anchors and tags, named by `Node.properties`.
  public var properties: [NodeProperties]
  /// The comments, `#` included, without their line end.
  public var comments: [ByteRange]
  /// The documents with their markers; empty for JSON.
  public var documents: [YAMLDocument] = []

  /// Makes a tree from its parts.
  public init(
    bytes: [UInt8], nodes: [Node] = [], roots: [NodeID] = [], properties: [NodeProperties] = [],
    comments: [ByteRange] = []
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.roots = roots
    self.properties = properties
    self.comments = comments
  }

  /// The root of the first document.
  public var root: NodeID? { roots.first }

  /// The node itself; an alias is not followed.
  public subscript(id: NodeID) -> Node { nodes[id.index] }

  /// The node, or for an alias the node that it stands for; an alias without a target is itself.
  public func resolved(_ id: NodeID) -> NodeID {
    var id = id
    // An alias never names a later node, so this walk ends.
    while nodes[id.index].kind == .alias, nodes[id.index].count >= 0, Int(nodes[id.index].count) < id.index {
      id = NodeID(Int(nodes[id.index].count))
    }
    return id
  }

  /// The type of the value, aliases followed.
  public func type(of id: NodeID) -> ValueType { nodes[resolved(id).index].type }

  /// The bytes of the node's own text.
  public func range(of id: NodeID) -> ByteRange { nodes[id.index].range }

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
