import DataTree

extension Keyword {
  /// The smallest number of items in a list (2020-12 validation, 6.4.2).
  static let minItems = Keyword("minItems", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.minItems(limit), site)
  }
}

extension Evaluator {
  mutating func checkMinItems(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .sequence, count(node) < limit else { return true }
    let count = count(node)
    return fail(keyword) { _ in .tooFewItems(limit: limit, count: count) }
  }
}
