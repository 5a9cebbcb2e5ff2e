import DataTree

extension Keyword {
  /// A schema that items must meet (2020-12 core, 10.3.1.3): one of them, or as many as `minContains` and
  /// `maxContains` say.
  static let contains = Keyword("contains", .applicator, .all, .schema) { builder, site in
    let minimum = builder.sibling("minContains").flatMap { builder.count($0.value) } ?? 1
    let maximum = builder.sibling("maxContains").flatMap { builder.count($0.value) } ?? Int.max
    builder.add(.contains(builder.schema(site.value), minimum: minimum, maximum: maximum), site)
  }
}

extension Evaluator {
  mutating func checkContains(_ schema: SchemaID, _ minimum: Int, _ maximum: Int, _ node: Int, _ keyword: Int32) -> Bool
  {
    guard type(node) == .sequence else { return true }
    var count = 0
    var item = node + 1
    var place = 0
    let end = next(node)
    while item < end, count < minimum || maximum != Int.max, count <= maximum {
      if quietly({ $0.descend(schema, item: place, item) }) { count += 1 }
      place += 1
      item = next(item)
    }
    if count < minimum { return fail(keyword) { _ in .tooFewMatches(limit: minimum, count: count) } }
    if count > maximum { return fail(keyword) { _ in .tooManyMatches(limit: maximum) } }
    return true
  }
}
