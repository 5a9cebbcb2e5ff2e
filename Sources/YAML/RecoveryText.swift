import DataTree
import SourceText

// Mistakes inside a line: text that YAML takes for something else (no section of the standard).
extension Parser {
  // MARK: Lines without a colon

  /// Whether the line at `pos` is a directive inside a document.
  func isSkippedLine() -> Bool { input[pos] == Byte.percent && column == 0 }

  /// Deals with a line of a mapping that is no `key: value`.
  mutating func reportMissingColon(from start: Int, _ inline: Inline, errorsBefore: Int) {
    let top = frames.count - 1
    if errors.count == errorsBefore, let scalar = inline.scalar, scalar.style == .plain,
      let colon = gluedColon(in: scalar) ?? otherColon(in: scalar)
    {
      return readGluedPair(scalar, colon, top)
    }
    if errors.count > errorsBefore {
      // The line would be no pair either after the fix of what was found in it.
      for place in errorsBefore..<errors.count { errors[place].fix = nil }
    } else if start != skippedUntil, !followsOddIndentation(start) {
      // Lines of text one below the other are one mistake, and so is a line after tabs.
      reportNoPair(.missingColon, start, max(textEnd(start), start + 1))
    }
    let rest = input.trimmingBlanks(pos, input.lineEnd(pos))
    token(.skipped, pos, rest)
    pos = input.lineEnd(pos)
    let indent = frames[top].current
    nextToken()
    while column > indent { skipLines(.missingColon, deeperThan: indent, reports: false) }
    skippedUntil = pos
  }

  /// Reads `key:value` or `key = value` as the pair that was meant; the value comes next.
  private mutating func readGluedPair(_ scalar: ScalarScan, _ colon: Int, _ top: Int) {
    var key = scalar
    key.isVerbatim = true
    key.end = input.trimmingBlanks(scalar.start, colon)
    append(key, Pending())
    retractTokens(to: key.start)
    token(.scalar, key.start, key.end)
    let sign = otherColonLength(at: colon)
    token(.indicator, colon, colon + max(sign, 1))
    pos = colon + max(sign, 1)
    contentEnd = pos
    let space = unicodeSpaceLength(at: pos)
    if sign > 0 {
      let after = input.skippingBlanks(pos)
      report(
        .otherColon, colon, pos,
        fix: Fix(.write(":"), .unsafe, Edit(ByteRange(key.end, after), input.isBreakOrEnd(after) ? ":" : ": ")))
    } else if space > 0 {
      report(
        .nonBreakingSpace, pos, pos + space,
        fix: Fix(YAMLErrorCode.plainSpaceTitle, .safe, Edit(ByteRange(pos, pos + space), " ")))
      token(.skipped, pos, pos + space)
      pos += space
    } else {
      report(
        .missingSpaceAfterColon, colon, colon + 1,
        fix: Fix(YAMLErrorCode.spaceTitle, isKeyName(key) ? .safe : .unsafe, .insertion(" ", at: pos)))
    }
    frames[top].count += 1
    expect(.implicitValue, top)
  }

  /// Whether a text can hardly be anything but a key: one word, and not the scheme of an address.
  private func isKeyName(_ key: ScalarScan) -> Bool {
    let name = input.bytes(key.start, key.end)
    return name.count > 1 && name.allSatisfy { $0.isWord || $0 == Byte.underscore }
      && !(input.matches("mailto:", at: key.start) || input.matches("tel:", at: key.start))
  }

  /// The colon of a `key:value` that lacks its space: after a word, and not the one of an address.
  private func gluedColon(in scalar: ScalarScan) -> Int? {
    var index = scalar.start
    while index < scalar.end,
      input[index].isWord || input[index] == Byte.underscore || input[index] == Byte.space || input[index] >= 0x80
    {
      index += 1
    }
    guard index > scalar.start, input[index] == Byte.colon, index + 1 < scalar.end, input[index + 1] != Byte.slash
    else { return nil }
    return index
  }

  /// The `=` or the colon of full width that stands after the only word before it.
  private func otherColon(in scalar: ScalarScan) -> Int? {
    var index = scalar.start
    while index < scalar.end, input[index].isWord || input[index] == Byte.underscore { index += 1 }
    guard index > scalar.start, input[scalar.start].isLetter else { return nil }
    index = input.skippingBlanks(index)
    return index < scalar.end && otherColonLength(at: index) > 0 ? index : nil
  }

  /// The length of `=`, `=>`, `:=` or a colon of full width at `index`; 0 for none.
  private func otherColonLength(at index: Int) -> Int {
    switch (input[index], input[index + 1], input[index + 2]) {
    case (Byte.equals, Byte.greater, _), (Byte.colon, Byte.equals, _): 2
    case (Byte.equals, Byte.equals, _): 0
    case (Byte.equals, _, _): 1
    case (0xEF, 0xBC, 0x9A): 3
    default: 0
    }
  }

  /// The number of bytes of a space that is not YAML's, at `index`; 0 where there is none.
  func unicodeSpaceLength(at index: Int) -> Int {
    switch (input[index], input[index + 1], input[index + 2]) {
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): 3
    default: 0
    }
  }

  /// Whether a lone text above a mapping was dealt with, so that the mapping takes its place: the text is passed over,
  /// or is the mapping's first pair that lacks a space after its colon.
  mutating func restart(_ scalar: ScalarScan, _ slot: Slot) -> Bool {
    guard input.isBreakOrEnd(input.skippingBlanks(pos)),
      let line = input.continuation(after: input.lineEnd(pos), indent: slot.indent),
      input[input.plainLineEnd(from: line.text, inFlow: false).stop] == Byte.colon
    else { return false }
    var first = scalar
    first.end = textEnd(scalar.start)
    if let colon = gluedColon(in: first) ?? otherColon(in: first), slot.pending.isEmpty {
      lineStart = slot.line
      open(.blockMapping, at: scalar.start, indent: slot.isNewLine ? column : scalar.start - lineStart, slot.outer)
      if isAtBoundary { return true }
      readGluedPair(first, colon, frames.count - 1)
      return true
    }
    // Below a key the text is its value, and the line under it has slipped to the right.
    if slot.place == .implicitValue { return false }
    reportNoPair(.missingColon, scalar.start, first.end)
    nextToken()
    readNode(indent: slot.indent, .root, absentAt: pos)
    return true
  }

  // MARK: Several things on one line

  /// Reports a `-` or `?` where no collection may start; it is read as one all the same.
  mutating func checkBlockStart(_ slot: Slot) {
    if slot.isNewLine, isTabbed { takeTabs() }
    if !slot.pending.isEmpty {
      report(.propertyBeforeCollection, slot.pending.start, slot.pending.end, related: ByteRange(pos, pos + 1))
    } else if !slot.canStartBlock {
      if input[pos - 1] == Byte.tab {
        reportInnerTabs(before: pos)
      } else if slot.place == .afterMarker {
        report(.keyOnMarkerLine, pos, textEnd(pos))
      } else {
        let blanks = ByteRange(contentEnd, pos)
        let line = "\n" + String(repeating: " ", count: min(max(pos - lineStart, 0), 1_024))
        report(
          .dashOnKeyLine, pos, pos + 1,
          fix: contentEnd < pos ? Fix(YAMLErrorCode.nextLineTitle, .unsafe, Edit(blanks, line)) : nil)
      }
    }
  }

  /// Reports the tabs between an indicator and a collection on the same line.
  private mutating func reportInnerTabs(before index: Int) {
    var start = index
    while input[start - 1].isBlank { start -= 1 }
    tabRanges.append(ByteRange(start, index))
    isIndentationUnsure = true
  }

  /// Reads a value that holds another `: `; false where the value is a mapping that stands in a wrong place.
  mutating func readColonInValue(_ inline: inout Inline, _ colon: Int, _ slot: Slot) -> Bool {
    if slot.place == .afterMarker {
      report(.keyOnMarkerLine, inline.start, textEnd(inline.start))
      return false
    }
    if slot.place != .implicitValue, input[inline.start - 1] == Byte.tab {
      reportInnerTabs(before: inline.start)
      return false
    }
    guard let first = inline.scalar, first.style == .plain else { return true }
    pos = first.start
    retractTokens(to: first.start)
    let scalar = readAsText(indent: slot.indent)
    if let fix = straightening(scalar.start, scalar.end) {
      report(.typographicQuotes, scalar.start, scalar.start + 3, fix: fix)
    } else {
      report(.colonInValue, colon, colon + 1, fix: quoting(scalar.start, scalar.end, colon: colon))
    }
    inline.scalar = scalar
    inline.isMultiline = scalar.isMultiline
    inline.end = pos
    return true
  }

  /// The fix that puts the text from `start` to `end` in quotes.
  ///
  /// It is safe for prose: a text with a blank before its first `: `. A lone word there may be a key.
  func quoting(_ start: Int, _ end: Int, colon: Int, atBest limit: Applicability = .safe) -> Fix? {
    let text = input.bytes(start, end)
    let fitsSingle = !text.contains(Byte.singleQuote)
    let fitsDouble = !text.contains(Byte.doubleQuote) && !text.contains(Byte.backslash)
    guard fitsSingle || fitsDouble else { return nil }
    let isProse = input.bytes(start, colon).contains { $0.isBlank } || colon == end
    let quote = fitsSingle && (lastQuote == Byte.singleQuote || !fitsDouble) ? "'" : "\""
    return Fix(
      YAMLErrorCode.quote(text[...], with: quote), min(isProse ? .safe : .unsafe, limit),
      [.insertion(quote, at: start), .insertion(quote, at: end)])
  }

  /// The fix that puts a text of one line in quotes. One that goes on below may hold lines that were meant as keys.
  private func quotingLine(_ scalar: ScalarScan, colon: Int, atBest limit: Applicability) -> Fix? {
    scalar.isMultiline ? nil : quoting(scalar.start, scalar.end, colon: colon, atBest: limit)
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
    } else if isSemicolonAtEnd(pos) {
      report(
        .trailingSemicolon, pos, end,
        fix: Fix(YAMLErrorCode.deleteSemicolonTitle, .safe, .deletion(ByteRange(pos, end))))
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

  /// Whether a semicolon at `index` is the last sign of its line.
  private func isSemicolonAtEnd(_ index: Int) -> Bool {
    input[index] == UInt8(ascii: ";") && textEnd(index) == index + 1
  }

  /// Reports text after a closing quote; the quote may have been meant as an apostrophe or as text.
  mutating func reportAfterQuote(_ end: Int) {
    let quote = input[contentEnd - 1]
    let isSingle = quote == Byte.singleQuote
    guard let last = nodes.indices.last, nodes[last].kind == .scalar, Int(nodes[last].end) == contentEnd else {
      return report(isSingle ? .textAfterApostrophe : .textAfterQuote, pos, end)
    }
    guard end > pos, input[end - 1] == quote else {
      // In the other quotes the words stay as they look; a later quote of the same kind leaves another meaning open.
      let start = Int(nodes[last].start)
      let isClear =
        !input.bytes(pos, end).contains(quote) && !input.bytes(start, contentEnd).contains(where: \.isLineBreak)
      return report(
        isSingle ? .textAfterApostrophe : .textAfterQuote, pos, end,
        fix: isClear ? quoting(start, end, colon: start, atBest: .unsafe) : nil)
    }
    var edits: [Edit] = []
    // An apostrophe between two letters is nothing else.
    var isSafe = isSingle
    var index = contentEnd - 1
    while index < end - 1 {
      let isEscaped = isSingle ? input[index] == quote && input[index + 1] == quote : input[index] == Byte.backslash
      if isEscaped {
        index += 2
        continue
      }
      if input[index] == quote {
        edits.append(.insertion(isSingle ? "'" : "\\", at: index))
        if !isLetter(input[index - 1]) || !isLetter(input[index + 1]) { isSafe = false }
      }
      index += 1
    }
    if index >= end { edits.removeAll() }
    report(
      isSingle ? .apostropheInQuotes : .quoteInQuotes, contentEnd - 1, contentEnd,
      related: ByteRange(Int(nodes[last].start), Int(nodes[last].start) + 1),
      fix: Fix(
        isSingle ? YAMLErrorCode.doubleApostropheTitle : YAMLErrorCode.escapeQuoteTitle,
        isSafe ? .safe : .unsafe, edits))
    nodes[last].end = UInt32(clamping: end)
    nodes[last].isVerbatim = false
    contentEnd = end
  }

  func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  /// Reports a character that cannot start a value, here that of `scalar`.
  mutating func reportPlainStart(_ scalar: ScalarScan, canQuote: Bool) {
    let start = scalar.start
    switch input[start] {
    case Byte.at, Byte.backtick, Byte.percent:
      let fix = canQuote ? quotingLine(scalar, colon: scalar.end, atBest: .safe) : nil
      report(.reservedCharacter, start, start + 1, fix: fix)
    case Byte.closeBracket, Byte.closeBrace:
      let fix = canQuote ? quotingLine(scalar, colon: start, atBest: .unsafe) : nil
      report(.extraBracket, start, start + 1, fix: fix)
    case Byte.dash: report(.unexpectedDash, start, start + 1)
    default:
      let fix = canQuote ? quotingLine(scalar, colon: start, atBest: .unsafe) : nil
      report(.unexpectedCharacter, start, start + 1, fix: fix)
    }
  }

  // MARK: Text that YAML takes for something else

  /// Whether `{{` or `{%` of a template language is at `index`, and not a collection in brackets that YAML can read.
  func isTemplate(at index: Int) -> Bool {
    let byte = input[index + 1]
    guard byte == Byte.openBrace || byte == Byte.percent else { return false }
    let end = textEnd(index)
    if byte == Byte.percent { return true }
    return templateEnd(from: index).map { $0 < end } ?? false
  }

  /// The end of the first `}}` on the line.
  private func templateEnd(from index: Int) -> Int? {
    var index = index
    while !input.isBreakOrEnd(index) {
      if input[index] == Byte.closeBrace, input[index + 1] == Byte.closeBrace { return index + 2 }
      index += 1
    }
    return nil
  }

  /// Reads the line at `pos`, which starts with a piece of a template, as text.
  mutating func readTemplate(indent: Int) -> ScalarScan {
    let scalar = readAsText(indent: indent)
    report(
      .placeholder, scalar.start, textEnd(scalar.start),
      fix: quoting(scalar.start, scalar.end, colon: scalar.start, atBest: .unsafe))
    return scalar
  }

  /// Reads the text at `pos` whatever is in it, with its later lines.
  mutating func readAsText(indent: Int) -> ScalarScan {
    let scalar = scanPlain(indent: indent, isKey: false, colonEnds: false)
    token(.scalar, scalar.start, scalar.end)
    return scalar
  }

  /// Whether nothing but blanks stands before `index` on its line.
  private func isFirstOnLine(_ index: Int) -> Bool {
    var index = index
    while index > 0, input[index - 1].isBlank { index -= 1 }
    return index == 0 || input[index - 1].isLineBreak
  }

  /// Reads the word of `**word**:`, a key that was made bold, and passes over the signs around it; `nil` for anything
  /// else.
  mutating func readStarredKey() -> ScalarScan? {
    var start = pos
    while input[start] == Byte.asterisk { start += 1 }
    let count = start - pos
    var end = start
    while input[end].isWord || input[end] == Byte.underscore { end += 1 }
    guard count <= 3, end > start, (0..<count).allSatisfy({ input[end + $0] == Byte.asterisk }) else { return nil }
    let after = end + count
    guard input[after] == Byte.colon, input.isBlankOrEnd(after + 1) else { return nil }
    report(
      .starsAroundKey, pos, after,
      fix: Fix(
        YAMLErrorCode.deleteStarsTitle, .unsafe, [.deletion(ByteRange(pos, start)), .deletion(ByteRange(end, after))]))
    token(.skipped, pos, start)
    token(.scalar, start, end)
    token(.skipped, end, after)
    pos = after
    return ScalarScan(start: start, end: end, style: .plain, isVerbatim: true)
  }

  /// Reads `*text*`, which no anchor answers to, as the text that was meant; `nil` for anything else.
  mutating func readStars(indent: Int) -> ScalarScan? {
    var end = pos + 1
    while !input.isBlankOrEnd(end), !input[end].isFlowIndicator { end += 1 }
    if end == pos + 1, isFirstOnLine(pos) {
      // `* item`
      let scalar = readAsText(indent: indent)
      report(.bulletList, scalar.start, end, fix: dashes(scalar.start, scalar.end))
      return scalar
    }
    if end > pos + 1, let place = anchors[input.bytes(pos + 1, end)], anchoredNodes[place] >= 0 { return nil }
    let next = input.skippingBlanks(end)
    if input[next] == Byte.colon, input.isBlankOrEnd(next + 1) { return nil }
    let scalar = readAsText(indent: indent)
    // Where there are anchors, the name may only be misspelled.
    let fix = quotingLine(scalar, colon: scalar.end, atBest: anchors.isEmpty ? .safe : .unsafe)
    report(.unknownAlias, scalar.start, end, fix: fix)
    return scalar
  }

  /// Whether a collection in brackets that text follows on its line, as in `[CDI] Développeur`, was taken as text.
  mutating func takeAsText(_ inline: Inline, _ slot: Slot) -> Bool {
    let rest = input.skippingBlanks(pos)
    guard !inline.isMultiline, inline.node < nodes.count, nodes[inline.node].kind != .alias,
      !isAtBoundary, !input.isBreakOrEnd(rest), input[rest] != Byte.hash, !input[rest].isFlowIndicator,
      slot.pending.isEmpty, !isSemicolonAtEnd(rest)
    else { return false }
    let flow = ByteRange(inline.start, pos)
    dropNodes(from: inline.node)
    retractTokens(to: inline.start)
    pos = inline.start
    let scalar = readAsText(indent: slot.indent)
    // `[CDI] text` is text; of `[a, b] text` one cannot be sure.
    let isLabel = !input.bytes(flow.start, flow.end).contains { $0 == Byte.comma || $0 == Byte.colon }
    report(
      .textAfterFlow, rest, textEnd(rest), related: flow,
      fix: quotingLine(scalar, colon: scalar.end, atBest: isLabel ? .safe : .unsafe))
    append(scalar, slot.outer)
    return true
  }

  /// The fix that makes straight quotes of the curly ones round the text from `start` to `end`.
  private func straightening(_ start: Int, _ end: Int) -> Fix? {
    guard end - start > 6, input[start] == 0xE2, input[start + 1] == 0x80, input[start + 2] == 0x9C,
      input[end - 3] == 0xE2, input[end - 2] == 0x80, input[end - 1] == 0x9D,
      !input.bytes(start, end).contains(where: { $0 == Byte.doubleQuote || $0 == Byte.backslash })
    else { return nil }
    return Fix(
      YAMLErrorCode.straightQuoteTitle, .unsafe,
      [Edit(ByteRange(start, start + 3), "\""), Edit(ByteRange(end - 3, end), "\"")])
  }

  /// Notes `{{ name }}`, which is good YAML: a mapping in a mapping.
  mutating func suspectTemplate(_ inline: Inline, _ slot: Slot) {
    guard input[inline.start] == Byte.openBrace, input[inline.start + 1] == Byte.openBrace, !inline.isMultiline
    else { return }
    suspect(
      .placeholder, inline.start, inline.end,
      fix: quoting(inline.start, inline.end, colon: inline.start, atBest: .unsafe))
  }

  /// Notes plain text that is good YAML and very likely not what was meant.
  mutating func suspectPlain(_ scalar: ScalarScan, _ slot: Slot) {
    let first = input[scalar.start]
    // With a colon inside, it was a mistake already.
    if first == 0xE2, errors.last?.range.start != scalar.start, let fix = straightening(scalar.start, scalar.end) {
      return suspect(.typographicQuotes, scalar.start, scalar.start + 3, fix: fix)
    }
    if first == Byte.dash, slot.isNewLine, input[scalar.start + 1].isLetter {
      return suspectGluedDashes(scalar)
    }
    if slot.place == .implicitValue, slot.isNewLine, first != Byte.asterisk, bulletLength(at: scalar.start) > 0 {
      return suspect(
        .bulletList, scalar.start, scalar.start + bulletLength(at: scalar.start),
        fix: dashes(scalar.start, scalar.end))
    }
    // A sentence may end in a comma or a semicolon; after one word it is a habit of other languages.
    let last = ByteRange(scalar.end - 1, scalar.end)
    let isComma = input[last.start] == Byte.comma
    if slot.place == .implicitValue, !scalar.isMultiline, isComma || input[last.start] == UInt8(ascii: ";"),
      !input.bytes(scalar.start, scalar.end).contains(where: \.isBlank)
    {
      let title = isComma ? YAMLErrorCode.deleteCommaTitle : YAMLErrorCode.deleteSemicolonTitle
      suspect(
        isComma ? .trailingComma : .trailingSemicolon, last.start, last.end,
        fix: Fix(title, .unsafe, .deletion(last)))
    }
  }

  /// Notes `-item` lines under a key: they are one text, not a list.
  private mutating func suspectGluedDashes(_ scalar: ScalarScan) {
    var edits: [Edit] = []
    var line = scalar.start
    while line < scalar.end {
      let text = input.skippingBlanks(line)
      if input[text] == Byte.dash, input[text + 1] != Byte.space { edits.append(.insertion(" ", at: text + 1)) }
      line = input.lineEnd(text)
      line = line < scalar.end ? input.skippingBreak(line) : line
    }
    suspect(
      .missingSpaceAfterDash, scalar.start, scalar.start + 1, fix: Fix(YAMLErrorCode.spaceTitle, .unsafe, edits))
  }
}
