import PostingLint
import SourceText
import Testing

@Suite struct SuppressionTests {
  private static let head = "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n"

  private func found(_ text: String, only rules: [String]? = nil) throws -> [String] {
    let settings = rules.map { RuleSettings(only: $0) } ?? RuleSettings()
    return try Harness.linter(settings).lint(Source(path: "2022-05-30-a.md", text: text)).diagnostics.map {
      "\($0.rule) \($0.range.start)"
    }
  }

  /// Each text is linted once as it stands, and once with the comment made a comment of another program's.
  private func silences(_ text: String, only rules: [String]?) throws -> Bool {
    let plain = try found(text.replacing("posting-lint-disable", with: "other-tool-disabled!"), only: rules)
    let now = try found(text, only: rules)
    #expect(!plain.isEmpty)
    return now.isEmpty
  }

  private static let selections: [[String]?] = [
    nil, ["control-character"], ["control-character", "empty-link-text"], ["control-character", "useless-suppression"],
  ]

  @Test(arguments: selections)
  func aCommentOfTheBodySilencesTheWholeFile(_ rules: [String]?) throws {
    let text = Self.head + "---\n\n<!-- posting-lint-disable-file control-character -->\n\nUne phrase\u{8} abimee.\n"
    #expect(try silences(text, only: rules))
  }

  @Test(arguments: selections)
  func aCommentOfTheBodySilencesItsLineOrTheNext(_ rules: [String]?) throws {
    let own = Self.head + "---\n\nUne phrase\u{8} abimee. <!-- posting-lint-disable-line control-character -->\n"
    let next = Self.head + "---\n\n<!-- posting-lint-disable-next-line control-character -->\nUne phrase\u{8}.\n"
    let other = Self.head + "---\n\n<!-- posting-lint-disable-next-line control-character -->\n\nUne phrase\u{8}.\n"
    #expect(try silences(own, only: rules))
    #expect(try silences(next, only: rules))
    #expect(try found(other, only: ["control-character"]).count == 1)
  }

  @Test(arguments: selections)
  func aCommentOfTheFrontMatterSilencesTheBodyToo(_ rules: [String]?) throws {
    let text = Self.head + "# posting-lint-disable-file control-character -- reason\n---\n\nUne phrase\u{8} abimee.\n"
    #expect(try silences(text, only: rules))
  }

  @Test func aCommentInsideCodeIsNone() throws {
    let text = Self.head + "---\n\n`<!-- posting-lint-disable-file control-character -->`\n\nUne phrase\u{8}.\n"
    #expect(try found(text, only: ["control-character"]).count == 1)
  }

  @Test func whatIsSilencedIsCounted() throws {
    let text = Self.head + "---\n\n<!-- posting-lint-disable-file control-character -->\n\n\u{8} et \u{8}.\n"
    let report = try Harness.linter().lint(Source(path: "2022-05-30-a.md", text: text))
    #expect(report.suppressed == 2)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func aNameThatSilencesNothingIsTold() throws {
    let text = Self.head + "---\n\n<!-- posting-lint-disable-file control-character mojibake -->\n\nUne\u{8}.\n"
    let found = try Harness.linter().lint(Source(path: "2022-05-30-a.md", text: text)).diagnostics
    #expect(found.map(\.rule) == ["useless-suppression"])
    #expect(found.first.map { String(decoding: Array(text.utf8)[$0.range.indices], as: UTF8.self) } == "mojibake")
  }
}
