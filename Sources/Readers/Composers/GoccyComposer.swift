import DataTree
import SourceText

/// goccy/go-yaml 1.19 into `map[string]any`, as Hugo 0.168 calls it.
struct GoccyComposer: GraphComposer {
  var core: ComposerCore

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let plain = node.style == .plain ? GoccyScalars.resolve(core.text(node)) : .string(core.text(node))
    guard let tag = core.tag(node) else { return plain }
    switch CoreTag.name(tag) {
    case "str": return .string(core.text(node))
    case "null": return .null
    case "int":
      if case .int? = GoccyScalars.number(core.text(node)) { return GoccyScalars.number(core.text(node)) ?? plain }
      if case .float(let number)? = GoccyScalars.number(core.text(node)) {
        return .int(abs(number) < 9e15 ? String(Int64(number)) : Numbers.whole(number))
      }
      return .int("0")
    case "float":
      switch GoccyScalars.resolve(core.text(node)) {
      case .int(let number): return .float(Numbers.double(ofWhole: number))
      case .float(let number): return .float(number)
      default: return .float(0)
      }
    case "bool":
      if core.text(node).isOne(of: "true", "TRUE", "True", "yes", "Yes", "YES", "on", "On", "ON") { return .bool(true) }
      if core.text(node).isOne(of: "false", "FALSE", "False", "no", "No", "NO", "off", "Off", "OFF") {
        return .bool(false)
      }
      return plain
    case "binary":
      guard let bytes = Base64.decode(core.text(node), isStrict: true) else { throw Refusal(.tag, node.range) }
      return .sequence(bytes.map { .int(String($0)) })
    case "timestamp":
      guard let time = GoYAMLScalars(isVersion3: true).time(core.text(node)) else { throw Refusal(.tag, node.range) }
      return .dateTime(time)
    case nil: return tag == [Byte.exclamation] || node.style != .plain ? .string(core.text(node)) : plain
    default: return plain
    }
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    var builder = MappingBuilder()
    var own: Set<[UInt8]> = []
    for (key, child) in core.pairs(node) {
      guard let index = core.resolved(key) else { throw Refusal(.unknownAlias, node.range) }
      let keyNode = core.graph.nodes[index]
      if keyNode.style == .plain, keyNode.kind == .scalar, core.text(keyNode).isOne(of: "<<") {
        try merge(child, into: &builder)
        continue
      }
      guard keyNode.kind == .scalar else { throw Refusal(.keyType, keyNode.range) }
      let text = try keyText(keyNode)
      if !own.insert(text).inserted { throw Refusal(.duplicateKey, core.graph.nodes[key].range) }
      let small = ReaderValue.string(text.lowercasedASCII)
      builder.set(MappingBuilder.identity(small), ReaderPair(small, try value(child)))
    }
    return .mapping(builder.sorted)
  }

  private func keyText(_ node: GraphNode) throws(Refusal) -> [UInt8] {
    switch try scalar(node) {
    case .string(let text): return text
    case .null: return []
    case .bool(let isTrue): return Array((isTrue ? "true" : "false").utf8)
    case .int(let number): return Array(number.utf8)
    case .float(let number): return Array(Notation(.go).float(number).utf8)
    default: return core.text(node)
    }
  }

  /// What `<<` names is put in at its place, over what is there; of several mappings the last has a key's value.
  private mutating func merge(_ child: Int, into builder: inout MappingBuilder) throws(Refusal) {
    guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, core.graph.nodes[child].range) }
    let node = core.graph.nodes[index]
    switch node.kind {
    case .mapping:
      guard case .mapping(let pairs) = try value(index) else { return }
      for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair) }
    case .sequence: for item in core.children(node) { try merge(item, into: &builder) }
    default: throw Refusal(.merge, node.range)
    }
  }
}
