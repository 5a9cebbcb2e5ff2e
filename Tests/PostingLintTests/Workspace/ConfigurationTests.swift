import Files
import Foundation
import PostingLint
import SourceText
import TestSupport
import Testing

@Suite struct ConfigurationTests {
  private static let posting = "---\nroles: Coach\nopen: true\nstartup: atlas\ndomaines: [Coaching]\n---\n"
  private static let schema = #"{"type": "object", "required": ["nom"], "properties": {"nom": {"type": "string"}}}"#

  private func workspace(_ overrides: LintOverrides = LintOverrides()) throws -> Workspace {
    Workspace(overrides, systemDay: try #require(Harness.today))
  }

  private func found(_ folder: TemporaryFolder, _ name: String) throws -> [String] {
    var workspace = try workspace()
    let path = folder.path(name)
    let settings = try workspace.settings(for: path)
    return settings.lint(Source(path: path, bytes: try FileReader.read(path))).diagnostics.map(\.rule)
  }

  private func mistake(_ text: String) -> (text: String, ranges: [ByteRange])? {
    do throws(ConfigurationError) {
      _ = try ConfigurationReader.read(Source(path: ".posting-lint.yml", text: text))
      return nil
    } catch {
      guard case .content(_, let diagnostics) = error else { return nil }
      return (error.lines(in: .en).joined(separator: "\n"), diagnostics.map(\.range))
    }
  }

  // MARK: Which configuration

  @Test func theNearestConfigurationHolds() throws {
    let folder = try TemporaryFolder()
    try folder.write(".git/HEAD", "")
    try folder.write(".posting-lint.yml", "language: fr\n")
    try folder.write("a/.posting-lint.yml", "language: en\n")
    var workspace = try workspace()
    #expect(try workspace.configuration(for: folder.path("a/b/x.md")).language == .en)
    #expect(try workspace.configuration(for: folder.path("c/x.md")).language == .fr)
  }

  @Test func theSearchEndsAtTheRootOfTheRepository() throws {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "language: fr\n")
    try folder.write("repository/.git/HEAD", "")
    var workspace = try workspace()
    #expect(try workspace.configuration(for: folder.path("repository/a/x.md")).path == nil)
  }

  @Test func theCommandLineNamesOrRefusesAConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "language: fr\n")
    try folder.write("other.yml", "language: en\n")
    var given = LintOverrides()
    given.configuration = folder.path("other.yml")
    var workspace = try workspace(given)
    #expect(try workspace.configuration(for: folder.path("x.md")).language == .en)
    var none = LintOverrides()
    none.ignoresConfiguration = true
    var without = try self.workspace(none)
    #expect(try without.configuration(for: folder.path("x.md")).language == nil)
  }

  // MARK: What it says

  @Test func theLastOverrideThatFitsWins() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      ".posting-lint.yml",
      """
      rules:
        empty-value: off
      overrides:
        - files: "jobs/*.md"
          rules: {empty-value: error, mojibake: off}
        - files: ["jobs/b*.md", "other/**"]
          rules: {empty-value: info}
      """)
    var workspace = try workspace()
    let expected: [(String, Severity?, Severity?)] = [
      ("x.md", nil, .error), ("jobs/a.md", .error, nil), ("jobs/b.md", .info, nil), ("other/c/d.md", .info, .error),
    ]
    for (name, empty, mojibake) in expected {
      let settings = try workspace.settings(for: folder.path(name)).linter.settings
      #expect(settings.severity(of: "empty-value") == empty, "\(name)")
      #expect(settings.severity(of: "mojibake") == mojibake, "\(name)")
    }
  }

  @Test func excludesFilesAndFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "exclude: [\"drafts/**\", \"*.tmp.md\"]\n")
    var workspace = try workspace()
    for (name, isFolder, isExcluded) in [
      ("drafts/a.md", false, true), ("drafts/b/c.md", false, true), ("a.tmp.md", false, true), ("a.md", false, false),
      ("draft/a.md", false, false), ("jobs", true, false),
    ] {
      #expect(try workspace.excludes(folder.path(name), isFolder: isFolder) == isExcluded, "\(name)")
    }
  }

  @Test func aFolderOfIdsIsFoundThroughTheSchema() throws {
    let folder = try TemporaryFolder()
    try folder.write(".git/HEAD", "")
    try folder.write("sheets/atlas.md", "")
    try folder.write(
      "ref.yml", "properties:\n  a:\n    reference: {list: sheets, folder: sheets}\n")
    try folder.write(".posting-lint.yml", "schema: ref.yml\n")
    try folder.write("x/good.md", "---\na: atlas\n---\n")
    try folder.write("x/bad.md", "---\na: atlass\n---\n")
    #expect(try found(folder, "x/good.md") == [])
    #expect(try found(folder, "x/bad.md") == ["unknown-reference"])
  }

  /// What a repository holds may come from a stranger, and a message quotes what is read.
  @Test func linksStayInsideTheRepository() throws {
    let folder = try TemporaryFolder()
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try folder.write("out/s.json", Self.schema)
    try folder.write("out/ids/secret.md", "")
    try folder.write("out/settings.yml", "language: fr\n")
    try folder.write("r/.git/HEAD", "")
    try folder.write("r/content/x", "")
    try folder.write("r/x.md", "---\nstartup: secrets\n---\n")
    try link("r/s.json", to: "../out/s.json")
    try link("r/dir", to: "../out")
    for text in [
      "schema: s.json", "schema: dir/s.json", "roles: dir/s.json", "references: {startups: {file: s.json}}",
      "references: {startups: {folder: dir/ids}}",
    ] {
      try folder.write("r/.posting-lint.yml", text + "\n")
      #expect(throws: ConfigurationError.self, "\(text)") {
        var workspace = try workspace()
        _ = try workspace.settings(for: folder.path("r/x.md"))
      }
    }
    // The settings themselves, and the folder of ids that is looked for without any.
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("r/.posting-lint.yml"))
    try link("r/content/_startups", to: "../../out/ids")
    #expect(try !found(folder, "r/x.md").contains("unknown-reference"))
    try link("r/.posting-lint.yml", to: "../out/settings.yml")
    #expect(throws: ConfigurationError.self) { _ = try found(folder, "r/x.md") }
    // Inside, links are as good as what they lead to.
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("r/.posting-lint.yml"))
    try folder.write("r/real/s.json", Self.schema)
    try link("r/inside.json", to: "real/s.json")
    try folder.write("r/.posting-lint.yml", "schema: inside.json\n")
    _ = try found(folder, "r/x.md")
  }

  @Test func pathsStayInsideTheRepository() throws {
    let folder = try TemporaryFolder()
    try folder.write("outside.json", Self.schema)
    try folder.write("r/.git/HEAD", "")
    for text in ["schema: ../outside.json\n", "references: {startups: {file: ../outside.json}}\n"] {
      try folder.write("r/.posting-lint.yml", text)
      #expect(throws: ConfigurationError.self) {
        var workspace = try workspace()
        _ = try workspace.settings(for: folder.path("r/x.md"))
      }
    }
    // A reference of a schema, too.
    try folder.write("r/s.json", #"{"$ref": "../outside.json"}"#)
    try folder.write("r/.posting-lint.yml", "schema: s.json\n")
    #expect(throws: ConfigurationError.self) {
      var workspace = try workspace()
      _ = try workspace.settings(for: folder.path("r/x.md"))
    }
    try folder.write("r/s.json", #"{"$ref": "t.json"}"#)
    try folder.write("r/t.json", Self.schema)
    try folder.write("r/x.md", "---\nnom: 3\n---\n")
    #expect(try found(folder, "r/x.md") == ["wrong-type"])
  }

  // MARK: Mistakes

  @Test(
    arguments: [
      ("langage: fr\n", "1:1", "language", 0..<7), ("language: de\n", "1:11", "fr", 10..<12),
      ("rules:\n  unknown-kee: off\n", "2:3", "unknown-key", 9..<20),
      ("rules:\n  unknown-key: eror\n", "2:16", "error", 22..<26),
      ("overrides:\n  - file: a\n", "2:5", "files", 15..<19), ("today: 2022-02-30\n", "1:8", "2022-02", 7..<17),
      ("exclude: 3\n", "1:10", "text", 9..<10), ("schema:\n", "1:8", "", 7..<7), ("rules: [\n", "", "", 7..<8),
    ] as [(String, String, String, Range<Int>)])
  func aMistakeIsToldWithItsPlace(_ text: String, _ place: String, _ word: String, _ range: Range<Int>) throws {
    let error = try #require(mistake(text))
    #expect(error.text.hasPrefix(".posting-lint.yml:\(place)"), "\(error.text)")
    #expect(word.isEmpty || error.text.contains(word), "\(error.text)")
    #expect(error.ranges.contains(ByteRange(range.lowerBound, range.upperBound)), "\(error.ranges)")
  }

  @Test func aWrongSchemaIsToldWithItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yml", "type: strng\n")
    try folder.write(".posting-lint.yml", "schema: s.yml\n")
    let error = #expect(throws: ConfigurationError.self) {
      var workspace = try workspace()
      _ = try workspace.settings(for: folder.path("x.md"))
    }
    let line = error?.lines(in: .en).first ?? ""
    #expect(line.contains("s.yml:1:7: error: ") && line.contains("string"), "\(line)")
  }

  @Test func aConfigurationThatIsNoTextIsToldWithAPlace() throws {
    let bytes = Array("language: fr".utf8) + [0, 0, 0x0A] + Array("rules".utf8) + [0xFA, 0x3A, 0x20, 0x99]
    let source = Source(path: SourcePath(".posting-lint.yml"), bytes: bytes)
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationReader.read(source) }
    #expect(error?.lines(in: .en).first?.contains(".posting-lint.yml:1:13: error: ") == true)
  }

  // MARK: Schemas that files name

  @Test func aFileMayNameItsSchema() throws {
    let folder = try TemporaryFolder()
    try folder.write("outside.json", Self.schema)
    try folder.write("r/.git/HEAD", "")
    try folder.write("r/s/own.json", Self.schema)
    let cases = [
      ("$schema: ../s/own.json\nnom: 3\n", ["wrong-type"]),
      ("# $schema: ../s/own.json\nnom: 3\n", ["wrong-type"]),
      ("# yaml-language-server: $schema=../s/own.json\nnom: x\n", []),
      ("$schema: ../s/none.json\nnom: x\n", ["unknown-reference"]),
      ("$schema: ../../outside.json\nnom: x\n", ["unknown-reference"]),
    ]
    for (text, rules) in cases {
      try folder.write("r/jobs/x.md", "---\n\(text)---\n")
      #expect(try found(folder, "r/jobs/x.md") == rules, "\(text)")
    }
    // An address is for editors: the configuration's schema holds.
    try folder.write("r/jobs/2022-05-30-x.md", "---\n$schema: https://exemple.fr/s.json\n" + Self.posting.dropFirst(4))
    #expect(try found(folder, "r/jobs/2022-05-30-x.md") == [])
  }

  // MARK: The report

  @Test func eachSettingSaysWhereItCameFrom() throws {
    let folder = try TemporaryFolder()
    try folder.write(".git/HEAD", "")
    try folder.write("content/_startups/atlas.md", "")
    try folder.write(
      ".posting-lint.yml",
      "language: fr\nrules:\n  empty-value: off\noverrides:\n  - files: \"**/*.md\"\n    rules: {mojibake: info}\n")
    var workspace = try workspace()
    try folder.write("_jobs/x.md", Self.posting)
    let report = try workspace.report(for: folder.path("_jobs/x.md"))
    let lines = report.text(.en).split(separator: "\n").map(String.init)
    func line(_ name: String) -> String { lines.first { $0.hasPrefix("  \(name) ") } ?? "" }
    #expect(line("language").hasSuffix("/.posting-lint.yml:1"))
    #expect(line("empty-value").contains(" off ") && line("empty-value").hasSuffix("/.posting-lint.yml:3"))
    #expect(line("mojibake").contains(" info ") && line("mojibake").hasSuffix("/.posting-lint.yml:6"))
    #expect(line("unknown-key").hasSuffix("(default)"))
    #expect(line("startups").contains("content/_startups (1)") && line("startups").hasSuffix("(schema)"))
    #expect(line("today").contains("2022-07-01") && line("today").hasSuffix("(system)"))
    #expect(report.json().contains("\"empty-value\":{\"value\":\"off\",\"origin\":{\"kind\":\"configuration\","))
  }
}
