import DataTree
import SourceText

/// gopkg.in/yaml, versions 2 and 3, into `map[string]any`.
struct GoComposer: GraphComposer {
  var core: ComposerCore
  let isVersion3: Bool
  let keys: Profile.GoKeys
  private var scalars: GoYAMLScalars { GoYAMLScalars(isVersion3: isVersion3) }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard let tag = core.tag(node) else {
      return node.style == .plain ? scalars.resolve(core.text(node)) : .string(core.text(node))
    }
    if tag == [Byte.exclamation] {
      return isVersion3 && node.style == .plain ? scalars.resolve(core.text(node)) : .string(core.text(node))
    }
    let name = CoreTag.name(tag)
    if name == "binary" {
      guard let bytes = Base64.decode(core.text(node), isStrict: true) else { throw Refusal(.tag, node.range) }
      return .string(bytes)
    }
    if name == "timestamp", let time = scalars.time(core.text(node)) {
      return isVersion3 ? .dateTime(time) : .string(core.text(node))
    }
    let value = scalars.resolve(core.text(node))
    switch (name, value) {
    case ("int", .int), ("float", .float), ("bool", .bool), ("null", .null): return value
    case ("float", .int(let number)): return .float(Numbers.double(ofWhole: number))
    case ("int", _), ("float", _), ("bool", _), ("null", _), ("timestamp", _): throw Refusal(.tag, node.range)
    default: return .string(core.text(node))
    }
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    var builder = MappingBuilder()
    let isTop = core.isTop
    if isVersion3 { try refuseDuplicates(node) }
    var merges: [Int] = []
    for (key, child) in core.pairs(node) {
      if core.isMergeKey(key) {
        if isVersion3 { merges = [child] } else { try merge(child, into: &builder, replaces: true) }
        continue
      }
      let keyValue = try self.key(key, isTop: isTop)
      builder.set(MappingBuilder.identity(keyValue), ReaderPair(keyValue, try value(child)))
    }
    for child in merges { try merge(child, into: &builder, replaces: false) }
    return .mapping(builder.sorted)
  }

  /// Version 3 compares how keys are written.
  private func refuseDuplicates(_ node: GraphNode) throws(Refusal) {
    var seen: Set<[UInt8]> = []
    for (key, _) in core.pairs(node) {
      guard let index = core.resolved(key), core.graph.nodes[index].kind == .scalar else { continue }
      if !seen.insert(core.text(core.graph.nodes[index])).inserted {
        throw Refusal(.duplicateKey, core.graph.nodes[key].range)
      }
    }
  }

  private mutating func merge(
    _ child: Int, into builder: inout MappingBuilder, replaces: Bool
  ) throws(Refusal) {
    guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, core.graph.nodes[child].range) }
    let node = core.graph.nodes[index]
    switch node.kind {
    case .mapping:
      guard case .mapping(let pairs) = try value(child) else { return }
      for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair, replaces: replaces) }
    case .sequence:
      let items = Array(core.children(node))
      for item in replaces ? items.reversed() : items {
        guard let index = core.resolved(item), core.graph.nodes[index].kind == .mapping else {
          throw Refusal(.merge, node.range)
        }
        try merge(item, into: &builder, replaces: replaces)
      }
    default: throw Refusal(.merge, node.range)
    }
  }

  private mutating func key(_ index: Int, isTop: Bool) throws(Refusal) -> ReaderValue {
    let value = try value(index)
    let node = core.resolved(index).map { core.graph.nodes[$0] }
    switch value {
    case .sequence, .mapping: throw Refusal(.keyType, core.graph.nodes[index].range)
    default: break
    }
    guard keys == .hugo || (keys == .textAtTop && isTop) else { return value }
    // The top is `map[string]any`, so its keys are what is written; below, they are typed first.
    if isTop {
      if case .null = value { return .string([]) }
      let text = node.map { core.text($0) } ?? []
      return .string(keys == .hugo ? text.lowercasedASCII : text)
    }
    switch value {
    case .string(let text): return .string(text.lowercasedASCII)
    case .null: return .string([])
    case .bool(let isTrue): return .text(isTrue ? "true" : "false")
    case .int(let text): return .text(text)
    case .float(let number): return .text(number == .infinity ? "+inf" : Notation(.go).float(number))
    default: return value
    }
  }
}
