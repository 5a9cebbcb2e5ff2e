extension Keyword {
  /// Schemas that all hold (2020-12 core, 10.2.1.1).
  static let allOf = Keyword("allOf", .applicator, .all, .schemas) { builder, site in
    builder.add(.allOf(builder.schemas(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkAllOf(_ list: SchemaList, _ node: Int) -> Bool {
    var isValid = true
    for place in Int(list.start)..<Int(list.start) + Int(list.count) {
      if !evaluate(dispatch.listed(place), node) {
        guard isCollecting else { return false }
        isValid = false
      }
    }
    return isValid
  }
}
