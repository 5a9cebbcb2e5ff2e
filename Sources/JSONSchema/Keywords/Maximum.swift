extension Keyword {
  /// The largest allowed number (2020-12 validation, 6.2.2).
  static let maximum = Keyword("maximum", .validation, .all, .number) { builder, site in
    guard let limit = builder.number(site.value) else { return }
    builder.compiler.parts.numbers.append(limit)
    let index = Int32(clamping: builder.compiler.parts.numbers.count - 1)
    builder.add(.maximum(index, isExclusive: false), site)
  }
}

extension Evaluator {
  mutating func checkMaximum(_ index: Int32, isExclusive: Bool, _ node: Int, _ keyword: Int32) -> Bool {
    guard let number = number(node) else { return true }
    // Not-a-number is within no limit.
    if let order = number.compared(to: program.numbers[Int(index)]), order < 0 || (order == 0 && !isExclusive) {
      return true
    }
    return fail(keyword) { .tooLarge(limit: $0.keywordText(keyword), isExclusive: isExclusive) }
  }
}
