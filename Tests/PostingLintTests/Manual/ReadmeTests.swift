import DataTree
import JSON
import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ReadmeTests {
  private static let file = "README.md"
  private static let tablePage = "Sources/PostingLint/PostingLint.docc/RulesAtAGlance.md"

  @Test(arguments: [
    "Sources/PostingLint/PostingLint.docc/Settings.md", "Sources/PostingLint/PostingLint.docc/GuideEnFrancais.md",
    Self.file,
  ])
  func settingsExamplesAreConfigurations(_ page: String) throws {
    let text = try DocumentText(page).part(between: "```yaml\nlanguage:", and: "```\n")
    let read = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: "language:" + text))
    #expect(read.language == .fr)
    #expect(read.overrides.last?.rules.map(\.id) == ["unknown-reference"])
    guard page.hasSuffix("Settings.md") else { return }
    #expect(read.rules.map(\.id) == ["masculine-only-role", "file-name-without-date"])
    #expect(read.references["startups"] == .folder("content/_startups"))
    #expect(read.overrides.map(\.schema) == ["none", nil])
    let more = try DocumentText(page).part(between: "```yaml\noverrides:", and: "```\n")
    let conditions = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: "overrides:" + more))
    #expect(conditions.overrides.count == 3)
  }

  @Test(arguments: ["1999-12-31", "2022-07-01", "2099-01-01"])
  func anyDayMayBeToday(_ day: String) throws {
    let read = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: "today: \(day)\n"))
    #expect(read.today?.iso == day)
  }

  @Test func rulesTableIsTheRegistry() throws {
    let page = try DocumentText(Self.tablePage)
    let old = try page.part(between: "<!-- rules -->\n", and: "<!-- /rules -->")
    let new = Self.table
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1", Array(old.utf8) != Array(new.utf8) {
      let head = try page.part(between: "", and: "<!-- rules -->\n")
      let tail = try page.part(between: "<!-- /rules -->", and: nil)
      let text = head + "<!-- rules -->\n" + new + "<!-- /rules -->" + tail
      try Data(text.utf8).write(to: SharedData.package.appendingPathComponent(Self.tablePage))
    }
    let kept = try DocumentText(Self.tablePage).part(between: "<!-- rules -->\n", and: "<!-- /rules -->")
    #expect(Array(kept.utf8) == Array(new.utf8), "run the tests with UPDATE_EXPECTED=1")
  }

  @Test func goodPostingHasNoFindings() throws {
    let guide = "Sources/PostingLint/PostingLint.docc/GuideEnFrancais.md"
    for page in [Self.file, guide] {
      let text = try #require(try DocumentText(page).blocks(of: "markdown").first)
      let report = try Harness.linter(startups: ["atlas"]).lint(
        Source(path: "content/_jobs/2022-05-30-atlas-developpement.md", text: text))
      #expect(report.diagnostics.isEmpty, "\(page): \(report.diagnostics.map(\.message.en))")
    }
  }

  @Test func everyKeyOfThePostingIsInTheTable() throws {
    let rows = try DocumentText(Self.file).part(between: "| key | value | required |\n", and: "\n\n")
    let schema = try JSONParser.parse(try checkoutFile("schemas/posting.schema.json"))
    let properties = try #require(schema.root.flatMap { schema.value(of: "properties", in: $0) })
    for (key, _) in schema.pairs(of: properties) {
      #expect(rows.contains("`\(schema.text(of: key))`"), "the README does not name \(schema.text(of: key))")
    }
  }

  /// The rules as a Markdown table, in groups as `explain` lists them.
  private static var table: String {
    var text = "| rule | default | fix | what it finds |\n| --- | --- | --- | --- |\n"
    for group in RuleGroup.allCases {
      for info in RuleRegistry.all.map({ $0.info }) where info.group == group {
        let fix =
          switch info.fixability {
          case .safe: "safe"
          case .unsafe: "unsafe"
          case .displayOnly, nil: ""
          }
        text += "| `\(info.id)` | \(info.level) | \(fix) | \(info.summary.en) |\n"
      }
    }
    return text
  }
}
