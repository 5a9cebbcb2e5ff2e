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
  }

  /// Parentheses in a target nest as deep as other readers allow; it bounds how often a byte is looked at.
  static let maximumDepth = 32

  private let bytes: [UInt8]
  private let limit: Int

  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// Reads the parentheses that open at `start`: as CommonMark does, else what was probably meant, else `nil`.
  func parentheses(at start: Int) -> Result? {
    wellFormed(at: start) ?? malformed(at: start)
  }

  // MARK: As CommonMark has it

  private func wellFormed(at start: Int) -> Result? {
    let first = skipWhitespace(from: start + 1)
    guard first < limit else { return nil }
    if bytes[first] == Byte.closeParenthesis {
      return Result(target: ByteRange(at: start + 1), title: nil, end: first + 1, flags: .emptyTarget)
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
        if Byte.isLineEnd(bytes[index]) || bytes[index] == Byte.less { return nil }
        index += bytes[index] == Byte.backslash && index + 1 < limit && Byte.isPunctuation(bytes[index + 1]) ? 2 : 1
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
      } else if byte == Byte.openBrace, let end = endOfTemplate(at: index) {
        index = end
        continue
      }
      index += byte == Byte.backslash && index + 1 < limit && Byte.isPunctuation(bytes[index + 1]) ? 2 : 1
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

  /// The offset after the template tag that opens at `start`, on one line and no longer than templates are.
  private func endOfTemplate(at start: Int) -> Int? {
    guard start + 1 < limit, bytes[start + 1] == Byte.openBrace || bytes[start + 1] == Byte.percent else { return nil }
    let close = bytes[start + 1] == Byte.percent ? Byte.percent : Byte.closeBrace
    return bytes.firstPair(close, Byte.closeBrace, from: start + 2, limit: min(limit, start + 200)).map { $0 + 2 }
  }

  func skipWhitespace(from start: Int) -> Int {
    var index = start
    while index < limit, Byte.isWhitespace(bytes[index]) { index += 1 }
    return index
  }

  // MARK: As people write it

  /// A target with raw blanks, or one whose parenthesis is never closed; on one line, and only where it looks like one.
  private func malformed(at start: Int) -> Result? {
    var index = start + 1
    var depth = 0
    while index < limit, !Byte.isLineEnd(bytes[index]) {
      let byte = bytes[index]
      if byte == Byte.openParenthesis {
        depth += 1
        if depth > Self.maximumDepth { return nil }
      } else if byte == Byte.closeParenthesis {
        if depth == 0 { return malformed(ByteRange(start + 1, index)) }
        depth -= 1
      }
      index += byte == Byte.backslash && index + 1 < limit && Byte.isPunctuation(bytes[index + 1]) ? 2 : 1
    }
    return unclosed(bytes.trimmed(ByteRange(start + 1, min(index, limit))))
  }

  private func malformed(_ content: ByteRange) -> Result? {
    var target = bytes.trimmed(content)
    guard looksLikeTarget(target) || holdsLink(target) else { return nil }
    var title: ByteRange?
    if target.count > 2, bytes[target.end - 1] == Byte.doubleQuote {
      let inner = ByteRange(target.start, target.end - 1)
      if let quote = bytes[inner.indices].lastIndex(of: Byte.doubleQuote), quote > target.start,
        Byte.isBlank(bytes[quote - 1])
      {
        title = ByteRange(quote + 1, inner.end)
        target = bytes.trimmed(ByteRange(target.start, quote))
      }
    }
    return Result(target: target, title: title, end: content.end + 1, flags: .malformedTarget)
  }

  private func unclosed(_ content: ByteRange) -> Result? {
    var end = content.start
    while end < content.end, !Byte.isWhitespace(bytes[end]) { end += 1 }
    let target = ByteRange(content.start, end)
    guard looksLikeAddress(target) else { return nil }
    return Result(target: target, title: nil, end: end, flags: [.malformedTarget, .unclosed])
  }

  // MARK: What looks like a target

  /// Whether `](` stands in `range`: a link within a target.
  func holdsLink(_ range: ByteRange) -> Bool {
    bytes.firstPair(Byte.closeBracket, Byte.openParenthesis, from: range.start, limit: range.end) != nil
  }

  /// Whether a template tag stands in `range`.
  func holdsTemplate(_ range: ByteRange) -> Bool {
    bytes.firstPair(Byte.openBrace, Byte.openBrace, from: range.start, limit: range.end) != nil
      || bytes.firstPair(Byte.openBrace, Byte.percent, from: range.start, limit: range.end) != nil
  }

  /// Whether `range` starts like a link target: a scheme, a path, a fragment, an e-mail address, a host name.
  func looksLikeTarget(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    if looksLikeAddress(range) { return true }
    switch bytes[range.start] {
    case Byte.slash, Byte.hash, Byte.less: return true
    case Byte.dot where bytes.hasBytes("./", at: range.start, limit: range.end): return true
    case Byte.dot where bytes.hasBytes("../", at: range.start, limit: range.end): return true
    case Byte.openBrace where holdsTemplate(range): return true
    default: break
    }
    // A host name: in its first word a dot with two letters or more on its right.
    var index = range.start
    while index < range.end, !Byte.isWhitespace(bytes[index]), bytes[index] != Byte.slash { index += 1 }
    let word = ByteRange(range.start, index)
    guard let dot = bytes[word.indices].lastIndex(of: Byte.dot), dot > word.start, word.end - dot > 2 else {
      return false
    }
    return bytes[(dot + 1)..<word.end].allSatisfy(Byte.isLetter)
  }

  /// Whether `range` is beyond doubt an address of the web or of mail.
  func looksLikeAddress(_ range: ByteRange) -> Bool {
    if Self.startsWithKnownScheme(bytes, range) { return true }
    if bytes.hasLetters("www.", at: range.start, limit: range.end) { return true }
    var index = range.start
    while index < range.end, !Byte.isWhitespace(bytes[index]), bytes[index] != Byte.slash {
      if bytes[index] == Byte.at {
        return index > range.start && index + 1 < range.end && Byte.isAlphanumeric(bytes[index + 1])
      }
      index += 1
    }
    return false
  }

  /// Whether `range` starts with a scheme that people link to, a doubled or misspelled one of the web included.
  static func startsWithKnownScheme(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let schemes: [StaticString] = ["http", "mailto:", "tel:", "ftp:"]
    return schemes.contains { bytes.hasLetters($0, at: range.start, limit: range.end) }
      && bytes[range.start..<min(range.end, range.start + 16)].contains(Byte.colon)
  }
}
