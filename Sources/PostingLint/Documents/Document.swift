public import DataTree
import Files
import JSON
public import SourceText
import TOML
import YAML

/// One file, read: a posting, a configuration, a schema, or any file of data. Immutable.
///
/// A class, because it is handed from one floor to the next: a copy would retain each of its parts.
public final class Document: Sendable {
  /// How values are written.
  public enum Syntax: Hashable, Sendable {
    /// YAML 1.2.
    case yaml
    /// JSON (RFC 8259).
    case json
    /// TOML 1.1.
    case toml

    /// Writes texts in this syntax.
    var writer: any ScalarWriting.Type {
      switch self {
      case .yaml: YAMLScalarWriter.self
      case .json: JSONScalarWriter.self
      case .toml: TOMLScalarWriter.self
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
    var values: Values
    switch form {
    case .frontMatter:
      frontMatter = FrontMatter(source.bytes)
      syntax = frontMatter.syntax
      self.source = source
      let range = frontMatter.content
      guard frontMatter.isPresent else {
        values = Values(tree: DataTree(bytes: source.bytes))
        break
      }
      values =
        switch syntax {
        case .yaml: Values(YAMLParser.parse(source.bytes, in: range, options: .frontMatter))
        case .json: Values(JSONReader.read(source.bytes, in: range))
        case .toml: Values(TOMLParser.parse(source.bytes, in: range, options: .frontMatter))
        }
      // Between the fences there may be nothing, or comments alone.
      values.tree.readNothingAsMapping(at: range.end)
    case .data(let syntax):
      self.syntax = syntax
      switch syntax {
      case .yaml:
        values = Values(YAMLParser.parseFile(source.bytes))
        self.source = Source(path: source.path, bytes: values.tree.bytes)
      case .json:
        self.source = source
        // A text without mistakes is read by the faster reader.
        values = (try? JSONParser.parse(source.bytes)).map { Values(tree: $0) } ?? Values(JSONReader.read(source.bytes))
      case .toml:
        self.source = source
        values = Values(TOMLParser.parse(source.bytes))
      }
      frontMatter = FrontMatter(dataOf: self.source.bytes.count, syntax)
    }
    tree = values.tree
    errors = values.errors
    suspects = values.suspects
  }

  private init(withoutValuesOf other: Document) {
    source = other.source
    form = other.form
    syntax = other.syntax
    frontMatter = other.frontMatter
    tree = DataTree(bytes: other.tree.bytes)
    errors = other.errors
    suspects = other.suspects
  }

  /// The same document with an empty tree, which takes the most room of all that it holds.
  var withoutValues: Document { Document(withoutValuesOf: self) }

  /// What a reader of a syntax gives.
  private struct Values {
    var tree: DataTree
    var errors: [SyntaxError] = []
    var suspects: [SyntaxError] = []

    init(tree: DataTree) {
      self.tree = tree
    }

    init(_ result: YAMLResult) {
      tree = result.tree
      errors = result.errors.map(SyntaxError.init)
      suspects = result.suspects.map(SyntaxError.init)
    }

    init(_ result: JSONResult) {
      tree = result.tree
      errors = result.mistakes.map(SyntaxError.init)
    }

    init(_ result: TOMLResult) {
      tree = result.tree
      errors = result.errors.map { SyntaxError($0) }
      suspects = result.newer.map { SyntaxError($0, isNewer: true) }
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
    let name = Array(path.fileName.map(\.lowercased))
    if name.suffix(5).elementsEqual(".json".utf8) {
      self = .data(.json)
    } else if name.suffix(5).elementsEqual(".toml".utf8) {
      self = .data(.toml)
    } else {
      self = FileFinder.isMarkdown(Array(path.fileName)) ? .frontMatter : .data(.yaml)
    }
  }

  /// The form of a file of data by its name.
  static func data(named path: SourcePath) -> Self {
    let form = Self(path)
    return form == .frontMatter ? .data(.yaml) : form
  }
}
