import Markdown
import SourceText
import Testing

/// Where the links and images of a body lead, `kind target` each, as CommonMark 0.31 resolves them.
///
/// The scanner agrees with CommonMark's examples on every link and image. It means to differ where a site's generator
/// comes between the text and CommonMark, or where people see something else than the grammar:
/// - template tags are one piece, blanks and quotes inside them included, and `{% highlight %}` holds code;
/// - `[^a]: b` is a footnote, as GitHub, Hugo and kramdown have it;
/// - what follows a comment on its line is Markdown (kramdown), and a comment hides all up to its `-->`;
/// - an element with `markdown=` holds Markdown (kramdown);
/// - links inside `<pre>` and its like are code that is shown;
/// - of the names of character references those of HTML 4 and of ASCII signs are known.
@Suite struct ResolvedTargetTests {
  private func targets(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return MarkdownScan.scan(bytes).resolvedTargets(in: bytes).map {
      "\($0.kind) \(String(decoding: $0.bytes, as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("[a](x\\_y&amp;z&#64;&eacute;)", ["link x_y&z@é"]),
    ("[a](<x y>) ![b](z 'c')", ["link x y", "image z"]),
    ("[a](x\\y&unknown;)", ["link x\\y&unknown;"]),
    ("<https://a.fr/\\_&amp;> <b@c.fr>", ["autolink https://a.fr/\\_&amp;", "autolink b@c.fr"]),
    ("<a href='x&amp;y\\_'>z</a> <img src=w>", ["htmlLink x&y\\_", "htmlImage w"]),
    ("[a](&#0;&#x1F600;&#99999999;)", ["link \u{FFFD}😀&#99999999;"]),
  ])
  func escapesAreDecoded(_ text: String, _ expected: [String]) {
    #expect(targets(text) == expected)
  }

  @Test(arguments: [
    ("[a]\n\n[a]:\n  /x\n  'titre\n  long'\n", ["link /x"]),
    ("[un\nmot]\n\n[UN mot]: /x", ["link /x"]),
    ("[a]\n\n[a]: /x 'titre' suite", []),
    ("[a]\n\n[a]: /x\n'titre' suite", ["link /x"]),
    ("[a]\n\n[a]: /x\n[b]: /y\n[b]", ["link /x", "link /y"]),
    ("texte\n[a]: /x\n\n[a]", []),
    ("[a]: /x\n===\n[a]", ["link /x"]),
    ("[a]: /x\ntitre\n===\n[a]", ["link /x"]),
    ("# [a]\n[a]: /x\n> [b]\n\n> [b]: /y", ["link /x", "link /y"]),
    ("> [c]:\n> /z\n\n- [d]: /w\n  \"t\"\n\n[c] [d]", ["link /z", "link /w"]),
    ("[STRASSE]\n\n[straße]: /x", ["link /x"]),
    ("[a]: <>\n\n[a]", ["link "]),
    ("[a]: <x>'t'\n\n[a]", []),
    ("[\n]: /x\n\n[]", []),
    ("[a]: [\n\n[a]: /x\n\n[a]", ["link ["]),
  ])
  func definitionsReachOverLines(_ text: String, _ expected: [String]) {
    #expect(targets(text) == expected)
  }

  @Test(arguments: [
    ("[a [b](x) c](y)", ["link x"]),
    ("![a [b](x) c](y)", ["image y"]),
    ("[![a](x)](y)", ["link y", "image x"]),
    ("[a [b](x)][c]\n\n[c]: z", ["link x", "link z"]),
    ("[a][b] [b][a]\n\n[a]: x", ["link x"]),
    ("[a][b][c]\n\n[b]: x\n[c]: y", ["link x", "link y"]),
    ("[a][]\n[b]\\[]\n\n[a]: x\n[b]: y", ["link x", "link y"]),
    ("\\[a](x) [b\\](y) [c](z)", ["link z"]),
    ("[a](x [b](y)", ["link y"]),
    ("[a] (x) [b](y", []),
    ("[a]`](x)` [b <c d=\"](y)\">](z)", ["link z"]),
    ("[a](x)(y) [b](<z>w) [c](\"t\")", ["link x", "link \"t\""]),
    ("<d@e.fr> <é@e.fr> <d\\@e.fr> <x:y>", ["autolink d@e.fr"]),
    ("[a <https://b.fr> c](d)", ["link d", "autolink https://b.fr"]),
  ])
  func bracketsBindAsInCommonMark(_ text: String, _ expected: [String]) {
    #expect(targets(text) == expected)
  }

  @Test(arguments: [
    ("- a\n\n      [b](x)\n\n  [c](y)", ["link y"]),
    ("10. a\n\n        [b](x)", []),
    ("- a\n\n    [b](x)", ["link x"]),
    ("1. a\n   - b\n\n         [c](x)\n\n     [d](y)", ["link y"]),
    ("> - a\n>\n>       [b](x)\n>   [c](y)", ["link y"]),
    ("-\n\n  [a](x)", ["link x"]),
    ("-     [a](x)", []),
    ("\t[a](x)\n\n- a\n\n\t\t[b](y)", []),
    ("> [a\n> b](x) [c](\n> y)", ["link x", "link y"]),
    ("> [a\nb](x)", ["link x"]),
    ("> ```\n[a](x)", ["link x"]),
    ("- ```\n  [a](x)\n\n[b](y)", ["link y"]),
    ("[a\n2) b](x)", ["link x"]),
    ("[a\n1) b](x)", []),
    ("[a\n***\nb](x)", []),
  ])
  func containersDecideWhatIsCode(_ text: String, _ expected: [String]) {
    #expect(targets(text) == expected)
  }

  @Test(arguments: [
    ("<div>[a](x) <a href=y>b</a>\n[c](z)</div>\n\n[d](w)", ["htmlLink y", "link w"]),
    ("<div>\n\n[a](x)\n\n</div>", ["link x"]),
    ("<div markdown=\"1\">\n[a](x)\n</div>", ["link x"]),
    ("<autre>\n[a](x)\n", []),
    ("texte\n<autre>\n[a](x)\n", ["link x"]),
    ("<span>[a](x)</span>", ["link x"]),
    ("<?php [a](x)\n?> b\n[c](y)", ["link y"]),
    ("<!DOCTYPE [a](x)\n> b\n[c](y)", ["link y"]),
    ("<![CDATA[\n[a](x)\n]]>\n[c](y)", ["link y"]),
    ("a <? [b](x) ?> <![CDATA[ [c](y) ]]>", []),
    ("<pre>\n[a](x)\n\n[b](y)</pre> [c](z)\n[d](w)", ["link w"]),
    ("<!-- a\n\n[b](x) --> [c](y)", ["link y"]),
  ])
  func blocksOfHTMLHoldNoMarkdown(_ text: String, _ expected: [String]) {
    #expect(targets(text) == expected)
  }

  @Test(arguments: [
    ("{% highlight md %}\n[a](x)\n\n[b](y)\n{% endhighlight %} [c](z)", ["link z"]),
    ("- {%- highlight md -%}\n[a](x)\n{%- endhighlight -%}\n\n[b](y)", ["link y"]),
    ("{{< highlight md >}}\n[a](x)\n{{< /highlight >}}\n[b](y)", ["link y"]),
    ("{% comment %}\n[a](x)\n{% endcomment %}\n[b](y)", ["link y"]),
    ("{% highlight md %}\n[a](x)", ["link x"]),
    ("{% highlighter %}\n[a](x)\n{% endhighlight %}", ["link x"]),
    (
      "[a](<{% link a b.md %}>) <a href=\"{{ \"b\" | url }}\">c</a>",
      ["link {% link a b.md %}", "htmlLink {{ \"b\" | url }}"]
    ),
  ])
  func templatesComeFirst(_ text: String, _ expected: [String]) {
    #expect(targets(text) == expected)
  }

  @Test func aReferenceLeadsWhereItsDefinitionIsWritten() throws {
    let bytes = Array("[a]\n\n[a]: x\\_y\n".utf8)
    let target = try #require(MarkdownScan.scan(bytes).resolvedTargets(in: bytes).first)
    #expect(target.range == ByteRange(0, 3) && target.targetRange == ByteRange(10, 14))
  }

  @Test func decodedPartsAreFoundInTheSource() {
    let bytes = Array("(a\\_b&eacute;c)".utf8)
    let text = DecodedText(bytes, ByteRange(1, 14), .markdown)
    #expect(text.bytes == Array("a_béc".utf8))
    #expect(text.source(of: ByteRange(1, 2)) == ByteRange(2, 4))
    #expect(text.source(of: ByteRange(3, 4)) == ByteRange(5, 13))
    #expect(text.source(of: ByteRange(4, 5)) == ByteRange(5, 13))
    #expect(text.source(of: ByteRange(5, 6)) == ByteRange(13, 14))
    #expect(text.source(of: ByteRange(6, 9)) == ByteRange(at: 14))
    let plain = DecodedText(bytes, ByteRange(1, 14), .none)
    #expect(plain.bytes == Array(bytes[1..<14]) && plain.source(of: ByteRange(0, 2)) == ByteRange(1, 3))
  }
}
