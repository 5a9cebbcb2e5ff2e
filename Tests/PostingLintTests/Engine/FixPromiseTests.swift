import PostingLint
import SourceText
import Testing

/// What a report says can be fixed is what fixing fixes.
@Suite struct FixPromiseTests {
  private func lint(_ text: String) throws -> (report: FileReport, linter: Linter) {
    let linter = try Harness.linter(startups: ["atlas"])
    return (linter.lint(Source(path: "_jobs/2022-05-30-a.md", text: text)), linter)
  }

  /// A tab that becomes two spaces makes one value of two lines, in which no colon may stand.
  private let lineThatNoSpacesMend = "---\nroles: Coach\nstartup: atlas\n\ttitle: Coach\nopen: oui\n---\n\nTexte.\n"

  @Test func aFixThatNothingAppliesIsOnlyShown() throws {
    let (report, linter) = try lint(lineThatNoSpacesMend)
    let syntax = try #require(report.diagnostics.first { $0.rule == "yaml-syntax" })
    #expect(syntax.fix?.applicability == .displayOnly)
    #expect(Fixer(linter, threshold: .unsafe).fix(report.source).bytes == report.source.bytes)
  }

  @Test func aValueReadPastAMistakeThatStaysIsNotMended() throws {
    let (report, _) = try lint(lineThatNoSpacesMend)
    let value = try #require(report.diagnostics.first { $0.pointer == "/open" })
    #expect(value.fix?.applicability ?? .displayOnly == .displayOnly)
  }

  @Test(arguments: [Applicability.safe, .unsafe])
  func afterFixingNothingIsPromised(_ threshold: Applicability) throws {
    let text = """
      ---
      roles: Développeuse ou dÃ©veloppeur
      \tstartup: atlas
      open: oui
       domaines: [Coachin
      contacts: a@b.fr\u{20}
      ---

      Écrire à [nous](a@b.fr), ou [ici] (https://exemple.fr).

      """
    let (report, linter) = try lint(text)
    let once = Fixer(linter, threshold: threshold).fix(report.source)
    let rest = once.report.diagnostics.filter { ($0.fix?.applicability ?? .displayOnly) >= threshold }
    #expect(rest.isEmpty, "\(rest.map(\.rule))")
    let again = linter.lint(Source(path: report.source.path, bytes: once.bytes))
    #expect(again.diagnostics == once.report.diagnostics)
  }

  /// Below the severity that somebody is shown, fixes that are not safe are as the rule offers them: nobody sees them.
  @Test func whatNobodySeesIsNotTried() throws {
    let source = Source(path: "_jobs/2022-05-30-a.md", text: lineThatNoSpacesMend)
    let linter = try Harness.linter(startups: ["atlas"])
    let all = linter.lint(Document(source)).diagnostics
    let errors = linter.lint(Document(source), leastSeverity: .error).diagnostics
    #expect(all.map(\.range) == errors.map(\.range))
  }

  /// Fourteen lines to align, one after the other.
  @Test func fixesThatFollowOneAnotherComeToAnEnd() throws {
    let lines = (0..<14).map { "k\($0): x\n" }.joined()
    let (report, linter) = try lint("---\n roles: Coach\n\(lines)---\n\nTexte.\n")
    let fixer = Fixer(linter, threshold: .unsafe)
    let once = fixer.fix(report.source)
    let twice = fixer.fix(Source(path: report.source.path, bytes: once.bytes))
    #expect(twice.bytes == once.bytes)
  }
}
