public import SourceText

/// Where the front matter of a file is, and what is wrong with its delimiters.
///
/// The block stands between a line `---` at the start of the file and the next line `---` or `...`, as Jekyll reads
/// it; TOML between two lines `+++`, and JSON from a leading `{` to its own `}`, as Hugo reads them. Delimiters that are
/// nearly right are recognised, so that the keys between them are still checked.
public struct FrontMatter: Hashable, Sendable {
  /// What is wrong with the delimiters.
  public enum Problem: Hashable, Sendable {
    /// There is no front matter at all.
    case missing
    /// Keys and values begin the file without an opening delimiter: their lines, and whether a closing delimiter follows.
    case missingOpening(ByteRange, isClosed: Bool)
    /// A line inside the block that begins with its closing delimiter, which some readers take for it.
    case delimiterInside(ByteRange)
    /// Blank lines or blanks stand before the opening delimiter.
    case blanksBefore(ByteRange)
    /// Text stands before the opening delimiter.
    case textBefore(ByteRange)
    /// A delimiter is nearly right (indented, more or other dashes).
    case nearDelimiter(ByteRange, isOpening: Bool)
    /// No closing delimiter; the offset is where one could be inserted.
    case unterminated(opening: ByteRange, insertion: Int)
  }

  /// How the values are written.
  public var syntax = Document.Syntax.yaml
  /// The byte-order mark, if there is one.
  public var byteOrderMark: ByteRange?
  /// The opening delimiter without its line end, if there is one.
  public var opening: ByteRange?
  /// The lines between the delimiters; empty where there is no front matter.
  public var content: ByteRange
  /// The closing delimiter without its line end, if there is one.
  public var closing: ByteRange?
  /// Everything after the front matter.
  public var body: ByteRange
  /// What is wrong with the delimiters, in the order of the text.
  public var problems: [Problem]

  /// The line that opens and closes front matter of this syntax; empty for JSON, whose braces do.
  public var fence: String {
    switch syntax {
    case .yaml: "---"
    case .toml: "+++"
    case .json: ""
    }
  }

  /// Whether there is a block to read.
  public var isPresent: Bool { opening != nil }

  /// Finds the front matter of a file.
  public init(_ bytes: [UInt8]) {
    var scanner = DelimiterScanner(bytes)
    self = scanner.scan()
  }

  /// A file without fences, all of whose bytes are data.
  init(dataOf count: Int, _ syntax: Document.Syntax) {
    self.syntax = syntax
    content = ByteRange(0, count)
    body = ByteRange(at: count)
    problems = []
  }

  fileprivate init(byteOrderMark: ByteRange?, start: Int, end: Int) {
    self.byteOrderMark = byteOrderMark
    content = ByteRange(at: start)
    body = ByteRange(start, end)
    problems = []
  }
}

/// Walks over the lines of a file up to the end of its front matter.
private struct DelimiterScanner {
  private let bytes: [UInt8]

  /// A line that delimits front matter, or nearly does.
  private struct Delimiter {
    var line: ByteRange
    var text: ByteRange
    var isExact: Bool
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func scan() -> FrontMatter {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = hasMark ? 3 : 0
    var result = FrontMatter(byteOrderMark: hasMark ? ByteRange(0, 3) : nil, start: start, end: bytes.count)
    if let other = OtherFences(bytes, from: start).find() {
      other.apply(to: &result)
      return result
    }
    guard let (opening, problem) = findOpening(from: start) else {
      result.problems = [keysWithoutOpening(from: start) ?? .missing]
      return result
    }
    if let problem { result.problems.append(problem) }
    result.opening = opening.text
    result.content = ByteRange(opening.line.end, bytes.count)
    if let closing = findClosing(from: opening.line.end) {
      if !closing.isExact { result.problems.append(.nearDelimiter(closing.text, isOpening: false)) }
      result.content.end = closing.line.start
      result.closing = closing.text
      result.body = ByteRange(closing.line.end, bytes.count)
    } else {
      let end = endOfUnterminatedBlock(from: opening.line.end)
      result.problems.append(.unterminated(opening: opening.text, insertion: end))
      result.content.end = end
      result.body = ByteRange(end, bytes.count)
    }
    return result
  }

  /// The line that starts at `start`, its line end included.
  private func line(at start: Int) -> ByteRange {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { break }
      if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        break
      }
    }
    return ByteRange(start, index)
  }

  /// The line without blanks and line end.
  private func trimmed(_ line: ByteRange) -> ByteRange {
    var range = line
    while range.end > range.start, bytes[range.end - 1].isWhitespace { range.end -= 1 }
    while range.start < range.end, bytes[range.start].isWhitespace { range.start += 1 }
    return range
  }

  /// Reads a line as a delimiter: `---`, or nearly that (indented, two or more dashes, typographic dashes).
  private func delimiter(_ line: ByteRange, closing: Bool) -> Delimiter? {
    var text = trimmed(line)
    guard !text.isEmpty, text.count <= 24 else { return nil }
    // Most lines begin with a letter.
    let first = bytes[text.start]
    guard first == Byte.dash || first == Byte.dot || first >= 0x80 else { return nil }
    while let space = Self.oddSpaces.first(where: { bytes[text.indices].starts(with: $0.utf8) }) {
      text.start += space.utf8.count
    }
    let isDots = bytes[text.indices].elementsEqual([0x2E, 0x2E, 0x2E])
    if isDots { return closing && text.start == line.start ? Delimiter(line: line, text: text, isExact: true) : nil }
    var index = text.start
    var dashes = 0
    var onlyHyphens = true
    while index < text.end {
      if bytes[index] == UInt8(ascii: "-") {
        index += 1
      } else if index + 2 < text.end, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        bytes[index + 2] >= 0x90 && bytes[index + 2] <= 0x95
      {
        // U+2010 to U+2015: what word processors make of hyphens.
        index += 3
        onlyHyphens = false
      } else if bytes[index..<text.end].starts(with: "−".utf8) {
        index += 3
        onlyHyphens = false
      } else {
        return nil
      }
      dashes += 1
    }
    guard dashes >= 2 || !onlyHyphens else { return nil }
    return Delimiter(line: line, text: text, isExact: onlyHyphens && dashes == 3 && text.start == line.start)
  }

  /// Spaces before the dashes that no reader skips, and that no screen tells from others.
  private static let oddSpaces = ["\u{A0}", "\u{202F}", "\u{3000}", "\u{2003}"]

  /// The opening delimiter with what is wrong about it.
  private func findOpening(from start: Int) -> (Delimiter, FrontMatter.Problem?)? {
    var position = start
    var isFirst = true
    var sawText = false
    // The sign of the fence of code that is open: front matter shown inside code is none.
    var code: UInt8?
    while position < bytes.count {
      let line = line(at: position)
      let text = trimmed(line)
      if let sign = codeFence(text) {
        if code == nil { code = sign } else if code == sign { code = nil }
      } else if code == nil, let found = delimiter(line, closing: false),
        acceptsOpening(found, isFirst: isFirst, sawText: sawText)
      {
        if isFirst {
          if found.isExact { return (found, nil) }
          let isIndented = bytes[found.text.indices].elementsEqual([0x2D, 0x2D, 0x2D])
          return isIndented
            ? (found, .blanksBefore(ByteRange(line.start, found.text.start)))
            : (found, .nearDelimiter(found.text, isOpening: true))
        }
        let before = ByteRange(start, found.text.start)
        return (found, sawText ? .textBefore(trimmed(before)) : .blanksBefore(before))
      }
      if !text.isEmpty {
        sawText = true
      }
      isFirst = false
      position = line.end
    }
    return nil
  }

  /// The sign of a line of three backticks or tildes or more.
  private func codeFence(_ text: ByteRange) -> UInt8? {
    guard text.count >= 3, bytes[text.start] == Byte.backtick || bytes[text.start] == Byte.tilde else { return nil }
    let sign = bytes[text.start]
    return bytes[text.start + 1] == sign && bytes[text.start + 2] == sign ? sign : nil
  }

  /// Whether a delimiter opens a block rather than being a rule between paragraphs: exact, or first, and when it
  /// stands below other text, followed by a key and closed again.
  private func acceptsOpening(_ delimiter: Delimiter, isFirst: Bool, sawText: Bool) -> Bool {
    if isFirst && delimiter.isExact { return true }
    let next = line(at: delimiter.line.end)
    guard looksLikeKey(next) else { return false }
    return !sawText || findClosing(from: delimiter.line.end) != nil
  }

  /// Whether a line begins with a word and a colon.
  private func looksLikeKey(_ line: ByteRange) -> Bool {
    var index = line.start
    while index < line.end, isWord(bytes[index]) { index += 1 }
    guard index > line.start else { return false }
    while index < line.end, bytes[index] == 0x20 { index += 1 }
    guard index < line.end, bytes[index] == UInt8(ascii: ":") else { return false }
    // A web address is no key.
    return index + 1 >= line.end || bytes[index + 1] != UInt8(ascii: "/")
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"), 0x80...: true
    default: false
    }
  }

  /// The lines at the start of the file that could stand between delimiters, where two of them or more are keys.
  private func keysWithoutOpening(from start: Int) -> FrontMatter.Problem? {
    var position = start
    var keys = 0
    while position < bytes.count {
      let line = line(at: position)
      if keys > 1, delimiter(line, closing: true)?.isExact == true {
        return .missingOpening(ByteRange(start, position), isClosed: true)
      }
      guard keys > 0 ? looksLikeFrontMatter(line) : looksLikeKey(line) else { break }
      if looksLikeKey(line) { keys += 1 }
      position = line.end
    }
    return keys > 1 ? .missingOpening(ByteRange(start, position), isClosed: false) : nil
  }

  /// The closing delimiter: the first exact one, unless a near one stands above it with text of the body between.
  private func findClosing(from start: Int) -> Delimiter? {
    var near: Delimiter?
    var position = start
    // The indentation of the key whose value of several lines is being read: deeper lines are its text.
    var blockIndent: Int?
    while position < bytes.count {
      let line = line(at: position)
      let text = trimmed(line)
      if let indent = blockIndent, !text.isEmpty, text.start - line.start <= indent { blockIndent = nil }
      if let found = delimiter(line, closing: true) {
        if found.isExact { return found }
        if near == nil, blockIndent == nil { near = found }
      } else if blockIndent == nil, near == nil, opensBlockScalar(text) {
        blockIndent = text.start - line.start
      } else if near != nil, !looksLikeFrontMatter(line) {
        break
      }
      position = line.end
    }
    return near
  }

  /// Whether a line ends with a colon or a dash, a blank, and `|` or `>` with their signs.
  private func opensBlockScalar(_ text: ByteRange) -> Bool {
    var index = text.end
    while index > text.start, bytes[index - 1] == Byte.plus || bytes[index - 1] == Byte.dash || bytes[index - 1].isDigit
    {
      index -= 1
    }
    guard index - 2 > text.start, bytes[index - 1] == UInt8(ascii: "|") || bytes[index - 1] == Byte.greater,
      bytes[index - 2].isBlank
    else { return false }
    let sign = bytes[text.start..<(index - 2)].last { !$0.isBlank }
    return sign == Byte.colon || sign == Byte.dash
  }

  /// Whether a line could stand between delimiters: a key, an item, a comment, or an indented line.
  private func looksLikeFrontMatter(_ line: ByteRange) -> Bool {
    let text = trimmed(line)
    guard !text.isEmpty else { return false }
    let second = text.count > 1 ? bytes[text.start + 1] : 0x20
    switch bytes[text.start] {
    case UInt8(ascii: "-"): return second == 0x20
    // Two number signs are a heading of the body.
    case UInt8(ascii: "#"): return second != UInt8(ascii: "#")
    default: return line.start < text.start || looksLikeKey(line)
    }
  }

  /// The offset after the last line that still looks like front matter.
  private func endOfUnterminatedBlock(from start: Int) -> Int {
    var position = start
    var end = start
    while position < bytes.count {
      let line = line(at: position)
      guard looksLikeFrontMatter(line) else { break }
      position = line.end
      end = position
    }
    return end
  }
}
