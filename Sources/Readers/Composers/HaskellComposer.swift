import DataTree
import SourceText

/// Haskell's `yaml` into the metadata of pandoc 2.17: texts, booleans, lists and maps sorted by key.
struct HaskellComposer: GraphComposer {
  var core: ComposerCore

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    // A literal text is looked at as a plain one is.
    let isPlain = (node.style == .plain || node.style == .literal) && CoreTag.name(core.tag(node)) != "str"
    return isPlain ? HaskellScalars.resolve(core.text(node)) : HaskellScalars.text(core.text(node))
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    var builder = MappingBuilder()
    for (key, child) in core.pairs(node) {
      let keyNode = core.graph.nodes[key]
      guard keyNode.kind == .scalar else { throw Refusal(.keyType, keyNode.range) }
      let keyValue = ReaderValue.string(core.text(keyNode))
      let item = try value(child)
      if core.text(keyNode).isOne(of: "<<") {
        switch item {
        case .mapping(let pairs):
          for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair, replaces: false) }
          continue
        case .sequence(let items):
          for case .mapping(let pairs) in items {
            for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair, replaces: false) }
          }
          continue
        default: break
        }
      }
      builder.set(MappingBuilder.identity(keyValue), ReaderPair(keyValue, item))
    }
    return .mapping(builder.sorted)
  }
}
