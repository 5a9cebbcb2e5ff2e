import Files
import Foundation
import PostingLint
import SourceText
import TestSupport
import Testing

/// Settings that hold only for files whose front matter says something.
@Suite struct ConditionTests {
  private func workspace() throws -> Workspace {
    Workspace(LintOverrides(), systemDay: try #require(Harness.today))
  }

  /// The rules of what is found in a posting whose keys are `keys`, with an unknown key among them.
  private func found(_ condition: String, _ posting: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(
      ".posting-lint.yml",
      "readers: hugo\noverrides:\n  - when: \(Self.flow(condition))\n    rules: {unknown-key: off}\n")
    var workspace = try workspace()
    let path = folder.path("_jobs/2022-05-30-a.md")
    let source = Source(path: path, bytes: Array(posting.utf8))
    return try workspace.settings(for: path).lint(source).diagnostics.map(\.rule)
  }

  private static func flow(_ condition: String) -> String { condition.hasPrefix("{") ? condition : "{\(condition)}" }

  private func yaml(_ keys: String) -> String {
    "---\nroles: Coach\nstartup: atlas\ndomaines: [Coaching]\nxyz: 1\n\(keys)\n---\n"
  }

  @Test(arguments: [
    "open: {const: false}", "open: false", "{properties: {open: {const: false}}, required: [open]}",
    "{open: {type: boolean}, domaines: {contains: {const: Coaching}}}", "{not: {properties: {open: {const: true}}}}",
    "startup: atlas", "xyz: 1", "xyz: 1.0",
  ])
  func isMet(_ condition: String) throws {
    #expect(try found(condition, yaml("open: false")).isEmpty)
    #expect(
      try found(
        condition, "+++\nroles = 'Coach'\nstartup = 'atlas'\ndomaines = ['Coaching']\nxyz = 1\nopen = false\n+++\n"
      )
      .isEmpty)
    let json = #"{"roles": "Coach", "startup": "atlas", "domaines": ["Coaching"], "xyz": 1, "open": false}"#
    #expect(try found(condition, json + "\n").isEmpty)
  }

  @Test(arguments: [
    "open: true", "open: {const: 1}", "{open: false, startup: brest}", "friend: {}", "{required: [friend]}", "xyz: '1'",
    "open: null",
  ])
  func isNotMet(_ condition: String) throws {
    #expect(try found(condition, yaml("open: false")) == ["unknown-key"])
  }

  @Test func theLastThatHoldsWins() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      ".posting-lint.yml",
      """
      rules: {unknown-key: error}
      overrides:
        - when: {open: false}
          rules: {unknown-key: off}
        - files: _jobs/*b.md
          rules: {unknown-key: info}
        - files: _jobs/*c.md
          when: {open: true}
          rules: {unknown-key: warning}
      """)
    var workspace = try workspace()
    for (name, isOpen, severity) in [
      ("a", true, Severity.error), ("a", false, nil), ("b", false, .info), ("c", true, .warning), ("c", false, nil),
    ] {
      let path = folder.path("_jobs/2022-05-30-\(name).md")
      let report = try workspace.settings(for: path).lint(
        Source(path: path, bytes: Array(yaml("open: \(isOpen)").utf8)))
      #expect(report.diagnostics.first?.severity == severity, "\(name) \(isOpen)")
      #expect(report.silenced.byConfiguration == (severity == nil ? 1 : 0))
    }
  }

  /// A fix may change whether a condition is met; a second run finds nothing else to do.
  @Test func whatAFixWritesCounts() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      ".posting-lint.yml",
      "overrides:\n  - when: {open: {type: boolean}}\n    rules: {trailing-space: off}\n  - when: {open: faux}\n    rules: {empty-value: off}\n"
    )
    var workspace = try workspace()
    let path = folder.path("_jobs/2022-05-30-a.md")
    let source = Source(path: path, bytes: Array(yaml("open: faux\ntechno:").utf8))
    let linter = try workspace.settings(for: path).linter
    #expect(!linter.lint(source).diagnostics.map(\.rule).contains("empty-value"))
    let fixed = Fixer(linter, threshold: .unsafe).fix(source)
    #expect(fixed.report.diagnostics == linter.lint(Source(path: path, bytes: fixed.bytes)).diagnostics)
  }

  @Test func afileWithoutFrontMatterMeetsNone() throws {
    #expect(try found("{not: {required: [zzz]}}", "Texte.\n") == ["missing-front-matter"])
  }

  @Test(arguments: [
    ("open: {pattern: '('}", "2:26"), ("{properties: {open: {type: bool}}}", "2:33"),
    ("open: {const: 1, minimum: x}", "2:36"),
    ("3", "2:11"), ("{}", "2:11"), ("{$ref: elsewhere.json}", "2:18"),
  ])
  func aMistakeHasItsPlace(_ condition: String, _ place: String) {
    do throws(ConfigurationError) {
      let text =
        "overrides:\n  - when: \(condition.first == "3" ? condition : Self.flow(condition))\n    rules: {mojibake: off}\n"
      _ = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: text))
      Issue.record("read \(condition)")
    } catch {
      let lines = error.lines(in: .en)
      #expect(lines.contains { $0.hasPrefix(".posting-lint.yml:\(place.split(separator: ":")[0]):") }, "\(lines)")
      #expect(lines.count == 1, "\(lines)")
    }
  }

  @Test func onlyRulesMayDependOnTheFrontMatter() {
    for text in [
      "overrides:\n  - when: {open: false}\n    schema: none\n",
      "overrides:\n  - when: {open: false}\n    readers: hugo\n",
      "overrides:\n  - rules: {mojibake: off}\n",
    ] {
      #expect(throws: ConfigurationError.self) {
        try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: text))
      }
    }
  }

  @Test func theReportNamesTheLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "overrides:\n  - when: {open: false}\n    rules:\n      unknown-key: off\n")
    try folder.write("_jobs/2022-05-30-a.md", yaml("open: false"))
    try folder.write("_jobs/2022-05-30-b.md", yaml("open: true"))
    var workspace = try workspace()
    func line(_ name: String) throws -> String? {
      try workspace.report(for: folder.path("_jobs/2022-05-30-\(name).md")).text(.en).split(separator: "\n")
        .first { $0.contains("unknown-key") }.map(String.init)
    }
    #expect(try line("a")?.contains("off") == true && line("a")?.hasSuffix(".posting-lint.yml:4") == true)
    #expect(try line("b")?.contains("(default)") == true)
    #expect(try line("none")?.contains("(default)") == true)
  }
}
