import DataTree
import SourceText

/// The state of one reading; its parts by meaning are in the extensions beside this file.
///
/// The reader goes over the bytes once. Open collections are frames on an explicit stack, so nesting costs no call
/// depth. A block collection is led by lines: after each entry the next line's column tells which frame goes on. An
/// implicit key is only known at its `:`, so a scalar becomes a node when what follows it is known.
struct Parser {
  let input: Input
  let options: YAMLOptions

  /// The next byte to read.
  var pos: Int
  /// Where the current line starts, after a byte-order mark.
  var lineStart: Int
  /// Whether `pos` is at the first character of a line that was not looked at yet.
  var atToken = false
  /// The number of spaces before that character; -1 at a document marker and at the end of the text.
  var column = 0
  /// Whether tabs follow those spaces.
  var isTabbed = false

  /// The quotes of the last quoted scalar, double quotes before the first: what the text uses.
  var lastQuote = Byte.doubleQuote
  /// Where the last quote that is open ends: a sign that is added there would be text of that quote, again and again.
  var openQuoteEnd = -1
  /// The start of the last text whose backslashes were all taken for those of a path.
  var pathStart = -1
  var frames: [Frame] = []
  /// The end of the last content, which is where a closing block collection ends.
  var contentEnd: Int

  var nodes: [Node] = []
  var properties: [NodeProperties] = []
  var comments: [ByteRange] = []
  var documents: [TreeDocument] = []
  var tokens: [Token] = []
  var errors: [YAMLError] = []
  var suspects: [YAMLError] = []

  /// The places in `anchoredNodes` of the anchors of this document, by name.
  var anchors: [[UInt8]: Int] = [:]
  /// The anchored nodes of this document, in the order of the text.
  var anchoredNodes: [Int] = []
  /// The tag handles of this document and their prefixes.
  var tagPrefixes: [[UInt8]: [UInt8]] = [:]

  /// Tab indentation, which is reported once with one fix for all lines.
  var tabRanges: [ByteRange] = []
  /// Odd spaces before the text of a line, which are reported once as well.
  var oddSpaces: [ByteRange] = []
  /// Those before the first line of a document, which stands better without any.
  var leadingOddSpaces: ByteRange?
  /// Whether one of those lines is misplaced as well, so that the fix of the indentation is not sure.
  var isIndentationUnsure = false
  /// Whether an unresolved merge was opened by `<<<<<<<`.
  var isInConflict = false
  /// Whether a `>>>>>>>` may still follow.
  var hasConflictEnd = true
  /// Whether the last node in brackets was quoted or in brackets itself, so that a `:` may be glued to it.
  var isJSONLike = false
  /// The outermost collection in brackets whose indentation was reported.
  var reportedFlow = -1
  /// Where the reader went on after lines without a colon.
  var skippedUntil = -1
  /// How often the reader went back after a quote that is never closed.
  var rewinds = 0

  init(_ input: Input, from start: Int, options: YAMLOptions) {
    self.input = input
    self.options = options
    pos = start
    lineStart = start
    contentEnd = start
    // Front matter has a node to about ten bytes; a large text is mostly prose and may grow as it needs.
    let count = input.end - start
    nodes.reserveCapacity(count < 4_096 ? max(count / 8, 16) : min(count / 12, 1 << 20))
    frames.reserveCapacity(8)
  }

  /// Everything that was read, `bytes` being what `input` shows.
  consuming func result(of bytes: [UInt8]) -> YAMLResult {
    reportTabs()
    reportOddSpaces()
    suspectProperties()
    // Most texts have neither, and to sort even nothing makes room for it.
    if errors.count > 1 { errors.sort { ($0.range, $0.code.rawValue) < ($1.range, $1.code.rawValue) } }
    if suspects.count > 1 { suspects.sort { ($0.range, $0.code.rawValue) < ($1.range, $1.code.rawValue) } }
    let tree = DataTree(
      bytes: bytes, nodes: Self.take(&nodes), properties: Self.take(&properties), comments: Self.take(&comments),
      documents: Self.take(&documents), decoder: ScalarText.decoder)
    return YAMLResult(
      tree: tree, errors: Self.take(&errors), suspects: Self.take(&suspects), tokens: Self.take(&tokens))
  }

  /// What is in `list`, which is empty then: nothing is counted as held by two.
  @inline(__always) private static func take<Element>(_ list: inout [Element]) -> [Element] {
    var taken: [Element] = []
    swap(&taken, &list)
    return taken
  }

  // MARK: Errors and tokens

  mutating func report(_ code: YAMLErrorCode, _ start: Int, _ end: Int, related: ByteRange? = nil, fix: Fix? = nil) {
    // A text of nothing but mistakes must not cost more memory than it is worth.
    guard errors.count < 1_000 else { return }
    let range = wholeCharacters(ByteRange(start, end))
    errors.append(
      YAMLError(
        code, range, related: related.map(wholeCharacters), fix: fix, shown: shown(code, range, related: related)))
  }

  /// The range with the rest of the character that its end is inside of.
  private func wholeCharacters(_ range: ByteRange) -> ByteRange {
    guard input[range.end] & 0xC0 == 0x80 else { return range }
    for start in max(range.start, range.end - 3)..<max(range.start, range.end) where input[start] >= 0xC2 {
      let end = start + UTF8Scan.length(at: 0, in: input.bytes(start, min(start + 4, input.end)))
      if end > range.end { return ByteRange(range.start, end) }
    }
    return range
  }

  mutating func suspect(_ code: YAMLErrorCode, _ start: Int, _ end: Int, fix: Fix? = nil) {
    guard suspects.count < 1_000 else { return }
    let range = wholeCharacters(ByteRange(start, end))
    suspects.append(YAMLError(code, range, fix: fix, shown: shown(code, range, related: nil)))
  }

  @inline(__always) mutating func token(_ kind: TokenKind, _ start: Int, _ end: Int) {
    if options.keepsTokens { tokens.append(Token(kind: kind, range: ByteRange(start, end))) }
  }

  /// Takes back the tokens from `offset` on, which is read again.
  mutating func retractTokens(to offset: Int) {
    while let last = tokens.last, last.range.start >= offset { tokens.removeLast() }
  }

  // MARK: Lines

  /// Passes over the comment at `pos`.
  mutating func readComment() {
    let start = pos
    pos = input.lineEnd(pos)
    comments.append(ByteRange(start, pos))
    token(.comment, start, pos)
  }

  /// Goes from the end or the start of a line to the first character that is neither blank nor comment, and says in
  /// `column` where it stands.
  mutating func nextToken() {
    var index = input.skippingBreak(pos)
    atToken = true
    while true {
      lineStart = index
      index = input.skippingSpaces(index)
      column = index - lineStart
      isTabbed = false
      if input[index] == Byte.tab {
        isTabbed = true
        index = input.skippingBlanks(index)
      }
      pos = index
      let byte = input[index]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        index = input.skippingBreak(index)
        continue
      }
      if byte == Byte.hash {
        readComment()
        index = input.skippingBreak(pos)
        continue
      }
      if index >= input.end {
        column = -1
        isTabbed = false
      } else if byte >= 0xC2, takeOddSpaces() {
        // What follows the odd spaces is looked at as if they were ordinary ones.
        if input[pos] == Byte.hash { readComment() }
        if pos < input.end, !input.isBreakOrEnd(pos) { return }
        index = input.skippingBreak(pos)
        continue
      } else if column == 0, !isTabbed {
        if input.isDocumentMarker(index) {
          column = -1
        } else if byte == Byte.less || (isInConflict && (byte == Byte.equals || byte == Byte.bar)), skipConflict() {
          index = input.skippingBreak(pos)
          continue
        }
      }
      return
    }
  }

  /// Whether the reader stands at a document marker or at the end of the text.
  var isAtBoundary: Bool { atToken && column < 0 }

  /// Ends a line after content: nothing but blanks and a comment may follow. Then goes to the next token.
  mutating func finishLine() {
    let start = pos
    pos = input.skippingBlanks(pos)
    if input[pos] == Byte.hash, pos > start || pos == lineStart {
      readComment()
    } else if !input.isBreakOrEnd(pos) {
      skipTrailingText()
    }
    nextToken()
  }

  // MARK: Nodes

  /// Opens a collection: its node and its frame. Over the limit of depth the rest of the text is given up.
  mutating func open(_ kind: Frame.Kind, at start: Int, indent: Int, _ pending: Pending) {
    nodes.makeRoom(at: start, of: input.end)
    let node = nodes.count
    let isMapping = kind == .blockMapping || kind == .flowMapping || kind == .flowPair
    let isFlow = kind == .flowMapping || kind == .flowSequence || kind == .flowPair
    nodes.append(.collection(isMapping: isMapping, isFlow ? .flow : .block, ByteRange(at: start)))
    store(pending, node)
    frames.append(Frame(kind: kind, indent: indent, node: node))
    checkDepth(at: start)
  }

  /// Puts a mapping around the node at `index`, which turned out to be a key, and opens its frame.
  mutating func openMapping(around index: Int, _ kind: Frame.Kind, at start: Int, indent: Int, _ pending: Pending) {
    let style: NodeStyle = kind == .blockMapping ? .block : .flow
    nodes.insert(.collection(isMapping: true, style, ByteRange(at: start)), at: index)
    for moved in index + 1..<nodes.count where nodes[moved].kind == .alias && nodes[moved].target >= index {
      nodes[moved].detail += 1
    }
    // Anchors and properties stand in the order of the text: those inside the key are the last ones.
    var place = anchoredNodes.count - 1
    while place >= 0, anchoredNodes[place] >= index {
      anchoredNodes[place] += 1
      place -= 1
    }
    place = properties.count - 1
    while place >= 0, properties[place].node.index >= index {
      properties[place].node = NodeID(properties[place].node.index + 1)
      place -= 1
    }
    store(pending, index)
    frames.append(Frame(kind: kind, indent: indent, node: index))
    checkDepth(at: start)
  }

  private mutating func checkDepth(at start: Int) {
    guard frames.count > options.depthLimit else { return }
    report(.tooDeep, start, start + 1)
    // Every later collection would be too deep as well: the rest is passed over, whole.
    token(.skipped, pos, input.end)
    pos = input.end
    atToken = true
    column = -1
  }

  /// Closes the innermost collection; its text ends at `end`.
  mutating func close(end: Int) {
    guard let frame = frames.popLast() else { return }
    nodes[frame.node].close(size: nodes.count - frame.node, count: frame.count, end: end)
  }

  /// Takes back the nodes from `index` on, after a mistake.
  mutating func dropNodes(from index: Int) {
    nodes.removeSubrange(index...)
    while let last = properties.last, last.node.index >= index { properties.removeLast() }
    for place in anchoredNodes.indices.reversed() {
      if anchoredNodes[place] < index { break }
      anchoredNodes[place] = -1
    }
  }

  /// Adds a scalar.
  mutating func append(_ scalar: ScalarScan, _ pending: Pending) {
    let type =
      scalar.style == .plain && scalar.isVerbatim ? CoreSchema.type(of: input, scalar.start, scalar.end) : .string
    nodes.makeRoom(at: scalar.end, of: input.end)
    nodes.append(
      .scalar(
        type, scalar.style, ByteRange(scalar.start, scalar.end), isVerbatim: scalar.isVerbatim,
        indentation: scalar.indent))
    contentEnd = scalar.end
    if pending.isEmpty { return }
    store(pending, nodes.count - 1)
    retype(scalar)
  }

  /// Adds the scalar of a value or key that is not there, at `offset` or after its own anchor and tag.
  mutating func appendAbsent(at offset: Int, _ pending: Pending) {
    let place = max(offset, pending.end)
    append(ScalarScan(start: place, end: place, style: .plain, isVerbatim: true), pending)
  }
}

/// A scalar that was read and is no node yet: sixteen bytes, so that it is handed on in registers.
struct ScalarScan {
  @Offset var start: Int
  @Offset var end: Int
  /// The number of spaces before the lines of a block scalar.
  @Offset var indent = 0
  var style: NodeStyle
  /// Whether the value is the bytes as they are.
  var isVerbatim: Bool
  /// Whether it goes over more than one line.
  var isMultiline = false
  /// Whether a quote follows that was meant to close the text and is of the other kind.
  var endsInOtherQuote = false

  /// The end of what was read, which is no part of the text to its last sign.
  var tokenEnd: Int { endsInOtherQuote ? end + 1 : end }
}

/// One open collection.
struct Frame {
  enum Kind: UInt8 { case blockSequence, blockMapping, flowSequence, flowMapping, flowPair }

  enum State: UInt8 {
    /// An entry, or the end; in a flow collection only the end after a comma.
    case entry
    /// A block mapping after `? key`: a `:` may follow.
    case explicitKey
    /// After a `:`.
    case value
    /// In a flow collection after an entry: a comma or the end.
    case separator
    /// In a flow mapping or pair after a key: a `:` or the end of the entry.
    case colon
  }

  var kind: Kind
  var state: State = .entry
  /// In state `value`: where the node that comes next stands.
  var place: Place = .implicitValue
  /// The column of the entries; in a flow collection that of the block around it.
  @Offset var indent: Int
  /// The column of the entry that is being read; differs from `indent` after a mistake.
  @Offset var current: Int
  /// The place of the collection's node.
  @Offset var node: Int
  /// The number of entries or pairs.
  @Offset var count = 0
  /// In a flow sequence: where the entry being read starts, in the nodes (-1 once it is a pair), in the text and its line.
  @Offset var entryNode = -1
  @Offset var entryStart = 0
  @Offset var entryLine = 0

  init(kind: Kind, indent: Int, node: Int) {
    self.kind = kind
    self.indent = max(indent, -1)
    current = max(indent, -1)
    self.node = node
  }
}
