import DataTree
import JSON
import JSONSchema
import SourceText

/// A condition as a configuration writes it: not yet compiled, as its dates may depend on the day.
package struct ConditionText: Sendable {
  private let tree: DataTree
  private let node: NodeID

  init(_ tree: DataTree, _ node: NodeID) {
    self.tree = tree
    self.node = node
  }

  /// The keywords that tell a schema of the whole front matter from a list of keys.
  private static let wholeKeywords = [
    "$schema", "$ref", "properties", "required", "allOf", "anyOf", "oneOf", "not", "if",
  ]

  /// The condition, ready to use.
  ///
  /// - Throws: every mistake of its schemas, with its place in the configuration.
  func compiled(_ options: LintOptions) throws(SchemaErrors) -> FrontMatterCondition {
    let root = tree.resolved(node)
    if Self.wholeKeywords.contains(where: { tree.value(of: $0, in: root) != nil }) {
      return FrontMatterCondition(whole: try schema(root, options))
    }
    var keys: [(key: String, schema: SchemaValidator)] = []
    var errors: [SchemaError] = []
    for (key, value) in tree.pairs(of: root) {
      do throws(SchemaErrors) {
        keys.append((tree.text(of: key), try test(tree.resolved(value), options)))
      } catch {
        errors += error.errors
      }
    }
    if !errors.isEmpty { throw SchemaErrors(errors: errors) }
    return FrontMatterCondition(keys: keys)
  }

  /// What the value of a key must be: as a schema says, or as it is written.
  private func test(_ value: NodeID, _ options: LintOptions) throws(SchemaErrors) -> SchemaValidator {
    if tree[value].kind == .mapping { return try schema(value, options) }
    var only = tree
    only.roots = [value]
    let text = (try? JSONPrinter.print(only)) ?? []
    let document = (try? JSONParser.parse(Array("{\"const\": ".utf8) + text + Array("}".utf8))) ?? only
    return try DocumentSchema(document: document, options: options).validator
  }

  private func schema(_ node: NodeID, _ options: LintOptions) throws(SchemaErrors) -> SchemaValidator {
    var only = tree
    only.roots = [node]
    return try DocumentSchema(document: only, options: options, checksSchema: true).validator
  }
}

/// What the front matter of a file must say for some settings to hold for the file.
package struct FrontMatterCondition: Sendable {
  private let whole: SchemaValidator?
  private let keys: [(key: String, schema: SchemaValidator)]

  /// A condition on the front matter as a whole.
  init(whole: SchemaValidator) {
    self.whole = whole
    keys = []
  }

  /// A condition on the values of some keys, all of which must be there.
  init(keys: [(key: String, schema: SchemaValidator)]) {
    whole = nil
    self.keys = keys
  }

  /// Whether the front matter of a document is so. Where it has mistakes, what could be read of it counts; a document
  /// without front matter meets no condition.
  func isMet(by document: Document) -> Bool {
    let tree = document.tree
    guard document.frontMatter.isPresent, let root = tree.root.map(tree.resolved) else { return false }
    if let whole { return whole.isValid(tree, root: root) }
    guard tree[root].kind == .mapping else { return false }
    return keys.allSatisfy { key, schema in
      tree.value(of: key, in: root).map { schema.isValid(tree, root: $0) } ?? false
    }
  }
}
