import SourceText

// What happens at a mistake: one error, as much of the text as possible still read (no section of the standard).
extension Parser {
  // MARK: Indentation

  /// Takes the tabs before the token at `start` for two spaces each, and remembers them as a mistake.
  mutating func takeTabs(at start: Int) {
    var tabs = 0
    var index = start
    while index > 0, input[index - 1].isBlank { index -= 1 }
    let first = index
    while index < start {
      if input[index] == Byte.tab { tabs += 1 }
      index += 1
    }
    tabRanges.append(ByteRange(first, start))
    column = start - first - tabs + 2 * tabs
    lineStart = start - column
    isTabbed = false
  }

  mutating func takeTabs() { takeTabs(at: pos) }

  /// Reports all lines that are indented with tabs as one mistake, with one fix.
  mutating func reportTabs() {
    guard let first = tabRanges.first else { return }
    var edits: [Edit] = []
    for range in tabRanges.prefix(1_000) {
      var spaces: [UInt8] = []
      for byte in input.bytes(range.start, range.end) {
        spaces += byte == Byte.tab ? [Byte.space, Byte.space] : [Byte.space]
      }
      edits.append(Edit(range, spaces))
    }
    let applicability: Applicability = errors.isEmpty ? .safe : .unsafe
    errors.append(
      YAMLError(.tabIndentation, first, fix: Fix(YAMLErrorCode.tabsTitle, applicability, edits)))
  }

  /// Whether a line at the column of a list and without a dash is one of its items; it is not if it is a key that
  /// the mapping around can take.
  mutating func keepsInSequence(_ top: Int, _ base: Int) -> Bool {
    if top > base, frames[top - 1].kind == .blockMapping, looksLikeStructure(at: pos) { return false }
    if input[pos] == Byte.dash {
      report(
        .missingSpaceAfterDash, pos, pos + 1,
        fix: Fix(YAMLErrorCode.spaceTitle, .safe, .insertion(" ", at: pos + 1)))
      token(.skipped, pos, pos + 1)
      pos += 1
    } else {
      report(
        .missingDash, pos, textEnd(pos), fix: Fix(YAMLErrorCode.dashTitle, .unsafe, .insertion("- ", at: pos)))
    }
    return true
  }

  /// The end of the text on the line of `index`, without blanks at its end and without its comment.
  func textEnd(_ index: Int) -> Int {
    plainLineEnd(from: index, inFlow: false, colonEnds: false).end
  }

  /// Reads an entry whose column is that of no open collection: in the innermost one that it fits.
  mutating func readMisplacedEntry(_ top: Int, _ base: Int, isDash: Bool) {
    let fits: (Frame.Kind) -> Bool = { ($0 == .blockSequence) == isDash }
    var target = top
    if !fits(frames[top].kind), top > base, fits(frames[top - 1].kind) { target = top - 1 }
    guard fits(frames[target].kind), isDash || looksLikeStructure(at: pos) else {
      let code: YAMLErrorCode =
        isDash ? .unexpectedDash : frames[top].kind == .blockSequence ? .missingDash : .missingColon
      return skipLines(code, deeperThan: frames[top].current)
    }
    if target < top {
      if frames[top].state == .explicitKey { appendAbsent(at: contentEnd, Pending()) }
      close(end: contentEnd)
    }
    let indentation = ByteRange(lineStart, pos)
    let spaces = String(repeating: " ", count: frames[target].indent)
    report(
      .badIndentation, column == 0 ? pos : lineStart, column == 0 ? pos + 1 : pos,
      related: ByteRange(Int(nodes[frames[target].node].start), Int(nodes[frames[target].node].start) + 1),
      fix: Fix(YAMLErrorCode.indentTitle, .unsafe, Edit(indentation, spaces)))
    readEntry(target, isDash: isDash)
  }

  /// Passes over the line at `pos` and the lines below it that are indented by more than `indent`, with one error.
  mutating func skipLines(_ code: YAMLErrorCode, deeperThan indent: Int? = nil, reports: Bool = true) {
    let indent = indent ?? column
    if reports { report(code, pos, textEnd(pos)) }
    repeat {
      let end = input.trimmingBlanks(pos, input.lineEnd(pos))
      token(.skipped, pos, end)
      pos = input.lineEnd(pos)
      nextToken()
    } while column > indent
  }

  // MARK: Lines without a colon

  /// Whether the line at `pos` is a directive inside a document.
  func isSkippedLine() -> Bool { input[pos] == Byte.percent && column == 0 }

  /// Deals with a line of a mapping that is no `key: value`.
  mutating func reportMissingColon(from start: Int, _ inline: Inline, errorsBefore: Int) {
    let top = frames.count - 1
    if errors.count == errorsBefore, let scalar = inline.scalar, scalar.style == .plain,
      let colon = gluedColon(in: scalar)
    {
      var key = scalar
      key.end = input.trimmingBlanks(scalar.start, colon)
      append(key, Pending())
      retractTokens(to: key.start)
      token(.scalar, key.start, key.end)
      token(.indicator, colon, colon + 1)
      pos = colon + 1
      let space = unicodeSpaceLength(at: pos)
      if space > 0 {
        report(
          .nonBreakingSpace, pos, pos + space,
          fix: Fix(YAMLErrorCode.plainSpaceTitle, .safe, Edit(ByteRange(pos, pos + space), " ")))
        token(.skipped, pos, pos + space)
        pos += space
      } else {
        report(
          .missingSpaceAfterColon, colon, colon + 1,
          fix: Fix(YAMLErrorCode.spaceTitle, .safe, .insertion(" ", at: pos)))
      }
      contentEnd = pos
      frames[top].count += 1
      frames[top].place = .implicitValue
      frames[top].state = .value
      return
    }
    if errors.count == errorsBefore { report(.missingColon, start, max(textEnd(start), start + 1)) }
    let rest = input.trimmingBlanks(pos, input.lineEnd(pos))
    token(.skipped, pos, rest)
    pos = input.lineEnd(pos)
    let indent = frames[top].current
    nextToken()
    while column > indent { skipLines(.missingColon, deeperThan: indent, reports: false) }
  }

  /// The colon of a `key:value` that lacks its space: after a word, and not the one of an address.
  private func gluedColon(in scalar: ScalarScan) -> Int? {
    var index = scalar.start
    while index < scalar.end, input[index].isWord || input[index] == Byte.underscore || input[index] == Byte.space {
      index += 1
    }
    guard index > scalar.start, input[index] == Byte.colon, index + 1 < scalar.end, input[index + 1] != Byte.slash
    else { return nil }
    return index
  }

  /// The number of bytes of a space that is not YAML's, at `index`; 0 where there is none.
  func unicodeSpaceLength(at index: Int) -> Int {
    switch (input[index], input[index + 1], input[index + 2]) {
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): 3
    default: 0
    }
  }

  /// Whether a lone text above a mapping was passed over, with an error, so that the mapping takes its place.
  mutating func restart(_ scalar: ScalarScan, indent: Int) -> Bool {
    guard input.isBreakOrEnd(input.skippingBlanks(pos)),
      let line = continuation(after: input.lineEnd(pos), indent: indent),
      input[plainLineEnd(from: line.text, inFlow: false).stop] == Byte.colon
    else { return false }
    report(.missingColon, scalar.start, textEnd(scalar.start))
    nextToken()
    return true
  }

  // MARK: Several things on one line

  /// Reports a `-` or `?` where no collection may start; it is read as one all the same.
  mutating func checkBlockStart(_ canStartBlock: Bool, _ isNewLine: Bool, _ place: Place, _ pending: Pending) {
    if isNewLine, isTabbed { takeTabs() }
    if !pending.isEmpty {
      report(.propertyBeforeCollection, pending.start, pending.end, related: ByteRange(pos, pos + 1))
    } else if !canStartBlock {
      if input[pos - 1] == Byte.tab {
        reportInnerTabs(before: pos)
      } else if place == .afterMarker {
        report(.keyOnMarkerLine, pos, textEnd(pos))
      } else {
        report(.dashOnKeyLine, pos, pos + 1)
      }
    }
  }

  /// Reports the tabs between an indicator and a collection on the same line.
  private mutating func reportInnerTabs(before index: Int) {
    var start = index
    while input[start - 1].isBlank { start -= 1 }
    tabRanges.append(ByteRange(start, index))
  }

  /// Reads a value that holds another `: `; `nil` where the value is a mapping that stands in a wrong place.
  mutating func readColonInValue(
    _ inline: Inline, _ colon: Int, indent: Int, _ place: Place
  ) -> Inline? {
    if place == .afterMarker {
      report(.keyOnMarkerLine, inline.start, textEnd(inline.start))
      return nil
    }
    if place != .implicitValue, input[inline.start - 1] == Byte.tab {
      reportInnerTabs(before: inline.start)
      return nil
    }
    guard let first = inline.scalar, first.style == .plain else { return inline }
    pos = first.start
    let end = textEnd(pos)
    report(.colonInValue, colon, colon + 1, fix: quoting(first.start, end, colon: colon))
    retractTokens(to: first.start)
    let scalar = scanPlain(indent: indent, isKey: false, colonEnds: false)
    token(.scalar, scalar.start, scalar.end)
    var value = inline
    value.scalar = scalar
    value.isMultiline = scalar.isMultiline
    value.end = pos
    return value
  }

  /// The fix that puts the text from `start` to `end` in quotes.
  ///
  /// It is safe for prose: a text with a blank before its first `: `. A lone word there may be a key.
  func quoting(_ start: Int, _ end: Int, colon: Int) -> Fix? {
    let text = input.bytes(start, end)
    let hasApostrophe = text.contains(Byte.singleQuote)
    if hasApostrophe, text.contains(Byte.doubleQuote) || text.contains(Byte.backslash) { return nil }
    let isProse = input.bytes(start, colon).contains { $0.isBlank } || colon == end
    let quote = hasApostrophe ? "\"" : "'"
    return Fix(
      YAMLErrorCode.quoteTitle, isProse ? .safe : .unsafe,
      [.insertion(quote, at: start), .insertion(quote, at: end)])
  }

  /// Passes over text after a complete value.
  mutating func skipTrailingText() {
    let end = textEnd(pos)
    let last = input[contentEnd - 1]
    let byte = input[pos]
    if byte == Byte.hash {
      report(.commentNeedsSpace, pos, pos + 1, fix: Fix(YAMLErrorCode.spaceTitle, .safe, .insertion(" ", at: pos)))
      return readComment()
    }
    if byte == Byte.comma, end == pos + 1 {
      report(
        .trailingComma, pos, end, fix: Fix(YAMLErrorCode.deleteCommaTitle, .safe, .deletion(ByteRange(pos, end))))
    } else if byte == Byte.closeBracket || byte == Byte.closeBrace {
      report(
        .extraBracket, pos, pos + 1,
        fix: end == pos + 1 ? Fix(YAMLErrorCode.deleteBracketTitle, .unsafe, .deletion(ByteRange(pos, end))) : nil)
    } else if last == Byte.singleQuote || last == Byte.doubleQuote {
      reportAfterQuote(end)
    } else if last == Byte.closeBracket || last == Byte.closeBrace {
      report(.textAfterFlow, pos, end)
    } else if nodes.last?.kind == .alias {
      report(.textAfterAlias, pos, end)
    } else {
      report(.unexpectedCharacter, pos, end)
    }
    let rest = input.trimmingBlanks(pos, input.lineEnd(pos))
    token(.skipped, pos, rest)
    pos = input.lineEnd(pos)
  }

  /// Reports text after a closing quote; the quote may have been meant as an apostrophe or as text.
  private mutating func reportAfterQuote(_ end: Int) {
    let quote = input[contentEnd - 1]
    let isSingle = quote == Byte.singleQuote
    guard end > pos, input[end - 1] == quote, let last = nodes.indices.last, nodes[last].kind == .scalar,
      Int(nodes[last].end) == contentEnd
    else { return report(.textAfterQuote, pos, end) }
    var edits: [Edit] = []
    for index in contentEnd - 1..<end - 1 where input[index] == quote {
      edits.append(.insertion(isSingle ? "'" : "\\", at: index))
    }
    report(
      isSingle ? .apostropheInQuotes : .quoteInQuotes, contentEnd - 1, contentEnd,
      related: ByteRange(Int(nodes[last].start), Int(nodes[last].start) + 1),
      fix: Fix(isSingle ? YAMLErrorCode.doubleApostropheTitle : YAMLErrorCode.escapeQuoteTitle, .unsafe, edits))
    nodes[last].end = UInt32(clamping: end)
    contentEnd = end
  }

  /// Reports a character that cannot start a value.
  mutating func reportPlainStart(inFlow: Bool = false) {
    let byte = input[pos]
    let end = inFlow ? pos + 1 : textEnd(pos)
    switch byte {
    case Byte.at, Byte.backtick, Byte.percent:
      report(.reservedCharacter, pos, pos + 1, fix: inFlow ? nil : quoting(pos, end, colon: end))
    case Byte.closeBracket, Byte.closeBrace: report(.extraBracket, pos, pos + 1)
    case Byte.dash: report(.unexpectedDash, pos, pos + 1)
    default: report(.unexpectedCharacter, pos, pos + 1)
    }
  }

  // MARK: Brackets

  /// Reports brackets that are never closed, at the innermost one.
  mutating func reportUnclosedFlow(_ base: Int) {
    var closing = ""
    var opening = contentEnd
    for frame in frames[base...].reversed() where frame.kind != .flowPair {
      if closing.isEmpty { opening = Int(nodes[frame.node].start) }
      closing += frame.kind == .flowSequence ? "]" : "}"
    }
    report(
      .unclosedFlow, opening, opening + 1,
      fix: Fix(YAMLErrorCode.closeBracketTitle, .unsafe, .insertion(closing, at: contentEnd)))
  }

  /// Reports `]` for `}` or the reverse; the collection ends there.
  mutating func reportWrongBracket(_ top: Int) {
    let opening = Int(nodes[frames[top].node].start)
    let expected = frames[top].kind == .flowSequence ? "]" : "}"
    report(
      .wrongBracket, pos, pos + 1, related: ByteRange(opening, opening + 1),
      fix: Fix(YAMLErrorCode.closeBracketTitle, .unsafe, Edit(ByteRange(pos, pos + 1), expected)))
  }

  /// Reports an entry that no comma parts from the one before; it is read as the next one.
  mutating func reportSeparator(_ top: Int) {
    report(
      .missingComma, pos, pos + 1, fix: Fix(YAMLErrorCode.commaTitle, .unsafe, .insertion(",", at: contentEnd)))
    frames[top].state = .entry
  }

  // MARK: Merge conflicts

  /// Passes over a marker of an unresolved merge at the start of a line, and over the second version of the text.
  mutating func skipConflict() -> Bool {
    let byte = input[pos]
    guard isConflictMarker(at: pos) else { return false }
    let start = pos
    var end = input.lineEnd(pos)
    if byte == Byte.less {
      report(.mergeConflict, start, input.trimmingBlanks(start, end))
      isInConflict = true
    } else {
      var line = pos
      // Only the first version is read, or every key of the second would be a duplicate.
      while line < input.end {
        if input[line] == Byte.greater, isConflictMarker(at: line) {
          end = input.lineEnd(line)
          break
        }
        line = input.skippingBreak(input.lineEnd(line))
      }
      isInConflict = false
    }
    token(.skipped, start, input.trimmingBlanks(start, end))
    pos = end
    return true
  }

  private func isConflictMarker(at index: Int) -> Bool {
    let byte = input[index]
    for offset in 1..<7 where input[index + offset] != byte { return false }
    return input.isBlankOrEnd(index + 7)
  }
}
