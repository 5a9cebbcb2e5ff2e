extension Keyword {
  /// A number that must divide the value (2020-12 validation, 6.2.1).
  static let multipleOf = Keyword("multipleOf", .validation, .all, .positiveNumber) { builder, site in
    guard let divisor = builder.number(site.value), !divisor.isZero else { return }
    builder.compiler.parts.numbers.append(divisor)
    builder.add(.multipleOf(Int32(clamping: builder.compiler.parts.numbers.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkMultipleOf(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard let number = number(node), !number.isMultiple(of: program.numbers[Int(index)]) else { return true }
    return fail(keyword) { .notMultiple(of: $0.keywordText(keyword)) }
  }
}
