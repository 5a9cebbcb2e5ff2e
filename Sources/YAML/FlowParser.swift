import DataTree
import SourceText

// Collections in brackets (YAML 1.2.2, 7.4).
extension Parser {
  /// Reads the collection whose bracket is at `pos`; its later lines are indented by more than `indent`.
  mutating func readFlowCollection(indent: Int, _ pending: Pending) {
    let base = frames.count
    openFlow(indent: indent, pending)
    while frames.count > base, !isAtBoundary {
      let top = frames.count - 1
      guard skipFlowBlanks(indent: indent) else {
        reportUnclosedFlow(base)
        break
      }
      switch frames[top].state {
      case .entry: readFlowEntry(top)
      case .colon: readFlowColon(top)
      case .value: readFlowValue(top)
      case .separator, .explicitKey: readFlowSeparator(top)
      }
    }
    while let frame = frames.last, frames.count > base {
      if frame.state == .colon || frame.state == .value { appendAbsent(at: contentEnd, Pending()) }
      close(end: contentEnd)
    }
  }

  private mutating func openFlow(indent: Int, _ pending: Pending) {
    let start = pos
    open(input[pos] == Byte.openBracket ? .flowSequence : .flowMapping, at: start, indent: indent, pending)
    if isAtBoundary { return }
    readIndicator()
  }

  /// Goes over blanks, comments and line breaks; false at the end of the text, at a document marker and before a
  /// line that cannot belong to the collection any more.
  private mutating func skipFlowBlanks(indent: Int) -> Bool {
    while true {
      let start = pos
      pos = input.skippingBlanks(pos)
      let byte = input[pos]
      if byte == Byte.hash {
        if pos == start, pos > lineStart, !input[pos - 1].isBlank {
          report(.commentNeedsSpace, pos, pos + 1, fix: Fix(YAMLErrorCode.spaceTitle, .safe, .insertion(" ", at: pos)))
        }
        readComment()
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        let line = input.skippingBreak(pos)
        let spaces = input.skippingSpaces(line)
        let text = input.skippingBlanks(spaces)
        if !input.isBreakOrEnd(text), input[text] != Byte.hash {
          if text == line, input.isDocumentMarker(text) { return false }
          if spaces - line <= indent, !takeUnderIndented(text, spaces) { return false }
        }
        pos = line
        lineStart = line
      } else {
        return pos < input.end
      }
    }
  }

  /// Whether a line of a collection in brackets that is not indented enough still belongs to it; reports it once.
  mutating func takeUnderIndented(_ text: Int, _ spaces: Int) -> Bool {
    // `key:` or `- ` starts something else; a comma before the colon shows that the line is still inside.
    let first = input.plainLineEnd(from: text, inFlow: true).stop
    if !input[text].isFlowIndicator, input[text] != Byte.colon, input[first] != Byte.comma,
      looksLikeStructure(at: text)
    {
      return false
    }
    let outermost = frames.last { $0.kind != .flowPair }?.node ?? 0
    if reportedFlow != outermostFlow() {
      reportedFlow = outermostFlow()
      if text > spaces {
        report(.tabIndentation, spaces, text)
      } else {
        let opening = Int(nodes[outermost].start)
        report(.textUnderIndented, text, text + 1, related: ByteRange(opening, opening + 1))
      }
    }
    return true
  }

  /// The node of the collection in brackets that no other one holds.
  private func outermostFlow() -> Int {
    var index = frames.count - 1
    while index > 0, frames[index - 1].kind.isFlow { index -= 1 }
    return index >= 0 ? frames[index].node : -1
  }

  // MARK: Entries

  /// Reads an entry, or the end of the collection.
  private mutating func readFlowEntry(_ top: Int) {
    let byte = input[pos]
    switch byte {
    case Byte.closeBracket, Byte.closeBrace: return readClosingBracket(top)
    case Byte.comma:
      report(
        .extraComma, pos, pos + 1, fix: Fix(YAMLErrorCode.deleteCommaTitle, .safe, .deletion(ByteRange(pos, pos + 1))))
      return readIndicator()
    default: break
    }
    frames[top].count += 1
    let isMapping = frames[top].kind == .flowMapping
    let start = pos
    if byte == Byte.question, !input.isPlainSafe(pos + 1, inFlow: true) {
      if isMapping {
        frames[top].state = .colon
        readIndicator()
      } else {
        frames[top].state = .separator
        frames[top].entryNode = -1
        open(.flowPair, at: start, indent: frames[top].indent, Pending())
        if isAtBoundary { return }
        frames[top + 1].count = 1
        frames[top + 1].state = .colon
        readIndicator()
      }
      return readExplicitFlowKey()
    }
    frames[top].entryNode = nodes.count
    frames[top].entryStart = pos
    frames[top].entryLine = lineStart
    frames[top].state = isMapping ? .colon : .separator
    readFlowNode()
    if !isMapping, !isAtBoundary { readPair(top) }
  }

  /// Reads the key after `?`, which may be absent.
  private mutating func readExplicitFlowKey() {
    let indent = frames[frames.count - 1].indent
    let place = pos
    isJSONLike = false
    guard skipFlowBlanks(indent: indent) else { return appendAbsent(at: place, Pending()) }
    if isFlowEnd(pos) {
      appendAbsent(at: place, Pending())
    } else {
      readFlowNode()
    }
  }

  /// Whether a `,`, a closing bracket or a `:` that ends a key is at `index`.
  private func isFlowEnd(_ index: Int) -> Bool {
    switch input[index] {
    case Byte.comma, Byte.closeBracket, Byte.closeBrace: true
    case Byte.colon: !input.isPlainSafe(index + 1, inFlow: true)
    default: false
    }
  }

  /// Turns the entry of a list in brackets into a pair if a `:` follows on its line.
  private mutating func readPair(_ top: Int) {
    guard frames.count == top + 1, frames[top].kind == .flowSequence, frames[top].entryNode >= 0 else { return }
    let colon = input.skippingBlanks(pos)
    guard input[colon] == Byte.colon, isJSONLike || !input.isPlainSafe(colon + 1, inFlow: true) else { return }
    let frame = frames[top]
    var key = Inline(start: frame.entryStart)
    key.end = pos
    key.isMultiline = lineStart != frame.entryLine
    checkKey(key, start: frame.entryStart, colon: colon)
    openMapping(around: frame.entryNode, .flowPair, at: frame.entryStart, indent: frame.indent, Pending())
    frames[top].entryNode = -1
    frames[top + 1].count = 1
    frames[top + 1].state = .value
    if isAtBoundary { return }
    pos = colon
    readIndicator()
  }

  /// After a key in `{}` or after `?`: reads the `:`, or gives the key an absent value.
  private mutating func readFlowColon(_ top: Int) {
    if input[pos] == Byte.colon, isJSONLike || !input.isPlainSafe(pos + 1, inFlow: true) {
      frames[top].state = .value
      return readIndicator()
    }
    appendAbsent(at: contentEnd, Pending())
    frames[top].state = .separator
    if frames[top].kind == .flowPair { close(end: contentEnd) }
  }

  /// Reads the value after a `:`.
  private mutating func readFlowValue(_ top: Int) {
    frames[top].state = .separator
    switch input[pos] {
    case Byte.comma, Byte.closeBracket, Byte.closeBrace: appendAbsent(at: contentEnd, Pending())
    default: readFlowNode()
    }
  }

  /// After an entry: a comma, or the end.
  private mutating func readFlowSeparator(_ top: Int) {
    if frames[top].kind == .flowPair { return close(end: contentEnd) }
    switch input[pos] {
    case Byte.comma:
      frames[top].state = .entry
      readIndicator()
    case Byte.closeBracket, Byte.closeBrace: readClosingBracket(top)
    case Byte.colon
    where frames[top].kind == .flowSequence && (isJSONLike || !input.isPlainSafe(pos + 1, inFlow: true)):
      // The entry ended with a closing bracket: only now the `:` after it can be seen.
      if frames[top].entryNode >= 0, input.skippingBlanks(contentEnd) == pos { return readPair(top) }
      reportSeparator(top)
    default: reportSeparator(top)
    }
  }

  /// Closes the innermost collection at its bracket.
  private mutating func readClosingBracket(_ top: Int) {
    let isBracket = input[pos] == Byte.closeBracket
    if isBracket != (frames[top].kind == .flowSequence) { reportWrongBracket(top) }
    readIndicator()
    isJSONLike = true
    close(end: pos)
  }

  /// Reads one node inside brackets; for a collection only its opening.
  private mutating func readFlowNode() {
    let indent = frames[frames.count - 1].indent
    var pending = Pending()
    let start = pos
    isJSONLike = false
    while input[pos].isPropertySign {
      readProperties(into: &pending, inFlow: true)
      if !skipFlowBlanks(indent: indent) { return appendAbsent(at: start, pending) }
    }
    switch input[pos] {
    case Byte.openBracket, Byte.openBrace: openFlow(indent: indent, pending)
    case Byte.asterisk: readAlias(pending)
    case Byte.doubleQuote, Byte.singleQuote:
      let scalar = scanQuoted(indent: indent)
      token(.scalar, scalar.start, scalar.tokenEnd)
      append(scalar, pending)
      isJSONLike = true
    default:
      if isFlowEnd(pos) { return appendAbsent(at: pending.isEmpty ? pos : pending.end, pending) }
      let canStart = input.canStartPlain(at: pos, inFlow: true)
      let scalar = scanFlowPlain(indent: indent)
      token(.scalar, scalar.start, scalar.end)
      if !canStart { reportPlainStart(scalar, canQuote: false) }
      append(scalar, pending)
    }
  }
}

extension Frame.Kind {
  /// Whether the collection is in brackets.
  var isFlow: Bool { self == .flowSequence || self == .flowMapping || self == .flowPair }
}
