extension Keyword {
  /// What the decoded text would have to be (2020-12 validation, 8.5): an annotation, never checked.
  static let contentSchema = Keyword("contentSchema", .content, .since201909, .schema)
}
