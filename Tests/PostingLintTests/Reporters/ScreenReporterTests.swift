import Foundation
import PostingLint
import SourceText
import Testing

@Suite struct ScreenReporterTests {
  /// What is shown on a terminal of `width` cells.
  private func screen(_ reports: [FileReport], width: Int, folds: Bool = true) -> String {
    var options = ReportOptions()
    options.screenWidth = width
    options.foldsFindings = folds
    return ReportSample.text(.human, reports, options)
  }

  private func report(_ text: String, _ diagnostics: [Diagnostic], path: String = "jobs/a.md") -> FileReport {
    FileReport(source: Source(path: path, text: text), diagnostics: diagnostics)
  }

  @Test(arguments: [40, 60, 80, 120])
  func nothingIsWiderThanTheScreen(_ width: Int) {
    let line = String(repeating: "é😀 mot ", count: 60)
    let message = String(repeating: "des mots à lire ", count: 20)
    let range = ByteRange(300, 340)
    var finding = ReportSample.finding("unknown-value", .error, range, message)
    finding.fix = Fix(Message(fr: message, en: message), .unsafe, Edit(range, "x"))
    finding.notes = [Diagnostic.Note(ByteRange(0, 1), Message(fr: message, en: message))]
    let text = screen([report(line + "\n", [finding])], width: width)
    #expect(text.contains("--unsafe-fixes:"))
    for row in text.split(separator: "\n") {
      // An emoji takes two cells.
      let cells = row.unicodeScalars.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
      #expect(cells <= width, "\(row)")
    }
  }

  @Test func continuedLinesHangBelowTheMessage() {
    let finding = ReportSample.finding(
      "unknown-key", .warning, ByteRange(4, 5), "one two three four five six seven eight")
    let rows = screen([report("---\na: 1\n---\n", [finding])], width: 40).split(separator: "\n")
    #expect(
      rows == [
        "jobs/a.md", "  2:1  warning: one two three four five", "       six seven eight [unknown-key]", "   2 | a: 1",
        "     | ^",
      ])
  }

  @Test func aFileIsNamedOnce() {
    let findings = [0, 4].map { ReportSample.finding("unknown-key", .error, ByteRange($0 + 4, $0 + 5)) }
    let text = screen([report("---\na: 1\nb: 2\n---\n", findings), report("x", [], path: "jobs/b.md")], width: 80)
    #expect(text.components(separatedBy: "jobs/a.md").count == 2)
    #expect(!text.contains("jobs/b.md"))
  }

  @Test func warningsFoldNoErrors() {
    let text = String(repeating: "abc\n", count: 20)
    var findings = (0..<20).map { ReportSample.finding("unknown-key", .warning, ByteRange($0 * 4, $0 * 4 + 3)) }
    findings[17].severity = .error
    let folded = screen([report(text, findings)], width: 80)
    #expect(folded.contains("18:1  error: wrong"))
    #expect(folded.contains("… and 16 more [unknown-key]"))
    #expect(screen([report(text, findings)], width: 80, folds: false).components(separatedBy: "warning:").count == 20)
  }

  @Test func textOfTheFileIsHarmless() {
    let text = screen([ReportSample.astral(path: "::error::\u{1B}[31m.md")], width: 80)
    #expect(!text.contains("\u{1B}") && !text.contains("##["))
  }
}
