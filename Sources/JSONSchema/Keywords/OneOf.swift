extension Keyword {
  /// Schemas of which exactly one holds (2020-12 core, 10.2.1.3).
  static let oneOf = Keyword("oneOf", .applicator, .all, .schemas) { builder, site in
    builder.add(.oneOf(builder.schemas(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkOneOf(_ list: SchemaList, _ node: Int, _ keyword: Int32) -> Bool {
    var first: Int?
    for place in Int(list.start)..<Int(list.start) + Int(list.count)
    where quietly({ $0.evaluate($0.dispatch.listed(place), node) }) {
      if let first {
        let start = Int(list.start)
        return fail(keyword) { _ in .severalBranches(first - start, place - start) }
      }
      first = place
    }
    if first != nil { return true }
    if isCollecting { reportNearestBranch(list, node, keyword) }
    return false
  }
}
