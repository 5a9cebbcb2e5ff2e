extension Keyword {
  /// Schemas to refer to (2020-12 core, 8.2.4).
  static let defs = Keyword("$defs", .core, .since201909, .schemaMap)
}
