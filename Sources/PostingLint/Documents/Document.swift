public import DataTree
import Files
import JSON
public import SourceText
import YAML

/// One file, read: a posting, a configuration, a schema, or any file of data.
public struct Document: Sendable {
  /// How values are written.
  public enum Syntax: Hashable, Sendable {
    /// YAML 1.2.
    case yaml
    /// JSON (RFC 8259).
    case json

    /// Writes texts in this syntax.
    var writer: any ScalarWriting.Type {
      switch self {
      case .yaml: YAMLScalarWriter.self
      case .json: JSONScalarWriter.self
      }
    }
  }

  /// Where in a file its values stand.
  public enum Form: Hashable, Sendable {
    /// Between fences at the start; Markdown follows.
    case frontMatter
    /// The whole file is data.
    case data(Syntax)
  }

  /// The file. Data in another encoding than UTF-8 are here in UTF-8.
  public let source: Source
  /// Where the values stand.
  public let form: Form
  /// How the values are written.
  public let syntax: Syntax
  /// The fences, and what lies between them; all of the file where it is data.
  public let frontMatter: FrontMatter
  /// The values, one root a document of the stream; without a root where there are none.
  public let tree: DataTree
  /// What the reader of the syntax found wrong.
  public let errors: [SyntaxError]
  /// What is well formed, but very likely means something else than its author wanted.
  public let suspects: [SyntaxError]

  /// Reads a file; always gives a document, whatever the bytes are.
  public init(_ source: Source, as form: Form = .frontMatter) {
    self.form = form
    switch form {
    case .frontMatter:
      syntax = .yaml
      frontMatter = FrontMatter(source.bytes)
      self.source = source
      if frontMatter.isPresent {
        let result = YAMLParser.parse(source.bytes, in: frontMatter.content, options: .frontMatter)
        tree = result.tree
        errors = result.errors.map(SyntaxError.init)
        suspects = result.suspects.map(SyntaxError.init)
      } else {
        tree = DataTree(bytes: source.bytes)
        errors = []
        suspects = []
      }
    case .data(.yaml):
      syntax = .yaml
      let result = YAMLParser.parseFile(source.bytes)
      self.source = Source(path: source.path, bytes: result.tree.bytes)
      frontMatter = FrontMatter(dataOf: result.tree.bytes.count)
      tree = result.tree
      errors = result.errors.map(SyntaxError.init)
      suspects = result.suspects.map(SyntaxError.init)
    case .data(.json):
      syntax = .json
      self.source = source
      frontMatter = FrontMatter(dataOf: source.bytes.count)
      suspects = []
      do {
        tree = try JSONParser.parse(source.bytes)
        errors = []
      } catch {
        tree = DataTree(bytes: source.bytes)
        errors = [SyntaxError(error)]
      }
    }
  }

  /// The schema that the file names itself, if it names one.
  package var ownSchema: OwnSchema? { OwnSchema.find(in: self) }

  /// The bytes of the file.
  public var bytes: [UInt8] { source.bytes }

  /// Whether the values can be read.
  public var isParsable: Bool { errors.isEmpty }

  /// The mapping of keys and values, where the values are one.
  public var root: NodeID? {
    guard let root = tree.root, tree[root].kind == .mapping else { return nil }
    return root
  }

  /// The value of a key at the top.
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

extension Document.Form {
  /// The form by the name of a file; YAML where the name says nothing.
  package init(_ path: SourcePath) {
    let name = path.fileName
    if name.suffix(5).map(\.lowercased).elementsEqual(".json".utf8) {
      self = .data(.json)
    } else {
      self = FileFinder.isMarkdown(Array(name)) ? .frontMatter : .data(.yaml)
    }
  }

  /// The form of a file of data by its name.
  static func data(named path: SourcePath) -> Self {
    Self(path) == .data(.json) ? .data(.json) : .data(.yaml)
  }
}
