import SourceText

/// A `[` that waits for its `]`.
struct LinkOpener {
  /// The offset of `[`, `![` or `\[`.
  var start: Int
  var isImage = false
  var isEscaped = false
  /// Whether other brackets stand inside, so that the text is no label.
  var holdsBrackets = false
  /// Whether a link stands inside: CommonMark then makes none of the outer brackets.
  var holdsLink = false
  /// Whether an address in angle brackets, or an `<a>`, stands inside.
  var holdsAnchor = false

  /// Where the text starts.
  var textStart: Int { start + (isImage || isEscaped ? 2 : 1) }
}

/// Reads what follows the `]` of a text: the target, the label, or what people write instead (CommonMark 6.3).
struct LinkReader {
  let bytes: [UInt8]
  let definitions: DefinitionIndex
  /// The start and the end of the paragraph.
  var segment = ByteRange(at: 0)

  private var limit: Int { segment.end }

  init(bytes: [UInt8], definitions: DefinitionIndex) {
    self.bytes = bytes
    self.definitions = definitions
  }

  // MARK: As CommonMark has it

  /// The link that CommonMark makes of `opener` and the unescaped `]` at `textEnd`.
  func link(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    guard !opener.isEscaped, !opener.holdsLink || opener.isImage else { return nil }
    if let found = wellFormed(after) { return made(opener, textEnd: textEnd, found, []) }
    return reference(opener, textEnd: textEnd, after: after)
  }

  private func wellFormed(_ after: Int) -> TargetScan.Result? {
    guard after < limit, bytes[after] == Byte.openParenthesis else { return nil }
    return TargetScan(bytes, limit: limit).wellFormed(at: after)
  }

  /// `[text][label]`, `[text][]`, `[label]`, where the label is defined.
  private func reference(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    guard !definitions.isEmpty else { return nil }
    let text = ByteRange(opener.textStart, textEnd)
    let label = label(after)
    guard label?.isFull == true || !opener.holdsBrackets else { return nil }
    let named = label?.isFull == true ? label?.range ?? text : text
    guard let definition = definitions.definition(of: named, in: bytes) else { return nil }
    var link = MarkdownLink(
      ByteRange(opener.start, label?.end ?? after), text: text, target: named, kind: .reference,
      isImage: opener.isImage)
    link.definition = definition
    return link
  }

  /// The label in brackets at `start`; one of blanks alone names nothing.
  private func label(_ start: Int) -> (range: ByteRange, end: Int, isFull: Bool)? {
    guard start < limit, bytes[start] == Byte.openBracket else { return nil }
    var close = start + 1
    while close < limit, close - start <= 1000, bytes[close] != Byte.closeBracket {
      if bytes[close] == Byte.openBracket { return nil }
      close += bytes[close] == Byte.backslash ? 2 : 1
    }
    guard close < limit, bytes[close] == Byte.closeBracket else { return nil }
    let range = ByteRange(start + 1, close)
    return (range, close + 1, !bytes.trimmed(range).isEmpty)
  }

  private func made(
    _ opener: LinkOpener, textEnd: Int, _ found: TargetScan.Result, _ flags: MarkdownLink.Flags
  ) -> MarkdownLink {
    var link = MarkdownLink(
      ByteRange(opener.start, found.end), text: ByteRange(opener.textStart, textEnd), target: found.target,
      kind: .inline, isImage: opener.isImage, flags: flags.union(found.flags))
    link.titleRange = found.title
    link.isWebAddress = found.isWebAddress
    return link
  }

  // MARK: As people write it

  /// What was probably meant as a link where CommonMark sees none.
  func brokenLink(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    if let link = brokenInline(opener, textEnd: textEnd, after: after, isEscaped: false) { return link }
    if opener.isEscaped { return nil }
    return gapped(opener, textEnd: textEnd, after: after) ?? undefined(opener, textEnd: textEnd, after: after)
      ?? reversed(opener, textEnd: textEnd, after: after)
      ?? brokenDefinition(opener, textEnd: textEnd, after: after)
  }

  /// `[text](target)` with another link inside, or badly written; with an escaped bracket only where the target looks
  /// like one.
  func brokenInline(_ opener: LinkOpener, textEnd: Int, after: Int, isEscaped: Bool) -> MarkdownLink? {
    guard after < limit, bytes[after] == Byte.openParenthesis else { return nil }
    let scan = TargetScan(bytes, limit: limit)
    guard let found = scan.wellFormed(at: after) ?? scan.malformed(at: after) else { return nil }
    var flags: MarkdownLink.Flags = .unrecognised
    if opener.isEscaped { flags.insert(.escapedOpening) }
    if isEscaped { flags.insert(.escapedClosing) }
    if opener.isEscaped || isEscaped, !scan.looksLikeAddress(found.target), !scan.holdsLink(found.target) {
      return nil
    }
    return made(opener, textEnd: textEnd, found, flags)
  }

  /// `[text] (target)` and `([text])(target)`, where the target is one beyond doubt.
  private func gapped(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    guard after < limit else { return nil }
    var open = after
    var flags: MarkdownLink.Flags = [.spaceBeforeTarget, .unrecognised]
    if bytes[after] == Byte.closeParenthesis {
      guard opener.start > segment.start, bytes[opener.start - 1] == Byte.openParenthesis else { return nil }
      open += 1
      flags = [.parenthesisBeforeTarget, .unrecognised]
    } else {
      while open < limit, open - after < 100, let length = lengthOfBlank(at: open) { open += length }
    }
    guard open > after, open < limit, bytes[open] == Byte.openParenthesis, opener.textStart < textEnd else {
      return nil
    }
    let scan = TargetScan(bytes, limit: limit)
    guard let found = scan.wellFormed(at: open) ?? scan.malformed(at: open), !found.flags.contains(.unclosed),
      scan.looksLikeAddress(found.target) || !found.flags.contains(.malformedTarget) && scan.looksLikeFile(found.target)
    else { return nil }
    var link = made(opener, textEnd: textEnd, found, flags)
    link.gapRange = ByteRange(after, open)
    return link
  }

  /// The length of the blank at `index`, which may be a no-break space.
  private func lengthOfBlank(at index: Int) -> Int? {
    if bytes[index].isBlank { return 1 }
    if bytes.hasBytes("\u{A0}", at: index, limit: limit) { return 2 }
    return bytes.hasBytes("\u{202F}", at: index, limit: limit) ? 3 : nil
  }

  /// `[text][label]` without a definition; a footnote (`[^1]`) is none.
  private func undefined(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    let text = ByteRange(opener.textStart, textEnd)
    // `[a][b](c)` is a text and a link; `[ ][x]` and `[a][^1]` are no references.
    guard let label = label(after), label.isFull, !opener.holdsLink, bytes[label.range.start] != Byte.caret,
      !bytes.trimmed(text).isEmpty, bytes[text.start] != Byte.caret,
      label.end >= limit || bytes[label.end] != Byte.openParenthesis
    else { return nil }
    return MarkdownLink(
      ByteRange(opener.start, label.end), text: text, target: label.range, kind: .reference, isImage: opener.isImage,
      flags: [.undefinedReference, .unrecognised])
  }

  /// `(text)[target]`, where the target is one beyond doubt; `(text) [https://…]` too.
  private func reversed(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    let target = ByteRange(opener.textStart, textEnd)
    let scan = TargetScan(bytes, limit: limit)
    let isApart = opener.start > segment.start + 2 && bytes[opener.start - 1] == Byte.space
    let close = opener.start - (isApart ? 2 : 1)
    guard !opener.isImage, close > segment.start, bytes[close] == Byte.closeParenthesis,
      !isApart || TargetScan.startsWithKnownScheme(bytes, target),
      !bytes[target.indices].contains(where: \.isWhitespace),
      scan.looksLikeAddress(target)
        || Self.paths.contains(where: { bytes.hasBytes($0, at: target.start, limit: target.end) })
          && scan.looksLikeFile(target)
    else { return nil }
    var open = close
    // A text is shorter than a paragraph: no search goes far.
    while open > segment.start, close - open < 200, bytes[open] != Byte.openParenthesis,
      bytes[open - 1] != Byte.closeParenthesis
    {
      open -= 1
    }
    guard bytes[open] == Byte.openParenthesis, open + 1 < close else { return nil }
    var link = MarkdownLink(
      ByteRange(open, after), text: ByteRange(open + 1, close), target: target, kind: .inline,
      flags: [.reversed, .unrecognised])
    if isApart { link.gapRange = ByteRange(close + 1, opener.start) }
    return link
  }

  private static let paths: [StaticString] = ["/", "./", "../"]

  /// `[label]: target "title"` at the start of a line, of which CommonMark makes no definition: a blank in the target, a
  /// title that breaks off.
  private func brokenDefinition(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    guard after < limit, bytes[after] == Byte.colon, !opener.isImage, bytes[opener.textStart] != Byte.caret,
      isFirstInLine(opener.start)
    else { return nil }
    var end = after + 1
    while end < limit, !bytes[end].isLineBreak { end += 1 }
    let scan = TargetScan(bytes, limit: limit)
    let content = bytes.trimmed(ByteRange(after + 1, end))
    // What stands behind braces is for other readers of Markdown, and a template.
    guard TargetScan.startsWithKnownScheme(bytes, content),
      let blank = bytes[content.indices].firstIndex(where: \.isBlank),
      !bytes[content.indices].contains(Byte.openBrace), let found = scan.malformed(content)
    else { return nil }
    let rest = ByteRange(blank, content.end)
    // Words behind an address are a remark, and all is text.
    guard
      found.title != nil || scan.looksLikeFile(content) || bytes[rest.indices].contains(where: Self.isOfAddress)
    else { return nil }
    var link = MarkdownLink(
      ByteRange(opener.start, end), text: ByteRange(opener.textStart, textEnd), target: found.target, kind: .inline,
      flags: [.malformedTarget, .unrecognised])
    link.titleRange = found.title
    return link
  }

  /// Signs that stand in addresses and hardly in sentences.
  private static func isOfAddress(_ byte: UInt8) -> Bool { "/?&=#%@".utf8.contains(byte) }

  private func isFirstInLine(_ start: Int) -> Bool {
    var index = start
    while index > segment.start, bytes[index - 1].isBlank { index -= 1 }
    return index == segment.start || bytes[index - 1].isLineBreak
  }

  /// Whether a reader sees nothing: blanks of every kind, also as character references, and zero-width characters.
  func isBlankText(_ range: ByteRange) -> Bool {
    var index = range.start
    while index < range.end {
      if bytes[index].isWhitespace {
        index += 1
      } else if bytes[index] == Byte.ampersand {
        guard let reference = CharacterReference.read(at: index, in: bytes, limit: range.end),
          Self.isUnseen(reference.value)
        else { return false }
        index += reference.length
      } else {
        guard bytes[index] >= 0x80, let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes),
          Self.isUnseen(scalar)
        else { return false }
        index += length
      }
    }
    return true
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0xAD, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
