import JSON
import SourceText

/// Finds front matter in TOML or JSON.
///
/// TOML stands between two lines `+++`; Hugo ends it at any line that begins so. JSON goes from a leading `{` to its own
/// `}`. `---toml`, `---json`, `+++ toml` and `;;;` are what gray-matter, Middleman and habit make of that.
struct OtherFences {
  /// What was found.
  struct Block {
    let syntax: Document.Syntax
    let opening: ByteRange
    let content: ByteRange
    let closing: ByteRange?
    let body: ByteRange
    let problems: [FrontMatter.Problem]

    /// Writes what was found into the front matter of a file.
    func apply(to frontMatter: inout FrontMatter) {
      frontMatter.syntax = syntax
      frontMatter.opening = opening
      frontMatter.content = content
      frontMatter.closing = closing
      frontMatter.body = body
      frontMatter.problems = problems
    }
  }

  private let bytes: [UInt8]
  private let start: Int

  /// Looks at a file from `start` on, which is after its byte-order mark.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// The block, if the file has one.
  func find() -> Block? {
    var first = start
    while first < bytes.count, bytes[first].isBlank || bytes[first].isLineBreak { first += 1 }
    guard first < bytes.count else { return nil }
    switch bytes[first] {
    case Byte.plus: return toml(at: first)
    case Byte.openBrace: return isJSON(at: first) ? json(at: first, opening: nil) : nil
    case Byte.dash, UInt8(ascii: ";"): return other(at: first)
    case Byte.less: return belowComment(at: first)
    default: return nil
    }
  }

  // MARK: Lines

  private func lineEnd(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    return index
  }

  private func nextLine(_ index: Int) -> Int {
    let end = lineEnd(index)
    guard end < bytes.count else { return end }
    return bytes[end] == Byte.carriageReturn && end + 1 < bytes.count && bytes[end + 1] == Byte.lineFeed
      ? end + 2 : end + 1
  }

  /// The text of the line from `index` on without the blanks at its end.
  private func text(_ index: Int) -> ByteRange {
    var end = lineEnd(index)
    while end > index, bytes[end - 1].isBlank { end -= 1 }
    return ByteRange(index, end)
  }

  private func begins(_ index: Int, _ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

  private func blanks(before first: Int) -> [FrontMatter.Problem] {
    first > start ? [.blanksBefore(ByteRange(start, first))] : []
  }

  // MARK: TOML

  private func toml(at first: Int) -> Block? {
    let text = text(first)
    let name = bytes[text.indices].map(\.lowercased).filter { $0 != Byte.space }
    let isExact = name.elementsEqual("+++".utf8)
    guard isExact || name.elementsEqual("+++toml".utf8) || name.count > 1 && name.allSatisfy({ $0 == Byte.plus }) else {
      return nil
    }
    // A line of plus signs alone is a list of Markdown, or a rule that somebody drew.
    guard isExact || looksLikePair(nextLine(first)) else { return nil }
    return block(text, isExact: isExact, problems: blanks(before: first))
  }

  /// TOML below a comment of HTML, which Hugo takes for text with all that follows.
  private func belowComment(at first: Int) -> Block? {
    guard begins(first, "<!--") else { return nil }
    var end = first + 4
    while end < bytes.count, !begins(end, "-->") {
      // Of a long comment nobody would call this front matter.
      if end - first > 4_096 { return nil }
      end += 1
    }
    let place = min(end + 3, bytes.count)
    var next = place
    while next < bytes.count, bytes[next].isBlank || bytes[next].isLineBreak { next += 1 }
    guard next > place, text(next).count == 3, begins(next, "+++"), looksLikePair(nextLine(next)) else { return nil }
    return block(text(next), isExact: true, problems: [.textBefore(ByteRange(first, place))])
  }

  private func block(_ opening: ByteRange, isExact: Bool, problems: [FrontMatter.Problem]) -> Block {
    var problems = problems
    if !isExact { problems.append(.nearDelimiter(opening, isOpening: true)) }
    let content = nextLine(opening.start)
    var near: ByteRange?
    var inside: [ByteRange] = []
    var line = content
    while line < bytes.count {
      let text = text(line)
      if begins(line, "+++") {
        if text.count == 3 {
          problems += inside.map { .delimiterInside($0) }
          return closed(opening, content, text, problems)
        }
        inside.append(text)
        if near == nil { near = text }
      } else if near == nil, let fence = nearFence(text) {
        near = fence
      }
      line = nextLine(line)
    }
    if let near {
      problems.append(.nearDelimiter(near, isOpening: false))
      return closed(opening, content, near, problems)
    }
    let end = endOfUnterminatedBlock(from: content)
    problems.append(.unterminated(opening: opening, insertion: end))
    return Block(
      syntax: .toml, opening: opening, content: ByteRange(content, end), closing: nil,
      body: ByteRange(end, bytes.count),
      problems: problems)
  }

  private func closed(
    _ opening: ByteRange, _ content: Int, _ closing: ByteRange, _ problems: [FrontMatter.Problem]
  ) -> Block {
    var start = closing.start
    while start > content, bytes[start - 1].isBlank { start -= 1 }
    return Block(
      syntax: .toml, opening: opening, content: ByteRange(content, start), closing: closing,
      body: ByteRange(nextLine(closing.start), bytes.count), problems: problems)
  }

  /// `+++` with blanks before it, or two or more signs alone on their line.
  private func nearFence(_ line: ByteRange) -> ByteRange? {
    var start = line.start
    while start < line.end, bytes[start].isBlank { start += 1 }
    let text = bytes[start..<line.end]
    guard text.count >= 2, text.allSatisfy({ $0 == Byte.plus }) || text.elementsEqual("---".utf8) else { return nil }
    return ByteRange(start, line.end)
  }

  /// The offset after the last line that still looks like TOML.
  private func endOfUnterminatedBlock(from start: Int) -> Int {
    var line = start
    while line < bytes.count {
      let text = text(line)
      guard !text.isEmpty,
        bytes[line] == Byte.hash && !begins(line, "##") || bytes[line] == Byte.openBracket || looksLikePair(line)
      else { break }
      line = nextLine(line)
    }
    return line
  }

  /// Whether a line is `name = …`, `[name]` or a comment.
  private func looksLikePair(_ line: Int) -> Bool {
    var index = line
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    guard index < bytes.count else { return false }
    if bytes[index] == Byte.openBracket || bytes[index] == Byte.hash { return true }
    let end = lineEnd(index)
    guard let sign = bytes[index..<end].firstIndex(of: Byte.equals), sign > index else { return false }
    return bytes[index] == Byte.doubleQuote || bytes[index].isAlphanumeric || bytes[index] >= 0x80
  }

  // MARK: JSON

  /// Whether a brace opens an object: a template opens with two braces, or one and a percent sign.
  private func isJSON(at brace: Int) -> Bool {
    var index = brace + 1
    while index < bytes.count, bytes[index].isBlank || bytes[index].isLineBreak { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case Byte.doubleQuote, Byte.singleQuote, Byte.closeBrace: return true
    case Byte.slash: return true
    default:
      var end = index
      while end < bytes.count, bytes[end].isAlphanumeric || bytes[end] == Byte.underscore { end += 1 }
      guard end > index else { return false }
      while end < bytes.count, bytes[end].isBlank { end += 1 }
      return end < bytes.count && bytes[end] == Byte.colon && brace + 1 < bytes.count
    }
  }

  /// JSON from a brace to its own closing one; `opening` is a fence above it.
  private func json(at brace: Int, opening fence: ByteRange?) -> Block {
    let result = JSONReader.read(bytes, in: ByteRange(brace, bytes.count), allowsTextAfter: true)
    var problems = fence == nil ? blanks(before: brace) : []
    if let fence { problems.append(.nearDelimiter(fence, isOpening: true)) }
    let end = min(max(result.end, brace + 1), bytes.count)
    var body = end
    if text(end).isEmpty || bytes[end..<lineEnd(end)].allSatisfy(\.isBlank) { body = nextLine(end) }
    // The braces are part of the content, so the fences of JSON have no text of their own.
    var closing = bytes[end - 1] == Byte.closeBrace ? ByteRange(at: end) : nil
    if fence != nil, let below = closingFence(at: body) {
      closing = below
      body = nextLine(below.start)
    }
    return Block(
      syntax: .json, opening: fence ?? ByteRange(at: brace), content: ByteRange(brace, end),
      closing: closing, body: ByteRange(body, bytes.count), problems: problems)
  }

  private func closingFence(at index: Int) -> ByteRange? {
    let text = text(index)
    return bytes[text.indices].elementsEqual("---".utf8) || bytes[text.indices].elementsEqual(";;;".utf8) ? text : nil
  }

  // MARK: Fences of other programs

  /// `---toml`, `---json`, `;;;`.
  private func other(at first: Int) -> Block? {
    let text = text(first)
    guard text.count <= 10, !text.isEmpty else { return nil }
    // Most files begin with `---` alone.
    guard bytes[text.start] == UInt8(ascii: ";") || text.count > 6 else { return nil }
    let name = bytes[text.indices].map(\.lowercased).filter { $0 != Byte.space }
    if name.elementsEqual("---toml".utf8) { return block(text, isExact: false, problems: blanks(before: first)) }
    guard name.elementsEqual("---json".utf8) || name.elementsEqual(";;;".utf8) else { return nil }
    var next = nextLine(first)
    while next < bytes.count, bytes[next].isBlank || bytes[next].isLineBreak { next += 1 }
    guard next < bytes.count else { return nil }
    return bytes[next] == Byte.openBrace ? json(at: next, opening: text) : nil
  }
}
