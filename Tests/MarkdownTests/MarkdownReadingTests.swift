import SourceText
import TestSupport
import Testing

@testable import Markdown

/// A body that is read after an earlier text of it is read as if there had been none.
@Suite struct MarkdownReadingTests {
  @Test func editsGiveWhatAWholeScanGives() {
    var generator = SeededGenerator(seed: 21)
    var links = 0
    for _ in 0..<250 {
      var bytes = Self.random.text(of: Int.random(in: 0..<160, using: &generator), &generator)
      var reading: MarkdownReading?
      for _ in 0..<24 {
        let old = bytes
        Self.random.edit(&bytes, &generator)
        let range = ByteRange(min(Int.random(in: 0..<4, using: &generator) * 8, bytes.count), bytes.count)
        let lines = LineIndex(bytes)
        let change = Bool.random(using: &generator) ? ChangedBytes(from: old, to: bytes) : nil
        let known = reading ?? MarkdownReading(old, in: ByteRange(0, old.count), LineIndex(old))
        let next = MarkdownReading(bytes, in: range, lines, after: known, change)
        let whole = MarkdownScan.scan(bytes, in: range, lines)
        let shown = String(decoding: old, as: UTF8.self) + "\n→\n" + String(decoding: bytes, as: UTF8.self)
        #expect(next.body.links == whole.links, "\(shown)")
        #expect(next.body.regions == whole.regions, "\(shown)")
        #expect(next.body.definitions == whole.definitions, "\(shown)")
        links += whole.links.count
        reading = next
      }
    }
    #expect(links > 10_000)
  }

  /// A paragraph that did not change is taken over, wherever it stands now, unless what its labels mean has changed.
  @Test func aDefinitionElsewhereChangesWhatBracketsMean() {
    let paragraph = "Voir [le site] et [la page](/page), puis `du code`.\n"
    var reading = MarkdownReading()
    for text in [
      paragraph, "\n\n# Titre\n\n" + paragraph, "[le site]: /site\n\n" + paragraph,
      "[autre]: /autre\n[le site]: /site\n\n" + paragraph, "> a\n> b\n\n" + paragraph,
    ] {
      let bytes = Array(text.utf8)
      reading = MarkdownReading(bytes, in: ByteRange(0, bytes.count), LineIndex(bytes), after: reading)
      let whole = MarkdownScan.scan(bytes)
      #expect(reading.body.links == whole.links)
      #expect(reading.body.regions == whole.regions)
    }
  }

  private static let random = PieceText([
    "\n", "\n\n", "\r\n", "\r", "mot ", "é", "[a]", "[b]: /b\n", "\n\n[a]: https://a.example \"t\"\n",
    "[texte](https://x.example/a)",
    "[x](mailto:a b@c.example)", "![i](/i.png)", "[y] (https://y.example)", "(z)[https://z.example]", "`", "``",
    "```\n", "~~~\n",
    "> ", ">", "- ", "1. ", "    ", "\t", "<a href=\"/x\">", "</a>", "<!--", "-->", "<pre>\n", "</pre>", "<div>\n",
    "{{ x }}", "{%",
    "%}", "{% comment %}\n", "{% endcomment %}", "# ", "===\n", "---\n", "\\", "\\[", "[", "]", "](", ")",
    "a@b.example ", "www.a.example",
    "https://b.example/c", "<https://d.example>", "\u{A0}", "&amp;", "![", "[^1]", "[^1]: x\n", "|",
  ])
}
