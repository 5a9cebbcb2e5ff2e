public import DataTree
public import SourceText
public import YAML

/// One file, split into front matter and body, its front matter read.
public struct Posting: Sendable {
  /// The file.
  public let source: Source
  /// Where the front matter is.
  public let frontMatter: FrontMatter
  /// The values of the front matter; without a root where there is none.
  public let tree: DataTree
  /// What the YAML reader found wrong.
  public let errors: [YAMLError]
  /// What is good YAML, but very likely means something else than its author wanted.
  public let suspects: [YAMLError]

  /// Splits and reads a file; always gives a posting, whatever the bytes are.
  public init(_ source: Source) {
    self.source = source
    frontMatter = FrontMatter(source.bytes)
    if frontMatter.isPresent {
      let result = YAMLParser.parse(source.bytes, in: frontMatter.content, options: .frontMatter)
      tree = result.tree
      errors = result.errors
      suspects = result.suspects
    } else {
      tree = DataTree(bytes: source.bytes)
      errors = []
      suspects = []
    }
  }

  /// Whether the front matter is YAML; two equal keys do not count against it.
  public var isParsable: Bool { errors.allSatisfy { $0.code == .duplicateKey } }

  /// The mapping of keys and values, where the front matter is one.
  public var root: NodeID? {
    guard let root = tree.root, tree[root].kind == .mapping else { return nil }
    return root
  }

  /// The value of a key at the top of the front matter.
  public func value(_ key: String) -> NodeID? {
    root.flatMap { tree.value(of: key, in: $0) }
  }

  /// The text of a key's value, if it is a scalar that is not null.
  public func text(_ key: String) -> [UInt8]? {
    guard let value = value(key), tree[tree.resolved(value)].kind == .scalar, tree.type(of: value) != .null
    else { return nil }
    return tree.utf8(of: value)
  }
}
