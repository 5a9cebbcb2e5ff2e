import DataTree
import SourceText

/// The safe constructor of PyYAML and of ruamel.yaml.
struct PythonComposer: GraphComposer {
  var core: ComposerCore
  private let scalars: PyYAMLScalars
  private let refusesDuplicates: Bool

  init(_ core: ComposerCore, isRuamel: Bool) {
    self.core = core
    let version11 = YAMLVersion(major: 1, minor: 1)
    scalars = PyYAMLScalars(version: !isRuamel ? .pyYAML : core.graph.version == version11 ? .ruamel11 : .ruamel12)
    refusesDuplicates = isRuamel
  }

  private mutating func key(_ index: Int) throws(Refusal) -> ReaderValue {
    if let node = core.resolved(index).map({ core.graph.nodes[$0] }), node.kind == .scalar, core.isPlain(node),
      core.text(node) == [Byte.equals]
    {
      return .string(core.text(node))
    }
    return try value(index)
  }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    if core.isPlain(node) { return try scalars.resolve(core.text(node), node.range) }
    guard let tag = core.tag(node), tag != [Byte.exclamation] else { return .string(core.text(node)) }
    switch CoreTag.name(tag) {
    case "str": return .string(core.text(node))
    case "null": return .null
    case "int":
      guard let number = scalars.integer(core.text(node)) else { throw Refusal(.tag, node.range) }
      return .int(number)
    case "float":
      if let number = scalars.float(core.text(node)) { return .float(number) }
      guard let number = Numbers.double(core.text(node).without(Byte.underscore)) else {
        throw Refusal(.tag, node.range)
      }
      return .float(number)
    case "bool":
      let small = core.text(node).lowercasedASCII
      if small.isOne(of: "yes", "true", "on") { return .bool(true) }
      if small.isOne(of: "no", "false", "off") { return .bool(false) }
      throw Refusal(.tag, node.range)
    case "timestamp":
      guard let written = WrittenTime(core.text(node)) else { throw Refusal(.tag, node.range) }
      return try scalars.time(written, node.range)
    case "binary":
      guard let bytes = Base64.decode(core.text(node)) else { throw Refusal(.tag, node.range) }
      return .bytes(bytes)
    default: throw Refusal(.tag, node.range)
    }
  }

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let name = CoreTag.name(core.tag(node))
    if name == "omap" || name == "pairs" { return try orderedMap(node, isOrdered: name == "omap") }
    guard core.tag(node) == nil || core.tag(node) == [Byte.exclamation] || name == "seq" else {
      throw Refusal(.tag, node.range)
    }
    return .sequence(try items(node))
  }

  private mutating func orderedMap(_ node: GraphNode, isOrdered: Bool) throws(Refusal) -> ReaderValue {
    var pairs: [ReaderPair] = []
    for child in core.children(node) {
      guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, node.range) }
      let pair = core.graph.nodes[index]
      let parts = Array(core.children(pair))
      guard pair.kind == .mapping, parts.count == 2 else { throw Refusal(.tag, pair.range) }
      pairs.append(ReaderPair(try key(parts[0]), try value(parts[1])))
    }
    if refusesDuplicates, isOrdered { return .mapping(pairs) }
    return .sequence(pairs.map { .sequence([$0.key, $0.value]) })
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let name = CoreTag.name(core.tag(node))
    guard core.tag(node) == nil || core.tag(node) == [Byte.exclamation] || name == "map" || name == "set" else {
      throw Refusal(.tag, node.range)
    }
    var builder = MappingBuilder()
    try merge(node, into: &builder)
    var own: Set<[UInt8]> = []
    for (key, child) in core.pairs(node) where !isMergeKey(key) {
      let range = core.graph.nodes[key].range
      let keyValue = try self.key(key)
      guard Self.isHashable(keyValue, takesSequences: refusesDuplicates) else { throw Refusal(.keyType, range) }
      let identity = MappingBuilder.identity(keyValue, booleansAreNumbers: true)
      if refusesDuplicates, !own.insert(identity).inserted { throw Refusal(.duplicateKey, range) }
      builder.set(identity, ReaderPair(keyValue, try value(child)))
    }
    if name == "set" { return .set(builder.pairs.map(\.key)) }
    return .mapping(builder.pairs)
  }

  private static func isHashable(_ key: ReaderValue, takesSequences: Bool) -> Bool {
    switch key {
    case .sequence(let items): takesSequences && items.allSatisfy { isHashable($0, takesSequences: true) }
    case .mapping, .set: false
    default: true
    }
  }

  private func isMergeKey(_ index: Int) -> Bool {
    guard let index = core.resolved(index) else { return false }
    let node = core.graph.nodes[index]
    return node.kind == .scalar
      && (CoreTag.name(core.tag(node)) == "merge" || (core.isPlain(node) && core.text(node).isOne(of: "<<")))
  }

  /// Puts what `<<` names in front; of several the first has a key's value.
  private mutating func merge(_ node: GraphNode, into builder: inout MappingBuilder) throws(Refusal) {
    for (key, child) in core.pairs(node) where isMergeKey(key) {
      guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, node.range) }
      let source = core.graph.nodes[index]
      switch source.kind {
      case .mapping: try mergeMapping(source, into: &builder)
      case .sequence:
        for item in Array(core.children(source)).reversed() {
          guard let index = core.resolved(item), core.graph.nodes[index].kind == .mapping else {
            throw Refusal(.merge, source.range)
          }
          try mergeMapping(core.graph.nodes[index], into: &builder)
        }
      default: throw Refusal(.merge, source.range)
      }
    }
  }

  private mutating func mergeMapping(_ source: GraphNode, into builder: inout MappingBuilder) throws(Refusal) {
    guard case .mapping(let pairs) = try mapping(source) else { return }
    for pair in pairs { builder.set(MappingBuilder.identity(pair.key, booleansAreNumbers: true), pair) }
  }
}
