import DataTree
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

/// What is known of a node when its content comes.
struct Slot {
  /// The node's lines are indented by more than this.
  @Offset var indent: Int
  let place: Place
  /// The anchor and tag on the lines before the content's.
  let outer: Pending
  /// The anchor and tag on the content's own line.
  let pending: Pending
  /// Whether a block collection may start here.
  let canStartBlock: Bool
  /// Whether the content is the first on its line.
  let isNewLine: Bool
  /// Where the content starts, with its own anchor and tag.
  @Offset var start: Int
  /// The start of the line of `start`.
  @Offset var line: Int
}

// Nodes of block collections and documents (YAML 1.2.2, 8.2.3).
extension Parser {
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
      guard input[pos].isPropertySign else { break }
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
    readContent(
      Slot(
        indent: indent, place: place, outer: outer, pending: pending, canStartBlock: canStartBlock,
        isNewLine: isNewLine, start: pending.isEmpty ? pos : pending.start, line: lineStart))
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
  private mutating func readContent(_ slot: Slot) {
    let byte = input[pos]
    switch byte {
    case Byte.dash where input.isBlankOrEnd(pos + 1):
      checkBlockStart(slot)
      return openSequence(joined(slot))
    case Byte.question where input.isBlankOrEnd(pos + 1) && (slot.canStartBlock || slot.place != .implicitValue):
      checkBlockStart(slot)
      open(.blockMapping, at: pos, indent: pos - lineStart, joined(slot))
      if isAtBoundary { return }
      column = pos - lineStart
      return readEntry(frames.count - 1, isDash: false)
    case Byte.bar, Byte.greater:
      return append(scanBlockScalar(indent: slot.indent), joined(slot))
    default: break
    }
    var inline = readInline(slot.pending, indent: slot.indent, isKey: false)
    guard let colon = input.valueIndicator(after: pos), !(inline.isMultiline && !slot.canStartBlock) else {
      return finishValue(inline, slot)
    }
    if !slot.canStartBlock, readColonInValue(&inline, colon, slot) { return finishValue(inline, slot) }
    if slot.isNewLine, isTabbed { takeTabs(at: slot.start) }
    let keyColumn = slot.isNewLine ? column : slot.start - slot.line
    if inline.node >= 0 {
      openMapping(around: inline.node, .blockMapping, at: slot.start, indent: keyColumn, slot.outer)
    } else {
      open(.blockMapping, at: slot.start, indent: keyColumn, slot.outer)
      if isAtBoundary { return }
      if let scalar = inline.scalar { append(scalar, slot.pending) } else { appendAbsent(at: colon, slot.pending) }
    }
    frames[frames.count - 1].count = 1
    expect(.implicitValue, frames.count - 1)
    if isAtBoundary { return }
    checkKey(inline, start: slot.start, colon: colon)
    pos = colon
    readIndicator()
  }

  /// Makes a node of content that turned out to be no key.
  private mutating func finishValue(_ inline: Inline, _ slot: Slot) {
    if inline.node >= 0 {
      if takeAsText(inline, slot) { return }
      suspectTemplate(inline, slot)
      addProperties(slot.outer, to: inline.node)
    } else if let scalar = inline.scalar {
      if scalar.style == .plain {
        if slot.canStartBlock, restart(scalar, slot) { return }
        suspectPlain(scalar, slot)
      }
      append(scalar, joined(slot))
    } else {
      let pending = joined(slot)
      appendAbsent(at: pending.isEmpty ? pos : pending.end, pending)
    }
  }

  /// The anchor and tag of the content's own line together with those of the lines before.
  @inline(__always) mutating func joined(_ slot: Slot) -> Pending {
    slot.pending.isEmpty ? slot.outer : merged(slot)
  }

  private mutating func merged(_ slot: Slot) -> Pending {
    var pending = slot.pending
    var outer = slot.outer
    merge(&pending, into: &outer)
    return outer
  }

  /// Gives the node at `index`, which has the properties of its own line, those of the lines before.
  private mutating func addProperties(_ outer: Pending, to index: Int) {
    guard !outer.isEmpty, index < nodes.count else { return }
    if nodes[index].kind == .alias {
      report(.propertyOnAlias, outer.start, outer.end)
      return
    }
    guard nodes[index].hasProperties, let place = properties.lastIndex(where: { $0.node.index == index }) else {
      return store(outer, index)
    }
    let own = properties[place]
    if outer.anchor != nil, let anchor = own.anchor {
      report(.repeatedProperty, anchor.start, anchor.end, related: outer.anchor)
    } else if outer.tag != nil, let tag = own.tag {
      report(.repeatedProperty, tag.start, tag.end, related: outer.tag)
    } else {
      properties.remove(at: place)
      store(outer, index)
      properties[place].anchor = properties[place].anchor ?? own.anchor
      properties[place].tag = properties[place].tag ?? own.tag
      properties[place].resolvedTag = properties[place].resolvedTag ?? own.resolvedTag
    }
  }

  /// Reads what stands on one line as a value or a key: a scalar, an alias, a collection in brackets, or nothing.
  ///
  /// A scalar is not a node yet, since it may be the first key of a mapping.
  mutating func readInline(_ pending: Pending, indent: Int, isKey: Bool) -> Inline {
    var inline = Inline(start: pos)
    switch input[pos] {
    case Byte.asterisk:
      if let key = readStarredKey() {
        inline.scalar = key
      } else if !isKey, let text = readStars(indent: indent) {
        inline.scalar = text
      } else {
        inline.node = nodes.count
        readAlias(pending)
      }
    case Byte.doubleQuote, Byte.singleQuote:
      let scalar = scanQuoted(indent: indent)
      token(.scalar, scalar.start, scalar.tokenEnd)
      inline.isMultiline = scalar.isMultiline
      inline.scalar = scalar
    case Byte.openBrace where isTemplate(at: pos): inline.scalar = readTemplate(indent: indent)
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
      let canStart = input.canStartPlain(at: pos, inFlow: false)
      let scalar = scanPlain(indent: indent, isKey: isKey)
      token(.scalar, scalar.start, scalar.end)
      if !canStart { reportPlainStart(scalar, canQuote: !isKey) }
      inline.isMultiline = scalar.isMultiline
      inline.scalar = scalar
    }
    inline.end = pos
    return inline
  }
}

/// Content on a line that may be a key or a value.
struct Inline {
  /// The scalar, which is no node yet.
  var scalar: ScalarScan?
  /// Whether there is nothing before the `:`.
  var isAbsent = false
  /// Whether it goes over more than one line.
  var isMultiline = false
  @Offset var start: Int
  @Offset var end = 0
  /// The place of an alias or a collection in brackets in the nodes; -1 for anything else.
  @Offset var node = -1

  init(start: Int) { self.start = start }
}
