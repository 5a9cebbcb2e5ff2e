extension Keyword {
  /// Schemas of which at least one holds (2020-12 core, 10.2.1.2).
  static let anyOf = Keyword("anyOf", .applicator, .all, .schemas) { builder, site in
    builder.add(.anyOf(builder.schemas(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkAnyOf(_ list: SchemaList, _ node: Int, _ keyword: Int32) -> Bool {
    for place in Int(list.start)..<Int(list.start) + Int(list.count) {
      if quietly({ $0.evaluate($0.dispatch.listed(place), node) }) { return true }
    }
    if isCollecting { reportNearestBranch(list, node, keyword) }
    return false
  }
}
