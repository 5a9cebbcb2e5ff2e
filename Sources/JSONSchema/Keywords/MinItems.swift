import YAML

extension Keyword {
  /// The smallest number of items in a list (2020-12 validation, 6.4.2).
  static let minItems = Keyword("minItems", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.minItems(limit), site)
  }
}

extension Evaluator {
  mutating func checkMinItems(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard tree.nodes[node].type == .sequence, Int(tree.nodes[node].count) < limit else { return true }
    let count = Int(tree.nodes[node].count)
    return fail(keyword) { _ in .tooFewItems(limit: limit, count: count) }
  }
}
