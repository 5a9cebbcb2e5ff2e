import SourceText

/// Reads what stands in the parentheses of a link: `target "title"` (CommonMark 6.3), and what people write instead.
struct TargetScan {
  /// A range, and the offset after its closing mark.
  struct Part {
    var range: ByteRange
    var end: Int
  }

  /// What a pair of parentheses holds.
  struct Result {
    var target: ByteRange
    var title: ByteRange?
    /// The offset after the closing parenthesis, or after the target where there is none.
    var end: Int
    var flags: MarkdownLink.Flags
    var isWebAddress = false
  }

  /// Parentheses in a target nest as deep as other readers allow; it bounds how often a byte is looked at.
  static let maximumDepth = 32

  private let bytes: [UInt8]
  private let limit: Int

  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  // MARK: As CommonMark has it

  /// Reads the parentheses that open at `start`; `nil` where CommonMark sees none of a link.
  func wellFormed(at start: Int) -> Result? {
    let first = skipWhitespace(from: start + 1)
    guard first < limit else { return nil }
    if bytes[first] == Byte.closeParenthesis {
      return Result(target: ByteRange(at: start + 1), title: nil, end: first + 1, flags: .emptyTarget)
    }
    if let end = WebTarget.end(at: first, in: bytes, limit: limit), end < limit, bytes[end] == Byte.closeParenthesis {
      return Result(target: ByteRange(first, end), title: nil, end: end + 1, flags: [], isWebAddress: true)
    }
    guard let target = destination(at: first) else { return nil }
    var result = Result(
      target: target.range, title: nil, end: 0, flags: target.range.isEmpty ? .emptyTarget : [])
    var index = skipWhitespace(from: target.end)
    if index > target.end, let title = title(at: index) {
      result.title = title.range
      index = skipWhitespace(from: title.end)
    }
    guard index < limit, bytes[index] == Byte.closeParenthesis else { return nil }
    result.end = index + 1
    return result
  }

  /// A destination: `<…>` on one line, or bytes without blanks and with balanced parentheses. A template tag is one piece.
  func destination(at start: Int) -> Part? {
    if bytes[start] == Byte.less {
      var index = start + 1
      while index < limit, bytes[index] != Byte.greater {
        if bytes[index].isLineBreak || bytes[index] == Byte.less { return nil }
        index += bytes[index] == Byte.backslash && index + 1 < limit && bytes[index + 1].isPunctuation ? 2 : 1
      }
      return index < limit ? Part(range: ByteRange(start + 1, index), end: index + 1) : nil
    }
    var index = start
    var depth = 0
    while index < limit {
      let byte = bytes[index]
      if byte <= Byte.space || byte == 0x7F { break }
      if byte == Byte.openParenthesis {
        depth += 1
        if depth > Self.maximumDepth { return nil }
      } else if byte == Byte.closeParenthesis {
        if depth == 0 { break }
        depth -= 1
      } else if byte == Byte.openBrace, let end = bytes.endOfTemplate(at: index, limit: limit) {
        index = end
        continue
      }
      index += byte == Byte.backslash && index + 1 < limit && bytes[index + 1].isPunctuation ? 2 : 1
    }
    return index > start && depth == 0 ? Part(range: ByteRange(start, index), end: index) : nil
  }

  /// A title in double quotes, single quotes or parentheses.
  func title(at start: Int) -> Part? {
    guard start < limit else { return nil }
    let close: UInt8
    switch bytes[start] {
    case Byte.doubleQuote, Byte.singleQuote: close = bytes[start]
    case Byte.openParenthesis: close = Byte.closeParenthesis
    default: return nil
    }
    var index = start + 1
    while index < limit, bytes[index] != close {
      if bytes[index] == Byte.openParenthesis, close == Byte.closeParenthesis { return nil }
      index += bytes[index] == Byte.backslash ? 2 : 1
    }
    return index < limit ? Part(range: ByteRange(start + 1, index), end: index + 1) : nil
  }

  func skipWhitespace(from start: Int) -> Int {
    var index = start
    while index < limit, bytes[index].isWhitespace { index += 1 }
    return index
  }

  // MARK: As people write it

  /// Reads parentheses of which CommonMark makes nothing: a target with raw blanks, one that a line end cuts, or one whose
  /// parenthesis is never closed; only where it looks like a target.
  func malformed(at start: Int) -> Result? {
    guard let close = close(from: start + 1) else { return nil }
    if close < limit, bytes[close] == Byte.closeParenthesis { return malformed(ByteRange(start + 1, close)) }
    return cut(ByteRange(start + 1, close)) ?? unclosed(bytes.trimmed(ByteRange(start + 1, close)))
  }

  /// The offset of the parenthesis that closes what is open at `start`, or of the end of its line; `nil` where
  /// parentheses nest too deep.
  private func close(from start: Int) -> Int? {
    var index = start
    var depth = 0
    while index < limit, !bytes[index].isLineBreak {
      let byte = bytes[index]
      if byte == Byte.openParenthesis {
        depth += 1
        if depth > Self.maximumDepth { return nil }
      } else if byte == Byte.closeParenthesis {
        if depth == 0 { return index }
        depth -= 1
      }
      index += byte == Byte.backslash && index + 1 < limit && bytes[index + 1].isPunctuation ? 2 : 1
    }
    return min(index, limit)
  }

  /// Reads what a pair of parentheses holds, or the rest of a line after `[label]:`.
  func malformed(_ content: ByteRange) -> Result? {
    var target = bytes.trimmed(content)
    guard looksLikeTarget(target) || holdsLink(target) || looksLikeFile(target) else { return nil }
    var title: ByteRange?
    if let found = looseTitle(in: target) {
      title = found
      var end = found.start
      while end > target.start, !bytes[end - 1].isWhitespace { end -= 1 }
      target = bytes.trimmed(ByteRange(target.start, end))
    }
    return Result(target: target, title: title, end: content.end + 1, flags: .malformedTarget)
  }

  /// A title that quotes end too early, whose last quote is missing, or that stands in typographic quotes: from the first
  /// quote behind a blank to the one at the end.
  private func looseTitle(in range: ByteRange) -> ByteRange? {
    var index = range.start
    while index + 1 < range.end {
      defer { index += 1 }
      guard bytes[index].isWhitespace else { continue }
      for (open, close) in Self.titleQuotes where bytes.hasBytes(open, at: index + 1, limit: range.end) {
        let start = index + 1 + open.utf8CodeUnitCount
        let end = range.end - close.utf8CodeUnitCount
        if end >= start, bytes.hasBytes(close, at: end, limit: range.end) { return ByteRange(start, end) }
        // An apostrophe, or a quote that is closed before the end, opens no title.
        let isOpen = bytes[index + 1] == Byte.doubleQuote && !bytes[start..<range.end].contains(Byte.doubleQuote)
        return isOpen && start < range.end ? ByteRange(start, range.end) : nil
      }
    }
    return nil
  }

  private static let titleQuotes: [(open: StaticString, close: StaticString)] = [
    ("\"", "\""), ("'", "'"), ("\u{201C}", "\u{201D}"), ("\u{AB}", "\u{BB}"), ("\u{2018}", "\u{2019}"),
  ]

  /// A target that goes on behind the end of its line: what follows there up to the parenthesis has no blank.
  private func cut(_ first: ByteRange) -> Result? {
    let target = bytes.trimmed(first)
    guard first.end < limit, looksLikeAddress(target), !bytes[target.indices].contains(where: \.isWhitespace) else {
      return nil
    }
    let next = skipWhitespace(from: first.end)
    guard let close = close(from: next), close > next, close < limit, bytes[close] == Byte.closeParenthesis,
      !bytes[next..<close].contains(where: \.isWhitespace)
    else { return nil }
    return Result(target: ByteRange(target.start, close), title: nil, end: close + 1, flags: .malformedTarget)
  }

  private func unclosed(_ content: ByteRange) -> Result? {
    var end = content.start
    while end < content.end, !bytes[end].isWhitespace { end += 1 }
    // The end of the sentence is no part of the target.
    while end > content.start, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
    let target = ByteRange(content.start, end)
    // A path is meant as a target where the line ends with it.
    let isLast = bytes[end..<content.end].allSatisfy { ".,;:!?".utf8.contains($0) }
    guard looksLikeAddress(target) || isLast && looksLikeFile(target), !closesWithEscapes(target) else { return nil }
    return Result(target: target, title: nil, end: end, flags: [.malformedTarget, .unclosed])
  }

  /// Whether a parenthesis with a backslash closes the target: kramdown takes it for one.
  private func closesWithEscapes(_ target: ByteRange) -> Bool {
    var depth = 0
    for index in target.start..<min(target.end + 1, limit) {
      if bytes[index] == Byte.openParenthesis { depth += 1 }
      if bytes[index] == Byte.closeParenthesis { depth -= 1 }
      if depth < 0 { return true }
    }
    return false
  }

  // MARK: Definitions

  /// Reads `[label]: target "title"`, whose lines end before `limit` (CommonMark 4.7); `[^1]:` is a footnote and no
  /// definition.
  func definition(at start: Int) -> MarkdownDefinition? {
    var index = start + 1
    guard index < limit, bytes[index] != Byte.caret else { return nil }
    while index < limit, bytes[index] != Byte.closeBracket {
      // A label has 999 characters at most, of four bytes at most.
      if bytes[index] == Byte.openBracket || index - start > 3996 { return nil }
      index += bytes[index] == Byte.backslash ? 2 : 1
    }
    guard index + 1 < limit, bytes[index + 1] == Byte.colon else { return nil }
    let label = ByteRange(start + 1, index)
    guard !bytes.trimmed(label).isEmpty else { return nil }
    let first = skipWhitespace(from: index + 2)
    guard first < limit, let target = destination(at: first) else { return nil }
    var result = MarkdownDefinition(
      range: ByteRange(start, target.end), labelRange: label, targetRange: target.range)
    let afterBlanks = skipWhitespace(from: target.end)
    if afterBlanks > target.end, let title = title(at: afterBlanks), isLineDone(title.end) {
      result.titleRange = title.range
      result.range.end = title.end
      return result
    }
    return isLineDone(target.end) ? result : nil
  }

  /// Whether nothing but blanks follows on the line.
  private func isLineDone(_ start: Int) -> Bool {
    var index = start
    while index < limit, bytes[index].isBlank { index += 1 }
    return index == limit || bytes[index].isLineBreak
  }

  // MARK: What looks like a target

  /// Whether `](` stands in `range`: a link within a target.
  func holdsLink(_ range: ByteRange) -> Bool {
    bytes.firstPair(Byte.closeBracket, Byte.openParenthesis, from: range.start, limit: range.end) != nil
  }

  /// Whether a template tag stands in `range`.
  func holdsTemplate(_ range: ByteRange) -> Bool {
    guard range.count >= 2 else { return false }
    for index in range.start..<(range.end - 1) where bytes[index] == Byte.openBrace {
      if bytes[index + 1] == Byte.openBrace || bytes[index + 1] == Byte.percent { return true }
    }
    return false
  }

  /// Whether `range` starts like a link target: a scheme, a path, a fragment, an e-mail address, a host name.
  func looksLikeTarget(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    if looksLikeAddress(range) { return true }
    switch bytes[range.start] {
    case Byte.slash, Byte.hash: return true
    case Byte.less: return looksLikeAddress(ByteRange(range.start + 1, range.end))
    case Byte.dot where bytes.hasBytes("./", at: range.start, limit: range.end): return true
    case Byte.dot where bytes.hasBytes("../", at: range.start, limit: range.end): return true
    case Byte.openBrace where holdsTemplate(range): return true
    default: break
    }
    // A host name: in its first word a dot with two letters or more on its right.
    var index = range.start
    while index < range.end, !bytes[index].isWhitespace, bytes[index] != Byte.slash { index += 1 }
    let word = ByteRange(range.start, index)
    guard let dot = bytes[word.indices].lastIndex(of: Byte.dot), dot > word.start, word.end - dot > 2 else {
      return false
    }
    return bytes[(dot + 1)..<word.end].allSatisfy(\.isLetter)
  }

  /// Whether `range` is beyond doubt a place within the site: an anchor, a path, a file of a kind that pages link to.
  func looksLikeFile(_ range: ByteRange) -> Bool {
    guard range.count >= 2 else { return false }
    let text = bytes[range.indices]
    let last = text[(text.lastIndex(of: Byte.slash).map { $0 + 1 } ?? range.start)...]
    let hasExtension = Self.pageExtensions.contains {
      bytes.hasLetters($0, at: range.end - $0.utf8CodeUnitCount, limit: range.end)
    }
    guard !text.contains(where: \.isWhitespace) else {
      // Blanks in a name: only a path to a file is beyond doubt.
      return hasExtension && (text.contains(Byte.slash) || !text.prefix(while: { $0 != Byte.space }).contains(Byte.dot))
    }
    if text.first == Byte.hash { return bytes[range.start + 1].isLetter && range.count > 3 }
    if bytes.hasBytes("./", at: range.start, limit: range.end) { return true }
    if bytes.hasBytes("../", at: range.start, limit: range.end) { return true }
    if text.first == Byte.slash {
      return range.count > 4 && bytes[range.start + 1].isLetter
        && !Self.units.contains { isWord($0, ByteRange(range.start + 1, range.end)) }
    }
    return hasExtension && last.first != Byte.dot
  }

  private func isWord(_ word: StaticString, _ range: ByteRange) -> Bool {
    range.count == word.utf8CodeUnitCount && bytes.hasLetters(word, at: range.start, limit: range.end)
  }

  /// What files that pages link to end with.
  private static let pageExtensions: [StaticString] = [
    ".md", ".html", ".htm", ".pdf", ".doc", ".docx", ".odt", ".ods", ".xls", ".xlsx", ".ppt", ".pptx", ".csv", ".png",
    ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".zip",
  ]

  /// What a slash before makes a rate of: `(/jour)` is no path.
  private static let units: [StaticString] = ["jour", "mois", "semaine", "heure", "week", "month", "year", "hour"]

  /// Whether `range` is beyond doubt an address of the web or of mail.
  func looksLikeAddress(_ range: ByteRange) -> Bool {
    if Self.startsWithKnownScheme(bytes, range) { return true }
    if bytes.hasLetters("www.", at: range.start, limit: range.end) { return true }
    var index = range.start
    while index < range.end, !bytes[index].isWhitespace, bytes[index] != Byte.slash {
      if bytes[index] == Byte.at {
        return index > range.start && index + 1 < range.end && bytes[index + 1].isAlphanumeric
      }
      index += 1
    }
    return false
  }

  /// Whether `range` starts with a scheme that people link to, a doubled or misspelled one of the web included.
  static func startsWithKnownScheme(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let schemes: [StaticString] = ["http", "mailto", "tel:", "ftp:"]
    return schemes.contains { bytes.hasLetters($0, at: range.start, limit: range.end) }
      && bytes[range.start..<min(range.end, range.start + 16)].contains(Byte.colon)
  }
}
