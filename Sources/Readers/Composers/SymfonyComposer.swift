import DataTree
import SourceText

/// symfony/yaml: PHP arrays, which are lists where their keys are 0, 1, 2 ….
struct SymfonyComposer: GraphComposer {
  var core: ComposerCore

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard core.tag(node) == nil else { throw Refusal(.tag, node.range) }
    return .sequence(try items(node))
  }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard let tag = core.tag(node) else {
      return node.style == .plain ? try SymfonyScalars.resolve(core.text(node), node.range) : .string(core.text(node))
    }
    switch CoreTag.name(tag) {
    case "str" where !core.text(node).isEmpty: return .string(core.text(node))
    case "float" where !core.text(node).isEmpty:
      return .float(node.style == .plain ? SymfonyScalars.leadingNumber(core.text(node)) : 0)
    case "binary":
      guard let bytes = Base64.decode(core.text(node), isStrict: true) else { throw Refusal(.tag, node.range) }
      return .string(bytes)
    default: break
    }
    if tag == [Byte.exclamation], !(core.text(node).isEmpty && node.style == .plain) {
      return node.style == .plain ? try SymfonyScalars.resolve(core.text(node), node.range) : .string(core.text(node))
    }
    if tag.starts(with: Array("!php/const".utf8)) || tag.starts(with: Array("!php/object".utf8)) { return .null }
    throw Refusal(.tag, node.range)
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard core.tag(node) == nil else { throw Refusal(.tag, node.range) }
    var builder = MappingBuilder()
    var merged: Set<[UInt8]> = []
    for (key, child) in core.pairs(node) {
      // A key is a text, whatever stands for it.
      guard core.graph.nodes[key].kind != .alias, let index = core.resolved(key) else {
        throw Refusal(.unknownAlias, node.range)
      }
      let keyNode = core.graph.nodes[index]
      guard keyNode.kind == .scalar else { throw Refusal(.keyType, keyNode.range) }
      if core.text(keyNode).isOne(of: "<<") {
        for pair in try sources(child) {
          let identity = MappingBuilder.identity(pair.key)
          if !builder.set(identity, pair, replaces: false) { merged.insert(identity) }
        }
        continue
      }
      let keyValue = try scalar(keyNode)
      switch keyValue {
      case .string, .int: break
      default: throw Refusal(.keyType, keyNode.range)
      }
      let identity = MappingBuilder.identity(keyValue)
      if builder.place(of: identity) != nil, merged.remove(identity) == nil {
        throw Refusal(.duplicateKey, core.graph.nodes[key].range)
      }
      builder.set(identity, ReaderPair(keyValue, try value(child)))
    }
    return Self.array(builder.pairs)
  }

  /// A list where the keys are 0, 1, 2 … in order.
  private static func array(_ pairs: [ReaderPair]) -> ReaderValue {
    let isList = pairs.enumerated().allSatisfy { index, pair in
      if case .int(let text) = pair.key { text == String(index) } else { false }
    }
    return isList ? .sequence(pairs.map(\.value)) : .mapping(pairs)
  }

  private mutating func sources(_ child: Int) throws(Refusal) -> [ReaderPair] {
    switch try value(child) {
    case .mapping(let pairs): return pairs
    case .sequence(let items):
      var result: [ReaderPair] = []
      for item in items {
        switch item {
        case .mapping(let pairs): result += pairs
        case .sequence: continue
        default: throw Refusal(.merge, core.graph.nodes[child].range)
        }
      }
      return result
    default: throw Refusal(.merge, core.graph.nodes[child].range)
    }
  }
}
