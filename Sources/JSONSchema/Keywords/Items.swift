import DataTree

extension Keyword {
  /// The schema of items (2020-12 core, 10.3.1.2); before 2020-12 a list of schemas gives each item its own.
  static let items = Keyword("items", .applicator, .all, .schemaOrSchemas) { builder, site in
    if builder.keywords.dialect == .draft202012 {
      guard builder.sibling("prefixItems") == nil else { return }
      builder.add(.items(prefix: builder.compiler.list([]), rest: builder.schema(site.value)), site)
    } else if builder.tree.type(of: site.value) == .sequence {
      let rest = builder.sibling("additionalItems").map { builder.schema($0.value) }
      builder.add(.items(prefix: builder.schemas(site.value), rest: rest), site)
    } else {
      builder.add(.items(prefix: builder.compiler.list([]), rest: builder.schema(site.value)), site)
    }
  }
}

extension Evaluator {
  mutating func checkItems(prefix: SchemaList, rest: SchemaID?, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .sequence else { return true }
    let mustEnd = rest.map { isNever($0) } ?? false
    var isValid = true
    var item = node + 1
    var place = 0
    let end = next(node)
    while item < end {
      if place < Int(prefix.count) {
        if !descend(dispatch.listed(Int(prefix.start) + place), item: place, item) {
          guard isCollecting else { return false }
          isValid = false
        }
      } else if let rest {
        if mustEnd {
          let extra = item
          return fail(keyword, at: extra) { _ in .unexpectedItem(limit: Int(prefix.count)) }
        }
        if !descend(rest, item: place, item) {
          guard isCollecting else { return false }
          isValid = false
        }
      } else {
        break
      }
      place += 1
      item = next(item)
    }
    return isValid
  }
}
