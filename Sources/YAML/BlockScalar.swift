import DataTree
import SourceText

// Literal and folded scalars (YAML 1.2.2, 8.1).
extension Parser {
  /// Reads the block scalar whose `|` or `>` is at `pos`; its lines are indented by more than `indent`.
  mutating func scanBlockScalar(indent: Int) -> ScalarScan {
    let start = pos
    let style: NodeStyle = input[pos] == Byte.bar ? .literal : .folded
    pos += 1
    var keeps = false
    var explicit = 0
    var hasChomping = false
    while true {
      let byte = input[pos]
      if byte == Byte.plus || byte == Byte.dash, !hasChomping {
        hasChomping = true
        keeps = byte == Byte.plus
      } else if byte.isDigit, byte != Byte.zero, explicit == 0 {
        explicit = Int(byte - Byte.zero)
      } else {
        break
      }
      pos += 1
    }
    let headerEnd = pos
    token(.blockScalarHeader, start, headerEnd)
    pos = input.skippingBlanks(pos)
    var wrong: ByteRange?
    if input[pos] == Byte.hash, pos > headerEnd {
      readComment()
    } else if !input.isBreakOrEnd(pos) {
      let end = input.trimmingBlanks(pos, input.lineEnd(pos))
      wrong = ByteRange(pos, end)
      token(.skipped, pos, end)
      pos = input.lineEnd(pos)
    }
    var scalar = ScalarScan(start: start, end: headerEnd, style: style, isVerbatim: false, isMultiline: true)
    scanBlockLines(
      &scalar, minimum: max(indent + 1, 0), explicit: explicit == 0 ? nil : max(indent, 0) + explicit, keeps)
    if let wrong { reportHeader(wrong, scalar) }
    return scalar
  }

  /// Reports text after the header; without lines below it the whole was meant as one text.
  private mutating func reportHeader(_ range: ByteRange, _ scalar: ScalarScan) {
    if input[range.start] == Byte.hash {
      let fix = Fix(YAMLErrorCode.spaceTitle, .safe, .insertion(" ", at: range.start))
      return report(.commentNeedsSpace, range.start, range.end, fix: fix)
    }
    let hasLines = scalar.end > range.end
    report(
      .badBlockHeader, scalar.start, range.end,
      fix: hasLines ? nil : quoting(scalar.start, range.end, colon: scalar.start, atBest: .unsafe))
  }

  /// Reads the lines after the header; `pos` ends at the break after the last line that was looked at.
  private mutating func scanBlockLines(_ scalar: inout ScalarScan, minimum: Int, explicit: Int?, _ keeps: Bool) {
    var contentIndent = explicit
    var widestBlank: (width: Int, start: Int) = (0, 0)
    var lineBreak = pos
    var firstLine: Int?
    while true {
      let line = input.skippingBreak(lineBreak)
      if line == lineBreak || line >= input.end { break }
      let text = input.skippingSpaces(line)
      let spaces = text - line
      let isBlankLine = input.isBreakOrEnd(text)
      if isBlankLine, spaces <= contentIndent ?? Int.max {
        // A blank line: content only if a line of text follows, or when blank lines are kept.
        if contentIndent == nil, spaces > widestBlank.width { widestBlank = (spaces, line) }
        firstLine = firstLine ?? line
        lineBreak = text
        if keeps { scalar.end = text }
        continue
      }
      if spaces < contentIndent ?? minimum { break }
      if contentIndent == nil || (contentIndent == 0 && !isBlankLine) {
        if text == line, input.isDocumentMarker(text) { break }
      }
      if contentIndent == nil {
        contentIndent = spaces
        if widestBlank.width > spaces {
          report(
            .blankLineTooIndented, widestBlank.start, widestBlank.start + widestBlank.width,
            fix: Fix(
              YAMLErrorCode.removeSpacesTitle, .safe,
              .deletion(ByteRange(widestBlank.start, widestBlank.start + widestBlank.width))))
        }
      }
      firstLine = firstLine ?? line
      lineBreak = input.lineEnd(text)
      scalar.end = lineBreak
    }
    scalar.indent = contentIndent ?? widestBlank.width
    if let firstLine, scalar.end >= firstLine { token(.blockScalarText, firstLine, scalar.end) }
    pos = lineBreak
    checkTabAfterBlock(indent: minimum)
  }

  /// A line of blanks with a tab that is no part of the scalar is no blank line either (8.1.1.2).
  private mutating func checkTabAfterBlock(indent: Int) {
    let line = input.skippingBreak(pos)
    guard line > pos else { return }
    let text = input.skippingSpaces(line)
    guard input[text] == Byte.tab, input.isBreakOrEnd(input.skippingBlanks(text)) else { return }
    tabRanges.append(ByteRange(text, input.skippingBlanks(text)))
    // With spaces there the line could become part of the scalar.
    isIndentationUnsure = true
  }
}
