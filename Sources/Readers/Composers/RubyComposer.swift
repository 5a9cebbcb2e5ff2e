import DataTree
import SourceText

/// `Psych.safe_load` with dates and times allowed, as Debian's Jekyll calls it.
struct RubyComposer: GraphComposer {
  var core: ComposerCore

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    CoreTag.name(core.tag(node)) == "omap" ? try orderedMap(node) : .sequence(try items(node))
  }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard let tag = core.tag(node) else {
      return node.style == .plain ? try PsychScalars.resolve(core.text(node), node.range) : .string(core.text(node))
    }
    // `!` asks for the type of a plain text, quotes or not.
    if tag == [Byte.exclamation] { return try PsychScalars.resolve(core.text(node), node.range) }
    if tag.isOne(of: "!binary") { return .string(Base64.decode(core.text(node)) ?? []) }
    if tag.starts(with: Array("!ruby/".utf8)) { throw Refusal(.forbiddenType, node.range) }
    if tag.isOne(of: "!str") || CoreTag.name(tag) == "str" { return .string(core.text(node)) }
    switch CoreTag.name(tag) {
    case "binary": return .string(Base64.decode(core.text(node)) ?? [])
    case "float", "!float":
      // `Float()` stops at what is no number.
      switch try PsychScalars.resolve(core.text(node), node.range) {
      case .int(let number): return .float(Numbers.double(ofWhole: number))
      case .float(let number): return .float(number)
      default: throw Refusal(.tag, node.range)
      }
    default:
      // Psych knows the other tags of the repository no better than a text's own look, if it is plain.
      if CoreTag.name(tag) == "null" { return .string(core.text(node)) }
      return try PsychScalars.resolve(core.text(node), node.range)
    }
  }

  private mutating func orderedMap(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    var builder = MappingBuilder()
    for child in core.children(node) {
      guard let index = core.resolved(child) else { throw Refusal(.unknownAlias, node.range) }
      for (key, item) in core.pairs(core.graph.nodes[index]) {
        let keyValue = try value(key)
        builder.set(MappingBuilder.identity(keyValue), ReaderPair(keyValue, try value(item)))
      }
    }
    return .mapping(builder.pairs)
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    if let tag = core.tag(node), CoreTag.name(tag) == "set" || tag.starts(with: Array("!ruby/".utf8)) {
      throw Refusal(.forbiddenType, node.range)
    }
    var builder = MappingBuilder()
    for (key, child) in core.pairs(node) {
      let keyValue = try value(key)
      let item = try value(child)
      if case .string(let text) = keyValue, text.isOne(of: "<<"), CoreTag.name(keyTag(key)) != "str",
        let sources = sources(item, child)
      {
        for pair in sources { builder.set(MappingBuilder.identity(pair.key), pair) }
      } else {
        builder.set(MappingBuilder.identity(keyValue), ReaderPair(keyValue, item))
      }
    }
    return .mapping(builder.pairs)
  }

  private func keyTag(_ index: Int) -> [UInt8]? {
    core.resolved(index).flatMap { core.tag(core.graph.nodes[$0]) }
  }

  /// The pairs that `<<` puts in at its place; of several mappings the first has a key's value. `nil` where the value
  /// is none, and `<<` is then an ordinary key.
  private func sources(_ value: ReaderValue, _ node: Int) -> [ReaderPair]? {
    switch value {
    case .mapping(let pairs): return pairs
    case .sequence(let items):
      var builder = MappingBuilder()
      for item in items.reversed() {
        guard case .mapping(let pairs) = item else { return nil }
        for pair in pairs { builder.set(MappingBuilder.identity(pair.key), pair) }
      }
      return builder.pairs
    default: return nil
    }
  }
}
