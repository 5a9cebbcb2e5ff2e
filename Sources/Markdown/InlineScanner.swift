import SourceText

/// Finds links, code spans, HTML and addresses in the text of one paragraph after the other (CommonMark 6).
///
/// Opening brackets wait on a stack for their `]`; what follows the `]` says whether they make a link. Where they make none
/// but were meant to, the scan goes on behind the `]` all the same, for CommonMark may see links in what was meant as the
/// target.
struct InlineScanner {
  /// Brackets that are open at the same time; the outermost are forgotten beyond it.
  private static let maximumDepth = 1024

  private let bytes: [UInt8]
  private var reader: LinkReader
  /// Whether this scans the target of a link: links are kept, regions are not, and it goes no deeper.
  private let isInsideTarget: Bool

  private(set) var regions: [MarkdownRegion] = []
  private(set) var links: [MarkdownLink] = []

  private var limit = 0
  /// Whether the segment is HTML, in which brackets mean nothing.
  private var isHTML = false
  /// The end of the last link that CommonMark does not see: what lies before it is its target.
  private var brokenEnd = 0
  /// The end of the last link that CommonMark sees.
  private var linkEnd = 0
  /// The offset after what was understood last: no address reaches back before it.
  private var consumed = 0
  private var openers: [LinkOpener] = []
  /// How many of the openers are not escaped.
  private var plainOpeners = 0
  private var anchor: (start: Int, tagEnd: Int, tag: HTMLScan.Tag, holdsLink: Bool)?
  private var html: HTMLScan
  private var backticks = BacktickRuns()
  /// Marks that do not occur any more in this paragraph: `}}` and `%}`.
  private var hasNoOutputEnd = false
  private var hasNoTagEnd = false

  /// Makes what scans the segments of `blocks`: the marks of quotes inside a paragraph are blanks there.
  init(_ blocks: BlockScanner) {
    self.init(blocks.bytes, definitions: DefinitionIndex(blocks.definitions, in: blocks.bytes))
  }

  private init(_ bytes: [UInt8], definitions: DefinitionIndex, isInsideTarget: Bool = false) {
    self.bytes = bytes
    reader = LinkReader(bytes: bytes, definitions: definitions)
    self.isInsideTarget = isInsideTarget
    html = HTMLScan(bytes, limit: 0)
  }

  /// Scans `segment`, in which every link starts and ends.
  mutating func scan(_ segment: BlockScanner.Segment) {
    isHTML = segment.isHTML
    let segment = segment.range
    limit = segment.end
    var position = Self.nextInteresting(from: segment.start, to: limit, in: bytes)
    // Most paragraphs hold nothing of all this.
    if position >= limit { return }
    reader.segment = segment
    consumed = segment.start
    brokenEnd = segment.start
    linkEnd = segment.start
    if !openers.isEmpty { openers.removeAll(keepingCapacity: true) }
    plainOpeners = 0
    html = HTMLScan(bytes, limit: limit)
    backticks = BacktickRuns()
    hasNoOutputEnd = false
    hasNoTagEnd = false
    while position < limit {
      // Two statements: in one, `self` would be copied before `step` changes it, and every found link with it.
      position = step(at: position)
      position = Self.nextInteresting(from: position, to: limit, in: bytes)
    }
    endAnchor(at: limit, end: limit)
  }

  /// Makes room for about so many links and regions.
  mutating func expect(links: Int, regions: Int) {
    self.links.reserveCapacity(links)
    self.regions.reserveCapacity(regions)
  }

  /// Takes over what was found in a segment that now stands `distance` bytes further on.
  mutating func take(_ links: ArraySlice<MarkdownLink>, _ regions: ArraySlice<MarkdownRegion>, movedBy distance: Int) {
    if distance == 0 {
      self.links += links
      self.regions += regions
    } else {
      self.links += links.lazy.map { $0.moved(by: distance) }
      self.regions += regions.lazy.map { MarkdownRegion($0.range.moved(by: distance), $0.kind) }
    }
  }

  /// The place of the next sign from `start` on, at most `limit`.
  ///
  /// It takes what it needs: a method of the scanner would be given a copy of it.
  private static func nextInteresting(from start: Int, to limit: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      let set = InlineSigns.set
      var index = start
      while index + 16 <= limit {
        var marks: UInt8 = 0
        for place in index..<index + 16 { marks |= unsafe InlineSigns.mayHold(buffer[place]) }
        if marks != 0 {
          for place in index..<index + 16 where unsafe set.contains(buffer[place]) { return place }
        }
        index += 16
      }
      while unsafe index < limit && !set.contains(buffer[index]) { index += 1 }
      return index
    }
  }

  /// Reads what starts at `position` and returns where to go on.
  private mutating func step(at position: Int) -> Int {
    switch bytes[position] {
    case Byte.backslash: return isHTML ? position + 1 : escape(at: position)
    case Byte.openBracket:
      let isImage = position > consumed && bytes[position - 1] == Byte.exclamation
      open(LinkOpener(start: isImage ? position - 1 : position, isImage: isImage))
      return understood(to: position + 1)
    case Byte.closeBracket: return closeBracket(at: position, isEscaped: false)
    case Byte.backtick: return isHTML ? position + 1 : codeSpan(at: position)
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
    if !isInsideTarget, !region.range.isEmpty, region.range.start >= brokenEnd {
      regions.makeRoom(at: region.range.end, of: bytes.count)
      regions.append(region)
    }
  }

  // MARK: Escapes, code, templates, HTML

  private mutating func escape(at position: Int) -> Int {
    guard position + 1 < limit else { return limit }
    let next = bytes[position + 1]
    if next == Byte.openBracket {
      open(LinkOpener(start: position, isEscaped: true))
    } else if next == Byte.closeBracket {
      return closeBracket(at: position, isEscaped: true)
    } else if !next.isPunctuation {
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
    guard position + 1 < limit else { return limit }
    let next = bytes[position + 1]
    guard next == Byte.openBrace || next == Byte.percent else { return position + 1 }
    let isTag = next == Byte.percent
    if isTag ? hasNoTagEnd : hasNoOutputEnd { return position + 1 }
    let close = isTag ? next : Byte.closeBrace
    guard let end = bytes.firstPair(close, Byte.closeBrace, from: position + 2, limit: limit) else {
      if isTag { hasNoTagEnd = true } else { hasNoOutputEnd = true }
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
    case .autolink where isHTML: return position + 1
    case .autolink(let isMalformed):
      addRegion(MarkdownRegion(range, .autolink))
      let inner = ByteRange(position + 1, end - 1)
      var link = MarkdownLink(
        range, text: inner, target: inner, kind: .autolink, flags: isMalformed ? [.malformedTarget, .unrecognised] : [])
      if TargetScan(bytes, limit: end).holdsTemplate(inner) { link.flags.insert(.templateInTarget) }
      addLink(link)
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
    if open.tag.hasLook { link.flags.insert(.drawnOtherwise) }
    if open.holdsLink { link.flags.insert(.linkInText) }
    if textEnd == end { link.flags.insert(.unclosed) }
    finish(&link)
  }

  // MARK: Brackets

  private mutating func open(_ opener: LinkOpener) {
    if openers.count >= Self.maximumDepth {
      openers.removeFirst(Self.maximumDepth / 2)
      plainOpeners = openers.count { !$0.isEscaped }
    }
    openers.append(opener)
    if !opener.isEscaped { plainOpeners += 1 }
  }

  private mutating func popOpener() -> LinkOpener? {
    guard let opener = openers.popLast() else { return nil }
    if !opener.isEscaped { plainOpeners -= 1 }
    if !openers.isEmpty {
      if !opener.isEscaped { openers[openers.count - 1].holdsBrackets = true }
      if opener.holdsLink { openers[openers.count - 1].holdsLink = true }
      if opener.holdsAnchor { openers[openers.count - 1].holdsAnchor = true }
    }
    return opener
  }

  /// Reads what follows the `]` or `\]` at `position`, and makes a link of it where it is one.
  private mutating func closeBracket(at position: Int, isEscaped: Bool) -> Int {
    let after = position + (isEscaped ? 2 : 1)
    if isEscaped {
      guard let opener = openers.last else { return understood(to: after) }
      let link = reader.brokenInline(opener, textEnd: position, after: after, isEscaped: true)
      if opener.isEscaped { _ = popOpener() }
      return add(link, opener, after: after)
    }
    // An escaped bracket opens a link only where no other one does.
    while plainOpeners > 0, let opener = openers.last, opener.isEscaped { _ = popOpener() }
    guard let opener = popOpener() else { return understood(to: after) }
    if isHTML {
      // What would be a link elsewhere, with an `<a>` between its brackets or in its target.
      let link = reader.brokenInline(opener, textEnd: position, after: after, isEscaped: false)
      guard let link,
        opener.holdsAnchor
          || bytes.firstPair(
            Byte.less, UInt8(ascii: "a"), from: link.targetRange.start, limit: link.targetRange.end) != nil
      else { return understood(to: after) }
      return add(link, opener, after: after)
    }
    if var link = reader.link(opener, textEnd: position, after: after) {
      if opener.holdsAnchor, !link.isImage { link.flags.insert(.linkInText) }
      finish(&link)
      linkEnd = link.range.end
      return understood(to: link.range.end)
    }
    return add(reader.brokenLink(opener, textEnd: position, after: after), opener, after: after)
  }

  /// Adds a link that CommonMark does not see, and goes on behind its bracket.
  private mutating func add(_ link: MarkdownLink?, _ opener: LinkOpener, after: Int) -> Int {
    guard var link, !link.flags.contains(.reversed) || opener.start != linkEnd else { return understood(to: after) }
    if opener.holdsLink || opener.holdsAnchor, !link.isImage { link.flags.insert(.linkInText) }
    finish(&link)
    if link.kind == .inline, !link.flags.contains(.reversed) { brokenEnd = max(brokenEnd, link.range.end) }
    return understood(to: after)
  }

  // MARK: Links

  /// Adds what the text and the target say to the flags, keeps the link, and looks for links in its target.
  private mutating func finish(_ link: inout MarkdownLink) {
    let scan = TargetScan(bytes, limit: link.targetRange.end)
    let isBroken = link.flags.contains(.unrecognised)
    // The HTML `<a>` that is never closed shows what follows.
    if reader.isBlankText(link.textRange), !link.flags.contains(.unclosed) { link.flags.insert(.emptyText) }
    if link.kind == .html, bytes.trimmed(link.targetRange).isEmpty { link.flags.insert(.emptyTarget) }
    if link.kind != .reference, !link.isWebAddress, scan.holdsTemplate(link.targetRange) {
      link.flags.insert(.templateInTarget)
    }
    let holdsLink = link.kind == .inline && !link.isWebAddress && !isInsideTarget && scan.holdsLink(link.targetRange)
    if holdsLink { link.flags.insert(.linkInTarget) }
    addLink(link)
    guard link.kind == .inline else { return }
    if !isHTML, !link.flags.contains(.reversed) { addRegion(MarkdownRegion(link.targetRange, .linkTarget)) }
    if holdsLink, !isBroken {
      var inner = InlineScanner(bytes, definitions: DefinitionIndex([], in: bytes), isInsideTarget: true)
      inner.scan(BlockScanner.Segment(range: link.targetRange))
      links += inner.links
    }
  }

  private mutating func addLink(_ link: MarkdownLink) {
    var link = link
    if isInsideTarget { link.flags.formUnion([.insideTarget, .unrecognised]) }
    if link.range.start < brokenEnd { link.flags.insert(.insideTarget) }
    links.makeRoom(at: link.range.end, of: bytes.count)
    links.append(link)
    guard !link.isImage, !link.flags.contains(.unrecognised) else { return }
    switch link.kind {
    case .inline, .reference: if !openers.isEmpty { openers[openers.count - 1].holdsLink = true }
    case .autolink, .html: if !openers.isEmpty { openers[openers.count - 1].holdsAnchor = true }
    }
    anchor?.holdsLink = true
  }
}
