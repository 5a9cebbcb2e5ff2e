extension Keyword {
  /// The edition or the metaschema of a schema (2020-12 core, 8.1.1); read by the scanner.
  static let schema = Keyword("$schema", .core, .all, .uri)
}
