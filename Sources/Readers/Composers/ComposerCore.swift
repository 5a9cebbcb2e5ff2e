import DataTree
import SourceText

/// Makes the value of a graph as one library does: what it makes of scalars, lists and mappings is its own.
protocol GraphComposer {
  var core: ComposerCore { get set }

  mutating func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue
  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue
  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue
}

extension GraphComposer {
  /// The value of the graph, and that of an empty one.
  func document(empty: ReaderValue = .null) throws(Refusal) -> ReaderValue {
    guard let root = core.graph.root else { return empty }
    var composer = self
    return try composer.value(root)
  }

  mutating func value(_ index: Int) throws(Refusal) -> ReaderValue {
    guard let index = core.resolved(index) else { throw Refusal(.unknownAlias, core.graph.nodes[index].range) }
    try core.enter(index)
    defer { core.leave() }
    let node = core.graph.nodes[index]
    switch node.kind {
    case .scalar: return try scalar(node)
    case .sequence: return try sequence(node)
    case .mapping, .alias: return try mapping(node)
    }
  }

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue { .sequence(try items(node)) }

  mutating func items(_ node: GraphNode) throws(Refusal) -> [ReaderValue] {
    var items: [ReaderValue] = []
    for child in core.children(node) { items.append(try value(child)) }
    return items
  }
}

/// What every composer shares: the graph, and the bounds of what aliases may make of it.
struct ComposerCore {
  /// How many values may be made in all, and how deep they may stand in each other.
  static let valueLimit = 100_000
  static let depthLimit = 600

  let graph: ReaderGraph
  private var count = 0
  private var depth = 0

  init(_ graph: ReaderGraph) { self.graph = graph }

  /// Counts a value and goes one level down; every call needs its `leave`.
  mutating func enter(_ node: Int) throws(Refusal) {
    count += 1
    depth += 1
    if count > Self.valueLimit || depth > Self.depthLimit {
      throw Refusal(.aliasExpansion, graph.nodes[node].range)
    }
  }

  mutating func leave() { depth -= 1 }

  /// The node itself, or the target of an alias; `nil` for an alias without one.
  func resolved(_ node: Int) -> Int? {
    var node = node
    while graph.nodes[node].kind == .alias {
      guard let target = graph.target(graph.nodes[node]), target < node else { return nil }
      node = target
    }
    return node
  }

  /// Whether the value that is being made is the whole document's.
  var isTop: Bool { depth == 1 }

  /// Whether a key merges: a plain `<<` without a tag, or a text that its tag makes one.
  func isMergeKey(_ key: Int) -> Bool {
    guard let index = resolved(key) else { return false }
    let node = graph.nodes[index]
    return node.kind == .scalar && text(node).isOne(of: "<<")
      && (CoreTag.name(tag(node)) == "merge" || (node.style == .plain && tag(node) == nil))
  }

  /// Whether a scalar is plain: no quotes, no block, and no tag but `!`.
  func isPlain(_ node: GraphNode) -> Bool {
    node.style == .plain && (tag(node) == nil || tag(node) == [Byte.exclamation])
  }

  /// The text of a scalar.
  func text(_ node: GraphNode) -> [UInt8] { graph.text(node) }

  /// The tag of a node in full, or `nil` where there is none.
  func tag(_ node: GraphNode) -> [UInt8]? { graph.tag(node) }

  /// The name of a node's anchor.
  func anchor(_ node: GraphNode) -> [UInt8]? { graph.anchor(node) }

  /// The items of a list, or the keys and values of a mapping in turn.
  func children(_ node: GraphNode) -> ReaderGraph.Children { graph.children(node) }

  /// The keys and values of a mapping.
  func pairs(_ node: GraphNode) -> ReaderGraph.Pairs { ReaderGraph.Pairs(children: graph.children(node)) }
}

/// Tags of the type repository.
enum CoreTag {
  /// The last part of `tag:yaml.org,2002:NAME`, or `nil` for another tag.
  static func name(_ tag: [UInt8]?) -> String? {
    let prefix = Array("tag:yaml.org,2002:".utf8)
    guard let tag, tag.starts(with: prefix) else { return nil }
    return String(decoding: tag[prefix.count...], as: UTF8.self)
  }
}

/// Base64 as lenient readers decode it: what is no sign of it is passed over.
enum Base64 {
  /// The bytes, or `nil` where a strict reader stops.
  static func decode(_ text: [UInt8], isStrict: Bool = false) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var signs = 0
    for byte in text {
      guard let value = value(byte) else {
        if byte == Byte.equals, !isStrict { break }
        if byte == Byte.equals { signs += 1 } else if isStrict, !byte.isBlank, !byte.isLineBreak { return nil }
        continue
      }
      signs += 1
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return isStrict && signs % 4 != 0 ? nil : result
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case Byte.plus: 62
    case Byte.slash: 63
    default: nil
    }
  }
}
