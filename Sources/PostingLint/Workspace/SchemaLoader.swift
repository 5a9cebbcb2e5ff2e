import DataTree
import Files
import JSONSchema
import SourceText

/// A schema that was read and not yet compiled.
struct SchemaDocument: Sendable {
  /// The file; `nil` for a schema that is part of the program.
  let source: Source?
  /// Its content.
  let tree: DataTree
  /// The folders of ids that it speaks of.
  let folders: [ReferenceFolder]
  /// Which schema of another program's keys it is; `nil` for any other.
  let bundled: BundledSchema?

  /// The schema of postings that is part of the program. It is compiled, so nobody looks at its tree.
  static let posting = SchemaDocument(source: nil, tree: DataTree(bytes: []), folders: ReferenceFolder.ofPostings)

  /// Whether it is the schema of postings.
  var isPosting: Bool { source == nil }

  init(source: Source, tree: DataTree, bundled: BundledSchema? = nil) {
    self.init(source: source, tree: tree, folders: ReferenceFolder.declared(in: tree), bundled: bundled)
  }

  private init(source: Source?, tree: DataTree, folders: [ReferenceFolder], bundled: BundledSchema? = nil) {
    self.source = source
    self.tree = tree
    self.folders = folders
    self.bundled = bundled
  }
}

/// Reads schemas from files, in JSON or YAML.
enum SchemaLoader {
  /// Reads the schema at `path`.
  static func read(_ path: SourcePath, _ files: SettingsFiles) throws(ConfigurationError) -> SchemaDocument {
    let source = try source(path, files)
    return SchemaDocument(source: source, tree: try document(source))
  }

  /// Compiles a schema; references to other files are followed as far as `locations` lead, and these files noted.
  static func compile(
    _ document: SchemaDocument, _ options: LintOptions, _ locations: SchemaLocations, assertsFormat: Bool = false,
    noting foundation: inout Foundations
  ) throws(ConfigurationError) -> DocumentSchema {
    if document.isPosting { return DocumentSchema.posting(options: options) }
    let files = SchemaFiles(locations)
    defer { for path in files.foundation.paths { foundation.add(path) } }
    do {
      return try DocumentSchema(
        document: document.tree, options: options, checksSchema: document.source != nil && document.bundled == nil,
        baseURI: document.source.map { SchemaLocations.address(of: $0.path) } ?? "", assertsFormat: assertsFormat,
        resolver: files.document(at:))
    } catch {
      if let failure = files.failure { throw failure }
      throw mistakes(error.errors, document, files)
    }
  }

  /// The mistakes of the first document that has some.
  private static func mistakes(
    _ errors: [SchemaError], _ document: SchemaDocument, _ files: SchemaFiles
  ) -> ConfigurationError {
    let address = errors.first?.document ?? ""
    let source = files.source(at: address) ?? document.source ?? Source(path: SourcePath(""), bytes: [])
    return .mistakes(source, errors.filter { $0.document == address }.map { ($0.range, $0.kind.message) })
  }

  /// The file at `path`.
  static func source(_ path: SourcePath, _ files: SettingsFiles) throws(ConfigurationError) -> Source {
    do {
      return Source(path: path, bytes: try files.read(path))
    } catch {
      throw .file(error)
    }
  }

  /// The tree of a schema document: JSON by its name, YAML otherwise.
  static func document(_ source: Source) throws(ConfigurationError) -> DataTree {
    let document = Document(source, as: .data(named: source.path))
    guard document.isParsable else {
      throw .mistakes(document.source, document.errors.map { ($0.range, $0.message) })
    }
    return document.tree
  }
}
