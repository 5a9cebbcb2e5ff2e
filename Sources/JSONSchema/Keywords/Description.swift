extension Keyword {
  /// An explanation for people (2020-12 validation, 9.1).
  static let description = Keyword("description", .metaData, .all, .text)
}
