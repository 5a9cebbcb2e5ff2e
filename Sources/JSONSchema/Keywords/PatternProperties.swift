extension Keyword {
  /// The schemas of keys by pattern (2020-12 core, 10.3.2.2); run together with `properties`.
  static let patternProperties = Keyword("patternProperties", .applicator, .all, .patternMap) { builder, site in
    builder.addObjectPlan(site)
  }
}
