extension Keyword {
  /// Whether the value should no longer be used (2020-12 validation, 9.3).
  static let deprecated = Keyword("deprecated", .metaData, .since201909, .boolean)
}
