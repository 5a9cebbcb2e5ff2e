extension Keyword {
  /// A schema that must not hold (2020-12 core, 10.2.1.4).
  static let not = Keyword("not", .applicator, .all, .schema) { builder, site in
    builder.add(.not(builder.schema(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkNot(_ schema: SchemaID, _ node: Int, _ keyword: Int32) -> Bool {
    if !quietly({ $0.evaluate(schema, node) }) { return true }
    return fail(keyword) { $0.forbidden(by: schema, node) }
  }
}
