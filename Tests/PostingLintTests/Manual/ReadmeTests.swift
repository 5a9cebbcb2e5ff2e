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

  @Test func settingsExampleIsAConfiguration() throws {
    let text = try DocumentText(Self.file).part(between: "```yaml\nlanguage:", and: "```\n")
    let read = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: "language:" + text))
    #expect(read.language == .fr)
    #expect(read.rules.map(\.id) == ["masculine-only-role", "file-name-without-date"])
    #expect(read.references["startups"] == .folder("content/_startups"))
    #expect(read.overrides.map(\.schema) == ["none"])
  }

  @Test(arguments: ["1999-12-31", "2022-07-01", "2099-01-01"])
  func anyDayMayBeToday(_ day: String) throws {
    let read = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: "today: \(day)\n"))
    #expect(read.today?.iso == day)
  }

  @Test func rulesTableIsTheRegistry() throws {
    let readme = try DocumentText(Self.file)
    let old = try readme.part(between: "<!-- rules -->\n", and: "<!-- /rules -->")
    let new = Self.table
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1", Array(old.utf8) != Array(new.utf8) {
      let head = try readme.part(between: "", and: "<!-- rules -->\n")
      let tail = try readme.part(between: "<!-- /rules -->", and: nil)
      let text = head + "<!-- rules -->\n" + new + "<!-- /rules -->" + tail
      try Data(text.utf8).write(to: SharedData.package.appendingPathComponent(Self.file))
    }
    let kept = try DocumentText(Self.file).part(between: "<!-- rules -->\n", and: "<!-- /rules -->")
    #expect(Array(kept.utf8) == Array(new.utf8), "run the tests with UPDATE_EXPECTED=1")
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
