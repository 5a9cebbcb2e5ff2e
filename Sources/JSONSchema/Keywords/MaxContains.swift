extension Keyword {
  /// How many items may meet `contains` (2020-12 validation, 6.4.4); read there.
  static let maxContains = Keyword("maxContains", .validation, .since201909, .count)
}
