extension Keyword {
  /// The schemas of the first items, one each (2020-12 core, 10.3.1.1); run together with `items`.
  static let prefixItems = Keyword("prefixItems", .applicator, .draft202012, .schemas) { builder, site in
    let rest = builder.sibling("items").map { builder.schema($0.value) }
    builder.add(.items(prefix: builder.schemas(site.value), rest: rest), site)
  }
}
