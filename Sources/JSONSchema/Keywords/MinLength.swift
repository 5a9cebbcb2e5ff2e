import DataTree

extension Keyword {
  /// The smallest number of code points in a text (2020-12 validation, 6.3.2).
  static let minLength = Keyword("minLength", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.minLength(limit), site)
  }
}

extension Evaluator {
  mutating func checkMinLength(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .string, let count = length(node, upTo: limit), count < limit else { return true }
    return fail(keyword) { _ in .tooShort(limit: limit, count: count) }
  }
}
