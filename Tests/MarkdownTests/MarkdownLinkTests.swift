import Markdown
import SourceText
import Testing

/// The links of `text`, written as `kind[text](target "title") flags` so that a test reads like what it expects.
func describedLinks(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  func at(_ range: ByteRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }
  return MarkdownScan.scan(bytes).links.map { link in
    var result = "\(link.isImage ? "image" : "\(link.kind)")[\(at(link.textRange))](\(at(link.targetRange))"
    if let title = link.titleRange { result += " \"\(at(title))\"" }
    result += ")"
    for name in flagNames where link.flags.contains(name.flag) { result += " \(name.name)" }
    return result
  }
}

private let flagNames: [(name: String, flag: MarkdownLink.Flags)] = [
  ("emptyText", .emptyText), ("emptyTarget", .emptyTarget), ("space", .spaceBeforeTarget),
  ("parenthesis", .parenthesisBeforeTarget), ("malformed", .malformedTarget), ("unclosed", .unclosed),
  ("linkInText", .linkInText), ("linkInTarget", .linkInTarget), ("insideTarget", .insideTarget),
  ("escapedOpening", .escapedOpening), ("escapedClosing", .escapedClosing), ("undefined", .undefinedReference),
  ("template", .templateInTarget),
  ("reversed", .reversed),
]

@Suite struct MarkdownLinkTests {
  @Test(arguments: [
    ("[a](b)", "inline[a](b)"),
    ("[a](<b c>)", "inline[a](b c)"),
    ("[a](b 'c')", "inline[a](b \"c\")"),
    ("[a]( b\n  (c) )", "inline[a](b \"c\")"),
    ("[a](b(c)d)", "inline[a](b(c)d)"),
    ("[a](b\\)c)", "inline[a](b\\)c)"),
    ("![a](b \"c\")", "image[a](b \"c\")"),
    ("[a [b] c](d)", "inline[a [b] c](d)"),
    ("[a\\] b](c)", "inline[a\\] b](c)"),
    ("[a `](x)` b](c)", "inline[a `](x)` b](c)"),
    ("[a\nb](c)", "inline[a\nb](c)"),
    ("[a\n2. b](c)", "inline[a\n2. b](c)"),
    ("> [a\n> b](c)", "inline[a\n> b](c)"),
    ("- [a](b)", "inline[a](b)"),
    ("## [a](b) ##", "inline[a](b)"),
    ("| [a](b) |", "inline[a](b)"),
    ("<https://a.fr>", "autolink[https://a.fr](https://a.fr)"),
    ("<a.b@c.fr>", "autolink[a.b@c.fr](a.b@c.fr)"),
    ("<a class=x href=\"b\" title='t'>c</a>", "html[c](b \"t\")"),
    ("<A HREF=b>c</A>", "html[c](b)"),
    ("<img alt=\"a\" src=\"b\"/>", "image[a](b)"),
    ("[a]({{ site.url }}/b)", "inline[a]({{ site.url }}/b) template"),
  ])
  func readsLinks(_ text: String, _ expected: String) {
    #expect(describedLinks(text) == [expected])
  }

  @Test(arguments: [
    "`[a](b)`", "```\n[a](b)\n```", "~~~~\n~~~\n[a](b)\n~~~~", "texte\n\n    [a](b)\n", "<!-- [a](b) -->",
    "a <!-- [a](b) --> c", "\\[a](b)", "[a\\](b)", "[a]: b", "[^1]", "[^1]: note", "[a]\n\n(b)", "[a\n\nb](c)",
    "[ ] tâche", "[x] (voir plus bas)", "développeur[se](H/F ou autre)", "[BONUS]", "\\[BONUS] (https://a.fr)",
    "{% link [a](b) %}", "{{ '[a](b)' }}", "<pre>\n\n[a](b)\n</pre>", "[a] (node.js)", "1 < 2 [a] > 3", "[a][^1]",
    "``` [a](b)", "[a\n> b](c)", "[a\n---\nb](c)", "[a\n- b](c)", "> ```\n> [a](b)\n", "[a]\n(https://a.fr)", "\\![a",
    "[1] (page 4)", "[a] (b)", "[brut] (/mois)", "[a] (et/ou)", "[a] (#1)", "f(x)[0]", "(a)[#b]", "(a)[^1]", "(a)[b c]",
    "CDI [ou CDD](temps plein)",
    "[a](https://b.fr/c_(d\\)e) suite",
    "<a name=\"x\">y</a>",
  ])
  func readsNoLink(_ text: String) {
    #expect(describedLinks(text) == [])
  }

  @Test func readsReferences() {
    let text = "[un][Réf] [RÉF][] [réf] [autre][rien] ![image][réf]\n\n[réf]: <b c> \"t\"\n[réf]: d\n"
    #expect(
      describedLinks(text) == [
        "reference[un](Réf)", "reference[RÉF](RÉF)", "reference[réf](réf)", "reference[autre](rien) undefined",
        "image[image](réf)",
      ])
    let body = MarkdownScan.scan(Array(text.utf8))
    #expect(body.links.map(\.definition) == [0, 0, 0, nil, 0])
    let definition = Array(text.utf8)[body.definitions[0].targetRange.indices]
    #expect(String(decoding: definition, as: UTF8.self) == "b c")
  }

  @Test(arguments: [
    ("[](b)", ["inline[](b) emptyText"]),
    ("[ \u{A0}](b)", ["inline[ \u{A0}](b) emptyText"]),
    ("[](<>)[](<>)a", ["inline[]() emptyText emptyTarget", "inline[]() emptyText emptyTarget"]),
    ("[a@b.fr]()", ["inline[a@b.fr]() emptyTarget"]),
    ("[a@b.fr]( )", ["inline[a@b.fr]() emptyTarget"]),
    ("<a href=\"\"> </a>", ["html[ ]() emptyText emptyTarget"]),
    ("[a] (https://b.fr/c)", ["inline[a](https://b.fr/c) space"]),
    (
      "[a]  (<mailto:a@b.fr>)",
      ["inline[a](mailto:a@b.fr) space", "autolink[mailto:a@b.fr](mailto:a@b.fr) insideTarget"]
    ),
    ("[a] (./b) [c] (#def) [f] (/g/hi)", ["inline[a](./b) space", "inline[c](#def) space", "inline[f](/g/hi) space"]),
    ("[a] (b/c.md) [d] (efg.pdf)", ["inline[a](b/c.md) space", "inline[d](efg.pdf) space"]),
    ("[a](/b/c d.pdf)", ["inline[a](/b/c d.pdf) malformed"]),
    ("[a](https://b.fr/\nc)", ["inline[a](https://b.fr/\nc) malformed"]),
    ("[a](https://b.fr \"c \"d\" e\")", ["inline[a](https://b.fr \"c \"d\" e\") malformed"]),
    ("[a](https://b.fr « c »)", ["inline[a](https://b.fr \" c \") malformed"]),
    (
      "<p>[a](https://b.fr/<a href=\"c\">d</a>)</p>",
      ["inline[a](https://b.fr/<a href=\"c\">d</a>) malformed", "html[d](c) insideTarget"]
    ),
    ("<p>[<a href=\"b\">a</a>](b) [c](d)</p>", ["inline[<a href=\"b\">a</a>](b) linkInText", "html[a](b)"]),
    ("(a)[https://b.fr]", ["inline[a](https://b.fr) reversed"]),
    ("(a)[mailto:b@c.fr], (d)[/ef/gh]", ["inline[a](mailto:b@c.fr) reversed", "inline[d](/ef/gh) reversed"]),
    ("[&nbsp;&#8203;](b)", ["inline[&nbsp;&#8203;](b) emptyText"]),
    ("<https://a.fr/{{ b }}>", ["autolink[https://a.fr/{{ b }}](https://a.fr/{{ b }}) malformed template"]),
    ("[c.fr] (https://[c.fr) x", ["inline[c.fr](https://[c.fr) space"]),
    ("([a])(https://b.fr/)", ["inline[a](https://b.fr/) parenthesis"]),
    ("[a](mailto:a@b.fr?subject=un deux)", ["inline[a](mailto:a@b.fr?subject=un deux) malformed"]),
    ("[a](http://b.fr/c d \"e\")", ["inline[a](http://b.fr/c d \"e\") malformed"]),
    ("[a](https://b.fr fin", ["inline[a](https://b.fr) malformed unclosed"]),
    ("[a [b](c) d](e)", ["inline[a [b](c) d](e) linkInText", "inline[b](c)"]),
    ("[![a](b)](c)", ["inline[![a](b)](c)", "image[a](b)"]),
    ("[a@b.fr](mailto:a@b.fr)", ["inline[a@b.fr](mailto:a@b.fr)"]),
    (
      "[a@b.fr]([a@b.fr](mailto:a@b.fr)?cc=c@d.fr)",
      [
        "inline[a@b.fr]([a@b.fr](mailto:a@b.fr)?cc=c@d.fr) linkInTarget",
        "inline[a@b.fr](mailto:a@b.fr) insideTarget",
      ]
    ),
    (
      "\\[a@b.fr]([a@b.fr](mailto:a@b.fr)?subject=un deux) fin",
      [
        "inline[a@b.fr]([a@b.fr](mailto:a@b.fr)?subject=un deux) malformed linkInTarget escapedOpening",
        "inline[a@b.fr](mailto:a@b.fr) insideTarget",
      ]
    ),
    (
      "[](mailto:a@b.fr)\\[a@b.fr](mailto:a@b.fr)",
      ["inline[](mailto:a@b.fr) emptyText", "inline[a@b.fr](mailto:a@b.fr) escapedOpening"]
    ),
    ("\\[a\\](https://b.fr)", ["inline[a](https://b.fr) escapedOpening escapedClosing"]),
    ("[a\\](https://b.fr)", ["inline[a](https://b.fr) escapedClosing"]),
    ("[a][b][c](d)", ["reference[a](b) undefined", "inline[c](d)"]),
    ("<https://a.fr/b c>", ["autolink[https://a.fr/b c](https://a.fr/b c) malformed"]),
    ("<a href=\"b\">c", ["html[c](b) unclosed"]),
    ("<a href=\"b\">c [d](e)</a>", ["html[c [d](e)](b) linkInText", "inline[d](e)"]),
  ])
  func keepsBrokenShapes(_ text: String, _ expected: [String]) {
    #expect(describedLinks(text) == expected)
  }

  @Test func rangesAreExact() throws {
    let text = "é ![b] \t(https://c.fr \"d\")."
    let link = try #require(MarkdownScan.scan(Array(text.utf8)).links.first)
    #expect(link.range == ByteRange(3, 27))
    #expect(link.textRange == ByteRange(5, 6))
    #expect(link.gapRange == ByteRange(7, 9))
    #expect(link.targetRange == ByteRange(10, 22))
    #expect(link.titleRange == ByteRange(24, 25))
  }

  @Test func scansOnlyTheRangeAsked() {
    let bytes = Array("[a](b)\n[c](d)\n[e](f)".utf8)
    let body = MarkdownScan.scan(bytes, in: ByteRange(7, 14))
    #expect(body.links.map(\.range) == [ByteRange(7, 13)])
    #expect(MarkdownScan.scan(bytes, in: ByteRange(-5, 500)).links.count == 3)
  }
}
