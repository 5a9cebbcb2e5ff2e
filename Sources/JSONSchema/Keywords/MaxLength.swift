import DataTree

extension Keyword {
  /// The largest number of code points in a text (2020-12 validation, 6.3.1).
  static let maxLength = Keyword("maxLength", .validation, .all, .count) { builder, site in
    guard let limit = builder.count(site.value) else { return }
    builder.add(.maxLength(limit), site)
  }
}

extension Evaluator {
  mutating func checkMaxLength(_ limit: Int, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .string, let count = length(node, upTo: Int.max, atMost: limit), count > limit else {
      return true
    }
    return fail(keyword) { _ in .tooLong(limit: limit, count: count) }
  }
}
