public import SourceText

/// What ``MarkdownScan`` found in a body: protected regions, links and link definitions, each sorted by position.
public struct MarkdownBody: Sendable {
  /// The places whose bytes are no prose: code, HTML, addresses, templates. Sorted, no two overlap.
  public var regions: [MarkdownRegion] = []
  /// The links and images, broken ones included; sorted by start, an outer link before those inside it.
  public var links: [MarkdownLink] = []
  /// The link reference definitions (CommonMark 4.7), in order.
  public var definitions: [MarkdownDefinition] = []

  /// A body without anything.
  public init() {}

  /// The region that holds the byte at `offset`, if one does; found by bisection.
  public func region(at offset: Int) -> MarkdownRegion? {
    let index = firstRegion(endingAfter: offset)
    guard index < regions.count, regions[index].range.contains(offset) else { return nil }
    return regions[index]
  }

  /// The regions that share a byte with `range`; found by bisection.
  public func regions(overlapping range: ByteRange) -> ArraySlice<MarkdownRegion> {
    let first = firstRegion(endingAfter: range.start)
    var last = first
    while last < regions.count, regions[last].range.start < range.end { last += 1 }
    return regions[first..<last]
  }

  private func firstRegion(endingAfter offset: Int) -> Int {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].range.end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A place whose bytes are no prose.
public struct MarkdownRegion: Hashable, Sendable {
  /// What stands there.
  public enum Kind: Hashable, Sendable {
    /// A code span, its backticks included.
    case codeSpan
    /// A fenced code block, both fences included; `{% highlight %} … {% endhighlight %}` and its like, both tags included.
    case fencedCode
    /// Lines that are code by their indentation.
    case indentedCode
    /// `<!-- … -->`; to the end of the body where a comment that starts a line is never closed.
    case htmlComment
    /// An HTML tag with its attributes, a declaration or a processing instruction.
    case htmlTag
    /// A `<pre>`, `<script>`, `<style>` or `<textarea>` that starts a line, down to the line of its closing tag; a
    /// declaration, an instruction or character data that starts a line.
    case rawHTML
    /// `<https://…>` or `<a@b>`, the angle brackets included.
    case autolink
    /// A web or mailto address that stands in the text without brackets.
    case bareURL
    /// An e-mail address that stands in the text without brackets.
    case bareAddress
    /// The target of a link or image, without its angle brackets.
    case linkTarget
    /// A link reference definition, from its bracket to the end of its target or title.
    case linkDefinition
    /// `{{ … }}` or `{% … %}` (Liquid, as Jekyll reads it); `{% comment %} … {% endcomment %}` as a whole.
    case templateTag
  }

  /// The bytes.
  public var range: ByteRange
  /// What they are.
  public var kind: Kind

  /// Makes a region.
  public init(_ range: ByteRange, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// A link reference definition: `[label]: target "title"`.
public struct MarkdownDefinition: Hashable, Sendable {
  /// From the bracket to the end of the target or title; it may reach over several lines.
  public var range: ByteRange
  /// The bytes between the square brackets.
  public var labelRange: ByteRange
  /// The target, without angle brackets.
  public var targetRange: ByteRange
  /// The title, without its quotes.
  public var titleRange: ByteRange?
}

/// A link or an image as it was written, right or wrong.
public struct MarkdownLink: Hashable, Sendable {
  /// How the link is written.
  public enum Kind: Hashable, Sendable {
    /// `[text](target "title")`.
    case inline
    /// `[text][label]`, `[text][]` or `[text]`; `targetRange` is the label.
    case reference
    /// `<a href="target">text</a>` or `<img src="target" alt="text">`; the target may hold HTML entities.
    case html
    /// `<target>`; the text is the target.
    case autolink
  }

  /// What is odd about a link. CommonMark sees no link for those marked with *, which come with
  /// ``unrecognised``.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32
    /// Makes a set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Nothing but blanks stands between the brackets: nobody can see or click the link.
    public static let emptyText = Flags(rawValue: 1 << 0)
    /// `()`, `( )` or `(<>)`.
    public static let emptyTarget = Flags(rawValue: 1 << 1)
    /// * Blanks stand between `]` and `(`: `gapRange`.
    public static let spaceBeforeTarget = Flags(rawValue: 1 << 2)
    /// * `([text])(target)`: the parenthesis in `gapRange` closes too early.
    public static let parenthesisBeforeTarget = Flags(rawValue: 1 << 3)
    /// * The target holds raw blanks, or something else that ends it before its parenthesis.
    public static let malformedTarget = Flags(rawValue: 1 << 4)
    /// * The parenthesis, or, where CommonMark sees a link, the HTML `<a>`, is never closed.
    public static let unclosed = Flags(rawValue: 1 << 5)
    /// Another link stands in the text: CommonMark sees the inner one, and the outer one only round an address in angle
    /// brackets or an HTML `<a>`.
    public static let linkInText = Flags(rawValue: 1 << 6)
    /// Another link stands in the target; it follows in the list with ``insideTarget``.
    public static let linkInTarget = Flags(rawValue: 1 << 7)
    /// This link stands in the target of another; with ``unrecognised`` where CommonMark sees the other one.
    public static let insideTarget = Flags(rawValue: 1 << 8)
    /// * The opening bracket is escaped: the byte at `range.start` is the backslash.
    public static let escapedOpening = Flags(rawValue: 1 << 9)
    /// * The closing bracket is escaped: the byte at `textRange.end` is the backslash.
    public static let escapedClosing = Flags(rawValue: 1 << 10)
    /// * `[text][label]` without a definition of that label.
    public static let undefinedReference = Flags(rawValue: 1 << 11)
    /// The target holds a template tag: what it will be is not known.
    public static let templateInTarget = Flags(rawValue: 1 << 12)
    /// CommonMark sees no link here: the page shows the brackets.
    public static let unrecognised = Flags(rawValue: 1 << 13)
    /// * `(text)[target]`: the two halves are swapped.
    public static let reversed = Flags(rawValue: 1 << 14)
    /// The tag `<a>` has attributes that name the link or draw it (`title`, `aria-label`, `class`, `id`), whatever its text.
    public static let drawnOtherwise = Flags(rawValue: 1 << 15)
  }

  /// Everything, from `[`, `![`, `\[`, `<` or, reversed, `(` to the end.
  public var range: ByteRange
  /// Between the brackets; the value of `alt` for `<img>`, empty after the tag where there is none.
  public var textRange: ByteRange
  /// The target, without parentheses, blanks and angle brackets; for a reference its label.
  public var targetRange: ByteRange
  /// The title, without its quotes.
  public var titleRange: ByteRange? {
    get { title == Self.none ? nil : title }
    set { title = newValue ?? Self.none }
  }
  /// What wrongly stands between `]` and `(`.
  public var gapRange: ByteRange? {
    get { gap == Self.none ? nil : gap }
    set { gap = newValue ?? Self.none }
  }
  /// For a reference: its definition's index in ``MarkdownBody/definitions``.
  public var definition: Int? {
    get { definitionIndex < 0 ? nil : Int(definitionIndex) }
    set { definitionIndex = Int32(clamping: newValue ?? -1) }
  }
  // A text may have as many links as it has words, so what is not there takes no room beside what is.
  private static var none: ByteRange { ByteRange(at: Int(UInt32.max)) }
  private var title = none
  private var gap = none
  private var definitionIndex: Int32 = -1
  /// How it is written.
  public var kind: Kind
  /// Whether it shows an image.
  public var isImage: Bool
  /// Whether the target is beyond doubt a good address of the web, as that of most links is: `http://` or `https://`, the
  /// name of a host, and signs behind it that mean nothing in Markdown and HTML.
  public internal(set) var isWebAddress = false
  /// What is odd about it.
  public var flags: Flags

  /// Makes a link without title, gap or definition.
  init(
    _ range: ByteRange, text: ByteRange, target: ByteRange, kind: Kind, isImage: Bool = false, flags: Flags = []
  ) {
    self.range = range
    self.textRange = text
    self.targetRange = target
    self.kind = kind
    self.isImage = isImage
    self.flags = flags
  }

  /// The same link where it stands `distance` bytes further on.
  func moved(by distance: Int) -> MarkdownLink {
    var link = self
    link.range = range.moved(by: distance)
    link.textRange = textRange.moved(by: distance)
    link.targetRange = targetRange.moved(by: distance)
    link.titleRange = titleRange?.moved(by: distance)
    link.gapRange = gapRange?.moved(by: distance)
    return link
  }
}
