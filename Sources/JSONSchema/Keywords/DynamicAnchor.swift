extension Keyword {
  /// A name that an outer resource may take over (2020-12 core, 8.2.2); read by the scanner.
  static let dynamicAnchor = Keyword("$dynamicAnchor", .core, .draft202012, .anchor)
}
