extension Keyword {
  /// A value to start from (2020-12 validation, 9.2).
  static let defaultValue = Keyword("default", .metaData, .all, .anything)
}
