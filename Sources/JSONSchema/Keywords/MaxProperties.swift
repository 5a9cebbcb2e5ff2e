import DataTree

extension Keyword {
  /// The largest number of keys (2020-12 validation, 6.5.1).
  static let maxProperties = Keyword("maxProperties", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.maxProperties(limit), site)
  }
}

extension Evaluator {
  mutating func checkMaxProperties(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .mapping, count(node) > limit else { return true }
    let count = count(node)
    return fail(keyword) { _ in .tooManyKeys(limit: limit, count: count) }
  }
}
