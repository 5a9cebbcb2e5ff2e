import DataTree

extension Keyword {
  /// Schemas of which exactly one holds (2020-12 core, 10.2.1.3).
  static let oneOf = Keyword("oneOf", .applicator, .all, .schemas) { builder, site in
    builder.add(.oneOf(builder.schemas(site.value)), site)
  }
}

extension Evaluator {
  mutating func checkOneOf(_ list: SchemaList, _ node: Int, _ keyword: Int32) -> Bool {
    let start = Int(list.start)
    var fitting: [Int] = []
    for place in start..<start + Int(list.count) where quietly({ $0.evaluate($0.dispatch.listed(place), node) }) {
      fitting.append(place)
      if fitting.count > 1, !isCollecting { break }
    }
    if fitting.count == 1 { return true }
    if fitting.isEmpty {
      if isCollecting { reportNearestBranch(list, node, keyword) }
      return false
    }
    let titles = isCollecting ? fitting.map { title(of: dispatch.listed($0)) ?? String($0 - start + 1) } : []
    return fail(keyword) { _ in .severalBranches(titles) }
  }

  /// The `title` of a schema.
  private func title(of id: SchemaID) -> String? {
    let site = program.schemas[Int(id.index)].site
    let tree = program.documents[Int(site.document)].tree
    let node = NodeID(Int(site.node))
    guard tree[node].kind == .mapping, let title = tree.value(of: "title", in: node) else { return nil }
    return tree.type(of: title) == .string ? tree.text(of: title) : nil
  }
}
