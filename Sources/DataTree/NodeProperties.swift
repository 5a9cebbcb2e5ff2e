public import SourceText

/// The anchor and the tag of a node (YAML 1.2.2, 6.9).
public struct NodeProperties: Sendable {
  /// The node.
  public var node: NodeID
  /// The anchor with its `&`, if there is one.
  public var anchor: ByteRange?
  /// The tag as written, with its `!`, if there is one.
  public var tag: ByteRange?
  /// The tag in full (`tag:yaml.org,2002:str`), or `nil` where there is none or its handle is unknown.
  public var resolvedTag: String?

  /// Makes the properties of a node.
  public init(of node: NodeID, anchor: ByteRange? = nil, tag: ByteRange? = nil, resolvedTag: String? = nil) {
    self.node = node
    self.anchor = anchor
    self.tag = tag
    self.resolvedTag = resolvedTag
  }
}
