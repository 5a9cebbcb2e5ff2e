import DataTree

extension Keyword {
  /// The one allowed value (2020-12 validation, 6.1.3).
  static let const = Keyword("const", .validation, .all, .anything) { builder, site in
    // A text is found by its bytes, like those of `enum`.
    if builder.tree.type(of: site.value) == .string { return builder.addEnumeration([site.value], site) }
    let value = builder.tree.resolved(site.value).index
    builder.compiler.parts.constants.append(SchemaSite(document: builder.document, node: value))
    builder.add(.const(Int32(clamping: builder.compiler.parts.constants.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkConst(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    let constant = program.constants[Int(index)]
    if equals(node, Int(constant.node), in: Int(constant.document)) { return true }
    return fail(keyword) { $0.notAmong([Int(constant.node)], document: Int(constant.document), node) }
  }
}
