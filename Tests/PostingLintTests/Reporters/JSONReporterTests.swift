import PostingLint
import SourceText
import Testing

@Suite struct JSONReporterTests {
  @Test func countsColumnsInCodePointsAndOffsetsInBytes() throws {
    let json = try JSONReading(ReportSample.text(.json, [ReportSample.astral()]))
    #expect(json["diagnostics/0/range/start"] == #"{"line":2,"column":6,"offset":14}"#)
    #expect(json["diagnostics/0/range/end"] == #"{"line":2,"column":7,"offset":18}"#)
    #expect(json["diagnostics/0/notes/0/range/start"] == #"{"line":2,"column":1,"offset":5}"#)
    #expect(json["summary/fixable"] == "1")
  }

  @Test func writesOneFindingALine() throws {
    let name = ReportSample.hostileName
    let text = ReportSample.text(
      .jsonl, [ReportSample.astral(path: name), ReportSample.many(3, .info, path: "b.md")],
      ReportOptions(languages: [.fr, .en]))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines.last == "")
    let first = try JSONReading(String(lines[0]))
    #expect(first["path"] == #""d é/na,me:1 100% \"q\" <b>&'##\u005Berror]|`.md""#)
    #expect(first["messages/fr"]?.hasSuffix("(fr)\"") == true)
    #expect(first["fix/edits/0/text"] == #""😀\u0001""#)
    #expect(try JSONReading(String(lines[3]))["range/start/line"] == "3")
    #expect(ReportSample.text(.jsonl, []) == "")
  }

  @Test func countsOnAlongOneLine() throws {
    let text = String(repeating: "😀", count: 300)
    let source = Source(path: "a.md", text: text)
    let ranges = (0..<100).flatMap { [ByteRange($0 * 12, $0 * 12 + 8), ByteRange($0 * 12 + 4, $0 * 12 + 5)] }
    let report = FileReport(source: source, diagnostics: ranges.map { ReportSample.finding("a", .info, $0) })
    let lines = ReportSample.text(.jsonl, [report]).split(separator: "\n")
    let index = LineIndex(source.bytes)
    #expect(lines.count == 200)
    for (line, range) in zip(lines, ranges) {
      let start = index.position(at: range.start, in: source.bytes, unit: .codePoints)
      let end = index.position(at: range.end, in: source.bytes, unit: .codePoints)
      let json = try JSONReading(String(line))
      #expect(json["range/start/column"] == "\(start.column + 1)")
      #expect(json["range/end/column"] == "\(end.column + 1)")
    }
  }
}
