import Foundation
import PostingLint
import SourceText
import Testing

@Suite struct HTMLReporterTests {
  private func page(_ reports: [FileReport], _ language: Language = .en, root: String? = nil) -> String {
    var options = ReportOptions(languages: [language])
    options.sourceAddress = root
    return ReportSample.text(.html, reports, options)
  }

  @Test func textStaysText() {
    let path = "a\"><img src=x onerror=alert(1)>.md"
    let source = Source(path: path, text: "---\nroles: </pre><script>alert(1)</script>\n---\n")
    var finding = ReportSample.finding("unknown-value", .error, ByteRange(11, 40), "</p><script>alert(2)</script>")
    finding.fix = Fix(Message(fr: "<b>", en: "<b>"), .safe, Edit(ByteRange(11, 40), "<i>&amp;"))
    let page = page([FileReport(source: source, diagnostics: [finding])], root: "https://forge.example/s")
    #expect(page.components(separatedBy: "<script").count == 2)
    for tag in ["<img", "<b>", "<i>", "</pre><script"] { #expect(!page.contains(tag), "\(tag)") }
    #expect(page.contains("&lt;i&gt;&amp;amp;"))
    #expect(
      page.contains(
        "href=\"https://forge.example/s/a%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E.md?plain=1#L2\""))
  }

  /// A browser shows a letter of windows-1252 in the place of a reference to one of them.
  @Test func controlCharactersAreNoLetters() {
    let source = Source(path: "jobs/a\u{92}.md", text: "l\u{92}offre \u{80}\u{7F}\rx")
    var finding = ReportSample.finding("mojibake", .error, ByteRange(1, 3), "“\u{92}”")
    finding.fix = Fix(Message(fr: "x", en: "x"), .unsafe, Edit(ByteRange(1, 3), "’"))
    let page = page([FileReport(source: source, diagnostics: [finding])])
    #expect(page.contains("<del><span class=\"hidden\">before </span>l\u{FFFD}offre \u{FFFD}\u{FFFD}</del>"), "\(page)")
    #expect(page.contains("jobs/a\u{FFFD}.md") && page.contains("“\u{FFFD}”"))
    for number in Array(127..<160) + [13] { #expect(!page.contains("&#\(number);")) }
  }

  @Test func saysWhatAFixMakesOfALine() {
    let source = Source(path: "jobs/a.md", text: "---\nrole: Coach\nopen: true\n---\n")
    var finding = ReportSample.finding("unknown-key", .error, ByteRange(4, 8))
    finding.fix = Fix(
      Message(fr: "Écrire «\u{A0}roles\u{A0}»", en: "Write “roles”"), .safe, Edit(ByteRange(4, 8), "roles"))
    let english = page([FileReport(source: source, diagnostics: [finding])])
    #expect(english.contains("<del><span class=\"hidden\">before </span>role: Coach</del>"))
    #expect(english.contains("<ins><span class=\"hidden\">after </span>roles: Coach</ins>"))
    #expect(english.contains("<html lang=\"en\">") && english.contains("data-state=\"open\""))
    #expect(english.contains("<a href") == false, "no links where nobody said where the sources are")
    let french = page([FileReport(source: source, diagnostics: [finding])], .fr)
    #expect(
      french.contains("<html lang=\"fr\">") && french.contains("correction sûre\u{A0}: écrire «\u{A0}roles\u{A0}»"))
  }

  @Test func totalsAreByFolderAndRule() {
    let reports = [
      ReportSample.many(3, .error, path: "b/x.md"), ReportSample.many(5, .warning, path: "a/y.md"),
      ReportSample.many(1, .error, path: "a/z.md"),
    ]
    let page = page(reports)
    let b = page.range(of: "<th scope=\"row\">b</th><td>3</td><td>0</td><td>0</td><td>0</td>")?.lowerBound
    let a = page.range(of: "<th scope=\"row\">a</th><td>1</td><td>5</td><td>0</td><td>0</td>")?.lowerBound
    #expect(a != nil && b != nil)
    if let a, let b { #expect(b < a, "most errors first") }
    #expect(page.contains("<code>trailing-space</code>"))
    #expect(page.contains("<h1>posting-lint: 3 files, 4 errors, 5 warnings</h1>"))
  }

  @Test func aFolderIsNoRule() {
    let page = page([ReportSample.many(1, .error, path: "empty-value/x.md")])
    #expect(page.contains("<th scope=\"row\">empty-value</th>"))
  }

  @Test func theHeadingsSayHowMuchThePageKnows() {
    func page(_ reports: [FileReport] = [], _ change: (inout Summary) -> Void) -> String {
      var reporter = ReportFormat.html.reporter(ReportOptions())
      var (output, summary) = ([UInt8](), Summary())
      reporter.begin(&output)
      for report in reports {
        summary.add(report)
        reporter.add(report, &output)
      }
      change(&summary)
      reporter.end(summary, &output)
      return String(decoding: output, as: UTF8.self)
    }
    let failed = page { $0.fail(SourcePath("a.md"), Message(fr: "absent", en: "missing")) }
    #expect(failed.contains("<h1>posting-lint: not everything could be checked (0 files, "))
    #expect(failed.contains(">Not everything could be checked</h2>"))
    #expect(page { _ in }.contains("<h1>posting-lint: no file was checked</h1>"))
    let silenced = page([ReportSample.many(1, .error, path: "a.md")]) { $0.silenced.excludedFiles = 1 }
    #expect(silenced.contains(">What is not shown</h2>") && !silenced.contains("could be checked"))
    #expect(silenced.contains(">In short</h2>"))
    // The tables count what is shown.
    let cut = page([ReportSample.many(1, .error, path: "a.md")]) { $0.leftOut = 3 }
    #expect(cut.contains(">In short, of the findings that are shown</h2>"))
  }

  @Test func aRunWithoutFindingsIsAPage() {
    let page = page([FileReport(source: Source(path: "a.md", text: ""), diagnostics: [])])
    #expect(page.contains("1 file, 0 errors, 0 warnings") && page.contains("</html>") && !page.contains("<form"))
  }
}
