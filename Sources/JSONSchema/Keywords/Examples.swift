extension Keyword {
  /// Values as examples (2020-12 validation, 9.5).
  static let examples = Keyword("examples", .metaData, .all, .list)
}
