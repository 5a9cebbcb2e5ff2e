import SourceText

/// Cuts a body into what is scanned for links (``segments``) and what is not, line by line (CommonMark 3 to 5).
///
/// The quotes and list items that are open wait on a stack. Each line is first held against them; what it opens or goes
/// on with is looked for in the rest:
///
///     > - [a]:      the quote and the item hold the paragraph `[a]: /b`, which is a definition
///     >   /b
///
/// A comment that starts a line hides what follows up to its `-->`, whatever containers end before: that is what a
/// browser shows. What follows it on its line is read as Markdown, as kramdown does.
struct BlockScanner {
  /// What holds links that lie between its ends: a paragraph, a heading, a block of HTML.
  struct Segment: Hashable {
    var range: ByteRange
    /// Whether it is a block of HTML, in which brackets mean nothing (CommonMark 4.6, start conditions 6 and 7).
    var isHTML = false
  }

  /// Quotes and items nest no deeper: every line is held against all that are open.
  private static let maximumDepth = 32

  /// The bytes of the file, but for blanks in place of the marks with which a quote goes on inside a paragraph.
  private(set) var bytes: [UInt8]
  /// Whether there are no such marks.
  private(set) var isWritten = true
  private let range: ByteRange
  private let lines: LineIndex
  /// The number of the line at hand.
  private var number: Int

  private(set) var segments: [Segment] = []
  private(set) var regions: [MarkdownRegion] = []
  private(set) var definitions: [MarkdownDefinition] = []

  private var containers: [Container] = []
  private var leaf = Leaf.none
  private var lastLine: Line?
  /// Templates whose end does not follow any more.
  private var unclosedTemplates = Set<TemplateBlock>()

  private init(_ bytes: [UInt8], _ range: ByteRange, _ lines: LineIndex) {
    self.bytes = bytes
    self.range = range
    self.lines = lines
    number = lines.line(at: range.start)
  }

  /// Scans the bytes of `range`, which is cut to `bytes`; `lines` are those of all of `bytes`.
  static func scanned(_ bytes: [UInt8], _ range: ByteRange, _ lines: LineIndex) -> BlockScanner {
    let start = min(max(range.start, 0), bytes.count)
    var blocks = BlockScanner(bytes, ByteRange(start, min(max(range.end, start), bytes.count)), lines)
    blocks.scan()
    return blocks
  }

  private mutating func scan() {
    segments.reserveCapacity(min(256, (lines.line(at: range.end) - number) / 2))
    var position = range.start
    while position < range.end {
      position = scanLine(line(at: position))
    }
    closeLeaf()
  }

  // MARK: Parts

  /// One line: its content and the start of the next.
  struct Line {
    var start: Int
    var end: Int
    var next: Int
  }

  /// A quote, or a list item whose content starts `width` columns after that of its parent.
  private struct Container {
    /// 0 for a quote.
    var width: Int
    /// Whether nothing has followed the marker of an item yet: a blank line then ends it.
    var isEmpty = false
  }

  /// The block that takes lines.
  private enum Leaf {
    case none
    case paragraph(ByteRange)
    /// A fence of `length` marks; the range ends with the last line of its content.
    case fence(ByteRange, mark: UInt8, length: Int)
    /// A block of HTML, and the kind of end that it waits for.
    case html(ByteRange, HTMLBlock)

    var isParagraph: Bool {
      if case .paragraph = self { return true }
      return false
    }
  }

  private mutating func line(at start: Int) -> Line {
    // Comments in a row on one line each ask for the rest of that line: it is measured once.
    if let known = lastLine, start >= known.start, start <= known.end {
      return Line(start: start, end: known.end, next: known.next)
    }
    while number + 1 < lines.lineStarts.count, Int(lines.lineStarts[number + 1]) <= start { number += 1 }
    let next = number + 1 < lines.lineStarts.count ? min(Int(lines.lineStarts[number + 1]), range.end) : range.end
    var end = next
    if end > start, bytes[end - 1] == Byte.lineFeed { end -= 1 }
    if end > start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    let line = Line(start: start, end: end, next: next)
    lastLine = line
    return line
  }

  // MARK: Lines

  /// Reads a line, or the block that hides the next ones too, and returns where the next one starts.
  private mutating func scanLine(_ line: Line) -> Int {
    if containers.isEmpty, line.start < line.end, Self.isText(bytes[line.start]) {
      switch leaf {
      case .none:
        leaf = .paragraph(ByteRange(line.start, line.end))
        return line.next
      case .paragraph(let range):
        leaf = .paragraph(ByteRange(range.start, line.end))
        return line.next
      case .fence, .html: break
      }
    }
    var cursor = LineCursor(line)
    cursor.skipBlanks(in: bytes)
    var matched = 0
    // The marks of quotes that were stepped over: they are no text where a paragraph goes on.
    var firstMark: Int?
    while matched < containers.count {
      let container = containers[matched]
      if container.width == 0 {
        guard cursor.indent < 4, cursor.byte(in: bytes) == Byte.greater else { break }
        firstMark = firstMark ?? cursor.content
        cursor.stepOverQuoteMark(in: bytes)
      } else if cursor.isBlank {
        if container.isEmpty { break }
      } else {
        guard cursor.indent >= container.width else { break }
        cursor.stepOver(columns: container.width, in: bytes)
      }
      matched += 1
    }
    let isMatched = matched == containers.count
    if isMatched, let next = continueLeaf(line, cursor, firstMark) { return next }
    if cursor.isBlank {
      close(to: matched)
      return line.next
    }
    return scanBlocks(line, cursor, matched: matched, firstMark: firstMark)
  }

  /// Whether no block starts with `byte`: so do most lines.
  @inline(__always)
  private static func isText(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  /// Gives the line to an open fence or block of HTML; `nil` where none is open.
  private mutating func continueLeaf(_ line: Line, _ cursor: LineCursor, _ firstMark: Int?) -> Int? {
    switch leaf {
    case .none, .paragraph: return nil
    case .fence(let range, let mark, let length):
      leaf = .fence(ByteRange(range.start, line.end), mark: mark, length: length)
      if cursor.indent < 4, cursor.byte(in: bytes) == mark {
        var after = cursor.content
        while after < line.end, bytes[after] == mark { after += 1 }
        if after - cursor.content >= length, bytes[after..<line.end].allSatisfy(\.isBlank) { closeLeaf() }
      }
    case .html(let range, let kind):
      if kind == .element, cursor.isBlank { return nil }
      if let firstMark { blank(ByteRange(firstMark, cursor.content)) }
      leaf = .html(ByteRange(range.start, line.end), kind)
      if kind.ends(in: ByteRange(cursor.content, line.end), of: bytes) { closeLeaf() }
    }
    return line.next
  }

  /// Looks for what starts behind the containers that go on.
  private mutating func scanBlocks(_ line: Line, _ start: LineCursor, matched: Int, firstMark: Int?) -> Int {
    var line = line
    var cursor = start
    var matched = matched
    while !cursor.isBlank {
      let byte = cursor.byte(in: bytes)
      if cursor.indent < 4, Self.isText(byte) { break }
      if byte == Byte.openBrace, let rest = template(at: cursor.content, matched) {
        line = rest
        cursor = LineCursor(rest)
        cursor.skipBlanks(in: bytes)
        cursor.forgetIndent()
        continue
      }
      let isContinuing = leaf.isParagraph
      if cursor.indent >= 4 {
        if isContinuing { break }
        close(to: matched)
        addIndentedCode(ByteRange(cursor.offset, line.end))
        return line.next
      }
      if byte == Byte.greater, matched < Self.maximumDepth {
        close(to: matched)
        noteContent()
        containers.append(Container(width: 0))
        matched += 1
        cursor.stepOverQuoteMark(in: bytes)
        continue
      }
      let isOwnParagraph = isContinuing && matched == containers.count
      if byte == Byte.less, bytes.hasBytes("<!--", at: cursor.content, limit: line.end) {
        close(to: matched)
        noteContent()
        line = comment(at: cursor.content)
        cursor = LineCursor(line)
        cursor.skipBlanks(in: bytes)
        cursor.forgetIndent()
        continue
      }
      if let next = openLeaf(byte, line, cursor, matched, isOwnParagraph: isOwnParagraph, isContinuing: isContinuing) {
        return next
      }
      guard matched < Self.maximumDepth,
        let width = Self.itemWidth(&cursor, line, in: bytes, isInterrupting: isOwnParagraph)
      else { break }
      close(to: matched)
      noteContent()
      containers.append(Container(width: width, isEmpty: cursor.isBlank))
      matched += 1
    }
    if cursor.isBlank { return line.next }
    if case .paragraph(let range) = leaf {
      // In a quote that goes on, and behind containers that end, the line still continues its paragraph.
      if let firstMark { blank(ByteRange(firstMark, cursor.content)) }
      leaf = .paragraph(ByteRange(range.start, line.end))
    } else {
      close(to: matched)
      noteContent()
      leaf = .paragraph(ByteRange(cursor.content, line.end))
    }
    return line.next
  }

  /// Reads a heading, a fence, a block of HTML or a rule that starts at the cursor.
  private mutating func openLeaf(
    _ byte: UInt8, _ line: Line, _ cursor: LineCursor, _ matched: Int, isOwnParagraph: Bool, isContinuing: Bool
  ) -> Int? {
    let start = cursor.content
    switch byte {
    case Byte.hash:
      var after = start
      while after < line.end, bytes[after] == Byte.hash { after += 1 }
      guard after - start <= 6, after == line.end || bytes[after].isBlank else { return nil }
      close(to: matched)
      noteContent()
      segments.append(Segment(range: ByteRange(after, line.end)))
    case Byte.backtick, Byte.tilde:
      guard let length = Self.fence(at: start, line.end, in: bytes) else { return nil }
      close(to: matched)
      noteContent()
      leaf = .fence(ByteRange(start, line.end), mark: byte, length: length)
    case Byte.less:
      guard let kind = HTMLBlock(at: start, in: bytes, limit: line.end, isInterrupting: isContinuing) else {
        return nil
      }
      close(to: matched)
      noteContent()
      leaf = .html(ByteRange(start, line.end), kind)
      if kind.ends(in: ByteRange(start, line.end), of: bytes) { closeLeaf() }
    case Byte.equals, Byte.dash, Byte.asterisk, Byte.underscore:
      guard let isUnderline = Self.rule(start, line.end, in: bytes) else { return nil }
      if isUnderline, isOwnParagraph {
        readDefinitions()
        if leaf.isParagraph {
          closeLeaf()
          return line.next
        }
      }
      guard Self.isRule(start, line.end, in: bytes) else { return nil }
      close(to: matched)
      noteContent()
    default: return nil
    }
    return line.next
  }

  // MARK: Ends

  /// Ends what is open beyond the first `count` containers, and the block that takes lines.
  private mutating func close(to count: Int) {
    closeLeaf()
    while containers.count > count { containers.removeLast() }
  }

  private mutating func noteContent() {
    if !containers.isEmpty { containers[containers.count - 1].isEmpty = false }
  }

  private mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .paragraph(let range):
      if bytes[range.start] == Byte.openBracket { readDefinitions() }
      if case .paragraph(let range) = leaf { segments.append(Segment(range: range)) }
    case .fence(let range, _, _): regions.append(MarkdownRegion(range, .fencedCode))
    case .html(let range, .element): segments.append(Segment(range: range, isHTML: true))
    case .html(let range, _): regions.append(MarkdownRegion(range, .rawHTML))
    }
    leaf = .none
  }

  /// Takes the definitions off the start of the paragraph; where nothing is left of it, there is none.
  private mutating func readDefinitions() {
    guard case .paragraph(var rest) = leaf else { return }
    while !rest.isEmpty, bytes[rest.start] == Byte.openBracket,
      let definition = TargetScan(bytes, limit: rest.end).definition(at: rest.start)
    {
      definitions.append(definition)
      regions.append(MarkdownRegion(definition.range, .linkDefinition))
      rest = ByteRange(TargetScan(bytes, limit: rest.end).skipWhitespace(from: definition.range.end), rest.end)
    }
    leaf = rest.isEmpty ? .none : .paragraph(rest)
  }

  /// Writes blanks over the marks of quotes.
  private mutating func blank(_ marks: ByteRange) {
    for index in marks.indices where bytes[index] == Byte.greater {
      bytes[index] = Byte.space
      isWritten = false
    }
  }

  // MARK: Marks at the start of a line

  // These take the bytes: a method of the scanner would be given a copy of it at each line.

  /// Whether a line of one mark alone stands there: of `=` or `-` in one run, or of any with blanks between.
  ///
  /// `nil` where it is none; else whether it can underline a heading.
  private static func rule(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Bool? {
    let mark = bytes[start]
    var last = start
    while last + 1 < end, bytes[last + 1] == mark { last += 1 }
    let isRun = bytes[(last + 1)..<end].allSatisfy(\.isBlank)
    if isRun { return mark == Byte.equals || mark == Byte.dash }
    return mark != Byte.equals && bytes[last..<end].allSatisfy { $0 == mark || $0.isBlank } ? false : nil
  }

  /// Whether the line, of one mark alone, is a thematic break (CommonMark 4.1).
  private static func isRule(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Bool {
    let mark = bytes[start]
    guard mark != Byte.equals else { return false }
    var count = 0
    for index in start..<end where bytes[index] == mark { count += 1 }
    return count >= 3
  }

  /// The width of the list item that starts at the cursor (CommonMark 5.2), which is moved to its content.
  private static func itemWidth(
    _ cursor: inout LineCursor, _ line: Line, in bytes: [UInt8], isInterrupting: Bool
  ) -> Int? {
    let start = cursor.content
    var after = start
    switch bytes[start] {
    case Byte.dash, Byte.plus, Byte.asterisk: after += 1
    case 0x30...0x39:
      while after < line.end, after - start < 10, bytes[after].isDigit { after += 1 }
      guard after < line.end, after - start < 10, bytes[after] == Byte.dot || bytes[after] == Byte.closeParenthesis
      else { return nil }
      // "…\n2022. Suite" goes on with its paragraph; only a 1 interrupts one.
      guard !isInterrupting || (after == start + 1 && bytes[start] == 0x31) else { return nil }
      after += 1
    default: return nil
    }
    guard after == line.end || bytes[after].isBlank else { return nil }
    // An empty item interrupts no paragraph.
    if isInterrupting, bytes[after..<line.end].allSatisfy(\.isBlank) { return nil }
    let before = cursor.indent + after - start
    cursor.step(to: after, in: bytes)
    if cursor.isBlank { return before + 1 }
    // Five blanks and more belong to code, but for the first.
    let blanks = cursor.indent < 5 ? cursor.indent : 1
    cursor.stepOver(columns: blanks, in: bytes)
    return before + blanks
  }

  /// The number of marks of the code fence at `start`, if one opens there.
  private static func fence(at start: Int, _ end: Int, in bytes: [UInt8]) -> Int? {
    let mark = bytes[start]
    var after = start
    while after < end, bytes[after] == mark { after += 1 }
    guard after - start >= 3 else { return nil }
    if mark == Byte.backtick, bytes[after..<end].contains(Byte.backtick) { return nil }
    return after - start
  }

  // MARK: Blocks that are no text

  private mutating func addIndentedCode(_ range: ByteRange) {
    noteContent()
    if let last = regions.last, last.kind == .indentedCode,
      bytes[last.range.end..<range.start].allSatisfy(\.isWhitespace)
    {
      regions[regions.count - 1].range.end = range.end
    } else {
      regions.append(MarkdownRegion(range, .indentedCode))
    }
  }

  /// Steps over the comment at `start`, and returns the rest of its last line.
  private mutating func comment(at start: Int) -> Line {
    let end = HTMLScan.endOfComment(at: start, in: bytes, limit: range.end) ?? range.end
    regions.append(MarkdownRegion(ByteRange(start, end), .htmlComment))
    return line(at: end)
  }

  /// Steps over `{% highlight %} … {% endhighlight %}` and its like, and returns the rest of its last line.
  private mutating func template(at start: Int, _ matched: Int) -> Line? {
    guard let kind = TemplateBlock(at: start, in: bytes, limit: range.end), !unclosedTemplates.contains(kind) else {
      return nil
    }
    guard let end = kind.end(after: start, in: bytes, limit: range.end) else {
      unclosedTemplates.insert(kind)
      return nil
    }
    close(to: matched)
    noteContent()
    regions.append(MarkdownRegion(ByteRange(start, end), kind.region))
    return line(at: end)
  }
}
