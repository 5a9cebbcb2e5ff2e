import DataTree

extension Keyword {
  /// The schema of the keys that no other keyword has looked at (2020-12 core, 11.3).
  static let unevaluatedProperties = Keyword("unevaluatedProperties", .unevaluated, .since201909, .schema) {
    builder, site in
    builder.add(.unevaluatedProperties(builder.schema(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkUnevaluatedProperties(_ schema: SchemaID, of owner: SchemaID, _ node: Int, _ keyword: Int32)
    -> Bool
  {
    guard type(node) == .mapping, count(node) > 0 else { return true }
    var marks = EvaluatedMarks(count: count(node))
    markProperties(of: owner, node, &marks, asking: true)
    guard !marks.isAll else { return true }
    var isValid = true
    var key = node + 1
    var place = 0
    let end = next(node)
    let isNever = isNever(schema)
    while key < end {
      let value = next(key)
      if !marks.contains(place) {
        let unknown = key
        let holds =
          isNever
          ? fail(keyword, at: unknown) { $0.unknownKey(unknown, among: $0.knownTables(of: owner), in: node) }
          : descend(schema, key, value)
        if !holds {
          guard isCollecting else { return false }
          isValid = false
        }
      }
      place += 1
      key = next(value)
    }
    return isValid
  }
}
