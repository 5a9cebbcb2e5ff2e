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
      node.text == [Byte.equals]
    {
      return .string(node.text)
    }
    return try value(index)
  }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    if core.isPlain(node) { return try scalars.resolve(node.text, node.range) }
    guard let tag = node.tag, tag != [Byte.exclamation] else { return .string(node.text) }
    switch CoreTag.name(tag) {
    case "str": return .string(node.text)
    case "null": return .null
    case "int":
      guard let number = scalars.integer(node.text) else { throw Refusal(.tag, node.range) }
      return .int(number)
    case "float":
      if let number = scalars.float(node.text) { return .float(number) }
      guard let number = Numbers.double(node.text.without(Byte.underscore)) else { throw Refusal(.tag, node.range) }
      return .float(number)
    case "bool":
      let small = node.text.lowercasedASCII
      if small.isOne(of: "yes", "true", "on") { return .bool(true) }
      if small.isOne(of: "no", "false", "off") { return .bool(false) }
      throw Refusal(.tag, node.range)
    case "timestamp":
      guard let written = WrittenTime(node.text) else { throw Refusal(.tag, node.range) }
      return try scalars.time(written, node.range)
    case "binary":
      guard let bytes = Base64.decode(node.text) else { throw Refusal(.tag, node.range) }
      return .bytes(bytes)
    default: throw Refusal(.tag, node.range)
    }
  }

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let name = CoreTag.name(node.tag)
    if name == "omap" || name == "pairs" { return try orderedMap(node, isOrdered: name == "omap") }
    guard node.tag == nil || node.tag == [Byte.exclamation] || name == "seq" else { throw Refusal(.tag, node.range) }
    return .sequence(try items(node))
  }

  private mutating func orderedMap(_ node: GraphNode, isOrdered: Bool) throws(Refusal) -> ReaderValue {
    var pairs: [ReaderPair] = []
    for child in node.children {
      guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, node.range) }
      let pair = core.graph.nodes[index]
      guard pair.kind == .mapping, pair.children.count == 2 else { throw Refusal(.tag, pair.range) }
      pairs.append(ReaderPair(try key(pair.children[0]), try value(pair.children[1])))
    }
    if refusesDuplicates, isOrdered { return .mapping(pairs) }
    return .sequence(pairs.map { .sequence([$0.key, $0.value]) })
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let name = CoreTag.name(node.tag)
    guard node.tag == nil || node.tag == [Byte.exclamation] || name == "map" || name == "set" else {
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
      && (CoreTag.name(node.tag) == "merge" || (core.isPlain(node) && node.text.isOne(of: "<<")))
  }

  /// Puts what `<<` names in front; of several the first has a key's value.
  private mutating func merge(_ node: GraphNode, into builder: inout MappingBuilder) throws(Refusal) {
    for (key, child) in core.pairs(node) where isMergeKey(key) {
      guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, node.range) }
      let source = core.graph.nodes[index]
      switch source.kind {
      case .mapping: try mergeMapping(source, into: &builder)
      case .sequence:
        for item in source.children.reversed() {
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
