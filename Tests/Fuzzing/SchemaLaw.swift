import DataTree
import JSONSchema
import PostingLint
import SourceText
import YAML

/// What the validator promises of any schema and any value; a line `%%` is between the two.
enum SchemaLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let parts = TwoParts(bytes, at: "\n%%\n")
    let schema = YAMLParser.parse(parts.first)
    let instance = YAMLParser.parse(parts.second)
    guard schema.errors.isEmpty, !schema.tree.roots.isEmpty else { return }
    var options = SchemaOptions()
    options.depthLimit = 100
    for dialect in Dialect.allCases {
      options.defaultDialect = dialect
      options.assertsFormat = dialect == .draft202012
      let validator: SchemaValidator
      do {
        validator = try SchemaValidator(schema: schema.tree, options: options)
      } catch {
        try check(error, parts.first)
        continue
      }
      for root in instance.tree.roots { try check(validator, instance.tree, root) }
    }
  }

  private static func check(_ errors: SchemaErrors, _ schema: [UInt8]) throws(BrokenLaw) {
    try require(!errors.errors.isEmpty, "a schema is refused without a reason")
    for error in errors.errors {
      try RangeLaw.checkMessage(error.kind.message, "schema error")
      if error.document.isEmpty { try RangeLaw.checkWhole(error.range, schema, "schema error") }
    }
  }

  private static func check(_ validator: SchemaValidator, _ tree: DataTree, _ root: NodeID) throws(BrokenLaw) {
    let failures = validator.failures(of: tree, root: root)
    try require(
      failures.isEmpty == validator.isValid(tree, root: root), "valid and \(failures.count) failures do not agree")
    for failure in failures {
      try RangeLaw.checkWhole(failure.range, tree.bytes, "failure")
      try RangeLaw.checkMessage(failure.message, "failure")
      try require(failure.instance.index < tree.nodes.count, "a failure of no node")
      try require(
        failure.pointer.isEmpty || failure.pointer.utf8.first == UInt8(ascii: "/"), "pointer \(failure.pointer)")
      _ = failure.keywordLocation.uri
    }
    let again = validator.failures(of: tree, root: root)
    try require(again.map(\.range) == failures.map(\.range), "a second validation differs")
  }
}
