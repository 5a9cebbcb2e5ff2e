import DataTree
import SourceText

/// Haskell's `yaml` into the metadata of pandoc 2.17: texts, booleans, lists and maps sorted by key.
struct HaskellComposer {
  private var core: ComposerCore

  /// The value of a graph.
  static func compose(_ graph: ReaderGraph) throws(Refusal) -> ReaderValue {
    guard let root = graph.root else { return .mapping([]) }
    var composer = HaskellComposer(core: ComposerCore(graph))
    return try composer.value(root)
  }

  private mutating func value(_ index: Int) throws(Refusal) -> ReaderValue {
    guard let index = core.resolved(index) else { throw Refusal(.unknownAlias, core.graph.nodes[index].range) }
    try core.enter(index)
    defer { core.leave() }
    let node = core.graph.nodes[index]
    switch node.kind {
    case .scalar:
      // A literal text is looked at as a plain one is.
      let isPlain = (node.style == .plain || node.style == .literal) && CoreTag.name(node.tag) != "str"
      return isPlain ? HaskellScalars.resolve(node.text) : HaskellScalars.text(node.text)
    case .sequence:
      var items: [ReaderValue] = []
      for child in node.children { items.append(try value(child)) }
      return .sequence(items)
    default: return try mapping(node)
    }
  }

  private mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    var builder = MappingBuilder()
    for (key, child) in core.pairs(node) {
      let keyNode = core.graph.nodes[key]
      guard keyNode.kind == .scalar else { throw Refusal(.keyType, keyNode.range) }
      let keyValue = ReaderValue.string(keyNode.text)
      let item = try value(child)
      if keyNode.text.isOne(of: "<<") {
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
