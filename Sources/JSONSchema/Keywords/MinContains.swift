extension Keyword {
  /// How many items must meet `contains` (2020-12 validation, 6.4.5); read there.
  static let minContains = Keyword("minContains", .validation, .since201909, .count)
}
