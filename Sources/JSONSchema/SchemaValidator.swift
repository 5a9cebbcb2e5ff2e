public import DataTree

/// A compiled schema, ready to validate any number of values from any thread.
public struct SchemaValidator: Sendable {
  let schema: CompiledSchema
  let options: SchemaOptions

  /// Compiles a schema, which may be written in JSON or YAML.
  ///
  /// - Parameter schema: the document; its first root is the schema.
  /// - Parameter resolver: gives the document at an address (without fragment) that a reference or `$schema` leads to,
  ///   or `nil`. The metaschemas of the standard are known without it. Nothing is ever fetched otherwise.
  /// - Throws: every mistake of the schema, with its place.
  public init(
    schema: DataTree, options: SchemaOptions = SchemaOptions(), resolver: @escaping (String) -> DataTree? = { _ in nil }
  ) throws(SchemaErrors) {
    self.options = options
    self.schema = try SchemaCompiler(options: options, resolver: resolver).compile(schema)
  }

  /// Whether the value at `root` (that of the first document unless it is given) meets the schema; it stops at the first
  /// failure. A tree without a document meets none.
  public func isValid(_ tree: DataTree, root: NodeID? = nil) -> Bool {
    guard let root = root ?? tree.root else { return false }
    return Evaluator.isValid(tree, root, schema, options: options)
  }

  /// What is wrong with the value at `root` (that of the first document unless it is given), by place; empty for a valid
  /// value, and for a tree without a document.
  public func failures(of tree: DataTree, root: NodeID? = nil) -> [SchemaFailure] {
    guard let root = root ?? tree.root else { return [] }
    return Evaluator.failures(of: tree, root, schema, options: options)
  }

  /// As above, with `limit` failures at most of each keyword, or all of them for 0; the others are only counted, as
  /// ``SchemaFailure/others`` of the last.
  package func failures(of tree: DataTree, root: NodeID, limit: Int) -> [SchemaFailure] {
    Evaluator.failures(of: tree, root, schema, options: options, limit: limit)
  }
}
