import SourceText

/// Finds links, code spans, HTML and addresses in the text of one paragraph after the other (CommonMark 6).
///
/// Opening brackets wait on a stack for their `]`; what follows the `]` says whether they make a link. Unlike CommonMark,
/// a link inside a link's text does not undo the outer one: both are reported, and the outer one says so.
struct InlineScanner {
  /// A `[` that waits for its `]`.
  struct Opener {
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

  /// Brackets that are open at the same time; the outermost are forgotten beyond it.
  private static let maximumDepth = 1024

  let bytes: [UInt8]
  let definitions: DefinitionIndex
  /// Whether this scans the target of a link: links are kept, regions are not, and it goes no deeper.
  private let isInsideTarget: Bool

  private(set) var regions: [MarkdownRegion] = []
  private(set) var links: [MarkdownLink] = []

  private var limit = 0
  /// The offset after what was understood last: no address reaches back before it.
  private var consumed = 0
  private var openers: [Opener] = []
  /// How many of the openers are not escaped.
  private var plainOpeners = 0
  private var anchor: (start: Int, tagEnd: Int, tag: HTMLScan.Tag, holdsLink: Bool)?
  private var html: HTMLScan
  private var backticks = BacktickRuns()
  private var hasNoTemplateEnd = false

  init(_ bytes: [UInt8], definitions: DefinitionIndex, isInsideTarget: Bool = false) {
    self.bytes = bytes
    self.definitions = definitions
    self.isInsideTarget = isInsideTarget
    html = HTMLScan(bytes, limit: 0)
  }

  /// Scans `segment`, in which every link starts and ends.
  mutating func scan(_ segment: ByteRange) {
    limit = segment.end
    consumed = segment.start
    openers.removeAll(keepingCapacity: true)
    plainOpeners = 0
    html = HTMLScan(bytes, limit: limit)
    backticks = BacktickRuns()
    hasNoTemplateEnd = false
    var position = nextInteresting(from: segment.start)
    while position < limit {
      position = nextInteresting(from: step(at: position))
    }
    endAnchor(at: limit, end: limit)
  }

  private func nextInteresting(from start: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let set = Byte.interesting
      var index = start
      while unsafe index < limit && !set.contains(buffer[index]) { index += 1 }
      return index
    }
  }

  /// Reads what starts at `position` and returns where to go on.
  private mutating func step(at position: Int) -> Int {
    switch bytes[position] {
    case Byte.backslash: return escape(at: position)
    case Byte.openBracket:
      let isImage = position > consumed && bytes[position - 1] == Byte.exclamation
      open(Opener(start: isImage ? position - 1 : position, isImage: isImage))
      return understood(to: position + 1)
    case Byte.closeBracket: return closeBracket(at: position, isEscaped: false)
    case Byte.backtick: return codeSpan(at: position)
    case Byte.less: return angleBracket(at: position)
    case Byte.openBrace: return template(at: position)
    default:
      let text = AddressScan(bytes, start: consumed, limit: limit)
      guard let region = text.address(around: position) else { return position + 1 }
      addRegion(region)
      return understood(to: region.range.end)
    }
  }

  private mutating func understood(to end: Int) -> Int {
    consumed = end
    return end
  }

  private mutating func addRegion(_ region: MarkdownRegion) {
    if !isInsideTarget, !region.range.isEmpty { regions.append(region) }
  }

  // MARK: Escapes, code, templates, HTML

  private mutating func escape(at position: Int) -> Int {
    guard position + 1 < limit else { return limit }
    let next = bytes[position + 1]
    if next == Byte.openBracket {
      open(Opener(start: position, isEscaped: true))
    } else if next == Byte.closeBracket {
      return closeBracket(at: position, isEscaped: true)
    } else if !Byte.isPunctuation(next) {
      return understood(to: position + 1)
    }
    return understood(to: position + 2)
  }

  private mutating func codeSpan(at position: Int) -> Int {
    var end = position
    while end < limit, bytes[end] == Byte.backtick { end += 1 }
    guard let close = backticks.close(ByteRange(position, end), in: bytes, limit: limit) else {
      return understood(to: end)
    }
    addRegion(MarkdownRegion(ByteRange(position, close), .codeSpan))
    return understood(to: close)
  }

  private mutating func template(at position: Int) -> Int {
    guard position + 1 < limit, !hasNoTemplateEnd else { return position + 1 }
    let next = bytes[position + 1]
    guard next == Byte.openBrace || next == Byte.percent else { return position + 1 }
    let close = next == Byte.percent ? next : Byte.closeBrace
    guard let end = bytes.firstPair(close, Byte.closeBrace, from: position + 2, limit: limit) else {
      // Where `%}` is missing, `}}` may still come: both are looked for at most once more.
      hasNoTemplateEnd =
        bytes.firstPair(Byte.closeBrace, Byte.closeBrace, from: position + 2, limit: limit) == nil
        || next == Byte.openBrace
      return understood(to: position + 2)
    }
    addRegion(MarkdownRegion(ByteRange(position, end + 2), .templateTag))
    return understood(to: end + 2)
  }

  private mutating func angleBracket(at position: Int) -> Int {
    guard let (item, end) = html.item(at: position) else { return position + 1 }
    let range = ByteRange(position, end)
    switch item {
    case .comment:
      addRegion(MarkdownRegion(range, bytes.hasBytes("<!--", at: position, limit: end) ? .htmlComment : .htmlTag))
    case .autolink(let isMalformed):
      addRegion(MarkdownRegion(range, .autolink))
      let inner = ByteRange(position + 1, end - 1)
      addLink(
        MarkdownLink(
          range, text: inner, target: inner, kind: .autolink, flags: isMalformed ? .malformedTarget : []))
    case .open(let tag):
      addRegion(MarkdownRegion(range, .htmlTag))
      openTag(tag, range)
    case .close(let isAnchor):
      addRegion(MarkdownRegion(range, .htmlTag))
      if isAnchor { endAnchor(at: position, end: end) }
    }
    return understood(to: end)
  }

  private mutating func openTag(_ tag: HTMLScan.Tag, _ range: ByteRange) {
    if tag.isAnchor, tag.target != nil {
      endAnchor(at: range.start, end: range.start)
      anchor = (range.start, range.end, tag, false)
    } else if tag.isImage, let target = tag.target {
      let text = tag.alt ?? ByteRange(at: range.end)
      var link = MarkdownLink(range, text: text, target: target, kind: .html, isImage: true)
      link.titleRange = tag.title
      finish(&link)
    }
  }

  /// Ends the open `<a href>`, if there is one: its text stops at `textEnd`, its tag at `end`.
  private mutating func endAnchor(at textEnd: Int, end: Int) {
    guard let open = anchor, let target = open.tag.target else { return }
    anchor = nil
    var link = MarkdownLink(
      ByteRange(open.start, end), text: ByteRange(open.tagEnd, textEnd), target: target, kind: .html)
    link.titleRange = open.tag.title
    if open.holdsLink { link.flags.insert(.linkInText) }
    if textEnd == end { link.flags.insert(.unclosed) }
    finish(&link)
  }

  // MARK: Brackets

  private mutating func open(_ opener: Opener) {
    if openers.count >= Self.maximumDepth {
      openers.removeFirst(Self.maximumDepth / 2)
      plainOpeners = openers.count { !$0.isEscaped }
    }
    openers.append(opener)
    if !opener.isEscaped { plainOpeners += 1 }
  }

  private mutating func popOpener() -> Opener? {
    guard let opener = openers.popLast() else { return nil }
    if !opener.isEscaped { plainOpeners -= 1 }
    if !openers.isEmpty {
      openers[openers.count - 1].holdsBrackets = true
      if opener.holdsLink { openers[openers.count - 1].holdsLink = true }
    }
    return opener
  }

  /// Reads what follows the `]` or `\]` at `position`, and makes a link of it where it is one.
  private mutating func closeBracket(at position: Int, isEscaped: Bool) -> Int {
    let after = position + (isEscaped ? 2 : 1)
    if isEscaped, let opener = openers.last {
      guard let link = inlineLink(opener, textEnd: position, after: after, isEscaped: true) else {
        if opener.isEscaped { _ = popOpener() }
        return understood(to: after)
      }
      _ = popOpener()
      return add(link, opener)
    }
    // An escaped bracket opens a link only where no other one does.
    while plainOpeners > 0, let opener = openers.last, opener.isEscaped { _ = popOpener() }
    guard let opener = popOpener() else { return understood(to: after) }
    if let link = inlineLink(opener, textEnd: position, after: after, isEscaped: false)
      ?? (opener.isEscaped ? nil : reference(opener, textEnd: position, after: after))
      ?? (opener.isEscaped ? nil : gappedLink(opener, textEnd: position, after: after))
    {
      return add(link, opener)
    }
    return understood(to: after)
  }

  private mutating func add(_ link: MarkdownLink, _ opener: Opener) -> Int {
    var link = link
    if opener.holdsLink, !link.isImage { link.flags.insert(.linkInText) }
    finish(&link)
    return understood(to: link.range.end)
  }

  /// `[text](target)`; with an escaped bracket only where the target looks like one.
  private func inlineLink(_ opener: Opener, textEnd: Int, after: Int, isEscaped: Bool) -> MarkdownLink? {
    guard after < limit, bytes[after] == Byte.openParenthesis else { return nil }
    let scan = TargetScan(bytes, limit: limit)
    guard let found = scan.parentheses(at: after) else { return nil }
    var flags = found.flags
    if opener.isEscaped { flags.insert(.escapedOpening) }
    if isEscaped { flags.insert(.escapedClosing) }
    if opener.isEscaped || isEscaped, !scan.looksLikeAddress(found.target), !scan.holdsLink(found.target) {
      return nil
    }
    return link(opener, textEnd: textEnd, found, flags)
  }

  /// `[text] (target)` and `([text])(target)`, where the target is an address beyond doubt.
  private func gappedLink(_ opener: Opener, textEnd: Int, after: Int) -> MarkdownLink? {
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
    var link = link(opener, textEnd: textEnd, found, flags.union(found.flags))
    link.gapRange = ByteRange(after, open)
    return link
  }

  private func link(
    _ opener: Opener, textEnd: Int, _ found: TargetScan.Result, _ flags: MarkdownLink.Flags
  ) -> MarkdownLink {
    var link = MarkdownLink(
      ByteRange(opener.start, found.end), text: ByteRange(opener.textStart, textEnd), target: found.target,
      kind: .inline, isImage: opener.isImage, flags: flags)
    link.titleRange = found.title
    return link
  }

  /// `[text][label]`, `[text][]`, `[label]`; a footnote (`[^1]`) is none.
  private func reference(_ opener: Opener, textEnd: Int, after: Int) -> MarkdownLink? {
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

  // MARK: Links

  /// Adds what the text and the target say to the flags, keeps the link, and looks for links in its target.
  private mutating func finish(_ link: inout MarkdownLink) {
    let scan = TargetScan(bytes, limit: link.targetRange.end)
    if isBlankText(link.textRange), !link.flags.contains(.unclosed) { link.flags.insert(.emptyText) }
    if link.kind == .html, bytes.trimmed(link.targetRange).isEmpty { link.flags.insert(.emptyTarget) }
    if link.kind != .reference, scan.holdsTemplate(link.targetRange) { link.flags.insert(.templateInTarget) }
    let holdsLink = link.kind == .inline && !isInsideTarget && scan.holdsLink(link.targetRange)
    if holdsLink { link.flags.insert(.linkInTarget) }
    addLink(link)
    guard link.kind == .inline else { return }
    addRegion(MarkdownRegion(link.targetRange, .linkTarget))
    if holdsLink {
      var inner = InlineScanner(bytes, definitions: DefinitionIndex([], in: bytes), isInsideTarget: true)
      inner.scan(link.targetRange)
      links += inner.links
    }
  }

  private mutating func addLink(_ link: MarkdownLink) {
    var link = link
    if isInsideTarget { link.flags.insert(.insideTarget) }
    links.append(link)
    guard !link.isImage, !link.flags.contains(.undefinedReference) else { return }
    if !openers.isEmpty { openers[openers.count - 1].holdsLink = true }
    anchor?.holdsLink = true
  }

  /// Whether a reader sees nothing: ASCII blanks, non-breaking and zero-width spaces.
  private func isBlankText(_ range: ByteRange) -> Bool {
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
