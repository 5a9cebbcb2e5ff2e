import DataTree
import SourceText

// Plain scalars (YAML 1.2.2, 7.3.3).
extension Parser {
  /// Reads the plain scalar at `pos`, with its later lines unless `isKey`; those are indented by more than `indent`.
  ///
  /// A later line that reads like `key: value` is not taken in: it is nearly always a mistake in the indentation,
  /// and `pos` stays at the end of the line before it.
  mutating func scanPlain(indent: Int, isKey: Bool, colonEnds: Bool = true) -> ScalarScan {
    let (end, stop) = input.plainLineEnd(from: pos, inFlow: false, colonEnds: colonEnds)
    var scalar = ScalarScan(start: pos, end: end, style: .plain, isVerbatim: true)
    pos = end
    if isKey || !input.isBreakOrEnd(stop) { return scalar }
    var index = stop
    while true {
      guard let line = input.continuation(after: index, indent: indent) else { break }
      let (lineEnd, lineStop) = input.plainLineEnd(from: line.text, inFlow: false, colonEnds: colonEnds)
      if input[lineStop] == Byte.colon { break }
      scalar.end = lineEnd
      scalar.isMultiline = true
      scalar.isVerbatim = false
      lineStart = line.start
      pos = lineEnd
      if input[line.text] == Byte.dash, input.isBlankOrEnd(line.text + 1) {
        suspect(.unexpectedDash, line.text, line.text + 1)
      }
      if !input.isBreakOrEnd(lineStop) { break }
      index = lineStop
    }
    return scalar
  }

  /// Reads the plain scalar at `pos` inside brackets.
  mutating func scanFlowPlain(indent: Int) -> ScalarScan {
    let (end, stop) = input.plainLineEnd(from: pos, inFlow: true)
    var scalar = ScalarScan(start: pos, end: end, style: .plain, isVerbatim: true)
    pos = end
    var index = stop
    while input.isBreakOrEnd(index), let line = input.continuation(after: index, indent: -1) {
      let spaces = input.skippingSpaces(line.start)
      if spaces - line.start <= indent, !takeUnderIndented(line.text, spaces) { break }
      // A bracket, a comma or a `:` ends the scalar on the line before.
      let first = input[line.text]
      if first.isFlowIndicator || (first == Byte.colon && !input.isPlainSafe(line.text + 1, inFlow: true)) { break }
      let (lineEnd, lineStop) = input.plainLineEnd(from: line.text, inFlow: true)
      scalar.end = lineEnd
      scalar.isMultiline = true
      scalar.isVerbatim = false
      lineStart = line.start
      pos = lineEnd
      index = lineStop
    }
    return scalar
  }
}

// What is asked of the bytes alone is asked of ``Input``: a question to ``Parser`` that changes nothing copies all of its state.
extension Input {
  /// Whether a plain scalar can start at `index` (`ns-plain-first`).
  @inline(__always) func canStartPlain(at index: Int, inFlow: Bool) -> Bool {
    self[index].isAlphanumeric || canStartOtherPlain(at: index, inFlow: inFlow)
  }

  private func canStartOtherPlain(at index: Int, inFlow: Bool) -> Bool {
    switch self[index] {
    case Byte.dash, Byte.question, Byte.colon: isPlainSafe(index + 1, inFlow: inFlow)
    case Byte.comma, Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace, Byte.hash, Byte.ampersand,
      Byte.asterisk, Byte.exclamation, Byte.bar, Byte.greater, Byte.singleQuote, Byte.doubleQuote, Byte.percent,
      Byte.at, Byte.backtick:
      false
    default: true
    }
  }

  /// Whether the byte at `index` may go on a plain scalar after `-`, `?` or `:` (`ns-plain-safe`).
  @inline(__always) func isPlainSafe(_ index: Int, inFlow: Bool) -> Bool {
    !isBlankOrEnd(index) && !(inFlow && self[index].isFlowIndicator)
  }

  /// Where the `:` after a key that ends at `index` is, with blanks only before it on the line.
  @inline(__always) func valueIndicator(after index: Int) -> Int? {
    let colon = skippingBlanks(index)
    guard self[colon] == Byte.colon, isBlankOrEnd(colon + 1) else { return nil }
    return colon
  }

  /// The end of the piece of a plain scalar from `index` on this line, its last blanks left out, and where it was
  /// stopped: at a `:` that ends a key, at the `#` of a comment, at a flow indicator or at the end of the line.
  @inline(__always)
  func plainLineEnd(from start: Int, inFlow: Bool, colonEnds: Bool = true) -> (end: Int, stop: Int) {
    var index = start
    while true {
      index = inFlow ? skippingFlowText(index) : skippingText(index)
      switch self[index] {
      case Byte.colon where colonEnds && !isPlainSafe(index + 1, inFlow: inFlow),
        Byte.hash where index > start && self[index - 1].isBlank,
        Byte.lineFeed, Byte.carriageReturn,
        0 where index >= end:
        return (trimmingBlanks(start, index), index)
      case let byte where inFlow && byte.isFlowIndicator: return (trimmingBlanks(start, index), index)
      default: index += 1
      }
    }
  }

  /// The next line with text after the line break at `index`, if it is indented by more than `indent` and starts
  /// neither a comment nor a document.
  func continuation(after index: Int, indent: Int) -> (start: Int, text: Int)? {
    var index = index
    while index < end {
      let start = skippingBreak(index)
      if start == index { return nil }
      let spaces = skippingSpaces(start)
      let text = skippingBlanks(spaces)
      if text >= end { return nil }
      if isBreakOrEnd(text) {
        index = text
        continue
      }
      if spaces - start <= indent || self[text] == Byte.hash { return nil }
      if text == start, isDocumentMarker(text) { return nil }
      return (start, text)
    }
    return nil
  }
}
