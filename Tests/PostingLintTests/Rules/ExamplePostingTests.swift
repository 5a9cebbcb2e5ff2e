import PostingLint
import SourceText
import TestSupport
import Testing

/// The five example postings, with the default rules and 1 July 2022 for today.
@Suite(.enabled(if: SharedData.exists("corpus/examples"), Comment(rawValue: SharedData.why)))
struct ExamplePostingTests {
  private func source(_ name: String) throws -> Source {
    Source(path: SourcePath("examples/" + name), bytes: try SharedData.bytes("corpus/examples/" + name))
  }

  private func lint(_ name: String, extra: [String] = []) throws -> (FileReport, lines: LineIndex) {
    let source = try source(name)
    return (try Harness.linter(extra: extra).lint(source), LineIndex(source.bytes))
  }

  private func rules(_ report: FileReport, atLeast severity: Severity) -> [String] {
    report.diagnostics.filter { $0.severity >= severity }.map(\.rule)
  }

  @Test func theDamagedPosting() throws {
    let (report, lines) = try lint("data-gouv-developpeur.md")
    let damaged = report.diagnostics.filter { $0.rule == "mojibake" }
    let damagedLines = Set(damaged.map { lines.line(at: $0.range.start) + 1 })
    #expect(damagedLines.contains(3))
    #expect(damagedLines.count == 20)
    let fixed = Fixer(try Harness.linter(), threshold: .safe).fix(report.source)
    let text = String(decoding: fixed.bytes, as: UTF8.self)
    #expect(!fixed.report.diagnostics.contains { $0.rule == "mojibake" })
    #expect(text.utf8.elementsEqual(Array(text.utf8)) && !text.unicodeScalars.contains("\u{FFFD}"))
    for expected in [
      "roles: un.e développeur.e", "À bientôt 😀", "objectifs seront\u{A0}:", "« le mieux est l'ennemi du bien »",
      "Nous sommes à la fois", "réutilisabilité",
    ] where !containsBytes(text, expected) {
      Issue.record("missing: \(expected)")
    }
    #expect(containsBytes(text, "ré•utilisateurs"))
    let quotes: (Source) -> Int = {
      $0.text(in: ByteRange(0, $0.bytes.count)).unicodeScalars.filter { $0 == "’" }.count
    }
    #expect(quotes(Source(path: "a", text: text)) >= quotes(report.source))
  }

  private func containsBytes(_ text: String, _ piece: String) -> Bool {
    let bytes = Array(text.utf8)
    let piece = Array(piece.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: piece) }
  }

  @Test func theGoodPostingWithoutADateInItsName() throws {
    let (report, _) = try lint("etalab-data-engineer.md")
    #expect(rules(report, atLeast: .warning) == ["file-name-without-date"])
    let source = try source("etalab-data-engineer.md")
    let all = try Harness.linter(Harness.everything).lint(source)
    #expect(rules(all, atLeast: .warning) == ["file-name-without-date"])
  }

  @Test func theNestedLink() throws {
    let name = "2022-06-28-data-inclusion-data-engineer.md"
    let (report, lines) = try lint(name)
    let found = report.diagnostics.filter { $0.severity > .info }.map {
      "\($0.rule) \(lines.line(at: $0.range.start) + 1)"
    }
    #expect(found == ["empty-link-text 65", "nested-link 103"])
    #expect(!report.diagnostics.contains { $0.rule == "expired-but-open" })
    var options = try Harness.options()
    options.today = try #require(CalendarDate(year: 2022, month: 8, day: 1))
    let later = Linter(
      settings: RuleSettings(), options: options, schema: DocumentSchema.posting(options: options))
    #expect(later.lint(try source(name)).diagnostics.contains { $0.rule == "expired-but-open" })
  }

  @Test func theCleanPosting() throws {
    let (report, _) = try lint("2022-05-30-dotations-locales-dev-back.md")
    #expect(rules(report, atLeast: .warning).isEmpty)
  }

  @Test func thePostingWithoutADate() throws {
    let name = "beta-gouv-8-developpeurs.md"
    let (report, _) = try lint(name)
    #expect(rules(report, atLeast: .warning) == ["file-name-without-date"])
    let listed = try Harness.linter(startups: ["transport"]).lint(try source(name))
    #expect(listed.diagnostics.contains { $0.rule == "unknown-reference" })
  }
}
