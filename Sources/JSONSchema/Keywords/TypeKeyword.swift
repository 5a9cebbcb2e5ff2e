import DataTree

extension Keyword {
  /// The type of a value (2020-12 validation, 6.1.1).
  static let type = Keyword("type", .validation, .all, .types) { builder, site in
    var set: TypeSet = []
    let names =
      builder.tree.type(of: site.value) == .sequence
      ? builder.texts(site.value) : [builder.text(site.value) ?? []]
    for name in names {
      if let type = TypeSet(name: name) { set.formUnion(type) }
    }
    builder.add(.type(set), site)
  }
}

extension Evaluator {
  mutating func checkType(_ set: TypeSet, _ node: Int, _ keyword: Int32) -> Bool {
    let type = type(node)
    if set.allows(type) { return true }
    // A number without a fraction is an integer, however it is written.
    if type == .float, set.contains(.integer), number(node)?.isInteger == true { return true }
    return fail(keyword) { .wrongType(expected: set.types, actual: $0.found(node)) }
  }
}
