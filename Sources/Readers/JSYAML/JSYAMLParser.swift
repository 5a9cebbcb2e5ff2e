import DataTree
import SourceText

/// Reads a text as js-yaml does: by trying each kind of node at each place, with indentation counted in columns.
///
/// Versions 3.14 and 4.1 differ in tabs, in empty entries of brackets, and in what may follow a value on its line.
struct JSYAMLParser {
  /// Where a node stands.
  enum Context {
    case flowIn
    case flowOut
    case blockIn
    case blockOut
  }

  let bytes: [UInt8]
  let end: Int
  let isVersion3: Bool
  var position: Int
  var line = 0
  var lineStart: Int
  var lineIndent = 0
  var firstTab: Int?
  var graph: ReaderGraph
  var tag: [UInt8]?
  var anchor: [UInt8]?
  /// The node that was read last, or `nil` for nothing.
  var result: Int?
  var anchors: [[UInt8]: Int] = [:]
  private var handles: [[UInt8]: [UInt8]] = [:]
  private var depth = 0

  private init(_ bytes: [UInt8], in range: ByteRange, isVersion3: Bool) {
    self.bytes = bytes
    self.isVersion3 = isVersion3
    position = range.start
    lineStart = range.start
    end = range.end
    graph = ReaderGraph(end: range.end)
  }

  /// The one document of a text.
  static func parse(_ bytes: [UInt8], in range: ByteRange, isVersion3: Bool) throws(Refusal) -> ReaderGraph {
    if let place = bytes[range.indices].firstIndex(of: 0) { throw Refusal(.unprintable, ByteRange(place, place + 1)) }
    var parser = JSYAMLParser(bytes, in: range, isVersion3: isVersion3)
    if parser.byte == 0xEF, parser.at(1) == 0xBB, parser.at(2) == 0xBF {
      parser.position += 3
      parser.lineStart += 3
    }
    while parser.byte == Byte.space {
      parser.lineIndent += 1
      parser.position += 1
    }
    var count = 0
    while parser.position < parser.end || count == 0 {
      let start = parser.position
      let root = try parser.readDocument()
      if count == 0 {
        parser.graph.root = root
      } else {
        throw Refusal(.secondDocument, ByteRange(start, min(start + 3, range.end)))
      }
      count += 1
    }
    return parser.graph
  }

  // MARK: Characters

  var byte: UInt8 { at(0) }

  func at(_ offset: Int) -> UInt8 { position + offset < end ? bytes[position + offset] : 0 }

  static func isBlankOrEnd(_ byte: UInt8) -> Bool { byte.isBlank || byte.isLineBreak || byte == 0 }

  static func isFlowSign(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.openBracket || byte == Byte.closeBracket || byte == Byte.openBrace
      || byte == Byte.closeBrace
  }

  func refusal(_ reason: RefusalReason, from start: Int? = nil) -> Refusal {
    let from = min(start ?? position, end)
    return Refusal(reason, ByteRange(from, max(from, min(position + 1, end))))
  }

  mutating func takeBreak() {
    if byte == 0x0D, at(1) == 0x0A { position += 1 }
    position += 1
    line += 1
    lineStart = position
    firstTab = nil
  }

  /// Skips blanks, comments and line breaks; gives how many lines were begun.
  @discardableResult
  mutating func skip(comments: Bool) -> Int {
    var breaks = 0
    while position < end {
      while byte.isBlank, position < end {
        if byte == Byte.tab, firstTab == nil { firstTab = position }
        position += 1
      }
      if comments, byte == Byte.hash { while position < end, !byte.isLineBreak { position += 1 } }
      guard byte.isLineBreak, position < end else { break }
      takeBreak()
      breaks += 1
      lineIndent = 0
      while byte == Byte.space, position < end {
        lineIndent += 1
        position += 1
      }
    }
    return breaks
  }

  func isSeparator() -> Bool {
    (byte == Byte.dash || byte == Byte.dot) && at(1) == byte && at(2) == byte && Self.isBlankOrEnd(at(3))
  }

  // MARK: Documents

  private mutating func readDocument() throws(Refusal) -> Int? {
    handles = [:]
    anchors = [:]
    var hasDirectives = false
    while position < end {
      skip(comments: true)
      guard lineIndent == 0, byte == Byte.percent else { break }
      hasDirectives = true
      try readDirective()
    }
    skip(comments: true)
    if lineIndent == 0, byte == Byte.dash, at(1) == Byte.dash, at(2) == Byte.dash {
      position += 3
      skip(comments: true)
    } else if hasDirectives {
      throw refusal(.directive)
    }
    _ = try compose(parentIndent: lineIndent - 1, .blockOut, allowToSeek: false, allowCompact: true)
    let root = result ?? empty()
    skip(comments: true)
    if position == lineStart, isSeparator() {
      if byte == Byte.dot {
        position += 3
        skip(comments: true)
      }
    } else if position < end {
      throw refusal(.textAfterValue)
    }
    return root
  }

  private mutating func readDirective() throws(Refusal) {
    let start = position
    position += 1
    let nameStart = position
    while position < end, !Self.isBlankOrEnd(byte) { position += 1 }
    let name = Array(bytes[nameStart..<position])
    guard !name.isEmpty else { throw refusal(.directive, from: start) }
    var words: [[UInt8]] = []
    while position < end {
      while byte.isBlank, position < end { position += 1 }
      if byte == Byte.hash { while position < end, !byte.isLineBreak { position += 1 } }
      if byte.isLineBreak || position >= end { break }
      let wordStart = position
      while position < end, !Self.isBlankOrEnd(byte) { position += 1 }
      words.append(Array(bytes[wordStart..<position]))
    }
    if position < end { takeBreak() }
    if name.isOne(of: "YAML") {
      guard words.count == 1, graph.version == nil, let version = TokenScanner.version(words[0][...]),
        version.major == 1
      else { throw refusal(.directive, from: start) }
      graph.version = version
    } else if name.isOne(of: "TAG") {
      guard words.count == 2, handles[words[0]] == nil else { throw refusal(.directive, from: start) }
      handles[words[0]] = words[1]
    }
  }

  mutating func empty() -> Int {
    graph.append(.scalar, .plain, at: ByteRange(at: min(position, end)))
  }

  // MARK: Nodes

  /// Reads a node into `result`; whether there was one.
  mutating func compose(
    parentIndent: Int, _ context: Context, allowToSeek: Bool, allowCompact: Bool
  ) throws(Refusal) -> Bool {
    guard depth < GraphParser.depthLimit * 3 else { throw refusal(.tooDeep) }
    depth += 1
    defer { depth -= 1 }
    let isBlock = context == .blockIn || context == .blockOut
    var allowCollections = isBlock
    tag = nil
    anchor = nil
    result = nil
    var atNewLine = false
    var status = 1
    if allowToSeek, skip(comments: true) > 0 {
      atNewLine = true
      status = (lineIndent - parentIndent).signum()
    }
    if status == 1 {
      while true {
        let isTag = try readTag()
        if !isTag {
          guard try readAnchor() else { break }
        }
        if skip(comments: true) > 0 {
          atNewLine = true
          allowCollections = isBlock
          status = (lineIndent - parentIndent).signum()
        } else {
          allowCollections = false
        }
      }
    }
    allowCollections = allowCollections && (atNewLine || allowCompact)
    let ownTag = tag
    let ownAnchor = anchor
    var hasContent = false
    if status == 1 || context == .blockOut {
      let flowIndent = isBlock ? parentIndent + 1 : parentIndent
      let blockIndent = position - lineStart
      if status == 1 {
        hasContent = try readContent(
          blockIndent, flowIndent, context, allowCollections: allowCollections, allowBlockScalars: isBlock)
      } else if status == 0, allowCollections {
        hasContent = try readBlockSequence(blockIndent)
      }
    }
    if hasContent, let node = result, graph.nodes[node].kind == .alias {
      guard ownTag == nil, ownAnchor == nil else { throw refusal(.anchor) }
    } else if ownTag != nil || ownAnchor != nil {
      let node = result ?? empty()
      result = node
      if let ownTag, graph.tag(graph.nodes[node]) == nil { graph.setTag(ownTag, of: node) }
      if let ownAnchor {
        graph.setAnchor(ownAnchor, of: node)
        anchors[ownAnchor] = node
      }
    }
    tag = ownTag
    anchor = ownAnchor
    return hasContent || ownTag != nil || ownAnchor != nil
  }

  private mutating func readContent(
    _ blockIndent: Int, _ flowIndent: Int, _ context: Context, allowCollections: Bool, allowBlockScalars: Bool
  ) throws(Refusal) -> Bool {
    if allowCollections {
      if try readBlockSequence(blockIndent) { return true }
      if try readBlockMapping(blockIndent, flowIndent) { return true }
    }
    if try readFlowCollection(flowIndent) { return true }
    if allowBlockScalars, try readBlockScalar(flowIndent) { return true }
    if try readQuoted(flowIndent) { return true }
    if try readAlias() { return true }
    return try readPlain(flowIndent, inFlow: context == .flowIn)
  }

  private mutating func readTag() throws(Refusal) -> Bool {
    guard byte == Byte.exclamation, position < end else { return false }
    let start = position
    guard tag == nil else { throw refusal(.tag) }
    position += 1
    if byte == Byte.less {
      position += 1
      let nameStart = position
      while position < end, byte != Byte.greater { position += 1 }
      guard position < end else { throw refusal(.tag, from: start) }
      tag = Array(bytes[nameStart..<position])
      position += 1
      return true
    }
    var handle = [Byte.exclamation]
    var isNamed = false
    if byte == Byte.exclamation {
      isNamed = true
      handle.append(Byte.exclamation)
      position += 1
    }
    var nameStart = position
    while position < end, !Self.isBlankOrEnd(byte) {
      if byte == Byte.exclamation {
        guard !isNamed else { throw refusal(.tag, from: start) }
        handle = Array(bytes[(nameStart - 1)...position])
        guard handle.dropFirst().dropLast().allSatisfy({ $0.isAlphanumeric || $0 == Byte.dash }) else {
          throw refusal(.tag, from: start)
        }
        isNamed = true
        nameStart = position + 1
      }
      position += 1
    }
    let name = bytes[nameStart..<position]
    guard !name.contains(where: Self.isFlowSign) else { throw refusal(.tag, from: start) }
    if let prefix = handles[handle] {
      tag = prefix + name
    } else if handle.isOne(of: "!") {
      tag = [Byte.exclamation] + name
    } else if handle.isOne(of: "!!") {
      tag = Array("tag:yaml.org,2002:".utf8) + name
    } else {
      throw refusal(.tag, from: start)
    }
    return true
  }

  private mutating func readAnchor() throws(Refusal) -> Bool {
    guard byte == Byte.ampersand, position < end else { return false }
    guard anchor == nil else { throw refusal(.anchor) }
    position += 1
    anchor = try readName()
    return true
  }

  private mutating func readName() throws(Refusal) -> [UInt8] {
    let start = position
    while position < end, !Self.isBlankOrEnd(byte), !Self.isFlowSign(byte) { position += 1 }
    guard position > start else { throw refusal(.anchor, from: start - 1) }
    return Array(bytes[start..<position])
  }

  private mutating func readAlias() throws(Refusal) -> Bool {
    guard byte == Byte.asterisk, position < end else { return false }
    let start = position
    position += 1
    let name = try readName()
    guard let target = anchors[name] else { throw refusal(.unknownAlias, from: start) }
    result = graph.appendAlias(name, of: target, at: ByteRange(start, position))
    skip(comments: true)
    return true
  }
}
