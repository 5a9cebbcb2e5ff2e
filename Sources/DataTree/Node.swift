public import SourceText

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
  /// The place of its anchor and tag in `DataTree.properties`, or -1.
  public var properties: Int32

  /// Makes a node; `subtreeEnd` of a collection is set when it closes.
  @inlinable public init(
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
  @inlinable public var range: ByteRange { ByteRange(Int(start), Int(end)) }
}
