import DataTree
import JSON
import PostingLint
import SourceText
import Testing

/// What a failure proposes, applied: one line `schema`, then the text before and after.
@Suite struct FailureFixTests {
  static let schema = #"""
    {"type": "object", "required": ["roles", "open"], "additionalProperties": false,
     "properties": {"roles": {"type": "string"}, "open": {"type": "boolean"}, "date": {"type": "string"},
       "domaines": {"type": "array", "items": {"enum": ["Design", "Déploiement", "Produit"]}},
       "phases": {"items": {"type": "object", "required": ["name", "start"],
         "properties": {"name": {"type": "string"}, "start": {"type": "string"}}}}}}
    """#

  @Test(
    arguments: [
      ("roles: a\ndate: b\n", "roles: a\nopen: \ndate: b\n"),
      ("roles: a # note\r\ndate: b\r\n", "roles: a # note\r\nopen: \r\ndate: b\r\n"),
      ("roles: |\n  a\n  b\ndate: x\n", "roles: |\n  a\n  b\nopen: \ndate: x\n"),
      ("roles: a", "roles: a\nopen: "),
      ("open: true\n", "roles: \nopen: true\n"),
      ("{roles: a}", "{roles: a, open: }"),
      ("{}", nil),
      (#"{"roles": "a", "date": "x"}"#, #"{"roles": "a", "open": null, "date": "x"}"#),
      ("roles: a\nopne: true\n", "roles: a\nopen: true\n"),
      ("roles: a\n\"Open\": true\n", "roles: a\n\"open\": true\n"),
      ("roles: a\nopen: \"true\"\n", "roles: a\nopen: true\n"),
      ("roles: a\nopen: true#\n", "roles: a\nopen: true\n"),
      ("- roles: a\n- open: true\n", "roles: a\nopen: true\n"),
      ("roles: a\nopen: Oui\n", "roles: a\nopen: true\n"),
      ("roles: 12\nopen: true\n", "roles: \"12\"\nopen: true\n"),
      ("roles: a\nopen: true\ndomaines: Design\n", "roles: a\nopen: true\ndomaines: [Design]\n"),
      ("roles: a\nopen: true\ndomaines: (Design, Produit)\n", "roles: a\nopen: true\ndomaines: [Design, Produit]\n"),
      ("roles: a\nopen: true\ndomaines: Design]\n", "roles: a\nopen: true\ndomaines: [Design]\n"),
      ("roles: a\nopen: true\ndomaines: 1. Design\n", "roles: a\nopen: true\ndomaines: [Design]\n"),
      ("roles: a\nopen: true\ndomaines:\n- Desing\n", "roles: a\nopen: true\ndomaines:\n- Design\n"),
      ("roles: a\nopen: true\ndomaines: ['deploiement']\n", "roles: a\nopen: true\ndomaines: ['Déploiement']\n"),
      (
        "roles: a\nopen: true\nphases:\n  - name: x\n  - name: y\n    start: z\n",
        "roles: a\nopen: true\nphases:\n  - name: x\n    start: \n  - name: y\n    start: z\n"
      ),
    ] as [(String, String?)])
  func editsMend(_ before: String, _ after: String?) throws {
    let found = try lint(before, Self.schema)
    guard let after else {
      #expect(found.count == 2)
      return
    }
    #expect(found.count == 1, "\(found.map(\.message.en))")
    let fixed = Array(before.utf8).applying(found.flatMap { $0.fix?.edits ?? [] })
    #expect(String(decoding: fixed, as: UTF8.self) == after)
  }

  /// A value that is right but for the way it is written.
  @Test(arguments: [
    ("number", "1,5", "1.5"), ("number", "\"1.5\"", "1.5"), ("integer", "\"12\"", "12"), ("integer", "1 000", "1000"),
    ("integer", "1\u{A0}250", "1250"), ("number", "1 250,5", "1250.5"), ("integer", "1,5", nil),
    ("integer", "10 00", nil),
    ("integer", "\"007\"", nil), ("integer", "douze", nil), ("number", "1,2,3", nil), ("number", "1,500", nil),
    ("string", "[a]", "a"),
    ("string", "['1']", "'1'"), ("string", "[1]", nil), ("string", "[a, b]", nil),
  ])
  func aValueIsWrittenAsItsTypeWants(_ type: String, _ before: String, _ after: String?) throws {
    let found = try lint("a: \(before)\n", #"{"properties": {"a": {"type": "\#(type)"}}}"#)
    #expect(found.map(\.rule) == ["wrong-type"])
    let edits = found.first?.fix?.edits ?? []
    let fixed = String(decoding: Array("a: \(before)\n".utf8).applying(edits), as: UTF8.self)
    #expect(edits.isEmpty ? after == nil : fixed == "a: \(after ?? "")\n")
  }

  /// `1` where the list has `"1"`.
  @Test func aWordOfTheListThatIsReadAsANumber() throws {
    let found = try lint("a: 1\n", #"{"properties": {"a": {"enum": ["1", "2"]}}}"#)
    #expect(found.map(\.message.en) == ["“1” is read as a number: write \"1\", with the straight quotes"])
    #expect(found.first?.fix?.edits.map(\.replacement) == [Array("\"1\"".utf8)])
  }

  private func lint(_ text: String, _ schema: String) throws -> [Diagnostic] {
    var options = try Harness.options()
    options.validatesOnly = true
    let schema = try DocumentSchema(document: try JSONParser.parse(Array(schema.utf8)), options: options)
    let linter = Linter(settings: .validation, options: options, schema: schema)
    return linter.lint(Document(Source(path: "a.yml", text: text), as: .data(.yaml))).diagnostics
  }

  /// Values that readers take for something else than a text, unless they stand in quotes.
  @Test(arguments: [
    ("a: truee\n", #"["true", "false", "maybe"]"#), ("a: nulll\n", #"["null"]"#), ("a: '1.00'\n", #"["1.0"]"#),
    ("a: yess\n", #"["yes", "on"]"#), ("a: 12:3\n", #"["12:30"]"#), ("a: 2022-01-1\n", #"["2022-01-01"]"#),
    ("a: it's it\n", #"["it’s: it"]"#), ("a: [truee]\n", #"["true"]"#), ("a: 'xyz #yy'\n", #"["xyz #y"]"#),
    ("{a: 'bb,cc'}\n", #"["bb, cc"]"#), ("a: 'its here'\n", #"["it's here"]"#),
    (#"a: "qwerty""# + "\n", #"["qwerty\""]"#),
    ("a: 0x1G\n", #"["0x1F"]"#), ("- a: <<<\n", #"["<<"]"#), ("a: :sym\n", #"[":symb"]"#),
  ])
  func whatIsWrittenIsWhatWasMeant(_ text: String, _ allowed: String) throws {
    let schema =
      ##"{"properties": {"a": {"$ref": "#/$defs/v"}}, "items": {"$ref": "#"}, "##
      + ##""$defs": {"v": {"anyOf": [{"type": "array", "items": {"enum": \##(allowed)}}, {"enum": \##(allowed)}]}}}"##
    let found = try lint(text, schema)
    let fixes = found.compactMap(\.fix)
    try #require(!fixes.isEmpty, "nothing is offered")
    let fixed = String(decoding: Array(text.utf8).applying(fixes.flatMap(\.edits)), as: UTF8.self)
    #expect(try lint(fixed, schema).map(\.message.en) == [], "\(fixed)")
  }
}
