import DataTree

extension Keyword {
  /// The largest number of items in a list (2020-12 validation, 6.4.1).
  static let maxItems = Keyword("maxItems", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.maxItems(limit), site)
  }
}

extension Evaluator {
  mutating func checkMaxItems(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .sequence, count(node) > limit else { return true }
    let count = count(node)
    return fail(keyword) { _ in .tooManyItems(limit: limit, count: count) }
  }
}
