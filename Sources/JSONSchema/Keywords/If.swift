extension Keyword {
  /// A condition (2020-12 core, 10.2.2.1): where it holds, so must `then`; where it does not, `else`.
  static let condition = Keyword("if", .applicator, .all, .schema) { builder, site in
    let then = builder.sibling("then").map { builder.schema($0.value) }
    let otherwise = builder.sibling("else").map { builder.schema($0.value) }
    builder.add(.conditional(condition: builder.schema(site.value), then: then, otherwise: otherwise), site)
  }
}

extension Evaluator {
  mutating func checkConditional(_ condition: SchemaID, _ then: SchemaID?, _ otherwise: SchemaID?, _ node: Int) -> Bool
  {
    guard then != nil || otherwise != nil else { return true }
    let branch = quietly({ $0.evaluate(condition, node) }) ? then : otherwise
    return branch.map { evaluate($0, node) } ?? true
  }
}
