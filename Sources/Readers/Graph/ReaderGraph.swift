import DataTree
import SourceText

/// What a reader's parser made of a text before it gave the scalars their types: nodes, flat, with tags and anchors.
///
/// Other readers than the standard's own see other nodes in the same bytes, so this is not a ``DataTree``.
struct ReaderGraph: Sendable {
  /// The nodes; a collection names its children.
  var nodes: [GraphNode] = []
  /// The index of the root, or `nil` where there is no document.
  var root: Int?
  /// The version that `%YAML` names, where there is one.
  var version: YAMLVersion?

  /// Appends a node and gives its index.
  mutating func append(_ node: GraphNode) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }
}

/// One node of a ``ReaderGraph``.
struct GraphNode: Sendable {
  /// What it is.
  var kind: NodeKind
  /// How it is written.
  var style: NodeStyle
  /// The text of a scalar, unescaped and folded; the name of an alias.
  var text: [UInt8] = []
  /// The tag in full, `!` for the non-specific one, or `nil` where there is none.
  var tag: [UInt8]?
  /// The name of its anchor.
  var anchor: [UInt8]?
  /// Its bytes.
  var range: ByteRange
  /// Items, or keys and values in turn; for an alias its target, where there is one.
  var children: [Int] = []
}

/// The version of a `%YAML` line.
struct YAMLVersion: Hashable, Sendable {
  /// 1 in 1.2.
  var major: Int
  /// 2 in 1.2.
  var minor: Int
}
