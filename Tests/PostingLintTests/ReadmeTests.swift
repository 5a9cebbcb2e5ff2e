import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

// The README's Swift example begins here; the test below keeps both equal.
func findings(in text: String, named name: String, today: CalendarDate) throws -> [String] {
  let options = LintOptions(today: today)
  let schema = try FrontMatterSchema.posting(options: options)
  let linter = Linter(settings: RuleSettings(), options: options, schema: schema)
  let report = linter.lint(Source(path: name, text: text))
  let lines = LineIndex(report.source.bytes)
  return report.diagnostics.map { diagnostic in
    "line \(lines.line(at: diagnostic.range.start) + 1): \(diagnostic.message.en) [\(diagnostic.rule)]"
  }
}
// The README's Swift example ends here.

@Suite struct ReadmeTests {
  private static let file = "README.md"

  @Test func swiftExampleIsThisFilesCode() throws {
    let readme = try DocumentText(Self.file)
    let code = try readme.part(between: "```swift\nimport PostingLint\nimport SourceText\n\n", and: "```\n")
    let own = try DocumentText("Tests/PostingLintTests/ReadmeTests.swift").part(
      between: "begins here; the test below keeps both equal.\n", and: "// The README's Swift example ends here.")
    #expect(Array(code.utf8) == Array(own.utf8))
  }

  @Test func swiftExampleFindsAMistake() throws {
    let today = try #require(Harness.today)
    let text = "---\nroles: Coach\nopen: oui\nstartup: atlas\ndomaines: [Coaching]\n---\n\nBonjour.\n"
    let found = try findings(in: text, named: "2022-05-30-atlas.md", today: today)
    #expect(found == ["line 3: “oui” is a text; write true, without quotes or anything else [wrong-type]"])
  }

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
        let level = info.isOnByDefault ? info.severity.name : "off"
        let fix =
          switch info.fixability {
          case .safe: "safe"
          case .unsafe: "unsafe"
          case .displayOnly, nil: ""
          }
        text += "| `\(info.id)` | \(level) | \(fix) | \(info.summary.en) |\n"
      }
    }
    return text
  }
}

/// A text file of the checkout, cut by its marks.
struct DocumentText {
  /// The text.
  let text: String

  /// Reads a file of the checkout.
  init(_ path: String) throws {
    text = String(decoding: try checkoutFile(path), as: UTF8.self)
  }

  /// The text after the first `start` up to the next `end`, or to the end of the file.
  func part(between start: String, and end: String?) throws -> String {
    let bytes = Array(text.utf8)
    let from = try #require(Self.offset(of: Array(start.utf8), in: bytes, after: 0)) + start.utf8.count
    guard let end else { return String(decoding: bytes[from...], as: UTF8.self) }
    let to = try #require(Self.offset(of: Array(end.utf8), in: bytes, after: from))
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  private static func offset(of needle: [UInt8], in bytes: [UInt8], after start: Int) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return (start...bytes.count - needle.count).first { bytes[$0...].starts(with: needle) }
  }
}
