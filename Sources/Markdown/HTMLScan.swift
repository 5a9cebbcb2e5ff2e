import SourceText

/// Reads what starts with `<` inside a text: tags, comments, autolinks (CommonMark 6.5 and 6.6).
struct HTMLScan {
  /// What stands between `<` and `>`.
  enum Item {
    /// A comment, a declaration or a processing instruction.
    case comment
    /// An opening tag.
    case open(Tag)
    /// A closing tag; whether it closes `<a>`.
    case close(isAnchor: Bool)
    /// An address in angle brackets; malformed when it holds blanks, and then CommonMark sees text.
    case autolink(isMalformed: Bool)
  }

  /// An opening tag, as far as links go.
  struct Tag {
    var isAnchor = false
    var isImage = false
    var isSelfClosing = false
    /// The value of `href` or `src`.
    var target: ByteRange?
    /// The value of `alt`.
    var alt: ByteRange?
    /// The value of `title`.
    var title: ByteRange?
    /// Whether it has an attribute that gives it a name or a look: `title`, `id`, `name`, `class`, `style`, `aria-…`.
    var hasLook = false
  }

  private let bytes: [UInt8]
  private let limit: Int
  /// Marks that do not occur any more before `limit`, so that they are not looked for again.
  private var hasNoCommentEnd = false
  private var hasNoGreater = false
  private var hasNoInstructionEnd = false
  private var hasNoCharacterDataEnd = false

  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// The item whose `<` is at `start` and the offset after it, or `nil` where the `<` is a plain one.
  mutating func item(at start: Int) -> (item: Item, end: Int)? {
    guard start + 1 < limit else { return nil }
    let byte = bytes[start + 1]
    if byte == Byte.exclamation || byte == Byte.question { return declaration(at: start) }
    if byte == Byte.slash { return closingTag(at: start) }
    if let end = autolink(at: start) { return (.autolink(isMalformed: false), end) }
    guard byte.isLetter else { return nil }
    if let found = openingTag(at: start) { return found }
    return malformedAutolink(at: start).map { (.autolink(isMalformed: true), $0) }
  }

  // MARK: Comments and declarations

  private mutating func declaration(at start: Int) -> (item: Item, end: Int)? {
    if bytes.hasBytes("<!--", at: start, limit: limit) {
      guard !hasNoCommentEnd else { return nil }
      guard let end = Self.endOfComment(at: start, in: bytes, limit: limit) else {
        hasNoCommentEnd = true
        return nil
      }
      return (.comment, end)
    }
    if bytes[start + 1] == Byte.question {
      guard !hasNoInstructionEnd else { return nil }
      let end = bytes.firstPair(Byte.question, Byte.greater, from: start + 2, limit: limit)
      hasNoInstructionEnd = end == nil
      return end.map { (.comment, $0 + 2) }
    }
    if bytes.hasBytes("<![CDATA[", at: start, limit: limit) { return characterData(at: start) }
    guard start + 2 < limit, bytes[start + 2].isLetter, !hasNoGreater else { return nil }
    let end = bytes[start..<limit].firstIndex(of: Byte.greater)
    hasNoGreater = end == nil
    return end.map { (.comment, $0 + 1) }
  }

  private mutating func characterData(at start: Int) -> (item: Item, end: Int)? {
    guard !hasNoCharacterDataEnd else { return nil }
    var index = start + 9
    while let close = bytes.firstPair(Byte.closeBracket, Byte.closeBracket, from: index, limit: limit) {
      if bytes.hasBytes(">", at: close + 2, limit: limit) { return (.comment, close + 3) }
      index = close + 1
    }
    hasNoCharacterDataEnd = true
    return nil
  }

  /// The offset after the comment that opens at `start`; `<!-->` and `<!--->` are whole comments.
  static func endOfComment(at start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    if bytes.hasBytes(">", at: start + 4, limit: limit) { return start + 5 }
    if bytes.hasBytes("->", at: start + 4, limit: limit) { return start + 6 }
    var index = start + 4
    while let dash = bytes.firstPair(Byte.dash, Byte.dash, from: index, limit: limit) {
      if bytes.hasBytes(">", at: dash + 2, limit: limit) { return dash + 3 }
      index = dash + 1
    }
    return nil
  }

  // MARK: Autolinks

  /// The end of `<scheme:…>` or `<local@domain>`, neither with a blank.
  private func autolink(at start: Int) -> Int? {
    var index = start + 1
    var colon: Int?
    var at: Int?
    while index < limit {
      let byte = bytes[index]
      if byte == Byte.greater { break }
      if byte <= Byte.space || byte == 0x7F || byte == Byte.less { return nil }
      if byte == Byte.colon, colon == nil { colon = index }
      if byte == Byte.at, at == nil { at = index }
      index += 1
    }
    guard index < limit else { return nil }
    if let colon, isScheme(ByteRange(start + 1, colon)) { return index + 1 }
    guard let at, isMailbox(ByteRange(start + 1, index), at: at) else { return nil }
    return index + 1
  }

  /// An e-mail address as CommonMark 6.5 has it, which is that of HTML: no letters outside ASCII, no quotes.
  private func isMailbox(_ range: ByteRange, at: Int) -> Bool {
    guard at > range.start else { return false }
    for index in range.start..<at {
      switch bytes[index] {
      case Byte.doubleQuote, Byte.openParenthesis, Byte.closeParenthesis, UInt8(ascii: ","), Byte.colon,
        UInt8(ascii: ";"), Byte.less, Byte.greater, Byte.at, Byte.openBracket, Byte.backslash, Byte.closeBracket,
        0x80...:
        return false
      default: break
      }
    }
    return bytes[(at + 1)..<range.end].split(separator: Byte.dot, omittingEmptySubsequences: false).allSatisfy {
      label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return first.isAlphanumeric && last.isAlphanumeric
        && label.allSatisfy { $0.isAlphanumeric || $0 == Byte.dash }
    }
  }

  /// The end of `<https://…>` or `<mailto:…>` with blanks inside: no autolink, but meant as one.
  private func malformedAutolink(at start: Int) -> Int? {
    guard TargetScan.startsWithKnownScheme(bytes, ByteRange(start + 1, limit)) else { return nil }
    var index = start + 1
    while index < limit, bytes[index] != Byte.greater {
      if bytes[index].isLineBreak || bytes[index] == Byte.less { return nil }
      index += 1
    }
    return index < limit ? index + 1 : nil
  }

  private func isScheme(_ range: ByteRange) -> Bool {
    guard range.count >= 2, range.count <= 32, bytes[range.start].isLetter else { return false }
    return bytes[range.indices].allSatisfy { byte in
      byte.isAlphanumeric || byte == Byte.plus || byte == Byte.dot || byte == Byte.dash
    }
  }

  // MARK: Tags

  private func closingTag(at start: Int) -> (item: Item, end: Int)? {
    guard start + 2 < limit, bytes[start + 2].isLetter else { return nil }
    var index = start + 2
    while index < limit, bytes[index].isAlphanumeric || bytes[index] == Byte.dash { index += 1 }
    let isAnchor = index == start + 3 && bytes[start + 2] | 0x20 == UInt8(ascii: "a")
    while index < limit, bytes[index].isWhitespace { index += 1 }
    guard index < limit, bytes[index] == Byte.greater else { return nil }
    return (.close(isAnchor: isAnchor), index + 1)
  }

  private func openingTag(at start: Int) -> (item: Item, end: Int)? {
    var index = start + 1
    while index < limit, bytes[index].isAlphanumeric || bytes[index] == Byte.dash { index += 1 }
    var tag = Tag()
    tag.isAnchor = index == start + 2 && bytes[start + 1] | 0x20 == UInt8(ascii: "a")
    tag.isImage = index == start + 4 && bytes.hasLetters("img", at: start + 1, limit: limit)
    while true {
      let blanks = index
      while index < limit, bytes[index].isWhitespace { index += 1 }
      guard index < limit else { return nil }
      if bytes[index] == Byte.greater { return (.open(tag), index + 1) }
      if bytes[index] == Byte.slash {
        guard index + 1 < limit, bytes[index + 1] == Byte.greater else { return nil }
        tag.isSelfClosing = true
        return (.open(tag), index + 2)
      }
      guard index > blanks, let end = attribute(at: index, &tag) else { return nil }
      index = end
    }
  }

  /// Reads one attribute, keeps its value where it is a link's, and returns the offset after it.
  private func attribute(at start: Int, _ tag: inout Tag) -> Int? {
    var index = start
    while index < limit, isAttributeNameByte(bytes[index]) { index += 1 }
    guard index > start, !bytes[start].isDigit, bytes[start] != Byte.dash, bytes[start] != Byte.dot else {
      return nil
    }
    let name = ByteRange(start, index)
    if tag.isAnchor,
      Self.looks.contains(where: { isName($0, name) }) || bytes.hasLetters("aria-", at: start, limit: index)
    {
      tag.hasLook = true
    }
    var equals = index
    while equals < limit, bytes[equals].isWhitespace { equals += 1 }
    guard equals < limit, bytes[equals] == Byte.equals else { return index }
    index = equals + 1
    while index < limit, bytes[index].isWhitespace { index += 1 }
    guard index < limit else { return nil }
    let quote = bytes[index]
    let value: ByteRange
    if quote == Byte.doubleQuote || quote == Byte.singleQuote {
      guard let end = endOfValue(from: index + 1, quote) else { return nil }
      value = ByteRange(index + 1, end)
      index = end + 1
    } else {
      let first = index
      while index < limit, !bytes[index].isWhitespace, !isUnquotedStop(bytes[index]) { index += 1 }
      guard index > first else { return nil }
      value = ByteRange(first, index)
    }
    if tag.isAnchor ? isName("href", name) : tag.isImage && isName("src", name) { tag.target = tag.target ?? value }
    if tag.isImage, isName("alt", name) { tag.alt = value }
    if isName("title", name) { tag.title = value }
    return index
  }

  private static let looks: [StaticString] = ["class", "title", "id", "name", "style"]

  /// The offset of the quote that ends a value; quotes inside a template tag are the template's.
  private func endOfValue(from start: Int, _ quote: UInt8) -> Int? {
    var index = start
    while index < limit, bytes[index] != quote {
      index = bytes[index] == Byte.openBrace ? bytes.endOfTemplate(at: index, limit: limit) ?? index + 1 : index + 1
    }
    return index < limit ? index : nil
  }

  private func isName(_ expected: StaticString, _ name: ByteRange) -> Bool {
    name.count == expected.utf8CodeUnitCount && bytes.hasLetters(expected, at: name.start, limit: name.end)
  }

  private func isAttributeNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == Byte.underscore || byte == Byte.colon || byte == Byte.dot
      || byte == Byte.dash
  }

  private func isUnquotedStop(_ byte: UInt8) -> Bool {
    byte == Byte.doubleQuote || byte == Byte.singleQuote || byte == Byte.equals || byte == Byte.less
      || byte == Byte.greater || byte == Byte.backtick
  }
}
