import SourceText
import YAML

extension Keyword {
  /// The allowed values (2020-12 validation, 6.1.2).
  static let enumeration = Keyword("enum", .validation, .all, .list) { builder, site in
    guard builder.tree.type(of: site.value) == .sequence else { return }
    let tree = builder.tree
    let values = tree.children(of: site.value).map { tree.resolved($0) }
    let texts = NameTable(values.filter { tree[$0].type == .string }.map { tree.utf8(of: $0) })
    let enumeration = Enumeration(values: values.map(\.index), document: builder.document, texts: texts)
    builder.compiler.parts.enumerations.append(enumeration)
    builder.add(.enumeration(Int32(clamping: builder.compiler.parts.enumerations.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkEnum(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    let enumeration = program.enumerations[Int(index)]
    if tree.nodes[node].type == .string {
      let text = scalar(node)
      if enumeration.texts.index(of: text.bytes, text.range) != nil { return true }
    } else if !enumeration.isText {
      for value in enumeration.values where equals(node, value, in: enumeration.document) { return true }
    }
    return fail(keyword) { $0.notAmong(enumeration.values, document: enumeration.document, node) }
  }
}
