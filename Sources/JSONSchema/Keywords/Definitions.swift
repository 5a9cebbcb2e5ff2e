extension Keyword {
  /// Schemas to refer to, in draft-07 (validation, 9); the later editions still know the place.
  static let definitions = Keyword("definitions", .core, .all, .schemaMap)
}
