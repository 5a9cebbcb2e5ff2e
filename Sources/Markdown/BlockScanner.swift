import SourceText

/// Cuts a body into what is scanned for links (``segments``) and what is not, line by line (CommonMark 4 and 5).
///
/// Containers are not built: quote marks and list markers at the start of a line are stepped over, and whether a list is
/// open is remembered, for four spaces below a list item continue the item and are no code.
struct BlockScanner {
  private let bytes: [UInt8]
  private let range: ByteRange

  /// Paragraphs, headings, list items: no link reaches over the end of one.
  private(set) var segments: [ByteRange] = []
  private(set) var regions: [MarkdownRegion] = []
  private(set) var definitions: [MarkdownDefinition] = []

  private var paragraph: ByteRange?
  private var isParagraphQuoted = false
  private var isListOpen = false
  private var isAfterBlank = true
  private var lastLine: Line?

  init(_ bytes: [UInt8], _ range: ByteRange) {
    self.bytes = bytes
    self.range = range
  }

  mutating func scan() {
    var position = range.start
    while position < range.end {
      position = scanLine(at: position)
    }
    endParagraph()
  }

  // MARK: Lines

  /// One line: its content and the start of the next.
  private struct Line {
    var start: Int
    var end: Int
    var next: Int
  }

  private mutating func line(at start: Int) -> Line {
    // Comments in a row on one line each ask for the rest of that line: it is measured once.
    if let known = lastLine, start >= known.start, start <= known.end {
      return Line(start: start, end: known.end, next: known.next)
    }
    let end = ByteSearch.lineEnd(from: start, to: range.end, in: bytes)
    var next = end
    if next < range.end {
      next += bytes[end] == Byte.carriageReturn && end + 1 < range.end && bytes[end + 1] == Byte.lineFeed ? 2 : 1
    }
    let line = Line(start: start, end: end, next: next)
    lastLine = line
    return line
  }

  /// The first byte of a line that is neither blank nor a quote mark, with its column within the quote.
  private func content(of line: Line) -> (start: Int, indent: Int, isQuoted: Bool) {
    var index = line.start
    var indent = 0
    var isQuoted = false
    while index < line.end {
      switch bytes[index] {
      case Byte.space: indent += 1
      case Byte.tab: indent += 4 - indent % 4
      case Byte.greater where indent < 4:
        isQuoted = true
        indent = index + 1 < line.end && Byte.isBlank(bytes[index + 1]) ? -1 : 0
      default: return (index, indent, isQuoted)
      }
      index += 1
    }
    return (index, indent, isQuoted)
  }

  /// Reads the line that starts at `position`, or the block that it opens, and returns where the next one starts.
  private mutating func scanLine(at position: Int) -> Int {
    let line = line(at: position)
    var (start, indent, isQuoted) = content(of: line)
    if start == line.end {
      endParagraph()
      isAfterBlank = true
      return line.next
    }
    let wasAfterBlank = isAfterBlank
    isAfterBlank = false
    if indent >= 4, paragraph == nil, !isListOpen {
      addIndentedCode(ByteRange(line.start, line.end))
      return line.next
    }
    if indent < 4 || isListOpen, isThematicBreak(start, line.end) {
      endParagraph()
      if indent < 2 { isListOpen = false }
      return line.next
    }
    var markers = 0
    while let after = listItem(at: start, line.end, indent: indent) {
      endParagraph()
      isListOpen = true
      markers += 1
      start = after
      indent = 0
      while start < line.end, Byte.isBlank(bytes[start]) { start += 1 }
      if start == line.end { return line.next }
    }
    if markers == 0, indent < 2, wasAfterBlank || bytes[start] == Byte.hash { isListOpen = false }
    if indent < 4 || isListOpen, let next = openBlock(at: start, line, isQuoted: isQuoted) { return next }
    // A quote interrupts a paragraph; a line without its mark still continues one.
    if isQuoted, !isParagraphQuoted { endParagraph() }
    if paragraph == nil { isParagraphQuoted = isQuoted }
    paragraph = ByteRange(paragraph?.start ?? start, line.end)
    return line.next
  }

  /// Reads a block that starts at `start` and is no paragraph, and returns where the next line starts.
  private mutating func openBlock(at start: Int, _ line: Line, isQuoted: Bool) -> Int? {
    switch bytes[start] {
    case Byte.backtick, Byte.tilde:
      guard let length = fence(at: start, line.end) else { return nil }
      endParagraph()
      return scanFence(from: start, line, length: length, isQuoted: isQuoted)
    case Byte.less:
      return htmlBlock(at: start, line)
    case Byte.hash:
      var after = start
      while after < line.end, bytes[after] == Byte.hash { after += 1 }
      guard after - start <= 6, after == line.end || Byte.isBlank(bytes[after]) else { return nil }
      endParagraph()
      segments.append(ByteRange(after, line.end))
      return line.next
    case Byte.openBracket:
      guard paragraph == nil, let definition = definition(at: start, line.end) else { return nil }
      definitions.append(definition)
      regions.append(MarkdownRegion(definition.range, .linkDefinition))
      return line.next
    default:
      return nil
    }
  }

  private mutating func endParagraph() {
    if let paragraph { segments.append(paragraph) }
    paragraph = nil
  }

  // MARK: Marks at the start of a line

  /// A line of three or more `*`, `-` or `_` with blanks between, or the underline of a heading.
  private func isThematicBreak(_ start: Int, _ end: Int) -> Bool {
    let mark = bytes[start]
    guard mark == Byte.minus || mark == Byte.asterisk || mark == Byte.underscore || mark == Byte.equals else {
      return false
    }
    var count = 0
    for index in start..<end {
      if bytes[index] == mark {
        count += 1
      } else if !Byte.isBlank(bytes[index]) {
        return false
      }
    }
    if mark == Byte.equals { return paragraph != nil }
    return count >= 3 || (mark == Byte.minus && paragraph != nil)
  }

  /// The offset after the list marker at `start`, if one stands there.
  private func listItem(at start: Int, _ end: Int, indent: Int) -> Int? {
    guard indent < 4 || isListOpen else { return nil }
    var after = start
    switch bytes[start] {
    case Byte.minus, Byte.plus, Byte.asterisk: after += 1
    case 0x30...0x39:
      while after < end, after - start < 10, Byte.isDigit(bytes[after]) { after += 1 }
      guard after < end, after - start < 10, bytes[after] == Byte.dot || bytes[after] == Byte.closeParenthesis
      else { return nil }
      // "…\n2022. Suite" goes on with its paragraph; only a 1 interrupts one.
      guard paragraph == nil || isListOpen || (after == start + 1 && bytes[start] == 0x31) else { return nil }
      after += 1
    default: return nil
    }
    // An empty item interrupts no paragraph.
    if after == end || bytes[after..<end].allSatisfy(Byte.isBlank) {
      return paragraph == nil || isListOpen ? after : nil
    }
    return Byte.isBlank(bytes[after]) ? after : nil
  }

  /// The number of marks of the code fence at `start`, if one opens there.
  private func fence(at start: Int, _ end: Int) -> Int? {
    let mark = bytes[start]
    var after = start
    while after < end, bytes[after] == mark { after += 1 }
    guard after - start >= 3 else { return nil }
    if mark == Byte.backtick, bytes[after..<end].contains(Byte.backtick) { return nil }
    return after - start
  }

  // MARK: Blocks of several lines

  private mutating func addIndentedCode(_ range: ByteRange) {
    if let last = regions.last, last.kind == .indentedCode,
      bytes[last.range.end..<range.start].allSatisfy(Byte.isWhitespace)
    {
      regions[regions.count - 1].range.end = range.end
    } else {
      regions.append(MarkdownRegion(range, .indentedCode))
    }
  }

  /// Steps over a fenced code block, to its closing fence, the end of its quote, or the end of the body.
  private mutating func scanFence(from start: Int, _ opening: Line, length: Int, isQuoted: Bool) -> Int {
    let mark = bytes[start]
    var end = opening.end
    var position = opening.next
    while position < range.end {
      let line = line(at: position)
      let (first, _, isStillQuoted) = content(of: line)
      if isQuoted, !isStillQuoted { break }
      end = line.end
      position = line.next
      var after = first
      while after < line.end, bytes[after] == mark { after += 1 }
      if after - first >= length, bytes[after..<line.end].allSatisfy(Byte.isBlank) { break }
    }
    regions.append(MarkdownRegion(ByteRange(start, end), .fencedCode))
    return position
  }

  /// Steps over a comment, or an element whose content is no Markdown (CommonMark 4.6, start conditions 1 and 2).
  private mutating func htmlBlock(at start: Int, _ line: Line) -> Int? {
    if bytes.hasBytes("<!--", at: start, limit: line.end) {
      endParagraph()
      let end = HTMLScan.endOfComment(at: start, in: bytes, limit: range.end) ?? range.end
      regions.append(MarkdownRegion(ByteRange(start, end), .htmlComment))
      // What follows on the line is read as a line of its own; where nothing does, the line end is stepped over.
      let rest = self.line(at: end)
      return bytes[rest.start..<rest.end].allSatisfy(Byte.isBlank) ? rest.next : end
    }
    guard let name = HTMLScan.rawElement(at: start, in: bytes, limit: line.end) else { return nil }
    endParagraph()
    var position = line.start
    var end = range.end
    while position < range.end {
      let line = self.line(at: position)
      position = line.next
      if HTMLScan.hasClosingTag(name, in: bytes, ByteRange(max(line.start, start), line.end)) {
        end = line.end
        break
      }
    }
    regions.append(MarkdownRegion(ByteRange(start, end), .rawHTML))
    return position
  }

  /// Reads `[label]: target "title"`, all on one line; `[^1]:` is a footnote and no definition.
  private func definition(at start: Int, _ end: Int) -> MarkdownDefinition? {
    var index = start + 1
    guard index < end, bytes[index] != Byte.caret else { return nil }
    while index < end, bytes[index] != Byte.closeBracket {
      if bytes[index] == Byte.openBracket { return nil }
      index += bytes[index] == Byte.backslash ? 2 : 1
    }
    guard index + 1 < end, bytes[index + 1] == Byte.colon else { return nil }
    let label = ByteRange(start + 1, index)
    guard !bytes.trimmed(label).isEmpty else { return nil }
    let scan = TargetScan(bytes, limit: end)
    let first = scan.skipWhitespace(from: index + 2)
    guard first < end, let target = scan.destination(at: first) else { return nil }
    var result = MarkdownDefinition(
      range: ByteRange(start, bytes.trimmed(ByteRange(start, end)).end), labelRange: label, targetRange: target.range)
    let afterBlanks = scan.skipWhitespace(from: target.end)
    if afterBlanks == end { return result }
    guard afterBlanks > target.end, let title = scan.title(at: afterBlanks),
      scan.skipWhitespace(from: title.end) == end
    else { return nil }
    result.titleRange = title.range
    return result
  }
}
