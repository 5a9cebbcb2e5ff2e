import Foundation
import TestSupport
import Testing

@Suite struct InferCommandTests {
  private static let fixtures = SharedData.package.appendingPathComponent("fixtures/inference")

  /// A folder with the workshops and their venues.
  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder()
    for name in ["workshops", "venues"] {
      let source = Self.fixtures.appendingPathComponent(name)
      for file in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() {
        let text = try String(contentsOf: source.appendingPathComponent(file), encoding: .utf8)
        try folder.write("\(name)/\(file)", text)
      }
    }
    return folder
  }

  @Test func writesWhatTheFilesMeetAndNamesTheOthers() throws {
    let folder = try folder()
    let yaml = try folder.run("infer", "workshops")
    #expect(yaml.status == 0)
    try expectGolden(yaml.text, Self.fixtures.appendingPathComponent("workshops.schema.yml"))
    try expectGolden(yaml.errors, Self.fixtures.appendingPathComponent("workshops.outliers.txt"))
    let french = try folder.run("infer", "--lang", "fr", "--threshold", "50", "workshops")
    try expectGolden(french.text, Self.fixtures.appendingPathComponent("workshops.half.fr.yml"))
    let json = try folder.run("infer", "--format", "json", "workshops")
    try expectGolden(json.text, Self.fixtures.appendingPathComponent("workshops.schema.json"))
    #expect(json.errors == yaml.errors)
    let again = try folder.run("infer", "--quiet", "--format", "yaml=made.yml", "workshops")
    #expect(again.text.isEmpty && again.errors + "6 outliers in 6 files\n" == yaml.errors)
    #expect(try folder.bytes("made.yml") == yaml.output)
  }

  @Test func theSchemaHoldsForAllFilesButTheOutliers() throws {
    let folder = try folder()
    for format in ["yaml", "json"] {
      _ = try folder.run("infer", "--format", "\(format)=schema.\(format)", "workshops")
      let configuration = "overrides:\n  - files: \"workshops/*\"\n    schema: schema.\(format)\n"
      try folder.write(".posting-lint.yml", configuration)
      let result = try folder.run("--format", "jsonl", "workshops")
      let found = Set(
        result.text.split(separator: "\n").compactMap { $0.firstMatch(of: #/"path":"([^"]+)"/#)?.output.1 }.map(
          String.init))
      let wanted = ["05", "10", "12", "14", "15", "18"].map { "workshops/\($0).md" }
      // What readers read differently is another matter.
      #expect(found.subtracting(["workshops/22.md"]).sorted() == wanted, "\(result.text)")
    }
  }

  /// A schema that calls `yes` a text would fail every page that says `true`.
  @Test func aWordIsABooleanWhereAllReadersInForceTakeItForOne() throws {
    let folder = try CommandFolder()
    for number in 10..<30 { try folder.write("pages/\(number).md", "---\nopen: yes\n---\n") }
    #expect(try folder.run("infer", "pages").text.contains("type: string"))
    try folder.write(".posting-lint.yml", "readers: [jekyll]\n")
    let result = try folder.run("infer", "pages")
    #expect(result.text.contains("type: boolean"))
    #expect(result.errors.contains("pages/10.md:2:7: ") && result.errors.contains("[wrong-type]"))
  }

  @Test func aFolderOfThatNameIsLintedByItsPath() throws {
    let folder = try CommandFolder()
    try folder.write("infer/a.md", "---\na: [\n---\n")
    try folder.write("schema/a.md", "---\na: [\n---\n")
    for name in ["infer", "schema"] { #expect(try folder.run("./\(name)").text.contains("\(name)/a.md:2:4: error: ")) }
  }

  @Test func withoutFrontMatterThereIsNoSchema() throws {
    let folder = try CommandFolder()
    try folder.write("a/a.md", "Texte.\n")
    let none = try folder.run("infer", "a")
    #expect(none.status == 2 && none.text.isEmpty)
    #expect(none.errors == "posting-lint: no file with front matter: choose another folder\n")
    let missing = try folder.run("infer", "b")
    #expect(missing.status == 2 && missing.errors.contains("b"))
    #expect(try folder.run("infer").status == 2)
    #expect(try folder.run("infer", "--threshold", "20", "a").status == 2)
  }

  @Test func aliasesThatGrowAreReadInBoundedTime() throws {
    let folder = try CommandFolder()
    var text = "---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    try folder.write("a/a.md", text + "---\n")
    #expect([0, 2].contains(try folder.run("infer", "a").status))
  }

  @Test(
    .enabled(if: SharedData.exists("corpus"), Comment(rawValue: SharedData.why)), arguments: ["startups", "postings"])
  func theSchemaOfRealFilesHoldsForAllButTheOutliers(name: String) throws {
    let folder = try CommandFolder()
    let corpus = SharedData.url("corpus/\(name)")
    try FileManager.default.copyItem(at: corpus, to: folder.url.appendingPathComponent(name))
    let made = try folder.run("infer", "--format", "yaml=schema.yml", name)
    let outliers = Set(made.errors.split(separator: "\n").dropLast().compactMap { $0.split(separator: ":").first })
    #expect(!outliers.isEmpty && outliers.count < 60)
    let files = try FileManager.default.contentsOfDirectory(atPath: corpus.path).map { "\(name)/\($0)" }.sorted()
    let checked = try folder.run(arguments: ["validate", "--schema", "schema.yml"] + files)
    let failing = checked.text.split(separator: "\n").filter { $0.hasPrefix("\(name)/") }
    #expect(Set(failing.compactMap { $0.split(separator: ":").first }) == outliers)
  }
}

/// Compares a text with a file of the fixtures; `UPDATE_EXPECTED=1` writes the file.
func expectGolden(_ text: String, _ file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
  if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" { try Data(text.utf8).write(to: file) }
  let wanted = try String(contentsOf: file, encoding: .utf8)
  #expect(
    Array(text.utf8) == Array(wanted.utf8), "\(file.lastPathComponent): run with UPDATE_EXPECTED=1",
    sourceLocation: sourceLocation)
}
