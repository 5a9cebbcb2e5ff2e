public import SourceText

/// One node of a tree: 16 bytes, without references.
///
/// Nodes stand in the order of the text, a collection before its children; the children of a mapping are its keys
/// and values in turn. A child's next sibling is the node `size` places after it.
public struct Node: Sendable {
  /// Where the node's text starts (the opening quote, bracket or indicator; not its anchor or tag).
  public var start: UInt32
  /// Where the node's text ends, after the closing quote or bracket.
  public var end: UInt32
  /// Of a collection the number of nodes below it, of an alias its target, of a block scalar its indentation.
  @usableFromInline package var detail: Int32
  /// From the lowest bit: two of the kind, four of the style, three of the type, one for a scalar that is verbatim, one for a
  /// node with an anchor or a tag, and the count of a collection.
  @usableFromInline var signs: UInt32

  /// The greatest number that ``count`` can be.
  public static let countLimit = 1 << 21 - 1

  @usableFromInline static let countShift = 11 as UInt32

  @inlinable @inline(__always)
  package init(
    _ kind: NodeKind, _ style: NodeStyle, _ type: ValueType, isVerbatim: Bool = false, _ range: ByteRange,
    detail: Int = 0
  ) {
    start = UInt32(truncatingIfNeeded: range.start)
    end = UInt32(truncatingIfNeeded: range.end)
    self.detail = Int32(truncatingIfNeeded: detail)
    signs =
      UInt32(kind.rawValue) | UInt32(style.rawValue) << 2 | UInt32(type.rawValue) << 6 | (isVerbatim ? 1 << 9 : 0)
  }

  /// Makes a scalar; `indentation` is that of the lines of a block scalar.
  @inlinable @inline(__always)
  public static func scalar(
    _ type: ValueType, _ style: NodeStyle, _ range: ByteRange, isVerbatim: Bool, indentation: Int = 0
  ) -> Node {
    Node(.scalar, style, type, isVerbatim: isVerbatim, range, detail: indentation)
  }

  /// Makes a list without items or a mapping without pairs, which is closed by ``close(size:count:end:)``.
  @inlinable @inline(__always)
  public static func collection(isMapping: Bool, _ style: NodeStyle, _ range: ByteRange) -> Node {
    isMapping ? Node(.mapping, style, .mapping, range) : Node(.sequence, style, .sequence, range)
  }

  /// Makes an alias of the node at `target`, which may be -1 or -2, as ``target`` has it.
  @inlinable @inline(__always)
  public static func alias(of target: Int, _ type: ValueType, _ range: ByteRange) -> Node {
    Node(.alias, .plain, type, range, detail: target)
  }

  /// Says what a collection holds now that all of it is there: the nodes below it and itself, its items or pairs, and where
  /// its text ends.
  @inlinable
  public mutating func close(size: Int, count: Int, end: Int) {
    detail = Int32(truncatingIfNeeded: Swift.max(size, 1) - 1)
    signs =
      signs & (1 << Self.countShift &- 1)
      | UInt32(truncatingIfNeeded: Swift.min(count, Self.countLimit)) << Self.countShift
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// What the node is.
  @inlinable @inline(__always) public var kind: NodeKind { NodeKind(bits: signs & 3) }

  /// How it is written.
  @inlinable @inline(__always) public var style: NodeStyle {
    get { NodeStyle(bits: signs >> 2 & 15) }
    set { signs = signs & ~(15 << 2) | UInt32(newValue.rawValue) << 2 }
  }

  /// The type of its value under the core schema; that of its target for an alias.
  @inlinable @inline(__always) public var type: ValueType {
    get { ValueType(bits: signs >> 6 & 7) }
    set { signs = signs & ~(7 << 6) | UInt32(newValue.rawValue) << 6 }
  }

  /// Whether the text of a scalar is exactly the bytes of `content` (nothing to unescape or fold).
  @inlinable @inline(__always) public var isVerbatim: Bool {
    get { signs & 1 << 9 != 0 }
    set { signs = newValue ? signs | 1 << 9 : signs & ~(1 << 9) }
  }

  /// Whether the node has an anchor or a tag, which ``DataTree/properties(of:)`` gives.
  @inlinable @inline(__always) public var hasProperties: Bool {
    get { signs & 1 << 10 != 0 }
    set { signs = newValue ? signs | 1 << 10 : signs & ~(1 << 10) }
  }

  /// Whether the node is a scalar whose text is exactly the bytes of `content`.
  @inlinable @inline(__always) public var isVerbatimScalar: Bool { signs & (1 << 9 | 3) == 1 << 9 }

  /// Whether the node is written without quotes and brackets.
  @inlinable @inline(__always) public var isPlain: Bool { signs & (15 << 2) == 0 }

  /// Whether the node is written between quotes on each side, one single or one double.
  @inlinable @inline(__always) public var isQuoted: Bool { (signs >> 2 & 15) &- 1 < 2 }

  /// Whether the node is a list or a mapping.
  @inlinable @inline(__always) public var isCollection: Bool { signs & 3 == 1 || signs & 3 == 2 }

  /// The number of nodes: of this one and of all below it.
  @inlinable @inline(__always) public var size: Int { isCollection ? Int(detail) &+ 1 : 1 }

  /// The number of items or of pairs, ``countLimit`` where there are as many or more; ``DataTree/count(of:)`` is exact.
  @inlinable @inline(__always) public var count: Int { Int(signs >> Self.countShift) }

  /// Of an alias the index of the node that it stands for, -1 where there is none, or -2 where it stands inside that node,
  /// which nobody can follow.
  @inlinable @inline(__always) public var target: Int { Int(detail) }

  /// Of a block scalar the number of spaces before its lines.
  @inlinable @inline(__always) public var indentation: Int { Int(detail) }

  /// The bytes of the node's own text.
  @inlinable @inline(__always) public var range: ByteRange { ByteRange(Int(start), Int(end)) }
}
