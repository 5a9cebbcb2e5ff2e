import DataTree
import JSON
import JSONSchema
import SourceText
import Testing
import YAML

/// What a failure proposes, applied: one line `schema`, then the text before and after.
@Suite struct EditTests {
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
      ("roles: a\nopen: Oui\n", "roles: a\nopen: true\n"),
      ("roles: 12\nopen: true\n", "roles: \"12\"\nopen: true\n"),
      ("roles: a\nopen: true\ndomaines: Design\n", "roles: a\nopen: true\ndomaines: [Design]\n"),
      ("roles: a\nopen: true\ndomaines:\n- Desing\n", "roles: a\nopen: true\ndomaines:\n- Design\n"),
      ("roles: a\nopen: true\ndomaines: ['deploiement']\n", "roles: a\nopen: true\ndomaines: ['Déploiement']\n"),
      (
        "roles: a\nopen: true\nphases:\n  - name: x\n  - name: y\n    start: z\n",
        "roles: a\nopen: true\nphases:\n  - name: x\n    start: \n  - name: y\n    start: z\n"
      ),
    ] as [(String, String?)])
  func editsMend(_ before: String, _ after: String?) throws {
    let validator = try SchemaValidator(schema: try JSONParser.parse(Array(Self.schema.utf8)))
    let tree = YAMLParser.parse(Array(before.utf8)).tree
    let found = validator.failures(of: tree)
    guard let after else {
      #expect(found.count == 2)
      return
    }
    #expect(found.count == 1, "\(found.map(\.message.en))")
    let fixed = Array(before.utf8).applying(found.flatMap(\.edits))
    #expect(String(decoding: fixed, as: UTF8.self) == after)
  }
}
