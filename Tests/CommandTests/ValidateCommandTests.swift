import Foundation
import TestSupport
import Testing

@Suite struct ValidateCommandTests {
  private static let schema = """
    type: object
    required: [name]
    properties:
      name: {type: string}
      open: {type: boolean}
      size: {$ref: "common.json#/$defs/size"}
      mail: {format: email}
      far: {$ref: "https://exemple.fr/schemas/far.json"}
    additionalProperties: false

    """

  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder()
    try folder.write(
      "s.yml",
      Self.schema.replacingOccurrences(of: "  far: {$ref: \"https://exemple.fr/schemas/far.json\"}\n", with: ""))
    try folder.write("far.yml", Self.schema)
    try folder.write("common.json", #"{"$defs": {"size": {"maximum": 3}}}"#)
    try folder.write("schemas/far.json", #"{"type": "integer"}"#)
    return folder
  }

  @Test func readsEveryKindOfInstance() throws {
    let folder = try folder()
    try folder.write("a.json", #"{"name": "é😀", "open": "yes"}"#)
    try folder.write("b.yml", "name: x\n---\nname: 3\n")
    try folder.write("c.md", "---\nname: x\nopne: true\n---\n")
    try folder.write("good.json", #"{"name": "x"}"#)
    try folder.write("good.md", "---\nname: x\n---\nTexte\n")
    let bad = try folder.run("validate", "--schema", "s.yml", "a.json", "b.yml", "c.md", "good.json", "good.md")
    #expect(bad.status == 1)
    #expect(bad.text.contains("a.json:1:24: error: "))
    #expect(bad.text.contains("b.yml:3:7: error: "))
    #expect(bad.text.contains("c.md:3:1: error: "))
    #expect(bad.text.components(separatedBy: " error: ").count == 4)
    #expect(bad.errors == "5 files, 3 errors, 0 warnings\n")
    let good = try folder.run("validate", "--schema", "s.yml", "--quiet", "good.json", "good.md")
    #expect(good.status == 0 && good.text.isEmpty && good.errors.isEmpty)
    let input = try folder.run("validate", "--schema", "s.yml", "-", input: Array("{}".utf8))
    #expect(input.status == 1 && input.text.hasPrefix("<stdin>:1:2: error: "), "\(input.text)")
  }

  @Test func aTextInThreeQuotesIsWhatIsBetweenThem() throws {
    let folder = try CommandFolder()
    try folder.write("s.yml", "properties:\n  a: {const: abc}\n  b: {enum: [x, abc]}\n  c: {maxLength: 3}\n")
    let texts = ["a": "\"\"\"\nabc\"\"\"", "b": "'''abc'''", "c": "'''\nabc'''"]
    try folder.write("a.toml", texts.map { "\($0) = \($1)\n" }.joined())
    let run = try folder.run("validate", "--schema", "s.yml", "a.toml")
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func theSettingsHold() throws {
    let folder = try CommandFolder()
    try folder.write("s.yml", "properties:\n  a: {reference: {list: things}}\n  b: {timestamp: true}\n")
    try folder.write(
      ".posting-lint.yml",
      "today: 2030-01-01\nreferences:\n  things: {ids: [x]}\noverrides:\n  - {files: \"*.json\", schema: s.yml}\n")
    try folder.write("good.json", #"{"a": "x", "b": "2031-01-01"}"#)
    try folder.write("bad.json", #"{"a": "y"}"#)
    try folder.write("other.yml", "a: x\n")
    for arguments in [[], ["--schema", "s.yml"]] {
      let good = try folder.run(arguments: ["validate"] + arguments + ["good.json"])
      #expect(good.status == 0, "\(good.text)\(good.errors)")
      #expect(
        try folder.run(arguments: ["validate"] + arguments + ["bad.json"]).text.hasPrefix("bad.json:1:7: error: "))
    }
    #expect(try folder.run("validate", "--no-config", "--schema", "s.yml", "bad.json").status == 0)
    let none = try folder.run("validate", "other.yml", "bad.json")
    #expect(none.status == 2)
    #expect(
      none.errors.hasPrefix("other.yml: no schema holds for this file: give --schema, or name it in the settings\n"))
  }

  @Test func inDraft07TheNameBesideARootReferenceIsPassedOver() throws {
    let folder = try CommandFolder()
    try folder.write(
      "s.json",
      """
      {"$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://exemple.fr/far/s.json",
       "$ref": "near.json#/definitions/whole", "definitions": {"text": {"type": "string"}}}
      """)
    try folder.write("near.json", #"{"definitions": {"whole": {"type": "integer"}}}"#)
    try folder.write("good.json", "1")
    try folder.write("bad.json", "\"x\"")
    #expect(try folder.run("validate", "--schema", "s.json", "good.json").status == 0)
    #expect(try folder.run("validate", "--schema", "s.json", "bad.json").status == 1)
  }

  @Test func jsonIsStrict() throws {
    let folder = try folder()
    try folder.write("a.json", "{\"name\": \"x\",}")
    try folder.write("b.json", "{\"name\": \"x\"")
    let result = try folder.run("validate", "--schema", "s.yml", "a.json", "b.json")
    #expect(result.status == 1)
    #expect(result.text.contains("a.json:1:13: error: ") && result.text.contains("b.json:1:1: error: "))
  }

  @Test func theJSONFormSaysWhereTheKeywordIs() throws {
    let folder = try folder()
    try folder.write("a.json", #"{"name": "x", "size": 4}"#)
    let result = try folder.run("validate", "--schema", "s.yml", "--format", "json", "a.json")
    #expect(result.status == 1)
    #expect(result.text.contains(##""keywordLocation":"common.json#/$defs/size/maximum""##))
    #expect(result.text.contains(#""pointer":"/size""#))
    #expect(result.text.contains(#""range":{"start":{"line":1,"column":23,"offset":22}"#))
  }

  @Test func formatsAreCheckedWhenAsked() throws {
    let folder = try folder()
    try folder.write("a.json", #"{"name": "x", "mail": "nobody"}"#)
    #expect(try folder.run("validate", "--schema", "s.yml", "a.json").status == 0)
    #expect(try folder.run("validate", "--schema", "s.yml", "--assert-format", "a.json").status == 1)
  }

  @Test func remoteSchemasComeFromFiles() throws {
    let folder = try folder()
    try folder.write("a.json", #"{"name": "x", "far": 1}"#)
    try folder.write("b.json", #"{"name": "x", "far": "1"}"#)
    let alone = try folder.run("validate", "--schema", "far.yml", "a.json")
    #expect(alone.status == 2 && alone.text.isEmpty)
    #expect(alone.errors.hasPrefix("far.yml:8:15: error: "), "\(alone.errors)")
    for (name, status) in [("a.json", Int32(0)), ("b.json", 1)] {
      let mapped = try folder.run(
        "validate", "--schema", "far.yml", "--map", "https://exemple.fr/schemas/far.json=schemas/far.json", name)
      #expect(mapped.status == status)
      let based = try folder.run(
        "validate", "--schema", "far.yml", "--schema-dir", "schemas", "--base-uri", "https://exemple.fr/schemas/", name)
      #expect(based.status == status)
    }
  }

  @Test(arguments: [
    ("type: strng\n", "bad.yml:1:7: error: "), ("properties: {a: {minimum: x}}\n", "bad.yml:1:27: error: "),
    ("pattern: \"(\"\n", "bad.yml:1:10: error: "), ("$ref: nowhere.json\n", "bad.yml:1:"),
    ("a: [\n", "bad.yml:1:4: error: "),
  ])
  func aWrongSchemaIsToldWithItsPlace(_ text: String, _ line: String) throws {
    let folder = try folder()
    try folder.write("bad.yml", text)
    try folder.write("a.json", "{}")
    let result = try folder.run("validate", "--schema", "bad.yml", "a.json")
    #expect(result.status == 2 && result.text.isEmpty)
    #expect(result.errors.hasPrefix(line), "\(result.errors)")
  }

  @Test func aMissingFileDoesNotStopTheOthers() throws {
    let folder = try folder()
    try folder.write("a.json", #"{"name": 1}"#)
    let result = try folder.run("validate", "--schema", "s.yml", "none.json", "a.json")
    #expect(result.status == 2)
    #expect(result.text.hasPrefix("a.json:1:10: error: "))
    #expect(result.errors.contains("none.json"))
    #expect(try folder.run("validate", "--schema", "none.yml", "a.json").status == 2)
  }
}

@Suite struct SettingsCommandTests {
  @Test func initWritesAConfigurationOnce() throws {
    for language in ["fr", "en"] {
      let folder = try CommandFolder()
      let first = try folder.run("init", "--lang", language)
      #expect(first.status == 0 && first.text.contains("id: posting-lint"))
      let written = try folder.bytes(".posting-lint.yml")
      let again = try folder.run("init", "--lang", language)
      #expect(again.status == 2 && again.text.isEmpty)
      #expect(try folder.bytes(".posting-lint.yml") == written)
      // What was written is a configuration, also with every example switched on.
      let text = String(decoding: written, as: UTF8.self)
      let examples = text.split(separator: "\n").map { line in
        let rest = line.dropFirst(2)
        let isExample = rest.hasPrefix(" ") || rest.prefix { $0 != ":" }.allSatisfy { $0.isLetter && $0.isASCII }
        return line.hasPrefix("# ") && isExample ? rest : line
      }
      try folder.write("x.md", Sample.good)
      #expect(try folder.run("config", "x.md").status == 0)
      try folder.write("schemas/produit.schema.json", "{}")
      try folder.write("schemas/product.schema.json", "{}")
      try folder.write("membres.txt", "ana.dupont\n")
      try folder.write("members.txt", "ana.dupont\n")
      try folder.write(".posting-lint.yml", examples.joined(separator: "\n") + "\n")
      let config = try folder.run("config", "x.md")
      #expect(config.status == 0, "\(config.errors)")
      #expect(config.text.contains("file-name-without-date") && config.text.contains(" off "))
    }
  }

  @Test func configSaysWhatHolds() throws {
    let folder = try CommandFolder()
    try folder.write(".posting-lint.yml", "language: fr\nrules:\n  mojibake: warning\n")
    try folder.write("x.md", Sample.damaged)
    let human = try folder.run("config", "x.md")
    #expect(human.status == 0 && human.text.contains("règles") && human.text.contains(".posting-lint.yml:3"))
    let json = try folder.run("config", "--format", "json", "x.md")
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    let rules = object?["rules"] as? [String: [String: Any]]
    #expect(rules?["mojibake"]?["value"] as? String == "warning")
    #expect(object?["configuration"] as? String == ".posting-lint.yml")
    // The configuration's language is that of the findings, unless the command line says another.
    #expect(try folder.run("x.md").errors.contains("fichier"))
    #expect(try folder.run("--lang", "en", "x.md").errors.contains("1 file"))
    try folder.write(".posting-lint.yml", "langage: fr\n")
    let wrong = try folder.run("config", "x.md")
    #expect(wrong.status == 2 && wrong.errors.hasPrefix(".posting-lint.yml:1:1: error: "))
  }

  @Test func whatIsWrongWithAPatternIsSaidInTheLanguageAskedFor() throws {
    let folder = try CommandFolder()
    try folder.write("bad.json", #"{"pattern": "(ab"}"#)
    try folder.write("a.yml", "x\n")
    let french = try folder.run("validate", "--lang", "fr", "--schema", "bad.json", "a.yml").errors
    #expect(french.contains("n’est pas une expression régulière valide (un groupe n’est pas refermé\u{A0}: "))
    let english = try folder.run("validate", "--lang", "en", "--schema", "bad.json", "a.yml").errors
    #expect(english.contains("is not a valid regular expression (a group is not closed: "))
  }
}
