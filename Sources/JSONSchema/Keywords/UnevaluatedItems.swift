import DataTree

extension Keyword {
  /// The schema of the items that no other keyword has looked at (2020-12 core, 11.2).
  static let unevaluatedItems = Keyword("unevaluatedItems", .unevaluated, .since201909, .schema) { builder, site in
    builder.add(.unevaluatedItems(builder.schema(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkUnevaluatedItems(_ schema: SchemaID, of owner: SchemaID, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .sequence, count(node) > 0 else { return true }
    var marks = EvaluatedMarks(count: count(node))
    markItems(of: owner, node, &marks, asking: true)
    guard !marks.isAll else { return true }
    var isValid = true
    var item = node + 1
    var place = 0
    let end = next(node)
    let isNever = isNever(schema)
    while item < end {
      if !marks.contains(place) {
        let extra = item
        let known = place
        if isNever { return fail(keyword, at: extra) { _ in .unexpectedItem(limit: known) } }
        if !descend(schema, item: place, item) {
          guard isCollecting else { return false }
          isValid = false
        }
      }
      place += 1
      item = next(item)
    }
    return isValid
  }
}
