import Markdown
import SourceText
import Testing

@Suite struct MarkdownRegionTests {
  private func described(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return MarkdownScan.scan(bytes).regions.map { region in
      "\(region.kind) \(String(decoding: bytes[region.range.indices], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("a ``b ` c`` d", ["codeSpan ``b ` c``"]),
    ("a ` b `` c", []),
    ("a\n```x\n[b\n```\nc", ["fencedCode ```x\n[b\n```"]),
    ("- a\n\n  ~~~\n  b\n  ~~~\n", ["fencedCode ~~~\n  b\n  ~~~"]),
    ("> ```\n> a\nb `c`", ["fencedCode ```\n> a", "codeSpan `c`"]),
    ("a\n```\nb", ["fencedCode ```\nb"]),
    ("a\n\n    b\n\n\tc\nd", ["indentedCode     b\n\n\tc"]),
    ("- a\n\n    b", []),
    ("a\n    b", []),
    ("# a\n    b", ["indentedCode     b"]),
    ("- a\n# b\n    c", ["indentedCode     c"]),
    ("<!-- a\n\nb -->c `d`", ["htmlComment <!-- a\n\nb -->", "codeSpan `d`"]),
    ("a <!-- b --> c", ["htmlComment <!-- b -->"]),
    ("<!-- a", ["htmlComment <!-- a"]),
    ("<!-- a -->\n<!-- b -->\n- c", ["htmlComment <!-- a -->", "htmlComment <!-- b -->"]),
    ("a<br/>b</p>", ["htmlTag <br/>", "htmlTag </p>"]),
    ("a <span title=\"b > c\">d", ["htmlTag <span title=\"b > c\">"]),
    ("a < b > c", []),
    ("<script>\n\na\n</script>\nb `c`", ["rawHTML <script>\n\na\n</script>", "codeSpan `c`"]),
    ("<https://a.fr>", ["autolink <https://a.fr>"]),
    ("voir https://a.fr/b_(c), ou (www.d.fr).", ["bareURL https://a.fr/b_(c)", "bareURL www.d.fr"]),
    ("httpshttps://a.fr", ["bareURL httpshttps://a.fr"]),
    ("« https://a.fr »", ["bareURL https://a.fr"]),
    ("\u{A0}a.b@c.fr, *d@e.fr*, x@y, @z", ["bareAddress a.b@c.fr", "bareAddress d@e.fr"]),
    ("mailto:a@b.fr?subject=c.", ["bareURL mailto:a@b.fr?subject=c"]),
    ("[a](b \"t\") [c](<d e>)", ["linkTarget b", "linkTarget d e"]),
    ("[a@b.fr](mailto:a@b.fr)", ["bareAddress a@b.fr", "linkTarget mailto:a@b.fr"]),
    ("[a]: b \"c\"", ["linkDefinition [a]: b \"c\""]),
    ("[^a]: b", []),
    ("{{ a }} {% b\nc %} {{ d", ["templateTag {{ a }}", "templateTag {% b\nc %}"]),
    ("\\`a` \\<b>", []),
  ])
  func findsWhatIsNoProse(_ text: String, _ expected: [String]) {
    #expect(described(text) == expected)
  }

  @Test func everyLineEndWorks() {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["a", "```", "b", "```", "", "    c", "d `e`"].joined(separator: end)
      let kinds = MarkdownScan.scan(Array(text.utf8)).regions.map(\.kind)
      #expect(kinds == [.fencedCode, .indentedCode, .codeSpan])
    }
  }

  @Test func regionsAreFoundByOffset() {
    let body = MarkdownScan.scan(Array("a `b` c <d> `e`".utf8))
    #expect(body.region(at: 1) == nil)
    #expect(body.region(at: 2)?.kind == .codeSpan)
    #expect(body.region(at: 5) == nil)
    #expect(body.region(at: 10)?.kind == .htmlTag)
    #expect(body.region(at: 99) == nil)
    #expect(body.regions(overlapping: ByteRange(4, 12)).map(\.kind) == [.codeSpan, .htmlTag])
  }
}
