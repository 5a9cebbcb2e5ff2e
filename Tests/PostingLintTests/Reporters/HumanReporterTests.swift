import PostingLint
import SourceText
import Testing

@Suite struct HumanReporterTests {
  @Test func aNameIsNoWorkflowCommand() {
    // No arguments of the test: those are printed, and a build server reads the log of the tests too.
    for name in ["::add-mask::x.md", " ::error::x.md", "\u{A0}::stop-commands::x.md", "##[error]x.md", "##vso[x]y.md"] {
      let text = ReportSample.text(.human, [ReportSample.astral(path: name)])
      #expect(!text.contains("##[") && !text.contains("##vso["))
      #expect(!text.contains("\u{1B}"))
      for line in text.split(separator: "\n") {
        #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"))
      }
    }
  }

  @Test func countsColumnsInCodePoints() {
    #expect(ReportSample.text(.human, [ReportSample.astral()]).hasPrefix("jobs/a.md:2:6: error: 100% wrong, a: b"))
  }
}
