import Markdown
import SourceText
import Testing

@Suite struct HostileBodyTests {
  /// Long enough that what is quadratic here does not end soon.
  @Test(arguments: [
    "[", "]", "](", "[a](", "[a]([a](", "`", "` `` ``` ", "<", "<a ", "<a b='", "<a b=\"<a b='", "<!--", "<!---->",
    "<?",
    "{{", "{%", "{% }}", "[a][b", "[[a]", "[a]", "[a][a]", "\\[", "\\](", "\\[a](", "![", "- ", "> ", ">", "1. ", "(",
    "](<",
    "](a \"", "](a '](a \"", "[a] (", "[a](mailto:a@b.fr (", "a@", "a@b.", "@", ":", "://", "http://", "w", "www.",
    "<http://", "<mailto:a b", "[a]:", "[a]: b\n", "```\n", "~~~ a\n", "    a\n", "\t", "\n", "\r", "#", "* * ", "=\n",
    "é",
    "\u{202E}[\u{5D0}](\u{5D1})", "e\u{301}", "<pre>\n", "<a href=a>", "</a>", "[[[[a](b) ", "![[](", "](http://a b ",
    "[a]:\n", "[a]: b '", "[a]: b (", "> - ", "- - ", "1)\n", "<div>\n", "<![CDATA[", "]]", "<?a", "{% highlight %}",
    "{% comment %}\n", "{{< highlight", "](\n", "(a)[/bcd]", ")[", "[a] (/", "&amp;", "[&nbsp;](", "](<\\", "> [a\n",
    ">\t", "-\n\n", "<a b=\"{{", "[a](x\n", "](b \"c ",
  ])
  func largeRepetitionsEnd(_ unit: String) {
    for prefix in ["", "[a]: b\n\n", "`", "[", "<!-- -->"] {
      let bytes = Array((prefix + String(repeating: unit, count: 20_000 / unit.utf8.count)).utf8)
      check(bytes)
    }
  }

  /// Every line is held against the containers that are open: as many as there are lines would cost their product.
  @Test func deepContainersAndManyLinesEnd() {
    for unit in ["- ", "> ", "> - ", "1. "] {
      for line in ["\n", "a\n", "      a\n", ">\n"] {
        check(Array((String(repeating: unit, count: 20_000) + String(repeating: line, count: 20_000)).utf8))
      }
    }
  }

  @Test func anyBytesGiveRangesInside() {
    var state: UInt64 = 42
    let alphabet = Array("[]()<>\\`!{}%:@#-*>~\"' \n\r\taé.w/=&".utf8) + [0x00, 0xFF, 0xC3, 0xE2, 0x80, 0xF0]
    for _ in 0..<3000 {
      let bytes = (0..<80).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let body = MarkdownScan.scan(bytes)
    let whole = ByteRange(0, bytes.count)
    var last = 0
    var areSorted = true
    var areInside = true
    for region in body.regions {
      areSorted = areSorted && region.range.start >= last && !region.range.isEmpty
      last = region.range.end
    }
    areInside = areInside && last <= bytes.count
    for link in body.links {
      areInside = areInside && whole.contains(link.range) && link.range.contains(link.textRange)
      areInside = areInside && link.range.contains(link.targetRange)
      if let title = link.titleRange { areInside = areInside && link.range.contains(title) }
    }
    #expect(areSorted && areInside, "\(String(decoding: bytes.prefix(100), as: UTF8.self))")
  }
}
