import DataTree
import SourceText

/// Zensical 0.0.73: keys are texts, and what no template can hold is refused.
struct RustComposer: GraphComposer {
  var core: ComposerCore

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    if let tag = core.tag(node), CoreTag.name(tag) == nil { throw Refusal(.tag, node.range) }
    return .sequence(try items(node))
  }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard let tag = core.tag(node) else {
      if node.style == .literal, core.text(node).isEmpty { return .string([Byte.lineFeed]) }
      if core.anchor(node) != nil, core.text(node).isEmpty { return .string([]) }
      return node.style == .plain ? RustScalars.resolve(core.text(node)) : .string(core.text(node))
    }
    let value = node.style == .plain ? RustScalars.resolve(core.text(node)) : .string(core.text(node))
    switch (CoreTag.name(tag), value) {
    case ("str", _): return .string(core.text(node))
    case ("int", _), ("float", _): return value
    case ("bool", .bool), ("null", .null): return value
    default: throw Refusal(.tag, node.range)
    }
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    if let tag = core.tag(node), CoreTag.name(tag) == nil { throw Refusal(.tag, node.range) }
    var builder = MappingBuilder()
    for (key, child) in core.pairs(node) {
      guard let index = core.resolved(key) else { throw Refusal(.unknownAlias, node.range) }
      let keyNode = core.graph.nodes[index]
      if keyNode.kind == .scalar, core.text(keyNode).isOne(of: "<<") {
        for pair in try sources(child) { builder.set(MappingBuilder.identity(pair.key), pair, replaces: false) }
        continue
      }
      guard keyNode.kind == .scalar, case .string(let text) = try scalar(keyNode) else {
        throw Refusal(.keyType, keyNode.range)
      }
      let keyValue = ReaderValue.string(text)
      builder.set(MappingBuilder.identity(keyValue), ReaderPair(keyValue, try value(child)))
    }
    return .mapping(builder.sorted)
  }

  private mutating func sources(_ child: Int) throws(Refusal) -> [ReaderPair] {
    switch try value(child) {
    case .mapping(let pairs): return pairs
    case .sequence(let items):
      var result: [ReaderPair] = []
      for item in items {
        guard case .mapping(let pairs) = item else { throw Refusal(.merge, core.graph.nodes[child].range) }
        result += pairs
      }
      return result
    default: throw Refusal(.merge, core.graph.nodes[child].range)
    }
  }
}
