import DataTree
import SourceText

// Plain scalars (YAML 1.2.2, 7.3.3).
extension Parser {
  /// Whether a plain scalar can start at `index` (`ns-plain-first`).
  func canStartPlain(at index: Int, inFlow: Bool) -> Bool {
    switch input[index] {
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
    !input.isBlankOrEnd(index) && !(inFlow && input[index].isFlowIndicator)
  }

  /// The end of the piece of a plain scalar from `index` on this line, its last blanks left out, and where it was
  /// stopped: at a `:` that ends a key, at the `#` of a comment, at a flow indicator or at the end of the line.
  @inline(__always)
  func plainLineEnd(from index: Int, inFlow: Bool, colonEnds: Bool = true) -> (end: Int, stop: Int) {
    let start = index
    var index = index
    while true {
      let byte = input[index]
      // Most bytes are letters.
      if byte > Byte.colon {
        if inFlow, byte.isFlowIndicator { break }
        index += 1
        continue
      }
      switch byte {
      case Byte.space, Byte.tab: break
      case Byte.colon:
        if colonEnds, !isPlainSafe(index + 1, inFlow: inFlow) {
          return (input.trimmingBlanks(start, index), index)
        }
      case Byte.hash:
        if index > start, input[index - 1].isBlank { return (input.trimmingBlanks(start, index), index) }
      case Byte.lineFeed, Byte.carriageReturn: return (input.trimmingBlanks(start, index), index)
      case Byte.comma where inFlow: return (input.trimmingBlanks(start, index), index)
      case 0 where index >= input.end: return (input.trimmingBlanks(start, input.end), input.end)
      default: break
      }
      index += 1
    }
    return (input.trimmingBlanks(start, index), index)
  }

  /// Reads the plain scalar at `pos`, with its later lines unless `isKey`; those are indented by more than `indent`.
  ///
  /// A later line that reads like `key: value` is not taken in: it is nearly always a mistake in the indentation,
  /// and `pos` stays at the end of the line before it.
  mutating func scanPlain(indent: Int, isKey: Bool, colonEnds: Bool = true) -> ScalarScan {
    let (end, stop) = plainLineEnd(from: pos, inFlow: false, colonEnds: colonEnds)
    var scalar = ScalarScan(start: pos, end: end, style: .plain, isVerbatim: true)
    pos = end
    if isKey || !input.isBreakOrEnd(stop) { return scalar }
    var index = stop
    while true {
      guard let line = continuation(after: index, indent: indent) else { break }
      let (lineEnd, lineStop) = plainLineEnd(from: line.text, inFlow: false, colonEnds: colonEnds)
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

  /// The next line with text after the line break at `index`, if it is indented by more than `indent` and starts
  /// neither a comment nor a document.
  func continuation(after index: Int, indent: Int) -> (start: Int, text: Int)? {
    var index = index
    while index < input.end {
      let start = input.skippingBreak(index)
      if start == index { return nil }
      let spaces = input.skippingSpaces(start)
      let text = input.skippingBlanks(spaces)
      if text >= input.end { return nil }
      if input.isBreakOrEnd(text) {
        index = text
        continue
      }
      if spaces - start <= indent || input[text] == Byte.hash { return nil }
      if text == start, input.isDocumentMarker(text) { return nil }
      return (start, text)
    }
    return nil
  }

  /// Reads the plain scalar at `pos` inside brackets.
  mutating func scanFlowPlain(indent: Int) -> ScalarScan {
    let (end, stop) = plainLineEnd(from: pos, inFlow: true)
    var scalar = ScalarScan(start: pos, end: end, style: .plain, isVerbatim: true)
    pos = end
    var index = stop
    while input.isBreakOrEnd(index), let line = continuation(after: index, indent: -1) {
      let spaces = input.skippingSpaces(line.start)
      if spaces - line.start <= indent, !takeUnderIndented(line.text, spaces) { break }
      // A bracket, a comma or a `:` ends the scalar on the line before.
      let first = input[line.text]
      if first.isFlowIndicator || (first == Byte.colon && !isPlainSafe(line.text + 1, inFlow: true)) { break }
      let (lineEnd, lineStop) = plainLineEnd(from: line.text, inFlow: true)
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
