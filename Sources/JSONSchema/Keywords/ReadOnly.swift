extension Keyword {
  /// Whether the value is written by its owner alone (2020-12 validation, 9.4).
  static let readOnly = Keyword("readOnly", .metaData, .all, .boolean)
}
