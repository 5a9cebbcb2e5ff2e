extension Keyword {
  /// The vocabularies of a metaschema (2020-12 core, 8.1.2); read where a schema names it by `$schema`.
  static let vocabulary = Keyword("$vocabulary", .core, .since201909, .vocabularies)
}
