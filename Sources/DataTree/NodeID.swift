/// Names one node of a ``DataTree``: its place in the tree's array.
///
/// There may be as many of them as a text has words, so one takes four bytes.
@frozen
public struct NodeID: Hashable, Sendable {
  @usableFromInline
  let place: Int32

  /// The place in `DataTree.nodes`, from 0.
  @inlinable
  public var index: Int { Int(place) }

  /// Names the node at `index`.
  @inlinable
  public init(_ index: Int) {
    place = Int32(clamping: index)
  }
}
