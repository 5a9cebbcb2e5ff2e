import DataTree
import SourceText

// Quoted scalars (YAML 1.2.2, 7.3.1 and 7.3.2).
extension Parser {
  /// Reads the quoted scalar at `pos`; its later lines are indented by more than `indent`.
  mutating func scanQuoted(indent: Int) -> ScalarScan {
    let start = pos
    let firstLine = lineStart
    let quote = input[start]
    let isDouble = quote == Byte.doubleQuote
    var scalar = ScalarScan(
      start: start, end: start, style: isDouble ? .doubleQuoted : .singleQuoted, isVerbatim: true)
    var isUnderIndented = false
    var index = start + 1
    while index < input.end {
      let byte = input[index]
      if byte == quote {
        if isDouble || input[index + 1] != quote {
          if !scalar.isMultiline, let comma = commaOfOpenQuote(start, index) {
            return unclosed(scalar, firstLine: firstLine, end: comma)
          }
          scalar.end = index + 1
          pos = index + 1
          lastQuote = quote
          return scalar
        }
        scalar.isVerbatim = false
        index += 2
      } else if isDouble, byte == Byte.backslash {
        scalar.isVerbatim = false
        index = checkEscape(at: index, of: start)
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        scalar.isVerbatim = false
        scalar.isMultiline = true
        let next = input.skippingBreak(index)
        let spaces = input.skippingSpaces(next)
        let text = input.skippingBlanks(spaces)
        if !input.isBreakOrEnd(text) {
          let isMarker = text == next && input.isDocumentMarker(text)
          if isMarker || (spaces - next <= indent && looksLikeNextEntry(at: text)) {
            let end = max(input.trimmingBreaks(start, index), start + 1)
            return unclosed(scalar, firstLine: firstLine, end: beforeClosingBrackets(start, end))
          }
          if spaces - next <= indent, !isUnderIndented {
            isUnderIndented = true
            report(.textUnderIndented, text, text + 1, related: ByteRange(start, start + 1))
          }
        }
        lineStart = next
        index = text
      } else {
        index = input.skippingQuotedText(index + 1, quote)
      }
    }
    if indent < 0 { return unclosed(scalar, firstLine: firstLine, end: nil) }
    let end = max(input.trimmingBreaks(start, input.end), start + 1)
    return unclosed(scalar, firstLine: firstLine, end: beforeClosingBrackets(start, end))
  }

  /// The comma at which the scalar in brackets that opens at `start` was to end, where the quote at `index` opens the next
  /// one, as in `["a, "b"]`.
  private func commaOfOpenQuote(_ start: Int, _ index: Int) -> Int? {
    guard isInFlow, !input.isBlankOrEnd(index + 1), !input[index + 1].isFlowIndicator, input[index + 1] != Byte.colon
    else {
      return nil
    }
    let end = input.trimmingBlanks(start + 1, index)
    return end > start + 2 && input[end - 1] == Byte.comma ? end - 1 : nil
  }

  /// Where the text from `start` to `end` ends without the brackets that close the collections around it.
  private func beforeClosingBrackets(_ start: Int, _ end: Int) -> Int {
    let open = frames.reversed().prefix { $0.kind.isFlow }.filter { $0.kind != .flowPair }
      .map { $0.kind == .flowSequence ? Byte.closeBracket : Byte.closeBrace }
    var found: [UInt8] = []
    var ends = [end]
    while found.count < open.count, let last = ends.last, last - 1 > start,
      input[last - 1] == Byte.closeBracket || input[last - 1] == Byte.closeBrace
    {
      found.insert(input[last - 1], at: 0)
      ends.append(input.trimmingBlanks(start + 1, last - 1))
    }
    while !open.starts(with: found) {
      found.removeFirst()
      ends.removeLast()
    }
    let end = ends.last ?? end
    // Brackets may stand on a line of their own.
    let text = input.trimmingBreaks(start + 1, end)
    return text <= input.lineEnd(start) ? text : end
  }

  private var isInFlow: Bool { frames.last?.kind.isFlow ?? false }

  /// Ends a scalar without a closing quote: at `end`, or at the end of its first line, so that what follows is read.
  private mutating func unclosed(_ scalar: ScalarScan, firstLine: Int, end: Int?) -> ScalarScan {
    var scalar = scalar
    let firstEnd = input.trimmingBlanks(scalar.start + 1, input.lineEnd(scalar.start))
    let end = end ?? firstEnd
    // What was found on the lines below has its own finding once these are read for what they are.
    while let last = errors.last, last.range.start > end { errors.removeLast() }
    let (quote, other) = scalar.style == .doubleQuoted ? ("\"", Byte.singleQuote) : ("'", Byte.doubleQuote)
    // Between brackets, a text with commas may have been several.
    let isSure = !isInFlow || !(scalar.start..<end).contains { input[$0] == Byte.comma }
    // A quote of the other kind at the end was meant to close the text.
    let isOther = input[end - 1] == other && !(scalar.start..<end - 1).contains { input[$0] == other }
    scalar.end = isOther ? end - 1 : end
    scalar.endsInOtherQuote = isOther
    openQuoteEnd = scalar.end
    report(
      .unclosedQuote, scalar.start, min(firstEnd, scalar.end),
      fix: Fix(
        isOther ? .write(quote) : YAMLErrorCode.add(quote), isSure ? .unsafe : .displayOnly,
        Edit(ByteRange(scalar.end, end), quote)))
    pos = end
    if end > firstEnd { return scalar }
    rewinds += 1
    lineStart = firstLine
    scalar.isMultiline = false
    // Many quotes that are never closed must not be looked for again and again.
    if rewinds > 64 {
      token(.skipped, end, input.trimmingBlanks(end, input.end))
      pos = input.end
    }
    return scalar
  }

  /// Checks the escape at `index` (5.7) of the scalar at `start`, and gives the index after it.
  private mutating func checkEscape(at index: Int, of start: Int) -> Int {
    let digits: Int
    switch input[index + 1] {
    case 0x30, 0x61, 0x62, 0x74, 0x09, 0x6E, 0x76, 0x66, 0x72, 0x65, 0x20, 0x22, 0x2F, 0x5C, 0x4E, 0x5F, 0x4C, 0x50:
      return index + 2
    case Byte.lineFeed, Byte.carriageReturn: return index + 1
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    case Byte.singleQuote:
      report(
        .escapedApostrophe, index, index + 2,
        fix: Fix(YAMLErrorCode.deleteBackslashTitle, .unsafe, .deletion(ByteRange(index, index + 1))))
      return index + 2
    default:
      if index + 1 >= input.end { return index + 1 }
      reportBadEscape(at: index, of: start, end: index + 2)
      return input[index + 1] < 0x80 ? index + 2 : index + 1
    }
    for offset in 0..<digits where input[index + 2 + offset].hexValue == nil {
      reportBadEscape(at: index, of: start, end: index + 2 + offset)
      return index + 2 + offset
    }
    return index + 2 + digits
  }

  /// Reports a backslash that begins no escape; in a path such as `C:\Users\nom` no backslash was meant as one.
  private mutating func reportBadEscape(at index: Int, of start: Int, end: Int) {
    let isPath = input[start + 1].isLetter && input[start + 2] == Byte.colon && input[start + 3] == Byte.backslash
    var edits = [Edit.insertion("\\", at: index)]
    if isPath, pathStart != start {
      pathStart = start
      edits = []
      var place = start + 3
      while !input.isBreakOrEnd(place), input[place] != Byte.doubleQuote {
        let isDouble = input[place + 1] == Byte.backslash
        if input[place] == Byte.backslash, !isDouble { edits.append(.insertion("\\", at: place)) }
        place += input[place] == Byte.backslash && isDouble ? 2 : 1
      }
    }
    report(.badEscape, index, end, fix: Fix(YAMLErrorCode.doubleBackslashTitle, .unsafe, edits))
  }

  /// Whether the line at `index` reads like the entry after a quote that was forgotten: an item, a comment, or a key of
  /// one word with its colon. A text of several words with a colon goes on what stands above.
  private func looksLikeNextEntry(at index: Int) -> Bool {
    guard looksLikeStructure(at: index) else { return false }
    let stop = input.plainLineEnd(from: index, inFlow: false).stop
    guard input[stop] == Byte.colon else { return true }
    return input[index] != Byte.colon && !(index..<stop).contains { input[$0].isBlank }
  }

  /// Whether the line at `index` reads like `key:` or `- item`, so that no text was meant to go on there.
  func looksLikeStructure(at index: Int) -> Bool {
    switch input[index] {
    case Byte.dash, Byte.question: if input.isBlankOrEnd(index + 1) { return true }
    case Byte.hash: return true
    default: break
    }
    return input[input.plainLineEnd(from: index, inFlow: false).stop] == Byte.colon
  }
}
