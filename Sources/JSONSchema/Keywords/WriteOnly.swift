extension Keyword {
  /// Whether the value can never be read back (2020-12 validation, 9.4).
  static let writeOnly = Keyword("writeOnly", .metaData, .all, .boolean)
}
