extension Keyword {
  /// A number above all allowed ones (2020-12 validation, 6.2.3).
  static let exclusiveMaximum = Keyword("exclusiveMaximum", .validation, .all, .number) { builder, site in
    guard let limit = builder.number(site.value) else { return }
    builder.compiler.parts.numbers.append(limit)
    let index = Int32(clamping: builder.compiler.parts.numbers.count - 1)
    builder.add(.maximum(index, isExclusive: true), site)
  }
}
