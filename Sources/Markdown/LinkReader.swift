import SourceText

/// A `[` that waits for its `]`.
struct LinkOpener {
  /// The offset of `[`, `![` or `\[`.
  var start: Int
  var isImage = false
  var isEscaped = false
  /// Whether other brackets stand inside, so that the text is no label.
  var holdsBrackets = false
  var holdsLink = false

  /// Where the text starts.
  var textStart: Int { start + (isImage || isEscaped ? 2 : 1) }
}

/// Reads what follows the `]` of a text: the target, the label, or what people write instead (CommonMark 6.3).
struct LinkReader {
  let bytes: [UInt8]
  let definitions: DefinitionIndex
  /// The end of the paragraph.
  var limit = 0

  /// The link that an unescaped `]` at `textEnd` makes with `opener`.
  func link(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    if let link = inlineLink(opener, textEnd: textEnd, after: after, isEscaped: false) { return link }
    if opener.isEscaped { return nil }
    if let link = reference(opener, textEnd: textEnd, after: after) { return link }
    return gappedLink(opener, textEnd: textEnd, after: after)
  }

  /// `[text](target)`; with an escaped bracket only where the target looks like one.
  func inlineLink(_ opener: LinkOpener, textEnd: Int, after: Int, isEscaped: Bool) -> MarkdownLink? {
    guard after < limit, bytes[after] == Byte.openParenthesis else { return nil }
    let scan = TargetScan(bytes, limit: limit)
    guard let found = scan.parentheses(at: after) else { return nil }
    var flags = found.flags
    if opener.isEscaped { flags.insert(.escapedOpening) }
    if isEscaped { flags.insert(.escapedClosing) }
    if opener.isEscaped || isEscaped, !scan.looksLikeAddress(found.target), !scan.holdsLink(found.target) {
      return nil
    }
    return made(opener, textEnd: textEnd, found, flags)
  }

  /// `[text] (target)` and `([text])(target)`, where the target is an address beyond doubt.
  private func gappedLink(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    guard after < limit else { return nil }
    var open = after
    var flags: MarkdownLink.Flags = .spaceBeforeTarget
    if bytes[after] == Byte.closeParenthesis {
      guard opener.start > 0, bytes[opener.start - 1] == Byte.openParenthesis else { return nil }
      open += 1
      flags = .parenthesisBeforeTarget
    } else {
      while open < limit, open - after < 100, Byte.isBlank(bytes[open]) { open += 1 }
    }
    guard open > after, open < limit, bytes[open] == Byte.openParenthesis else { return nil }
    let scan = TargetScan(bytes, limit: limit)
    guard let found = scan.parentheses(at: open), scan.looksLikeAddress(found.target), !found.flags.contains(.unclosed)
    else { return nil }
    var link = made(opener, textEnd: textEnd, found, flags.union(found.flags))
    link.gapRange = ByteRange(after, open)
    return link
  }

  private func made(
    _ opener: LinkOpener, textEnd: Int, _ found: TargetScan.Result, _ flags: MarkdownLink.Flags
  ) -> MarkdownLink {
    var link = MarkdownLink(
      ByteRange(opener.start, found.end), text: ByteRange(opener.textStart, textEnd), target: found.target,
      kind: .inline, isImage: opener.isImage, flags: flags)
    link.titleRange = found.title
    return link
  }

  /// `[text][label]`, `[text][]`, `[label]`; a footnote (`[^1]`) is none.
  private func reference(_ opener: LinkOpener, textEnd: Int, after: Int) -> MarkdownLink? {
    let text = ByteRange(opener.textStart, textEnd)
    var label = text
    var end = after
    var isFull = false
    if after < limit, bytes[after] == Byte.openBracket {
      var close = after + 1
      while close < limit, close - after <= 1000, bytes[close] != Byte.closeBracket {
        if bytes[close] == Byte.openBracket { break }
        close += bytes[close] == Byte.backslash ? 2 : 1
      }
      if close < limit, bytes[close] == Byte.closeBracket {
        end = close + 1
        isFull = !bytes.trimmed(ByteRange(after + 1, close)).isEmpty
        if isFull { label = ByteRange(after + 1, close) }
      }
    }
    guard isFull || !opener.holdsBrackets else { return nil }
    var link = MarkdownLink(
      ByteRange(opener.start, end), text: text, target: label, kind: .reference, isImage: opener.isImage)
    link.definition = definitions.definition(of: label, in: bytes)
    if link.definition != nil { return link }
    // `[a][b](c)` is a text and a link; `[ ][x]` and `[a][^1]` are no references.
    guard isFull, bytes[label.start] != Byte.caret, !bytes.trimmed(text).isEmpty, bytes[text.start] != Byte.caret,
      end >= limit || bytes[end] != Byte.openParenthesis
    else { return nil }
    link.flags.insert(.undefinedReference)
    return link
  }

  /// Whether a reader sees nothing: ASCII blanks, non-breaking and zero-width spaces.
  func isBlankText(_ range: ByteRange) -> Bool {
    var index = range.start
    while index < range.end {
      if Byte.isWhitespace(bytes[index]) {
        index += 1
      } else if bytes.hasBytes("\u{A0}", at: index, limit: range.end) {
        index += 2
      } else if bytes.hasBytes("\u{200B}", at: index, limit: range.end)
        || bytes.hasBytes("\u{202F}", at: index, limit: range.end)
        || bytes.hasBytes("\u{FEFF}", at: index, limit: range.end)
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
