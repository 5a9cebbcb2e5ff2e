import DataTree
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
    let range = tabs > 0 ? ByteRange(first, start) : indentation(before: first)
    if !range.isEmpty, tabRanges.last != range { tabRanges.append(range) }
    column = start - first - tabs + 2 * tabs
    lineStart = start - column
    isTabbed = false
  }

  mutating func takeTabs() { takeTabs(at: pos) }

  /// The blanks with a tab that the line of `index` begins with, which an anchor or a tag may part from what they are before;
  /// empty where there is none.
  private func indentation(before index: Int) -> ByteRange {
    var start = index
    while start > 0, !input[start - 1].isLineBreak { start -= 1 }
    var end = start
    while end < index, input[end].isBlank { end += 1 }
    let hasTab = (start..<end).contains { input[$0] == Byte.tab }
    return hasTab ? ByteRange(start, end) : ByteRange(at: index)
  }

  /// Whether tabs or odd spaces before the text at `index` were remembered: they are the mistake then, and what their
  /// fix gives is not sure.
  mutating func followsOddIndentation(_ index: Int) -> Bool {
    guard tabRanges.last?.end == index || oddSpaces.last?.end == index else { return false }
    isIndentationUnsure = true
    return true
  }

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
    let isSure = errors.isEmpty && oddSpaces.isEmpty && !isIndentationUnsure
    errors.append(
      YAMLError(.tabIndentation, first, fix: Fix(YAMLErrorCode.tabsTitle, isSure ? .safe : .unsafe, edits)))
  }

  /// Takes the odd spaces at `pos`, mixed with ordinary ones, for indentation; false where there are none.
  mutating func takeOddSpaces() -> Bool {
    guard options.refusesOddSpaces, !isTabbed, unicodeSpaceLength(at: pos) > 0 else { return false }
    let start = pos
    while true {
      let length = unicodeSpaceLength(at: pos)
      if length == 0, input[pos] != Byte.space { break }
      pos += max(length, 1)
      column += 1
    }
    oddSpaces.append(ByteRange(start, pos))
    token(.skipped, start, pos)
    if frames.isEmpty, lineStart == start {
      leadingOddSpaces = ByteRange(start, pos)
      column = 0
    }
    lineStart = pos - column
    return true
  }

  /// Reports all lines that are indented with odd spaces as one mistake, with one fix.
  mutating func reportOddSpaces() {
    guard let first = oddSpaces.first else { return }
    let edits = oddSpaces.prefix(1_000).map { range in
      let count = input.bytes(range.start, range.end).filter { $0 == Byte.space || $0 >= 0xC0 }.count
      return Edit(range, [UInt8](repeating: Byte.space, count: range == leadingOddSpaces ? 0 : count))
    }
    errors.append(
      YAMLError(
        .nonBreakingSpace, first,
        fix: Fix(YAMLErrorCode.plainSpaceTitle, errors.isEmpty && !isIndentationUnsure ? .safe : .unsafe, edits)))
  }

  /// Whether a line at the column of a list and without a dash is one of its items; it is not if it is a key that
  /// the mapping around can take.
  mutating func keepsInSequence(_ top: Int, _ base: Int) -> Bool {
    if top > base, frames[top - 1].kind == .blockMapping, looksLikeStructure(at: pos) { return false }
    if input[pos] == Byte.dash {
      report(
        .missingSpaceAfterDash, pos, pos + 1,
        fix: Fix(
          YAMLErrorCode.spaceTitle, isLetter(input[pos + 1]) ? .safe : .unsafe, .insertion(" ", at: pos + 1)))
      token(.skipped, pos, pos + 1)
      pos += 1
      lineStart -= 1
    } else {
      report(
        .missingDash, pos, textEnd(pos), fix: Fix(YAMLErrorCode.add("- "), .unsafe, .insertion("- ", at: pos)))
      lineStart -= 2
    }
    return true
  }

  /// The end of the text on the line of `index`, without blanks at its end and without its comment.
  func textEnd(_ index: Int) -> Int {
    input.plainLineEnd(from: index, inFlow: false, colonEnds: false).end
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
    if !followsOddIndentation(pos) {
      let spaces = String(repeating: " ", count: max(frames[target].indent, 0))
      let opening = Int(nodes[frames[target].node].start)
      // After an entry on the same line, there is nothing to indent.
      let isIndented = input.bytes(lineStart, pos) == Array(spaces.utf8)
      let fix = Fix(YAMLErrorCode.indentTitle, .unsafe, Edit(ByteRange(lineStart, pos), spaces))
      report(
        .badIndentation, column == 0 ? pos : lineStart, column == 0 ? pos + 1 : pos,
        related: ByteRange(opening, opening + 1), fix: isIndented ? nil : fix)
    }
    readEntry(target, isDash: isDash)
  }

  /// Passes over the line at `pos` and the lines below it that are indented by more than `indent`, with one error.
  mutating func skipLines(_ code: YAMLErrorCode, deeperThan indent: Int? = nil, reports: Bool = true) {
    let indent = indent ?? column
    // Lines one below the other are one mistake.
    if reports, pos != skippedUntil, !followsOddIndentation(pos) { reportNoPair(code, pos, textEnd(pos)) }
    repeat {
      let end = input.trimmingBlanks(pos, input.lineEnd(pos))
      token(.skipped, pos, end)
      pos = input.lineEnd(pos)
      nextToken()
    } while column > indent
    skippedUntil = pos
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
    let fix = Fix(YAMLErrorCode.add(closing), .unsafe, .insertion(closing, at: contentEnd))
    report(.unclosedFlow, opening, opening + 1, fix: contentEnd == openQuoteEnd ? nil : fix)
  }

  /// Reports `]` for `}` or the reverse; the collection ends there.
  mutating func reportWrongBracket(_ top: Int) {
    let opening = Int(nodes[frames[top].node].start)
    let expected = frames[top].kind == .flowSequence ? "]" : "}"
    report(
      .wrongBracket, pos, pos + 1, related: ByteRange(opening, opening + 1),
      fix: Fix(.write(expected), .unsafe, Edit(ByteRange(pos, pos + 1), expected)))
  }

  /// Reports an entry that no comma parts from the one before; it is read as the next one, or with the one before where a
  /// quote ended that too early.
  mutating func reportSeparator(_ top: Int) {
    let isGlued = pos == contentEnd && (isLetter(input[pos]) || input[pos].isDigit)
    // A pair in a list has ended with its value.
    let isOpen = frames[top].kind == .flowMapping || frames[top].entryNode == nodes.count - 1
    if isGlued, isOpen, let end = endOfQuotedEntry() {
      reportAfterQuote(end)
      token(.skipped, pos, end)
      pos = end
      return
    }
    frames[top].state = .entry
    if input[pos] == Byte.semicolon {
      report(.missingComma, pos, pos + 1, fix: Fix(.write(","), .unsafe, Edit(ByteRange(pos, pos + 1), ",")))
      token(.skipped, pos, pos + 1)
      pos += 1
    } else if contentEnd != openQuoteEnd {
      // What follows a quote without a blank may be part of the text in the quotes.
      let fix = isGlued ? nil : Fix(YAMLErrorCode.add(","), .unsafe, .insertion(",", at: contentEnd))
      report(.missingComma, pos, pos + 1, fix: fix)
    }
  }

  /// Where the entry before ends if the quote before `pos` is text, as in `['l'atelier', b]`: at the next quote of the kind
  /// that ends an entry.
  private func endOfQuotedEntry() -> Int? {
    let quote = input[contentEnd - 1]
    guard quote == Byte.doubleQuote || quote == Byte.singleQuote else { return nil }
    var index = pos
    while !input.isBreakOrEnd(index), !input[index].isFlowIndicator {
      let next = input.skippingBlanks(index + 1)
      if input[index] == quote, input.isBreakOrEnd(next) || input[next].isFlowIndicator { return index + 1 }
      index += 1
    }
    return nil
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
      while line < input.end, hasConflictEnd {
        if input[line] == Byte.greater, isConflictMarker(at: line) {
          end = input.lineEnd(line)
          break
        }
        line = input.skippingBreak(input.lineEnd(line))
      }
      // Without a closing marker the rest is not searched again, however many markers there are.
      hasConflictEnd = hasConflictEnd && line < input.end
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
