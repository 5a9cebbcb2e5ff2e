import DataTree

extension Keyword {
  /// The smallest number of keys (2020-12 validation, 6.5.2).
  static let minProperties = Keyword("minProperties", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.minProperties(limit), site)
  }
}

extension Evaluator {
  mutating func checkMinProperties(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .mapping, count(node) < limit else { return true }
    let count = count(node)
    return fail(keyword) { _ in .tooFewKeys(limit: limit, count: count) }
  }
}
