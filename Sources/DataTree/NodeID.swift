/// Names one node of a ``DataTree``: its place in the tree's array.
@frozen
public struct NodeID: Hashable, Sendable {
  /// The place in `DataTree.nodes`, from 0.
  public let index: Int

  /// Names the node at `index`.
  @inlinable
  public init(_ index: Int) {
    self.index = index
  }
}
