import Foundation
import TestSupport
import Testing

@Suite struct SchemaCommandTests {
  private static let fixtures = SharedData.package.appendingPathComponent("fixtures/content-managers")
  static let samples = [
    ("decap.yml", "#jobs"), ("frontmatter.json", ""), ("pages.yml", "#guides"), ("tina.json", ""), ("archetype.md", ""),
    ("archetype-toml.md", ""),
  ]

  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder()
    for (name, _) in Self.samples {
      let text = try String(contentsOf: Self.fixtures.appendingPathComponent(name), encoding: .utf8)
      try folder.write(name, text)
    }
    return folder
  }

  @Test(arguments: samples)
  func saysWhatTheFormSays(name: String, collection: String) throws {
    let result = try folder().run("schema", "--from", name + collection)
    #expect(result.status == 0)
    let stem = name.split(separator: ".")[0]
    try expectGolden(result.text, Self.fixtures.appendingPathComponent("\(stem).schema.yml"))
    try expectGolden(result.errors, Self.fixtures.appendingPathComponent("\(stem).remarks.txt"))
  }

  @Test func theSchemaMayBeJSONOrGoToAFile() throws {
    let folder = try folder()
    let json = try folder.run("schema", "--from", "tina.json", "--format", "json", "--quiet")
    #expect(json.text.hasPrefix("{\n  \"$comment\": \"Made by posting-lint from tina.json (TinaCMS)\",\n"))
    #expect(json.errors.isEmpty)
    let file = try folder.run("schema", "--from", "tina.json", "--format", "json=made.json", "--quiet")
    #expect(file.text.isEmpty)
    #expect(try folder.bytes("made.json") == json.output)
  }

  @Test func aCollectionThatIsNotThereIsNamedWithTheOthers() throws {
    let folder = try folder()
    let none = try folder.run("schema", "--from", "decap.yml#job")
    #expect(none.status == 2 && none.text.isEmpty)
    #expect(none.errors == "decap.yml: there is no collection “job”: choose jobs, products, people, pages/about\n")
    let several = try folder.run("schema", "--from", "decap.yml")
    #expect(several.status == 2 && several.text.isEmpty)
    #expect(
      several.errors == "decap.yml: add # and the name of a collection: jobs, products, people, pages/about\n")
    #expect(try folder.run("schema", "--from", "decap.yml#pages/about").status == 0)
  }

  @Test(arguments: [
    (
      "a.yml", "collections:\n  - name: a\n    fields: [{label: A}]\n",
      "a.yml:3:14: error: “name” is missing here: add this key"
    ),
    ("a.yml", "collections:\n  - name: a\n    folder: b\n", "a.yml:2:5: error: “fields” is missing here: add this key"),
    ("a.yml", "collections: [\n", "a.yml:1:14: error: "),
    ("a.yml", "- 1\n", "a.yml: this file is no configuration of a CMS that is known: choose another file"),
    (
      "a.json", "{\"frontMatter.taxonomy.contentTypes\": [{\"name\": \"a\", \"fields\": [{\"name\": \"b\"}]}]}",
      "a.json:1:65: error: “type” is missing here"
    ),
    (
      "a.yml", "content: [{name: a, fields: [{name: b, type: object}]}]\n",
      "a.yml:1:30: error: “fields” is missing here"
    ),
    ("a.md", "Texte.\n", "a.md: this file is no configuration"),
  ])
  func badInputIsSaidWithItsPlace(name: String, text: String, wanted: String) throws {
    let folder = try CommandFolder()
    try folder.write(name, text)
    let result = try folder.run("schema", "--from", name)
    #expect(result.status == 2 && result.text.isEmpty)
    #expect(result.errors.hasPrefix(wanted), "\(result.errors)")
  }

  @Test func aFormWithoutEndIsRefused() throws {
    let folder = try CommandFolder()
    var text = "a0: &a0 [{name: x}]\n"
    for level in 1..<14 {
      let item = "{name: y, widget: object, fields: *a\(level - 1)}"
      text += "a\(level): &a\(level) [" + Array(repeating: item, count: 9).joined(separator: ", ") + "]\n"
    }
    try folder.write("a.yml", text + "collections: [{name: a, fields: *a13}]\n")
    let result = try folder.run("schema", "--from", "a.yml")
    #expect(result.status == 2 && result.errors.contains("too many fields"), "\(result.errors)")
  }

  /// What the form stores must be good, and the bounds of the field in a list must hold.
  @Test(arguments: [
    ("seats: ''", "2:1 empty-value"), ("seats: 20", ""), ("seats: 30", "2:8 schema"),
    ("seats: vingt", "2:8 wrong-type"),
    ("marks: [0, 20]", ""), ("marks: [1, 21]", "2:12 schema"), ("marks: [a]", "2:9 wrong-type"),
  ])
  func numbersHoldAsTheFormStoresThem(line: String, wanted: String) throws {
    let folder = try folder()
    try folder.write(".posting-lint.yml", "schema: \"cms:decap.yml#jobs\"\n")
    let required = "layout: job\ntitle: Offre\nopen: true\ndate: 2022-05-30\ncontract: CDI\nproduct: cartes\n"
    try folder.write("content/jobs/a.md", "---\n\(line)\n\(required)---\n")
    let found = try folder.run("content").text.firstMatch(of: #/:(\d+:\d+): .*\[([a-z-]+)\]/#)
    #expect(found.map { "\($0.output.1) \($0.output.2)" } ?? "" == wanted)
  }

  @Test func aConfigurationMayNameTheForm() throws {
    let folder = try folder()
    try folder.write("content/products/carte.md", "---\ntitle: Carte\n---\n")
    try folder.write("content/jobs/a.md", "---\ntitle: Offre\nopen: oui\nproduct: cartes\n---\n")
    try folder.write(
      ".posting-lint.yml", "overrides:\n  - files: \"content/jobs/*\"\n    schema: \"cms:decap.yml#jobs\"\n")
    let result = try folder.run("content")
    #expect(result.status == 1)
    #expect(result.text.contains("content/jobs/a.md:3:7: error: "))
    #expect(result.text.contains("content/jobs/a.md:4:10: ") && result.text.contains("[unknown-reference]"))
    try folder.write(".posting-lint.yml", "schema: \"cms:decap.yml#job\"\n")
    let bad = try folder.run("content")
    #expect(bad.status == 2 && bad.errors.contains("there is no collection “job”"))
    try folder.write(".posting-lint.yml", "schema: \"cms:../decap.yml#jobs\"\n")
    #expect(try folder.run("content").status == 2)
  }
}
