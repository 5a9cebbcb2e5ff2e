extension Keyword {
  /// What must hold where `if` does not (2020-12 core, 10.2.2.3); run there.
  static let otherwise = Keyword("else", .applicator, .all, .schema)
}
