extension Keyword {
  /// A name for a schema inside its resource (2020-12 core, 8.2.2); read by the scanner.
  static let anchor = Keyword("$anchor", .core, .since201909, .anchor)
}
