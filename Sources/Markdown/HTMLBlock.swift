import SourceText

/// The kinds of HTML blocks (CommonMark 4.6), by what ends them; comments are read apart.
enum HTMLBlock {
  /// `<pre>`, `<script>`, `<style>`, `<textarea>`: up to a closing tag of one of them.
  case raw
  /// `<? … ?>`
  case instruction
  /// `<!NAME … >`
  case declaration
  /// `<![CDATA[ … ]]>`
  case characterData
  /// The tag of a block element, or any tag that fills its line: up to an empty line.
  case element

  /// The block that opens at `start`, whose line ends at `limit`.
  ///
  /// `isInterrupting` says whether a paragraph would go on here: a tag that fills its line ends none.
  init?(at start: Int, in bytes: [UInt8], limit: Int, isInterrupting: Bool) {
    guard start + 1 < limit else { return nil }
    switch bytes[start + 1] {
    case Byte.question: self = .instruction
    case Byte.exclamation:
      if bytes.hasBytes("[CDATA[", at: start + 2, limit: limit) {
        self = .characterData
      } else if start + 2 < limit, bytes[start + 2].isLetter {
        self = .declaration
      } else {
        return nil
      }
    default:
      let isClosing = bytes[start + 1] == Byte.slash
      let name = ByteRange(start + (isClosing ? 2 : 1), Self.endOfName(from: start + (isClosing ? 2 : 1), bytes, limit))
      if !isClosing, Self.isEnd(name.end, bytes, limit, takesSlash: false), Self.contains(name, bytes, Self.rawNames) {
        self = .raw
      } else if Self.isEnd(name.end, bytes, limit, takesSlash: true), Self.contains(name, bytes, Self.blockNames) {
        // kramdown reads Markdown in an element that asks for it.
        if Self.asksForMarkdown(ByteRange(name.end, limit), bytes) { return nil }
        self = .element
      } else {
        guard !isInterrupting, !name.isEmpty, Self.isTagAlone(at: start, bytes, limit) else { return nil }
        self = .element
      }
    }
  }

  /// Whether the block ends on the line whose content is `line`.
  func ends(in line: ByteRange, of bytes: [UInt8]) -> Bool {
    switch self {
    case .raw:
      var index = line.start
      while let less = bytes.firstPair(Byte.less, Byte.slash, from: index, limit: line.end) {
        let name = ByteRange(less + 2, Self.endOfName(from: less + 2, bytes, line.end))
        if bytes.hasBytes(">", at: name.end, limit: line.end), Self.contains(name, bytes, Self.rawNames) { return true }
        index = less + 2
      }
      return false
    case .instruction: return bytes.firstPair(Byte.question, Byte.greater, from: line.start, limit: line.end) != nil
    case .declaration: return bytes[line.indices].contains(Byte.greater)
    case .characterData:
      var index = line.start
      while let close = bytes.firstPair(Byte.closeBracket, Byte.closeBracket, from: index, limit: line.end) {
        if bytes.hasBytes(">", at: close + 2, limit: line.end) { return true }
        index = close + 1
      }
      return false
    case .element: return false
    }
  }

  // MARK: Names

  private static func endOfName(from start: Int, _ bytes: [UInt8], _ limit: Int) -> Int {
    guard start < limit, bytes[start].isLetter else { return start }
    var index = start
    while index < limit, bytes[index].isAlphanumeric || bytes[index] == Byte.dash { index += 1 }
    return index
  }

  /// Whether a name may end at `index`: before a blank, `>`, the end of the line, and `/>` where that counts.
  private static func isEnd(_ index: Int, _ bytes: [UInt8], _ limit: Int, takesSlash: Bool) -> Bool {
    guard index < limit else { return true }
    if bytes[index].isBlank || bytes[index] == Byte.greater { return true }
    return takesSlash && bytes.hasBytes("/>", at: index, limit: limit)
  }

  private static func contains(_ name: ByteRange, _ bytes: [UInt8], _ names: [StaticString]) -> Bool {
    name.count >= 1 && name.count <= 10
      && names.contains { name.count == $0.utf8CodeUnitCount && bytes.hasLetters($0, at: name.start, limit: name.end) }
  }

  private static func asksForMarkdown(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    var index = range.start
    while let blank = bytes[index..<range.end].firstIndex(of: Byte.space) {
      if bytes.hasBytes("markdown=", at: blank + 1, limit: range.end) { return true }
      index = blank + 1
    }
    return false
  }

  /// Whether a whole tag stands at `start`, with nothing behind it on its line.
  private static func isTagAlone(at start: Int, _ bytes: [UInt8], _ limit: Int) -> Bool {
    var scan = HTMLScan(bytes, limit: limit)
    guard let (item, end) = scan.item(at: start) else { return false }
    switch item {
    case .open, .close: return bytes[end..<limit].allSatisfy(\.isBlank)
    case .comment, .autolink: return false
    }
  }

  private static let rawNames: [StaticString] = ["pre", "script", "style", "textarea"]

  private static let blockNames: [StaticString] = [
    "div", "p", "table", "td", "tr", "th", "ul", "ol", "li", "details", "summary", "section", "center", "figure",
    "figcaption", "iframe", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "tbody", "thead", "address", "article", "aside",
    "base", "basefont", "blockquote", "body", "caption", "col", "colgroup", "dd", "dialog", "dir", "dl", "dt",
    "fieldset", "footer", "form", "frame", "frameset", "head", "header", "html", "legend", "link", "main", "menu",
    "menuitem", "nav", "noframes", "optgroup", "option", "param", "search", "tfoot", "title", "track",
  ]
}
