import SourceText
import TestSupport
import Testing

@testable import PostingLint

/// What is taken over from an earlier text of a file changes nothing of what is found in it.
@Suite struct TextReadingsTests {
  @Test func anEncodingScanAfterAnEditIsAWholeOne() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<600 {
      var bytes = Self.random.text(of: Int.random(in: 0..<60, using: &generator), &generator)
      var scan = EncodingScan(bytes)
      for _ in 0..<12 {
        let old = bytes
        Self.random.edit(&bytes, &generator)
        scan = EncodingScan(bytes, after: scan, ChangedBytes(from: old, to: bytes))
        let whole = EncodingScan(bytes)
        #expect(Self.places(scan) == Self.places(whole), "\(old) → \(bytes)")
        #expect(scan.lines.lineStarts == whole.lines.lineStarts && scan.lines.count == whole.lines.count)
        #expect(scan.crlf == whole.crlf && scan.cr == whole.cr)
        #expect(scan.lfCount == whole.lfCount && scan.firstLF == whole.firstLF, "\(old) → \(bytes)")
        #expect(scan.questionMarks == whole.questionMarks && scan.form == whole.form)
        #expect(scan.mayHaveCombiningMarks || !whole.mayHaveCombiningMarks)
      }
    }
  }

  @Test func findingsAfterAnEditAreThoseOfTheTextAlone() {
    var generator = SeededGenerator(seed: 6)
    let options = LintOptions(today: CalendarDate(iso: Array("2022-07-01".utf8)) ?? .latest)
    let linter = Linter(settings: RuleSettings(), options: options, schema: .posting(options: options))
    var findings = 0
    for _ in 0..<60 {
      var bytes = Array("---\nroles: Coach\nopen: true\n---\n".utf8)
      bytes += Self.random.text(of: Int.random(in: 0..<80, using: &generator), &generator)
      var readings = TextReadings()
      for _ in 0..<12 {
        let document = Document(Source(path: SourcePath("_jobs/2022-05-30-a.md"), bytes: bytes))
        let (report, next) = linter.lint(document, after: readings)
        #expect(report.diagnostics == linter.lint(document).diagnostics, "\(String(decoding: bytes, as: UTF8.self))")
        findings += report.diagnostics.count
        readings = next
        Self.random.edit(&bytes, &generator)
      }
    }
    #expect(findings > 4_000)
  }

  private static func places(_ scan: EncodingScan) -> [[ByteRange]] {
    [scan.invalid, scan.replacements, scan.controls, scan.invisibles]
  }

  private static let random = PieceText(
    [
      "\n", "\r\n", "\r", "\n\n", "a", "mot ", "é", "e\u{301}", "Ã©", "â€™", "dÃ©jÃ ", "?", "?x", "\u{0}", "\u{1}",
      "\u{7F}",
      "\u{85}", "\u{FFFD}", "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{E0041}", "\u{1F3F4}\u{E0067}\u{E0062}", "\u{1F3F4}",
      "\u{3099}",
      "[lien](https://a.example/b)", "[x](mailto:a b@c.example)", "[a@b.example](mailto:c@d.example?subject=été)", "`",
      "```\n", "> ",
      "---\n", "open: folse\n", "roles: x\n", "<!-- posting-lint-disable-file mojibake -->",
      "<!-- posting-lint-disable-next-line mojibake -->\n",
      "[b]: mailto:a@b\n", "[b][b]", "Cafﾃｩ", "œuvre", "…",
    ].map { Array($0.utf8) } + [[0xE9], [0xC3], [0xF0, 0x9F], [0xFF]])
}
