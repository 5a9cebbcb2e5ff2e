import DataTree
import Markdown
import SourceText
import Testing

@testable import PostingLint

/// A file of nothing but mistakes keeps a few findings and counts the others.
@Suite struct FindingLimitTests {
  private static let text = "---\nroles: Coach\nopen: true\n---\n\n" + String(repeating: "[x](mailto:) ", count: 50)

  private func lint(_ text: String, limit: Int) throws -> FileReport {
    var options = try Harness.options()
    options.findingLimit = limit
    let linter = Linter(
      settings: RuleSettings(), options: options, schema: DocumentSchema.posting(options: options))
    return linter.lint(Source(path: "2022-05-30-a.md", text: text))
  }

  @Test func theCountsAreThoseOfAllFindings() throws {
    let all = try lint(Self.text, limit: 0)
    let some = try lint(Self.text, limit: 10)
    var (whole, part) = (Summary(), Summary())
    whole.add(all)
    part.add(some)
    #expect(all.diagnostics.count > 50)
    #expect(some.diagnostics.count < 20)
    #expect(some.leftOut == all.diagnostics.count - some.diagnostics.count)
    #expect((part.errors, part.warnings, part.infos) == (whole.errors, whole.warnings, whole.infos))
    #expect(part.fixable == whole.fixable)
    #expect(some.diagnostics.allSatisfy { all.diagnostics.contains($0) })
  }

  @Test func whatCommentsSilenceIsCountedAndTakesNoPlace() throws {
    let text = Self.text + "[](x)\n\n<!-- posting-lint-disable-file empty-link-target -->\n"
    let all = try lint(text, limit: 0)
    let some = try lint(text, limit: 10)
    #expect(all.suppressed == 50)
    #expect(some.suppressed == all.suppressed)
    #expect(some.diagnostics == all.diagnostics)
    #expect(some.leftOut == 0)
  }

  @Test func theFailuresOfASchemaThatAreOnlyCountedAreCounted() throws {
    let keys = (0..<50).map { "unheard-of-\($0): x\n" }.joined()
    let text = Self.text.replacing("open: true\n", with: "open: true\n" + keys)
    let all = try lint(text, limit: 0)
    let some = try lint(text, limit: 10)
    let ofKeys = all.diagnostics.filter { $0.rule == "unknown-key" }
    #expect(ofKeys.count == 50)
    #expect(some.diagnostics.filter { $0.rule == "unknown-key" } == Array(ofKeys.prefix(10)))
    #expect(some.leftOut == all.diagnostics.count - some.diagnostics.count)
  }

  @Test func aLineOfCharactersWithoutWidthIsCut() throws {
    let report = try lint(Self.text + String(repeating: "\u{200B}", count: 20_000), limit: 0)
    let output = try #require(HumanReporter(ReportOptions(languages: [.en])).text(of: report))
    #expect(output.count < 5_000 * report.diagnostics.count)
  }

  @Test func allThatIsLeftAfterFixesIsSaidInWords() throws {
    let options = try Harness.options()
    let linter = Linter(
      settings: RuleSettings(), options: options, schema: DocumentSchema.posting(options: options))
    let line = "Une ligne de texte, assez longue pour que le fichier le soit aussi : [x](mailto:)\n\n"
    let text = Self.text + "L’e\u{301}quipe.\n\n" + String(repeating: line, count: 2_000)
    let result = Fixer(linter, threshold: .safe).fix(Source(path: "2022-05-30-a.md", text: text))
    #expect(result.applied > 0)
    #expect(result.report.diagnostics.filter { $0.rule == "empty-link-target" }.count > 1_500)
    #expect(result.report.diagnostics.allSatisfy { !$0.message.fr.isEmpty && !$0.message.en.isEmpty })
  }

  /// A file may have as many of these as it has words.
  @Test func whatAWordMayCostIsFewBytes() {
    #expect(MemoryLayout<NodeID>.stride == 4)
    #expect(MemoryLayout<ByteRange>.stride == 8)
    #expect(MemoryLayout<Edit>.stride == 16)
    #expect(MemoryLayout<Node>.stride == 16)
    #expect(MemoryLayout<MarkdownLink>.stride <= 56)
    #expect(MemoryLayout<Diagnostic>.stride <= 80)
  }
}
