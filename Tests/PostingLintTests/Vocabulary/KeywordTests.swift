import DataTree
import JSON
import JSONSchema
import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The keywords of the posting vocabulary, each under a schema of its own.
@Suite struct KeywordTests {
  /// A schema with one of the keywords, front matter, and the rule that speaks of it: of the bytes between `⟦` and `⟧`.
  /// Without a rule the front matter is good.
  struct Case: Sendable, CustomTestStringConvertible {
    let keyword: String
    let schema: String
    let text: String
    let rule: String?

    init(_ keyword: String, _ schema: String, bad text: String, _ rule: String) {
      (self.keyword, self.schema, self.text, self.rule) = (keyword, schema, text, rule)
    }

    init(_ keyword: String, _ schema: String, good text: String) {
      (self.keyword, self.schema, self.text, self.rule) = (keyword, schema, text, nil)
    }

    var testDescription: String { "\(keyword): \(text)" }
  }

  private static func property(_ keyword: String) -> String { "{\"properties\": {\"a\": {\(keyword)}}}" }
  private static let email = property(#""addressList": {"accepts": ["email"]}"#)
  private static let member = property(
    #""addressList": {"accepts": ["email", "member"], "members": {"list": "authors"}}"#)
  private static let contains = #"{"containsValueOf": {"all": "one"}}"#
  private static let order = #"{"dateOrder": [["from", "to"]]}"#
  private static let after = #"{"dateAfter": [["from", "to"]]}"#
  private static let ordered = property(#""orderedBy": "d""#)
  private static let review = #"{"reviewPeriods": {"seen": "every"}}"#
  private static let words = property(#""knownWords": ["stage", "alternance"]"#)
  private static let reference = property(#""reference": {"list": "startups", "folder": "content/_startups"}"#)
  private static let prefixed = property(#""reference": {"list": "startups", "prefix": "/p/"}"#)
  private static let unlisted = property(#""reference": {"list": "nowhere", "prefix": "/p/"}"#)
  private static let unique = property(#""uniqueBy": "name""#)

  static let cases = [
    Case("addressList", email, good: "a: ana@exemple.fr, bob@exemple.fr"),
    Case("addressList", email, good: "a: [ana@exemple.fr, bob@exemple.fr]"),
    Case("addressList", email, bad: "a: ⟦ana.exemple.fr⟧", "malformed-contact"),
    Case("addressList", email, bad: "a: [ana@exemple.fr, ⟦bob⟧]", "malformed-contact"),
    Case("addressList", member, good: "a: ana.dupont"),
    Case("addressList", member, good: "a: [ana.dupont, bob@exemple.fr]"),

    Case("assertFormat", #"{"assertFormat": true, "properties": {"a": {"format": "date"}}}"#, good: "a: 2022-02-28"),
    Case("assertFormat", #"{"assertFormat": false, "properties": {"a": {"format": "date"}}}"#, good: "a: demain"),
    Case(
      "assertFormat", #"{"assertFormat": true, "properties": {"a": {"format": "date"}}}"#, bad: "a: ⟦demain⟧", "schema"),

    Case("containsValueOf", contains, good: "all: [x, y]\none: y"),
    Case("containsValueOf", contains, good: "all: [x, y]"),
    Case("containsValueOf", contains, good: "one: y"),
    Case("containsValueOf", contains, bad: "all: ⟦[x, y]⟧\none: z", "schema"),

    Case("dateAfter", after, good: "from: 2022-01-01\nto: 2022-01-02"),
    Case("dateAfter", after, good: "to: 2022-01-02"),
    Case("dateAfter", after, good: "from: 2022-01-01T08:00:00Z\nto: 2022-01-01T09:00:00Z"),
    Case("dateAfter", after, bad: "from: 2022-01-01\nto: ⟦2022-01-01⟧", "date-out-of-order"),
    Case("dateAfter", after, bad: "from: 2022-01-02\nto: ⟦2022-01-01⟧", "date-out-of-order"),

    Case("dateOrder", order, good: "from: 2022-01-01\nto: 2022-01-01"),
    Case("dateOrder", order, good: "from: 2022-01-01"),
    Case("dateOrder", order, good: "from: 2022-01-01\nto: null"),
    Case("dateOrder", order, bad: "from: 2022-01-02\nto: ⟦2022-01-01⟧", "date-out-of-order"),

    Case(
      "descriptionIn", property(#""description": "Le titre", "descriptionIn": {"en": "The title"}"#), good: "a: x"),

    Case("existingFile", property(#""existingFile": {"folder": "nowhere"}"#), good: "a: x.png"),
    Case("existingFile", property(#""existingFile": {}"#), good: "a: https://exemple.fr/x.png"),
    Case("existingFile", property(#""existingFile": {}"#), bad: "a: ⟦x.png⟧", "unknown-reference"),

    Case("keyOrder", #"{"keyOrder": ["a", "b", "c"]}"#, good: "a: 1\nz: 1\nc: 1"),
    Case("keyOrder", #"{"keyOrder": ["a", "b", "c"]}"#, bad: "c: 1\n⟦a⟧: 1\nb: 1", "schema"),
    Case("keyOrder", property(#""keyOrder": ["a", "b"]"#), bad: "a: {b: 1, ⟦a⟧: 2}", "schema"),

    Case("knownWords", words, good: "a: stage de six mois"),
    Case("knownWords", words, good: "a: quelque chose d’autre"),
    Case("knownWords", words, bad: "a: ⟦alternence⟧", "unknown-value"),

    Case("orderedBy", ordered, good: "a: [{d: 2022-01-01}, {d: 2022-01-01}, {e: 1}, {d: 2023-01-01}]"),
    Case("orderedBy", ordered, bad: "a: [{d: 2022-01-02}, {d: ⟦2022-01-01⟧}, {d: 2021-01-01}]", "date-out-of-order"),

    Case("readerName", property(#""readerName": true"#), good: "a: hugo-0.111"),
    Case("readerName", property(#""readerName": true"#), bad: "a: ⟦hugoo⟧", "unknown-value"),

    Case("reference", reference, good: "a: atlas"),
    Case("reference", reference, bad: "a: ⟦atlass⟧", "unknown-reference"),
    Case("reference", reference, bad: "a: ⟦tout autre chose⟧", "unknown-reference"),
    Case("reference", prefixed, good: "a: /p/atlas"),
    Case("reference", prefixed, bad: "a: ⟦atlas⟧", "unknown-reference"),
    Case("reference", prefixed, bad: "a: ⟦/p/atlass⟧", "unknown-reference"),
    Case("reference", unlisted, good: "a: /p/n-importe-quoi"),
    Case("reference", unlisted, bad: "a: ⟦n-importe-quoi⟧", "unknown-reference"),
    Case("reference", property(#""reference": {"list": "nowhere"}"#), good: "a: n-importe-quoi"),

    Case("report", property(#""enum": ["x"], "report": {"rule": "wrong-type"}"#), good: "a: x"),
    Case("report", property(#""enum": ["x"], "report": {"rule": "wrong-type"}"#), bad: "a: ⟦yy⟧", "wrong-type"),

    Case("reviewPeriods", review, good: "seen: 2022-01-02\nevery: 6 months"),
    Case("reviewPeriods", review, good: "seen: 2022-01-01\nevery: quand on peut"),
    Case("reviewPeriods", review, good: "seen: 2020-01-01"),
    Case("reviewPeriods", review, bad: "seen: ⟦2021-12-30⟧\nevery: 6 months", "schema"),
    Case("reviewPeriods", review, bad: "seen: ⟦2022-05-30⟧\nevery: 1 mois", "schema"),

    Case("roleTitle", property(#""roleTitle": true"#), good: "a: Développeuse ou développeur"),
    Case("roleTitle", property(#""roleTitle": "mention""#), good: "a: Rejoignez-nous"),

    Case("ruleName", property(#""ruleName": true"#), good: "a: unknown-key"),
    Case("ruleName", property(#""ruleName": true"#), bad: "a: ⟦unknown-kee⟧", "unknown-value"),

    Case("staleAfter", #"{"staleAfter": {"seen": "P1Y"}}"#, good: "seen: 2021-07-01"),
    Case("staleAfter", #"{"staleAfter": {"seen": "P1Y"}}"#, bad: "seen: ⟦2021-06-30⟧", "schema"),
    Case("staleAfter", #"{"staleAfter": {"seen": "90 days"}}"#, bad: "seen: ⟦2022-01-01⟧", "schema"),

    Case("timestamp", property(#""timestamp": true"#), good: "a: 2022-02-21T9:00:00.000Z"),
    Case("timestamp", property(#""timestamp": false"#), good: "a: \"2022-02-30\""),
    Case("timestamp", property(#""timestamp": true"#), bad: "a: ⟦2022-02-30⟧", "impossible-date"),

    Case("uniqueBy", unique, good: "a: [{name: x}, {name: y}, {autre: x}, 3]"),
    Case("uniqueBy", unique, bad: "a: [{name: x}, {name: ⟦x⟧}]", "schema"),

    Case("uniqueInFolder", #"{"uniqueInFolder": {"folder": "nowhere", "keys": ["a"]}}"#, good: "a: x"),

    Case("unquotedDate", property(#""unquotedDate": true"#), good: "a: 2022-05-30"),
    Case("unquotedDate", property(#""unquotedDate": true"#), good: "a: \"bientôt\""),
    Case("unquotedDate", property(#""unquotedDate": true"#), bad: "a: ⟦\"2022-05-30\"⟧", "wrong-type"),

    Case("webAddress", property(#""webAddress": true"#), good: "a: https://exemple.fr/é"),
    Case("webAddress", property(#""webAddress": true"#), bad: "a: ⟦exemple⟧", "malformed-url"),
  ]

  private static func options() throws -> LintOptions {
    var options = try Harness.options(startups: ["atlas"])
    options.references["authors"] = ReferenceList(ids: [Array("ana.dupont".utf8)], origin: "content/_authors")
    options.rules = RuleRegistry.list
    options.isPosting = false
    return options
  }

  @Test(arguments: cases)
  func saysWhatIsWrong(_ item: Case) throws {
    let marked = Array("---\n\(item.text)\n---\n".utf8)
    let (open, close) = (Array("⟦".utf8), Array("⟧".utf8))
    var text = marked
    var expected: [ByteRange] = []
    if let start = marked.indices.first(where: { marked[$0...].starts(with: open) }),
      let end = marked.indices.first(where: { marked[$0...].starts(with: close) })
    {
      text.removeSubrange(end..<(end + close.count))
      text.removeSubrange(start..<(start + open.count))
      expected = [ByteRange(start, end - open.count)]
    }
    let options = try Self.options()
    let tree = try JSONParser.parse(Array(item.schema.utf8))
    let schema = try DocumentSchema(document: tree, options: options, checksSchema: true)
    let linter = Linter(settings: RuleSettings(isPosting: false), options: options, schema: schema)
    let found = linter.lint(Source(path: SourcePath("a.md"), bytes: text)).diagnostics
    #expect(found.map(\.rule) == (item.rule.map { [$0] } ?? []), "\(found)")
    #expect(found.map(\.range) == expected)
  }

  @Test func everyKeywordHasItsCases() throws {
    let names = PostingVocabulary.customKeywords(try Self.options()).map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names) == Set(Self.cases.map(\.keyword)))
    let readme = String(decoding: try checkoutFile("schemas/README.md"), as: UTF8.self)
    for name in names { #expect(readme.contains("\n### `\(name)`\n"), "\(name) is described in schemas/README.md") }
  }

  @Test(arguments: [
    (#"{"addressList": {"accepts": ["phone"]}}"#, 29), (#"{"addressList": true}"#, 16),
    (#"{"assertFormat": "yes"}"#, 17), (#"{"containsValueOf": ["a"]}"#, 20), (#"{"dateOrder": [["a"]]}"#, 15),
    (#"{"dateAfter": [["a"]]}"#, 15), (#"{"existingFile": "a"}"#, 17), (#"{"keyOrder": "a"}"#, 13),
    (#"{"orderedBy": 1}"#, 14), (#"{"reviewPeriods": {"a": 1}}"#, 24), (#"{"staleAfter": {"a": "bald"}}"#, 21),
    (#"{"uniqueInFolder": {"folder": "a"}}"#, 33), (#"{"unquotedDate": 1}"#, 17),
    (#"{"descriptionIn": "x"}"#, 18), (#"{"knownWords": [""]}"#, 16), (#"{"readerName": 1}"#, 15),
    (#"{"reference": {"folder": "x"}}"#, 15),
    (#"{"report": {"severity": "fatal"}}"#, 24), (#"{"roleTitle": "yes"}"#, 14), (#"{"ruleName": 1}"#, 13),
    (#"{"timestamp": "yes"}"#, 14), (#"{"uniqueBy": ["a"]}"#, 13), (#"{"webAddress": 0}"#, 15),
  ])
  func aWrongKeywordIsReportedWhereItStands(_ schema: String, _ offset: Int) throws {
    let tree = try JSONParser.parse(Array(schema.utf8))
    let error = #expect(throws: SchemaErrors.self) {
      try DocumentSchema(document: tree, options: Self.options(), checksSchema: true)
    }
    #expect(error?.errors.map(\.range.start) == [offset])
  }

  @Test func reportSaysHowGravelyAFailureCounts() throws {
    let tree = try JSONParser.parse(
      Array(#"{"allOf": [{"required": ["a"], "report": {"severity": "info"}}, {"required": ["b"]}]}"#.utf8))
    let options = try Self.options()
    let linter = Linter(
      settings: RuleSettings(isPosting: false), options: options,
      schema: try DocumentSchema(document: tree, options: options, checksSchema: true))
    let found = linter.lint(Source(path: "a.md", text: "---\nc: 1\n---\n")).diagnostics
    #expect(Set(found.map(\.severity)) == [.info, .error])
    #expect(found.allSatisfy { $0.rule == "missing-key" && $0.fix?.applicability == .displayOnly })
  }

  // MARK: The metaschema for other tools

  @Test func theMetaschemaFileEqualsTheTable() throws {
    let keywords = PostingVocabulary.customKeywords(try Self.options())
    let standard = "https://json-schema.org/draft/2020-12"
    var vocabularies = [
      "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content",
    ].map { "    \"\(standard)/vocab/\($0)\": true" }
    vocabularies.append("    \"\(PostingVocabulary.address)\": false")
    let properties = keywords.map { keyword in
      let lines = keyword.metaschema.split(separator: "\n").map { $0.drop { $0 == " " } }
      return "    \"\(keyword.name)\": \(lines.joined(separator: " "))"
    }
    let text = """
      {
        "$schema": "\(standard)/schema",
        "$id": "\(PostingVocabulary.metaschemaAddress)",
        "$vocabulary": {
      \(vocabularies.joined(separator: ",\n"))
        },
        "$dynamicAnchor": "meta",
        "title": "JSON Schema 2020-12 with the vocabulary of posting-lint",
        "allOf": [{ "$ref": "\(standard)/schema" }],
        "properties": {
      \(properties.joined(separator: ",\n"))
        }
      }

      """
    let file = SharedData.package.appendingPathComponent("schemas/posting-lint.vocabulary.json")
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" { try Data(text.utf8).write(to: file) }
    #expect(try Data(contentsOf: file) == Data(text.utf8), "run the tests with UPDATE_EXPECTED=1")
  }
}
