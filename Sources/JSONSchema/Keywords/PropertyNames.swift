import DataTree

extension Keyword {
  /// The schema of the keys themselves (2020-12 core, 10.3.2.4).
  static let propertyNames = Keyword("propertyNames", .applicator, .all, .schema) { builder, site in
    builder.add(.propertyNames(builder.schema(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkPropertyNames(_ schema: SchemaID, _ node: Int) -> Bool {
    guard type(node) == .mapping else { return true }
    return forEachPair(node) { evaluator, key, _ in evaluator.evaluateKey(schema, key) }
  }
}
