import SourceText

/// Where a node stands, which tells what may be written there.
enum Place {
  /// At the start of a document's first line, or after `---` on its line.
  case root, afterMarker
  /// After `- `, or after `? ` and `: ` of a pair with an explicit key: a collection may start on the same line.
  case sequenceEntry, explicitKey, explicitValue
  /// After `key:`
  case implicitValue
}

// Block collections (YAML 1.2.2, 8.2).
extension Parser {
  /// Reads the collections above frame `base` until they are closed.
  mutating func readCollections(above base: Int) {
    while frames.count > base {
      let top = frames.count - 1
      if frames[top].state == .value {
        let place = frames[top].place
        frames[top].state = place == .explicitKey ? .explicitKey : .entry
        readNode(indent: frames[top].current, place, absentAt: pos)
      } else {
        readNextEntry(base)
      }
    }
  }

  /// Goes to the next line of the innermost collection: reads its next entry, or closes it.
  private mutating func readNextEntry(_ base: Int) {
    if !atToken { finishLine() }
    let top = frames.count - 1
    let parent = top > base ? frames[top - 1].current : -1
    let isDash = input[pos] == Byte.dash && input.isBlankOrEnd(pos + 1)
    if isTabbed, !isAtBoundary { takeTabs() }
    if column < 0 || column < parent {
      closeBlock()
    } else if column == frames[top].indent || column == frames[top].current {
      let isSequence = frames[top].kind == .blockSequence
      if isSequence, !isDash, column == parent || !keepsInSequence(top, base) {
        closeBlock()
      } else {
        readEntry(top, isDash: isDash)
      }
    } else if column <= parent {
      closeBlock()
    } else {
      readMisplacedEntry(top, base, isDash: isDash)
    }
  }

  /// Closes the innermost block collection where its last child ends.
  private mutating func closeBlock() {
    let top = frames.count - 1
    if frames[top].state == .explicitKey { appendAbsent(at: contentEnd, Pending()) }
    close(end: contentEnd)
  }

  /// Reads one entry of the innermost collection at `pos`.
  mutating func readEntry(_ top: Int, isDash: Bool) {
    frames[top].current = column
    if frames[top].kind == .blockSequence {
      if isDash {
        readDash(top)
      } else {
        frames[top].count += 1
        readNode(indent: column - 1, .sequenceEntry, absentAt: pos)
      }
      return
    }
    if frames[top].state == .explicitKey {
      frames[top].state = .entry
      if input[pos] == Byte.colon, input.isBlankOrEnd(pos + 1) {
        readIndicator()
        return expect(.explicitValue, top)
      }
      appendAbsent(at: contentEnd, Pending())
    }
    if input[pos] == Byte.question, input.isBlankOrEnd(pos + 1) {
      frames[top].count += 1
      readIndicator()
      expect(.explicitKey, top)
    } else {
      readImplicitKey(top, isDash: isDash)
    }
  }

  /// Reads `- ` and the entry after it.
  private mutating func readDash(_ top: Int) {
    frames[top].count += 1
    readIndicator()
    expect(.sequenceEntry, top)
  }

  /// Has the node at `pos` read next, as `place` of the collection `frames[top]`; nesting costs no call depth so.
  private mutating func expect(_ place: Place, _ top: Int) {
    frames[top].place = place
    frames[top].state = .value
  }

  /// Takes the one-byte indicator at `pos`.
  mutating func readIndicator() {
    token(.indicator, pos, pos + 1)
    pos += 1
    contentEnd = pos
    atToken = false
  }

  /// Reads `key:` at `pos` in the mapping `frames[top]`; its value comes next.
  private mutating func readImplicitKey(_ top: Int, isDash: Bool) {
    if isDash || isSkippedLine() {
      skipLines(isDash ? .unexpectedDash : .directiveInDocument)
      return
    }
    let indent = column
    let nodeCount = nodes.count
    let errorCount = errors.count
    atToken = false
    var pending = Pending()
    let start = pos
    readProperties(into: &pending, inFlow: false)
    let key = readInline(pending, indent: indent, isKey: true)
    guard let colon = valueIndicator(after: key) else {
      dropNodes(from: nodeCount)
      reportMissingColon(from: start, key, errorsBefore: errorCount)
      return
    }
    if let scalar = key.scalar { append(scalar, pending) }
    if key.isAbsent { appendAbsent(at: colon, pending) }
    checkKey(key, start: start, colon: colon)
    pos = colon
    readIndicator()
    frames[top].count += 1
    expect(.implicitValue, top)
  }

  /// Where the `:` after a key is, with blanks only before it on the line.
  func valueIndicator(after inline: Inline) -> Int? {
    let colon = input.skippingBlanks(pos)
    guard input[colon] == Byte.colon, input.isBlankOrEnd(colon + 1) else { return nil }
    return colon
  }

  /// Reports a key over several lines or over 1,024 characters (7.4.2, 8.2.2).
  mutating func checkKey(_ key: Inline, start: Int, colon: Int) {
    if key.isMultiline { return report(.multilineKey, key.start, key.end, related: ByteRange(colon, colon + 1)) }
    guard colon - start > 1_024 else { return }
    var count = 0
    for index in start..<colon where input[index] & 0xC0 != 0x80 { count += 1 }
    if count > 1_024 { report(.keyTooLong, start, colon) }
  }

  // MARK: Nodes

  /// Reads the node after an indicator, or at the start of a document. Its lines are indented by more than `indent`.
  /// An absent node stands at `absentAt`.
  mutating func readNode(indent: Int, _ place: Place, absentAt: Int) {
    var outer = Pending()
    var pending = Pending()
    var canStartBlock = place == .sequenceEntry || place == .explicitKey || place == .explicitValue
    var isNewLine = place == .root || atToken
    if !isNewLine {
      let blanks = pos
      pos = input.skippingSpaces(pos)
      if input[pos] == Byte.tab {
        pos = input.skippingBlanks(pos)
        canStartBlock = false
      }
      if input[pos] == Byte.hash ? pos > blanks : input.isBreakOrEnd(pos) {
        if input[pos] == Byte.hash { readComment() }
        nextToken()
        isNewLine = true
      }
    }
    while true {
      if isNewLine {
        if !isInside(indent, place) { return appendAbsent(at: absentAt, outer) }
        atToken = false
        canStartBlock = true
      }
      let byte = input[pos]
      guard byte == Byte.ampersand || byte == Byte.exclamation else { break }
      let start = pos
      readProperties(into: &pending, inFlow: false)
      let isComment = input[pos] == Byte.hash && pos > start && input[pos - 1].isBlank
      guard isComment || input.isBreakOrEnd(pos) else { break }
      if isComment { readComment() }
      merge(&pending, into: &outer)
      nextToken()
      isNewLine = true
    }
    if place == .implicitValue || place == .afterMarker || place == .explicitValue || place == .explicitKey,
      isNewLine, column == indent
    {
      // Only the dash of a list may stand there.
      return openSequence(outer)
    }
    readContent(indent: indent, place, outer: outer, pending, canStartBlock: canStartBlock, isNewLine: isNewLine)
  }

  /// Whether the token at the start of a line still belongs to the node that is awaited.
  private mutating func isInside(_ indent: Int, _ place: Place) -> Bool {
    if isAtBoundary { return false }
    if isTabbed, column <= indent {
      takeTabs()
    }
    if column > indent { return true }
    // A list may stand at the column of its key (8.2.1).
    let isDash = input[pos] == Byte.dash && input.isBlankOrEnd(pos + 1)
    return isDash && column == indent && place != .sequenceEntry && place != .root && indent >= 0
  }

  /// Adds the anchor and tag of a line of their own to those of the lines before.
  private mutating func merge(_ pending: inout Pending, into outer: inout Pending) {
    if let anchor = pending.anchor {
      if let first = outer.anchor { report(.repeatedProperty, anchor.start, anchor.end, related: first) }
      outer.anchor = anchor
    }
    if let tag = pending.tag {
      if let first = outer.tag { report(.repeatedProperty, tag.start, tag.end, related: first) }
      outer.tag = tag
    }
    pending = Pending()
  }

  private mutating func openSequence(_ pending: Pending) {
    open(.blockSequence, at: pos, indent: pos - lineStart, pending)
    if !isAtBoundary { readDash(frames.count - 1) }
  }

  /// Reads the content of a node after its anchor and tag.
  private mutating func readContent(
    indent: Int, _ place: Place, outer: Pending, _ pending: Pending, canStartBlock: Bool, isNewLine: Bool
  ) {
    var outer = outer
    var pending = pending
    let byte = input[pos]
    switch byte {
    case Byte.dash where input.isBlankOrEnd(pos + 1), Byte.question where input.isBlankOrEnd(pos + 1):
      checkBlockStart(canStartBlock, isNewLine, place, pending)
      merge(&pending, into: &outer)
      if byte == Byte.dash { return openSequence(outer) }
      open(.blockMapping, at: pos, indent: pos - lineStart, outer)
      if isAtBoundary { return }
      column = pos - lineStart
      return readEntry(frames.count - 1, isDash: false)
    case Byte.bar, Byte.greater:
      merge(&pending, into: &outer)
      return append(scanBlockScalar(indent: indent), outer)
    default: break
    }
    let nodeCount = nodes.count
    let start = pending.isEmpty ? pos : pending.start
    let inline = readInline(pending, indent: indent, isKey: false)
    guard let colon = valueIndicator(after: inline), !(inline.isMultiline && !canStartBlock) else {
      return finishValue(inline, indent: indent, place, outer: outer, pending, canStartBlock, isNewLine)
    }
    if !canStartBlock, let value = readColonInValue(inline, colon, indent: indent, place) {
      return finishValue(value, indent: indent, place, outer: outer, pending, canStartBlock, isNewLine)
    }
    if isNewLine, isTabbed { takeTabs(at: start) }
    let keyColumn = isNewLine ? column : start - lineStart
    if let scalar = inline.scalar {
      open(.blockMapping, at: start, indent: keyColumn, outer)
      if isAtBoundary { return }
      append(scalar, pending)
    } else if inline.isAbsent {
      open(.blockMapping, at: start, indent: keyColumn, outer)
      if isAtBoundary { return }
      appendAbsent(at: colon, pending)
    } else {
      openMapping(around: nodeCount, .blockMapping, at: start, indent: keyColumn, outer)
    }
    frames[frames.count - 1].count = 1
    frames[frames.count - 1].state = .value
    if isAtBoundary { return }
    checkKey(inline, start: start, colon: colon)
    pos = colon
    readIndicator()
  }

  /// Makes a node of content that turned out to be no key.
  private mutating func finishValue(
    _ inline: Inline, indent: Int, _ place: Place, outer: Pending, _ pending: Pending, _ canStartBlock: Bool,
    _ isNewLine: Bool
  ) {
    if inline.node >= 0 { return addProperties(outer, to: inline.node) }
    var outer = outer
    var pending = pending
    merge(&pending, into: &outer)
    if let scalar = inline.scalar {
      if scalar.style == .plain, canStartBlock, restart(scalar, indent: indent) {
        return readNode(indent: indent, .root, absentAt: pos)
      }
      append(scalar, outer)
    } else {
      appendAbsent(at: outer.isEmpty ? pos : outer.end, outer)
    }
  }

  /// Gives the node at `index`, which has the properties of its own line, those of the lines before.
  private mutating func addProperties(_ outer: Pending, to index: Int) {
    guard !outer.isEmpty, index < nodes.count else { return }
    if nodes[index].kind == .alias {
      report(.propertyOnAlias, outer.start, outer.end)
      return
    }
    let place = Int(nodes[index].properties)
    guard place >= 0 else {
      nodes[index].properties = Int32(clamping: store(outer, index))
      return
    }
    let own = properties[place]
    if outer.anchor != nil, let anchor = own.anchor {
      report(.repeatedProperty, anchor.start, anchor.end, related: outer.anchor)
    } else if outer.tag != nil, let tag = own.tag {
      report(.repeatedProperty, tag.start, tag.end, related: outer.tag)
    } else {
      let added = store(outer, index)
      properties[added].anchor = properties[added].anchor ?? own.anchor
      properties[added].tag = properties[added].tag ?? own.tag
      properties[added].resolvedTag = properties[added].resolvedTag ?? own.resolvedTag
      nodes[index].properties = Int32(clamping: added)
    }
  }

  /// Reads what stands on one line as a value or a key: a scalar, an alias, a collection in brackets, or nothing.
  ///
  /// A scalar is not a node yet, since it may be the first key of a mapping.
  mutating func readInline(_ pending: Pending, indent: Int, isKey: Bool) -> Inline {
    var inline = Inline(start: pos)
    switch input[pos] {
    case Byte.asterisk:
      inline.node = nodes.count
      readAlias(pending)
    case Byte.doubleQuote, Byte.singleQuote:
      let scalar = scanQuoted(indent: indent)
      token(.scalar, scalar.start, scalar.end)
      inline.isMultiline = scalar.isMultiline
      inline.scalar = scalar
    case Byte.openBracket, Byte.openBrace:
      inline.node = nodes.count
      let line = lineStart
      readFlowCollection(indent: indent, pending)
      inline.isMultiline = lineStart != line
    case Byte.colon where input.isBlankOrEnd(pos + 1): inline.isAbsent = true
    default:
      if input.isBreakOrEnd(pos) {
        inline.isAbsent = true
        break
      }
      if !canStartPlain(at: pos, inFlow: false) { reportPlainStart() }
      let scalar = scanPlain(indent: indent, isKey: isKey)
      token(.scalar, scalar.start, scalar.end)
      inline.isMultiline = scalar.isMultiline
      inline.scalar = scalar
    }
    inline.end = pos
    return inline
  }
}

/// Content on a line that may be a key or a value.
struct Inline {
  var start: Int
  var end = 0
  /// The scalar, which is no node yet.
  var scalar: ScalarScan?
  /// The place of an alias or a collection in brackets in the nodes; -1 for anything else.
  var node = -1
  /// Whether there is nothing before the `:`.
  var isAbsent = false
  /// Whether it goes over more than one line.
  var isMultiline = false

  init(start: Int) { self.start = start }
}
