import DataTree
import SourceText

/// safe_yaml 1.0.5, which upstream's Jekyll calls: values are made event by event, tags are passed over.
///
/// It keeps one pending key for all levels, so that a key that is nothing is lost and its value becomes the next key.
struct SafeYAMLComposer {
  private var core: ComposerCore
  private var anchors: [[UInt8]: (value: ReaderValue, size: Int)] = [:]
  /// How many values were made, copies through aliases counted.
  private var size = 0
  private var pendingKey: ReaderValue?

  /// The value of a graph.
  static func compose(_ graph: ReaderGraph) throws(Refusal) -> ReaderValue {
    guard let root = graph.root else { return .bool(false) }
    var composer = SafeYAMLComposer(core: ComposerCore(graph))
    let value = try composer.value(root)
    return value
  }

  private mutating func value(_ index: Int) throws(Refusal) -> ReaderValue {
    try core.enter(index)
    defer { core.leave() }
    let node = core.graph.nodes[index]
    let before = size
    size += 1
    let result: ReaderValue
    switch node.kind {
    case .alias:
      guard let target = core.graph.target(node) else { return .null }
      return try copy(target)
    case .scalar: result = scalar(node)
    case .sequence:
      var items: [ReaderValue] = []
      for child in core.children(node) { items.append(try value(child)) }
      result = .sequence(items)
    case .mapping: result = try mapping(node)
    }
    if let anchor = core.anchor(node) { anchors[anchor] = (result, size - before) }
    return result
  }

  /// What an anchored node became.
  private mutating func copy(_ target: Int) throws(Refusal) -> ReaderValue {
    if let anchor = core.anchor(core.graph.nodes[target]), let known = anchors[anchor],
      size + known.size <= ComposerCore.valueLimit
    {
      size += known.size
      return known.value
    }
    throw Refusal(.aliasExpansion, core.graph.nodes[target].range)
  }

  private func scalar(_ node: GraphNode) -> ReaderValue {
    if CoreTag.name(core.tag(node)) == "binary" || core.tag(node).map({ $0.isOne(of: "!binary") }) == true {
      return .string(Base64.decode(core.text(node)) ?? [])
    }
    // A tag takes the quotes their meaning.
    return core.tag(node) == nil && node.style != .plain
      ? .string(core.text(node)) : SafeYAMLScalars.resolve(core.text(node))
  }

  private mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    var builder = MappingBuilder()
    for child in core.children(node) {
      let isCollection = core.graph.nodes[child].kind == .mapping || core.graph.nodes[child].kind == .sequence
      guard isCollection else {
        let value = try value(child)
        try add(value, child, to: &builder)
        continue
      }
      // The collection is put in while it is empty; what is merged then is nothing.
      guard let key = pendingKey else {
        let isMapping = core.graph.nodes[child].kind == .mapping
        pendingKey = isMapping ? .mapping([]) : .sequence([])
        let value = try value(child)
        if !isMapping { pendingKey = value }
        continue
      }
      if case .string(let text) = key, text.isOne(of: "<<") {
        guard core.graph.nodes[child].kind == .mapping else { throw Refusal(.merge, core.graph.nodes[child].range) }
        pendingKey = nil
        _ = try value(child)
        continue
      }
      pendingKey = nil
      let item = try value(child)
      builder.set(MappingBuilder.identity(key), ReaderPair(key, item))
    }
    return .mapping(builder.pairs)
  }

  private mutating func add(_ value: ReaderValue, _ child: Int, to builder: inout MappingBuilder) throws(Refusal) {
    guard let key = pendingKey else {
      if case .null = value { return }
      pendingKey = value
      return
    }
    pendingKey = nil
    if case .string(let text) = key, text.isOne(of: "<<") {
      guard case .mapping(let pairs) = value else { throw Refusal(.merge, core.graph.nodes[child].range) }
      for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair) }
    } else {
      builder.set(MappingBuilder.identity(key), ReaderPair(key, value))
    }
  }
}
