extension Keyword {
  /// The address of a schema (2020-12 core, 8.2.1; draft-07 core, 8.2); read by the scanner.
  static let identifier = Keyword("$id", .core, .all, .identifier)
}
