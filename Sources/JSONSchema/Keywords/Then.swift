extension Keyword {
  /// What must hold where `if` does (2020-12 core, 10.2.2.2); run there.
  static let then = Keyword("then", .applicator, .all, .schema)
}
