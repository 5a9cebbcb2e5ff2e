extension Keyword {
  /// Marks a root that an outer one may take the place of (2019-09 core, 8.2.4.2.2).
  static let recursiveAnchor = Keyword("$recursiveAnchor", .core, .draft201909, .boolean)
}
