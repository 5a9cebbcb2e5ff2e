import DataTree
import SourceText

extension Keyword {
  /// The allowed values (2020-12 validation, 6.1.2).
  static let enumeration = Keyword("enum", .validation, .all, .list) { builder, site in
    guard builder.tree.type(of: site.value) == .sequence else { return }
    builder.addEnumeration(Array(builder.tree.children(of: site.value)), site)
  }
}

extension SchemaBuilder {
  /// Adds a list of allowed values.
  mutating func addEnumeration(_ nodes: [NodeID], _ site: KeywordSite) {
    let values = nodes.map { tree.resolved($0) }
    let texts = values.filter { tree[$0].type == .string }.map { tree.utf8(of: $0) }
    let enumeration = Enumeration(
      start: Int32(clamping: compiler.parts.enumValues.count), count: Int32(clamping: values.count),
      document: Int32(clamping: document), texts: compiler.parts.namePool.table(texts))
    compiler.parts.enumValues += values.map { Int32(clamping: $0.index) }
    compiler.parts.enumerations.append(enumeration)
    add(.enumeration(Int32(clamping: compiler.parts.enumerations.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkEnum(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    let enumeration = program.enumerations[Int(index)]
    if type(node) == .string {
      if place(of: node, in: enumeration.texts) != nil { return true }
    } else if !enumeration.isText {
      for value in values(of: enumeration) where equals(node, value, in: Int(enumeration.document)) { return true }
    }
    return fail(keyword) { $0.notAmong($0.values(of: enumeration), document: Int(enumeration.document), node) }
  }

  private mutating func values(of enumeration: Enumeration) -> [Int] {
    program.enumValues[Int(enumeration.start)..<Int(enumeration.start + enumeration.count)].map(Int.init)
  }
}
