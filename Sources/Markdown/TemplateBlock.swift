import SourceText

/// A pair of template tags whose content the template engine takes before Markdown is read: code that it colours, or a
/// remark that no page shows.
enum TemplateBlock: CaseIterable {
  /// `{% highlight ruby %} … {% endhighlight %}` (Liquid, as Jekyll has it).
  case highlight
  /// `{% comment %} … {% endcomment %}` (Liquid).
  case comment
  /// `{{< highlight go >}} … {{< /highlight >}}` (Hugo).
  case shortcode

  /// What the block is among the regions.
  var region: MarkdownRegion.Kind {
    switch self {
    case .highlight, .shortcode: .fencedCode
    case .comment: .templateTag
    }
  }

  /// The block that opens at `start`, before `limit`.
  init?(at start: Int, in bytes: [UInt8], limit: Int) {
    for kind in Self.allCases where kind.open(at: start, bytes, limit, kind.name) {
      self = kind
      return
    }
    return nil
  }

  /// The offset after the closing tag.
  func end(after start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    let second = self == .shortcode ? Byte.openBrace : Byte.percent
    var index = start + 2
    while let tag = bytes.firstPair(Byte.openBrace, second, from: index, limit: limit) {
      if open(at: tag, bytes, limit, endName) {
        let close = self == .shortcode ? Byte.closeBrace : Byte.percent
        return bytes.firstPair(close, Byte.closeBrace, from: tag + 2, limit: limit).map { $0 + 2 }
      }
      index = tag + 2
    }
    return nil
  }

  private var name: StaticString {
    switch self {
    case .highlight, .shortcode: "highlight"
    case .comment: "comment"
    }
  }

  private var endName: StaticString {
    switch self {
    case .highlight: "endhighlight"
    case .comment: "endcomment"
    case .shortcode: "/highlight"
    }
  }

  /// Whether a tag with that name opens at `start`.
  private func open(at start: Int, _ bytes: [UInt8], _ limit: Int, _ name: StaticString) -> Bool {
    guard bytes.hasBytes(self == .shortcode ? "{{<" : "{%", at: start, limit: limit) else { return false }
    var index = start + (self == .shortcode ? 3 : 2)
    if index < limit, bytes[index] == Byte.dash { index += 1 }
    // As many blanks as people write: a long run of them is stepped over once a tag.
    while index < limit, index - start < 16, bytes[index].isBlank { index += 1 }
    guard bytes.hasBytes(name, at: index, limit: limit) else { return false }
    let after = index + name.utf8CodeUnitCount
    return after < limit && !bytes[after].isAlphanumeric
  }
}
