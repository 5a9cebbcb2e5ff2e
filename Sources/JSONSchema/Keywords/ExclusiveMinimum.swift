extension Keyword {
  /// A number below all allowed ones (2020-12 validation, 6.2.5).
  static let exclusiveMinimum = Keyword("exclusiveMinimum", .validation, .all, .number) { builder, site in
    guard let limit = builder.number(site.value) else { return }
    builder.compiler.parts.numbers.append(limit)
    let index = Int32(clamping: builder.compiler.parts.numbers.count - 1)
    builder.add(.minimum(index, isExclusive: true), site)
  }
}
