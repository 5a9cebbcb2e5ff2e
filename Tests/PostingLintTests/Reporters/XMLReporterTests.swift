import PostingLint
import SourceText
import Testing

@Suite struct XMLReporterTests {
  @Test func checkstyleEscapesNamesAndMessages() {
    let report = ReportSample.astral(path: ReportSample.hostileName + "\u{1}\n")
    let text = ReportSample.text(
      .checkstyle, [report, FileReport(source: Source(path: "b.md", text: ""), diagnostics: [])])
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="d é/na,me:1 100% &quot;q&quot; &lt;b&gt;&amp;'##&#91;error]|`.md\u{FFFD}&#10;">
            <error line="2" column="6" severity="error" \
        message="100% wrong, a: b&#10;::error::x ##&#91;error] \u{FFFD}[31m" source="posting-lint.unknown-value"/>
          </file>
        </checkstyle>

        """)
  }

  @Test(arguments: [ReportFormat.checkstyle, .junit])
  func replacesWhatXMLForbids(_ format: ReportFormat) {
    let scalars: [UInt32] = [0, 1, 8, 0x0B, 0x0C, 0x1B, 0x1F, 0xFFFE, 0xFFFF]
    let hostile = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    let source = Source(path: "a" + hostile + "\u{10FFFF}.md", text: "x")
    let report = FileReport(
      source: source, diagnostics: [ReportSample.finding("a", .error, ByteRange(0, 1), "<" + hostile + "]]>")])
    let text = ReportSample.text(format, [report])
    #expect(text.contains("]]&gt;"))
    for scalar in text.unicodeScalars {
      #expect(scalar.value >= 0x20 || scalar == "\n")
      #expect(scalar.value != 0xFFFE && scalar.value != 0xFFFF)
    }
  }

  @Test func junitFailsFromTheFailingLevelOn() {
    let reports = [
      FileReport(source: Source(path: "clean.md", text: ""), diagnostics: []),
      ReportSample.many(2, .warning, path: "warned.md"), ReportSample.astral(path: "::error::x.md"),
    ]
    let text = ReportSample.text(.junit, reports)
    #expect(text.contains(#"<testsuite name="posting-lint" tests="3" failures="1" errors="0">"#))
    #expect(text.contains(#"<testcase name="clean.md" classname="posting-lint" file="clean.md"/>"#))
    #expect(text.contains("<system-out>warned.md:1:1: warning: wrong [trailing-space]\nwarned.md:2:1: "))
    #expect(
      text.contains("message=\"100% wrong, a: b&#10;::error::x ##&#91;error] \u{FFFD}[31m\">./::error::x.md:2:6: "))
    let strict = ReportSample.text(.junit, reports, ReportSample.options([.fr], failLevel: .warning))
    #expect(strict.contains(#"failures="2""#))
    #expect(strict.contains(#"<failure type="trailing-space" message="wrong (fr) (et 1 de plus)">warned.md:1:1: "#))
  }

  @Test func junitParts1001FilesInTwoSuitesOfDifferentNames() {
    let clean = FileReport(source: Source(path: "clean.md", text: ""), diagnostics: [])
    let text = ReportSample.text(
      .junit, Array(repeating: clean, count: 1000) + [ReportSample.astral(path: "last.md")])
    #expect(text.contains(#"<testsuite name="posting-lint" tests="1000" failures="0" errors="0">"#))
    #expect(text.contains(#"<testsuite name="posting-lint 2" tests="1" failures="1" errors="0">"#))
    #expect(text.split(separator: "<testcase ").count == 1002)
    #expect(text.hasSuffix("    </testcase>\n  </testsuite>\n</testsuites>\n"))
  }
}
