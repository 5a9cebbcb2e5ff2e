import PostingLint
import SourceText
import Testing

/// Every format states its unit of columns; each is counted here behind a letter of two bytes, a bad byte and a character
/// outside the Basic Multilingual Plane, on a line that ends the Windows way.
@Suite struct ColumnUnitTests {
  /// The finding is on the `x`.
  private static let text = Array("ab\r\né".utf8) + [0xFF] + Array("😀x\r\n".utf8)
  private static let range = ByteRange(11, 12)

  private func report(_ path: SourcePath) -> FileReport {
    let source = Source(path: path, bytes: Self.text)
    return FileReport(source: source, diagnostics: [ReportSample.finding("unknown-key", .error, Self.range)])
  }

  @Test(arguments: ReportFormat.allCases) func isCounted(_ format: ReportFormat) {
    let wanted =
      switch format {
      case .human, .junit: "a.md:2:4: error: wrong"
      case .json, .jsonl:
        #""range":{"start":{"line":2,"column":4,"offset":11},"end":{"line":2,"column":5,"offset":12}}"#
      case .sarif: #""region":{"startLine":2,"startColumn":5,"endLine":2,"endColumn":6}"#
      case .github: "::error file=a.md,line=2,endLine=2,col=4,endColumn=5,"
      case .gitlab: #""location":{"path":"a.md","lines":{"begin":2,"end":2}}"#
      case .checkstyle: #"line="2" column="4""#
      case .rdjson: #""range":{"start":{"line":2,"column":8},"end":{"line":2,"column":9}}"#
      case .html: "line 2 wrong"
      case .markdown: "<code>a.md:2</code>"
      }
    let text = ReportSample.text(format, [report(SourcePath("a.md"))])
    #expect(text.contains(wanted), "\(text.suffix(400))")
    #expect(format != .sarif || text.contains(#""columnKind":"utf16CodeUnits""#))
  }

  /// A name that is no UTF-8 gives an output that is.
  @Test(arguments: ReportFormat.allCases) func aNameNeedNotBeUTF8(_ format: ReportFormat) {
    var reporter = format.reporter(ReportOptions())
    var output: [UInt8] = []
    reporter.begin(&output)
    reporter.add(report(SourcePath(bytes: [0x62, 0xE9, 0x2E, 0x6D, 0x64])), &output)
    reporter.end(Summary(), &output)
    let text = String(validating: output, as: UTF8.self)
    #expect(text?.contains(format == .sarif ? "b%E9.md" : "b\u{FFFD}.md") == true)
  }
}
