import DataTree
import SourceText

/// Makes nodes of the tokens of a reader of the family of libyaml.
struct GraphParser {
  /// How many collections may be open at once.
  static let depthLimit = 250

  private var scanner: TokenScanner
  private let dialect: TokenDialect
  private var graph: ReaderGraph
  private var anchors: [[UInt8]: Int] = [:]
  /// What the handles of the directives stand for.
  private var handles = NameMap<[UInt8]>()
  private var depth = 0

  private init(_ bytes: [UInt8], in range: ByteRange, dialect: TokenDialect) {
    scanner = TokenScanner(bytes, in: range, dialect: dialect)
    self.dialect = dialect
    graph = ReaderGraph(end: range.end)
  }

  /// The first document of a text.
  static func parse(
    _ bytes: [UInt8], in range: ByteRange, dialect: TokenDialect
  ) throws(Refusal) -> ReaderGraph {
    var parser = GraphParser(bytes, in: range, dialect: dialect)
    parser.graph.root = try parser.parseDocument(isFirst: true)
    // The end of a document is known only by the token after it.
    _ = try parser.scanner.peek()
    if dialect.readsWholeStream, parser.graph.root != nil {
      let graph = parser.graph
      let next = try parser.scanner.peek()
      if try parser.parseDocument(isFirst: false) != nil { throw Refusal(.secondDocument, next.range) }
      return graph
    }
    return parser.graph
  }

  private mutating func parseDocument(isFirst: Bool) throws(Refusal) -> Int? {
    while try scanner.peek().kind == .documentEnd {
      let token = try scanner.take()
      if dialect.readsLines { throw Refusal(.secondDocument, token.range) }
    }
    var token = try scanner.peek()
    if token.kind == .streamEnd { return nil }
    let isExplicit = token.kind == .directive || token.kind == .documentStart
    if isExplicit {
      try parseDirectives()
      token = try scanner.peek()
      guard token.kind == .documentStart else { throw Refusal(.directive, token.range) }
      _ = try scanner.take()
      token = try scanner.peek()
      switch token.kind {
      case .directive, .documentStart, .documentEnd, .streamEnd: return empty(at: token.range.start)
      default: break
      }
    } else if !isFirst {
      throw Refusal(.indentation, token.range)
    }
    let root = try parseNode(isBlock: true, isIndentless: false)
    if dialect.readsWholeStream {
      while try scanner.peek().kind == .documentEnd {
        let token = try scanner.take()
        if dialect.readsLines, !isExplicit { throw Refusal(.secondDocument, token.range) }
      }
    }
    return root
  }

  private mutating func parseDirectives() throws(Refusal) {
    handles = NameMap()
    while try scanner.peek().kind == .directive {
      let token = try scanner.take()
      if token.text == Array("YAML".utf8) {
        guard graph.version == nil else { throw Refusal(.directive, token.range) }
        guard let version = TokenScanner.version(token.handle[...]), takes(version) else {
          throw Refusal(.directive, token.range)
        }
        graph.version = version
      } else if token.text == Array("TAG".utf8) {
        let parts = token.handle.split(whereSeparator: { $0.isBlank })
        guard parts.count == 2, parts[0].first == Byte.exclamation else { throw Refusal(.directive, token.range) }
        handles.set(Array(parts[0]), to: Array(parts[1]))
      }
    }
  }

  private func takes(_ version: YAMLVersion) -> Bool {
    switch dialect.versions {
    case .any: true
    case .major1: version.major == 1
    case .exactly11: version == YAMLVersion(major: 1, minor: 1)
    case .up12: version.major == 1 && (version.minor == 1 || version.minor == 2)
    }
  }

  private mutating func empty(at place: Int, tag: [UInt8]? = nil, anchor: [UInt8]? = nil) -> Int {
    graph.append(.scalar, .plain, tag: tag, anchor: anchor, at: ByteRange(at: place))
  }

  private mutating func parseNode(isBlock: Bool, isIndentless: Bool) throws(Refusal) -> Int {
    var token = try scanner.peek()
    if token.kind == .alias {
      _ = try scanner.take()
      return try alias(token)
    }
    var anchor: ReaderToken?
    var tag: ReaderToken?
    while (token.kind == .anchor && anchor == nil) || (token.kind == .tag && tag == nil) {
      _ = try scanner.take()
      if token.kind == .anchor { anchor = token } else { tag = token }
      token = try scanner.peek()
    }
    if let anchor, dialect.refusesRepeatedAnchor, anchors[anchor.text] != nil { throw Refusal(.anchor, anchor.range) }
    let tagText = try tag.map { token throws(Refusal) in try resolve(token) }
    let start = token.range.start
    if isIndentless, token.kind == .blockEntry {
      return try collection(.sequence, .block, start, tagText, anchor) { parser, node throws(Refusal) in
        try parser.parseIndentless(node)
      }
    }
    switch token.kind {
    case .scalar:
      _ = try scanner.take()
      let node = graph.append(
        .scalar, token.style, token.text, tag: tagText, anchor: anchor?.text, at: token.range)
      if let anchor { anchors[anchor.text] = node }
      return node
    case .flowSequenceStart:
      return try collection(.sequence, .flow, start, tagText, anchor) { parser, node throws(Refusal) in
        try parser.parseFlowSequence(node)
      }
    case .flowMappingStart:
      return try collection(.mapping, .flow, start, tagText, anchor) { parser, node throws(Refusal) in
        try parser.parseFlowMapping(node)
      }
    case .blockSequenceStart where isBlock:
      return try collection(.sequence, .block, start, tagText, anchor) { parser, node throws(Refusal) in
        try parser.parseBlockSequence(node)
      }
    case .blockMappingStart where isBlock:
      return try collection(.mapping, .block, start, tagText, anchor) { parser, node throws(Refusal) in
        try parser.parseBlockMapping(node)
      }
    default:
      guard anchor != nil || tag != nil else { throw Refusal(Self.reason(token.kind), token.range) }
      if let anchor, dialect.anchorNeedsValue { throw Refusal(.anchor, anchor.range) }
      let node = empty(at: start, tag: tagText, anchor: anchor?.text)
      if let anchor { anchors[anchor.text] = node }
      return node
    }
  }

  private static func reason(_ kind: ReaderTokenKind) -> RefusalReason {
    switch kind {
    case .flowEntry, .flowSequenceEnd, .flowMappingEnd, .streamEnd: .brackets
    case .blockEntry: .dashOutOfPlace
    case .value, .key, .blockMappingStart: .colonInValue
    default: .character
    }
  }

  private mutating func alias(_ token: ReaderToken) throws(Refusal) -> Int {
    let target = anchors[token.text]
    if target == nil, dialect.refusesUnknownAlias { throw Refusal(.unknownAlias, token.range) }
    return graph.appendAlias(token.text, of: target, at: token.range)
  }

  private func resolve(_ token: ReaderToken) throws(Refusal) -> [UInt8] {
    if token.handle.isEmpty { return token.text }
    let prefix = handles[token.handle]
    if token.handle == [Byte.exclamation] { return (prefix ?? [Byte.exclamation]) + token.text }
    if let prefix { return prefix + token.text }
    if token.handle.isOne(of: "!!") { return Array("tag:yaml.org,2002:".utf8) + token.text }
    guard dialect.passesUnknownHandles else { throw Refusal(.tag, token.range) }
    return token.handle + token.text
  }

  private mutating func collection(
    _ kind: NodeKind, _ style: NodeStyle, _ start: Int, _ tag: [UInt8]?, _ anchor: ReaderToken?,
    _ parse: (inout GraphParser, Int) throws(Refusal) -> Void
  ) throws(Refusal) -> Int {
    guard depth < Self.depthLimit else { throw Refusal(.tooDeep, ByteRange(at: start)) }
    let node = graph.append(kind, style, tag: tag, anchor: anchor?.text, at: ByteRange(at: start))
    if let anchor { anchors[anchor.text] = node }
    depth += 1
    try parse(&self, node)
    depth -= 1
    return node
  }

  private mutating func add(_ child: Int, to node: Int) { graph.add(child, to: node) }

  private mutating func close(_ node: Int, _ token: ReaderToken) {
    let start = graph.nodes[node].range.start
    graph.nodes[node].range = ByteRange(start, max(start, token.range.end))
  }

  // MARK: Collections by indentation

  private mutating func parseBlockSequence(_ node: Int) throws(Refusal) {
    _ = try scanner.take()
    while true {
      let token = try scanner.take()
      if token.kind == .blockEnd { return close(node, token) }
      guard token.kind == .blockEntry else { throw Refusal(.indentation, token.range) }
      switch try scanner.peek().kind {
      case .blockEntry, .blockEnd: add(empty(at: token.range.end), to: node)
      default: add(try parseNode(isBlock: true, isIndentless: false), to: node)
      }
    }
  }

  private mutating func parseIndentless(_ node: Int) throws(Refusal) {
    while try scanner.peek().kind == .blockEntry {
      let token = try scanner.take()
      close(node, token)
      switch try scanner.peek().kind {
      case .blockEntry, .key, .value, .blockEnd: add(empty(at: token.range.end), to: node)
      default: add(try parseNode(isBlock: true, isIndentless: false), to: node)
      }
    }
  }

  private mutating func parseBlockMapping(_ node: Int) throws(Refusal) {
    _ = try scanner.take()
    while true {
      var token = try scanner.peek()
      switch token.kind {
      case .key:
        token = try scanner.take()
        try addBlockValue(of: node, at: token.range.end)
      case .blockEnd:
        _ = try scanner.take()
        return close(node, token)
      case .value where dialect.takesEmptyKeys: add(empty(at: token.range.start), to: node)
      default: throw Refusal(token.kind == .value ? .keyType : .indentation, token.range)
      }
      token = try scanner.peek()
      guard token.kind == .value else {
        add(empty(at: token.range.start), to: node)
        continue
      }
      _ = try scanner.take()
      try addBlockValue(of: node, at: token.range.end)
    }
  }

  private mutating func addBlockValue(of node: Int, at place: Int) throws(Refusal) {
    switch try scanner.peek().kind {
    case .key, .value, .blockEnd: add(empty(at: place), to: node)
    default: add(try parseNode(isBlock: true, isIndentless: true), to: node)
    }
  }

  // MARK: Collections in brackets

  private mutating func parseFlowSequence(_ node: Int) throws(Refusal) {
    try parseFlow(node, end: .flowSequenceEnd) { parser, token throws(Refusal) in
      if token.kind == .key {
        parser.add(
          try parser.collection(.mapping, .flow, token.range.start, nil, nil) { parser, pair throws(Refusal) in
            try parser.parseFlowPair(pair, end: .flowSequenceEnd)
          }, to: node)
      } else if token.kind == .flowEntry, parser.dialect.readsLines {
        parser.add(parser.empty(at: token.range.start), to: node)
      } else {
        parser.add(try parser.parseNode(isBlock: false, isIndentless: false), to: node)
      }
    }
  }

  private mutating func parseFlowMapping(_ node: Int) throws(Refusal) {
    try parseFlow(node, end: .flowMappingEnd) { parser, token throws(Refusal) in
      if token.kind == .key {
        try parser.parseFlowPair(node, end: .flowMappingEnd)
      } else if token.kind == .value, parser.dialect.takesEmptyKeys {
        parser.add(parser.empty(at: token.range.start), to: node)
        try parser.addFlowValue(of: node, end: .flowMappingEnd)
      } else {
        if parser.dialect.readsLines { throw Refusal(.missingColon, token.range) }
        parser.add(try parser.parseNode(isBlock: false, isIndentless: false), to: node)
        parser.add(parser.empty(at: token.range.end), to: node)
      }
    }
  }

  /// Takes the brackets of `node` and what is between the commas; `parse` is given the token that an entry begins with.
  private mutating func parseFlow(
    _ node: Int, end: ReaderTokenKind, _ parse: (inout GraphParser, ReaderToken) throws(Refusal) -> Void
  ) throws(Refusal) {
    _ = try scanner.take()
    var isFirst = true
    while true {
      var token = try scanner.peek()
      if token.kind == end { break }
      if !isFirst {
        guard token.kind == .flowEntry else { throw Refusal(.brackets, token.range) }
        _ = try scanner.take()
        token = try scanner.peek()
      }
      isFirst = false
      if token.kind != end { try parse(&self, token) }
    }
    close(node, try scanner.take())
  }

  private mutating func parseFlowPair(_ node: Int, end: ReaderTokenKind) throws(Refusal) {
    let key = try scanner.take()
    let token = try scanner.peek()
    if token.kind == .value || token.kind == .flowEntry || token.kind == end {
      add(empty(at: key.range.end), to: node)
      if dialect.skipsSignAfterEmptyKey, end == .flowSequenceEnd { _ = try scanner.take() }
    } else {
      add(try parseNode(isBlock: false, isIndentless: false), to: node)
    }
    try addFlowValue(of: node, end: end)
  }

  private mutating func addFlowValue(of node: Int, end: ReaderTokenKind) throws(Refusal) {
    var token = try scanner.peek()
    guard token.kind == .value else { return add(empty(at: token.range.start), to: node) }
    _ = try scanner.take()
    token = try scanner.peek()
    if token.kind == .flowEntry || token.kind == end {
      add(empty(at: token.range.start), to: node)
    } else {
      add(try parseNode(isBlock: false, isIndentless: false), to: node)
    }
  }
}
