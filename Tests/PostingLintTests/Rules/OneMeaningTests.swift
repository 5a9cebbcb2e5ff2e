import DataTree
import JSON
import PostingLint
import SourceText
import Testing

/// One meaning is found once and weighs the same, however it is written.
@Suite struct OneMeaningTests {
  /// The findings of a posting with these lines beside those that every posting has: severity, rule and place.
  private func found(_ lines: String, without: [String] = []) throws -> [String] {
    let usual = ["roles: Développeuse ou développeur", "open: true", "startup: atlas", "domaines: [Développement]"]
    let kept = usual.filter { line in !without.contains { line.hasPrefix($0 + ":") } }
    let text = "---\n" + kept.map { $0 + "\n" }.joined() + lines + "---\n\nTexte.\n"
    return try findings(of: text)
  }

  private func findings(of text: String) throws -> [String] {
    let source = Source(path: "2022-05-30-a.md", text: text)
    return try Harness.linter(startups: ["atlas"]).lint(source).diagnostics.map { found in
      let place = found.pointer ?? String(decoding: source[found.range], as: UTF8.self)
      return "\(found.severity.name) \(found.rule) \(place)"
    }
  }

  @Test(arguments: ["techno:\n", "techno: null\n", "techno: ~\n", "techno: ''\n", "techno: \"\"\n"])
  func anEmptyValueIsAWarning(_ line: String) throws {
    #expect(try found(line) == ["warning empty-value /techno"])
  }

  @Test(arguments: ["roles", "open"], ["", " null", " ~", " ''"])
  func anEmptyRequiredValueIsAnError(_ key: String, _ value: String) throws {
    #expect(try found("\(key):\(value)\n", without: [key]) == ["error empty-value /\(key)"])
  }

  @Test func theSeverityIsThatOfTheMissingKey() throws {
    #expect(try found("startup:\n", without: ["startup"]) == ["warning empty-value /startup"])
    #expect(try found("domaines:\n", without: ["domaines"]) == ["warning empty-value /domaines"])
    #expect(try found("type: friend\nfriend: ''\n", without: ["startup"]) == ["error empty-value /friend"])
  }

  @Test(arguments: ["", "# À remplir\n", "\n", "# a\n\n# b\n"])
  func nothingAtAllMissesItsKeys(_ content: String) throws {
    let found = try findings(of: "---\n\(content)---\n\nTexte.\n")
    #expect(found.filter { $0.hasPrefix("error missing-key") }.count == 2, "\(found)")
  }

  @Test(arguments: [
    ("domaines: [null]\n", "error unknown-value /domaines/0"), ("domaines:\n  -\n", "error unknown-value /domaines/0"),
    ("techno: [\"\"]\n", "warning empty-value /techno/0"), ("techno: [null]\n", "error wrong-type /techno/0"),
    ("contact:\n  - a@exemple.fr\n  - ''\n", "warning empty-value /contact/1"),
  ])
  func anEmptyItemIsFound(_ lines: String, _ finding: String) throws {
    #expect(try found(lines, without: ["domaines"]).contains(finding))
  }

  @Test(arguments: [
    "https://https://exemple.fr/a", "|\n  https://https://exemple.fr/a", ">-\n  https://https://exemple.fr/a",
    "\"https:\\/\\/https://exemple.fr/a\"", "'https://https://exemple.fr/l''offre'",
  ])
  func anAddressIsReadHoweverItIsWritten(_ value: String) throws {
    #expect(try found("externalURL: \(value)\n") == ["error malformed-url /externalURL"])
  }

  @Test(arguments: [
    "indépendent", "\"ind\\u00e9pendent\"", "|\n  CDD ou\n  indépendent", ">-\n  CDD ou\n  indépendent",
  ])
  func aSlipIsReadHoweverItIsWritten(_ value: String) throws {
    #expect(try found("contrat: \(value)\n") == ["warning unknown-value /contrat"])
    #expect(try found("contrat: |\n  indépendant\n").isEmpty)
  }

  @Test func aValueInAnotherSpellingIsMendedAsAWhole() throws {
    let text = "---\nroles: Coach\nopen: true\nstartup: atlas\nexternalURL: \"exemple.fr\\/a\"\n---\n\nTexte.\n"
    let fixed = Fixer(try Harness.linter(startups: ["atlas"]), threshold: .unsafe).fix(
      Source(path: "2022-05-30-a.md", text: text))
    #expect(String(decoding: fixed.bytes, as: UTF8.self).contains("externalURL: \"https://exemple.fr/a\"\n"))
  }

  /// A title is known by the schema, whatever the key and wherever the file.
  @Test func aTitleOfAnotherSchemaIsRead() throws {
    let schema = #"{"properties": {"poste": {"type": "string", "roleTitle": true}}}"#
    var options = try Harness.options()
    options.isPosting = false
    let linter = Linter(
      settings: RuleSettings(isPosting: false), options: options,
      schema: try DocumentSchema(document: try JSONParser.parse(Array(schema.utf8)), options: options))
    let found = linter.lint(Source(path: "a.md", text: "---\nposte: Développeur\n---\n")).diagnostics
    #expect(found.map(\.rule) == ["masculine-only-role"])
  }

  /// What a schema of one's own says of nested values holds in `lint` as it does in `validate`.
  @Test(arguments: ["phases: [{end: ''}]\n", "phases:\n  - end:\n", "phases:\n  - end: null\n"])
  func anEmptyNestedValueIsFound(_ lines: String) throws {
    let schema = #"{"properties": {"phases": {"items": {"properties": {"end": {"type": "string", "minLength": 1}}}}}}"#
    let options = try Harness.options()
    let linter = Linter(
      settings: RuleSettings(isPosting: false), options: options,
      schema: try DocumentSchema(document: try JSONParser.parse(Array(schema.utf8)), options: options))
    let found = linter.lint(Source(path: "a.md", text: "---\n\(lines)---\n")).diagnostics
    #expect(found.contains { $0.pointer == "/phases/0/end" && $0.severity == .error }, "\(found)")
  }
}

/// A list that is typed as one text keeps all that the person wrote.
@Suite struct TypedListTests {
  private func fixed(_ value: String) throws -> String {
    let text = "---\nroles: Coach agile\nopen: true\nstartup: atlas\ndomaines: \(value)\n---\n\nTexte.\n"
    let source = Source(path: "2022-05-30-a.md", text: text)
    let result = Fixer(try Harness.linter(startups: ["atlas"]), threshold: .unsafe).fix(source)
    let lines = String(decoding: result.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("domaines:") }.prefix { $0 != "---" }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("Coaching, Produit", "domaines: [Coaching, Produit]"), ("Coaching et Produit", "domaines: [Coaching, Produit]"),
    ("Coaching / Produit", "domaines: [Coaching, Produit]"), ("Coaching ; Produit", "domaines: [Coaching, Produit]"),
    ("Coaching", "domaines: [Coaching]"), ("Coaching, Produit et Data", "domaines: [Coaching, Produit, Data]"),
    ("\n  • Coaching\n  • Produit", "domaines: \n  - Coaching\n  - Produit"),
    ("'Coaching, Produit'", "domaines: ['Coaching', 'Produit']"),
    // What no list of the schema knows is left to the person.
    ("Conseil et Produit", "domaines: Conseil et Produit"), ("Accompagnement", "domaines: Accompagnement"),
    // What is read past a mistake of the syntax waits until that is mended.
    ("\n\u{A0}\u{A0}• Coaching\n\u{A0}\u{A0}• Produit", "domaines: \n  - Coaching\n  - Produit"),
    // A domain that does not exist is not replaced by one that the title implies.
    ("[Accompagnement]", "domaines: [Accompagnement]"),
  ])
  func nothingIsLost(_ value: String, _ line: String) throws {
    #expect(try fixed(value) == line)
  }
}
