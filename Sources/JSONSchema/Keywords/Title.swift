extension Keyword {
  /// A short name for people (2020-12 validation, 9.1).
  static let title = Keyword("title", .metaData, .all, .text)
}
