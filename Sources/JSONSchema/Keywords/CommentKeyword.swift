extension Keyword {
  /// A note to the readers of the schema (2020-12 core, 8.3).
  static let comment = Keyword("$comment", .core, .all, .text)
}
