import PostingLint
import SourceText
import Testing

@Suite struct GitHubReporterTests {
  @Test func escapesDataAndProperties() {
    let text = ReportSample.text(.github, [ReportSample.astral(path: ReportSample.hostileName)])
    #expect(
      text == """
        ::error file=d é/na%2Cme%3A1 100%25 "q" <b>&'##\\u{5B}error]|`.md,line=2,endLine=2,col=6,endColumn=7,\
        title=unknown-value::100%25 wrong, a: b\\u{A}::error::x ##\\u{5B}error] \\u{1B}[31m

        """)
  }

  @Test func leavesColumnsOutOfRangesOverSeveralLines() {
    let source = Source(path: "a.md", text: "ab\ncd\nef\n")
    let report = FileReport(
      source: source,
      diagnostics: [
        ReportSample.finding("a", .warning, ByteRange(1, 5)), ReportSample.finding("b", .info, ByteRange(3, 6)),
      ])
    let lines = ReportSample.text(.github, [report]).split(separator: "\n")
    #expect(
      lines == [
        "::warning file=a.md,line=1,endLine=2,title=a::wrong",
        "::notice file=a.md,line=2,endLine=2,col=1,endColumn=3,title=b::wrong",
      ])
  }

  @Test func writesErrorsFirstAndTheFirstOfEachFile() {
    let reports = [
      ReportSample.many(30, .warning, path: "a.md"), ReportSample.many(30, .error, path: "b.md"),
      ReportSample.many(2, .error, path: "c.md"),
    ]
    let lines = ReportSample.text(.github, reports).split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines[10..<20].allSatisfy { $0.hasPrefix("::warning ") })
    #expect(lines.filter { $0.contains("file=c.md,") }.count == 2)
    #expect(lines.last == "42 more findings not annotated")
    let french = ReportSample.text(.github, reports, ReportOptions(languages: [.fr]))
    #expect(french.hasSuffix("\n42 autres constats sans annotation\n"))
  }

  /// What could not be checked takes the places of errors, and is counted with them.
  @Test func failuresComeFirstAndAreCounted() {
    var reporter = ReportFormat.github.reporter(ReportOptions())
    var (output, summary) = ([UInt8](), Summary())
    reporter.begin(&output)
    for report in [ReportSample.many(3, .error, path: "a.md"), ReportSample.many(1, .warning, path: "b.md")] {
      summary.add(report)
      reporter.add(report, &output)
    }
    for index in 0..<12 { summary.fail(SourcePath("\(index).md"), Message(fr: "absent", en: "missing")) }
    reporter.end(summary, &output)
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error file=") && $0.hasSuffix("::missing") })
    #expect(lines.dropFirst(10).first?.hasPrefix("::warning file=b.md,") == true)
    #expect(lines.dropFirst(11) == ["5 more findings not annotated"])
  }

  @Test func saysNothingOfACleanRun() {
    #expect(ReportSample.text(.github, []) == "")
  }
}
