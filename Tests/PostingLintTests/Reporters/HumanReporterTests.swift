import PostingLint
import SourceText
import Testing

@Suite struct HumanReporterTests {
  @Test(arguments: ["::add-mask::x.md", " ::error::x.md", "\u{A0}::stop-commands::x.md", "##[error]x.md"])
  func aNameIsNoWorkflowCommand(_ name: String) {
    let text = ReportSample.text(.human, [ReportSample.astral(path: name)])
    #expect(!text.contains("##["))
    #expect(!text.contains("\u{1B}"))
    for line in text.split(separator: "\n") {
      #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"), "\(line)")
    }
  }

  @Test func countsColumnsInCodePoints() {
    #expect(ReportSample.text(.human, [ReportSample.astral()]).hasPrefix("jobs/a.md:2:6: error: 100% wrong, a: b"))
  }
}
