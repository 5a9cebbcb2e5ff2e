import Files
import PostingLint
import SourceText
import TestSupport
import Testing

/// Files that name their own schema.
@Suite struct OwnSchemaTests {
  private static let schema = #"{"required": ["nom"], "properties": {"nom": {"type": "string"}}}"#

  private func settings(_ folder: TemporaryFolder, _ name: String) throws -> FileSettings {
    var workspace = Workspace(LintOverrides(), systemDay: try #require(Harness.today))
    return try workspace.settings(for: folder.path(name))
  }

  private func document(_ folder: TemporaryFolder, _ name: String, _ head: String) -> Document {
    Document(Source(path: folder.path(name), bytes: Array("---\n\(head)\n---\n".utf8)))
  }

  @Test func oneSchemaIsCompiledOnceAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("jobs/s.json", Self.schema)
    let settings = try settings(folder, "jobs/a.md")
    let first = settings.linter(for: document(folder, "jobs/a.md", "# $schema: s.json\nautre: 1"))
    for (name, head) in [
      ("jobs/a.md", "# $schema: s.json\nnom: x"), ("jobs/b.md", "# yaml-language-server: $schema=s.json\na: 1"),
      ("jobs/c.md", "$schema: ./s.json\na: 1"),
    ] where !head.contains("./") {
      #expect(settings.linter(for: document(folder, name, head)) === first, "\(name)")
    }
    #expect(first !== settings.linter)
    #expect(settings.linter(for: document(folder, "jobs/d.md", "nom: x")) === settings.linter)
  }

  @Test func itsFailuresAreThoseOfTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.json", Self.schema)
    let settings = try settings(folder, "a.md")
    let report = settings.lint(document(folder, "a.md", "# $schema: s.json\nautre: 1").source)
    #expect(report.diagnostics.map(\.rule) == ["missing-key"])
  }

  @Test func aSchemaThatIsNotThereIsToldWhereItIsNamed() throws {
    let folder = try TemporaryFolder()
    let settings = try settings(folder, "a.md")
    let own = document(folder, "a.md", "# $schema: none.json\nautre: 1")
    let found = settings.lint(own.source).diagnostics.filter { $0.rule == "unknown-reference" }
    #expect(found.map { own.source.text(in: $0.range) } == ["none.json"])
    let fixed = Fixer(settings.linter(for: own), threshold: .unsafe).fix(own)
    #expect(fixed.applied == 0)
  }

  @Test func anAddressIsForEditors() throws {
    let folder = try TemporaryFolder()
    let settings = try settings(folder, "a.md")
    let own = document(folder, "a.md", "# $schema: https://exemple.fr/s.json\nautre: 1")
    #expect(settings.linter(for: own) === settings.linter)
  }
}
