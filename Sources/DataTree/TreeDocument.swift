public import SourceText

/// One document of a stream (YAML 1.2.2, 9.1); a text in another syntax is one document without markers.
public struct TreeDocument: Sendable {
  /// The root node.
  public var root: NodeID
  /// The `---` before the document, if it is written.
  public var startMarker: ByteRange?
  /// The `...` after the document, if it is written.
  public var endMarker: ByteRange?

  /// A document; markers that are not written are `nil`.
  public init(root: NodeID, startMarker: ByteRange? = nil, endMarker: ByteRange? = nil) {
    self.root = root
    self.startMarker = startMarker
    self.endMarker = endMarker
  }
}
