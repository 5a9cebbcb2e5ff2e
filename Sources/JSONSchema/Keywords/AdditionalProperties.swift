extension Keyword {
  /// The schema of all other keys (2020-12 core, 10.3.2.3); run together with `properties`.
  static let additionalProperties = Keyword("additionalProperties", .applicator, .all, .schema) { builder, site in
    builder.addObjectPlan(site)
  }
}
