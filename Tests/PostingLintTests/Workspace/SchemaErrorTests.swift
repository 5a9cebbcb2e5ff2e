import DataTree
import JSONSchema
import PostingLint
import SourceText
import Testing
import YAML

@Suite struct SchemaErrorTests {
  /// The mistakes of a schema: the text that each is about, and what it says.
  private func errors(_ schema: String, options: SchemaOptions = SchemaOptions()) -> [(text: String, message: String)] {
    let bytes = Array(schema.utf8)
    do {
      _ = try SchemaValidator(schema: YAMLParser.parse(bytes).tree, options: options)
      return []
    } catch {
      return error.errors.map { (String(decoding: bytes[$0.range.indices], as: UTF8.self), $0.kind.message.en) }
    }
  }

  @Test(arguments: [
    ("type: strin", "strin", "did you mean “string”?"),
    ("minLength: -1", "-1", "write 0 or more"),
    ("properties: [a]", "[a]", "a list does not fit here: write a group of keys"),
    ("required: [a, a]", "a", "already in the list"),
    ("$ref: '#/$defs/none'", "'#/$defs/none'", "leads nowhere"),
    ("$ref: other.json", "other.json", "leads nowhere"),
    ("$ref: '#/title'\ntitle: a", "'#/title'", "does not lead to a schema"),
    ("pattern: '('", "'('", "is not a valid regular expression"),
    ("patternProperties: {'[': true}", "'['", "is not a valid regular expression"),
    ("$schema: https://example.org/none", "https://example.org/none", "is not known"),
    (
      "$schema: http://json-schema.org/draft-07/schema#\nif: 1", "1",
      "write true (yes) or false (no) or a group of keys"
    ),
    ("properties:\n  a: {$anchor: x}\n  b: {$anchor: x}", "x", "two schemas bear the name"),
    ("items: {allOf: [{$ref: '#/items'}]}", "'#/items'", "leads back to itself"),
    ("12", "12", "“12” does not fit here"),
  ])
  func mistakesHaveAPlace(_ schema: String, _ text: String, _ message: String) {
    let found = errors(schema)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.text == text, "\(found)")
    #expect(found.first?.message.contains(message) == true, "\(found)")
  }

  @Test func anEmptyDocumentIsNoSchema() {
    #expect(throws: SchemaErrors.self) { try SchemaValidator(schema: DataTree(bytes: [])) }
  }

  @Test func aMetaschemaSwitchesVocabularies() throws {
    let base = "https://json-schema.org/draft/2020-12"
    func metaschema(_ vocabulary: String, _ isRequired: Bool) -> DataTree {
      YAMLParser.parse(
        Array(
          """
          $id: https://example.org/meta
          $schema: \(base)/schema
          $vocabulary: {'\(base)/vocab/core': true, '\(vocabulary)': \(isRequired)}
          $dynamicAnchor: meta
          allOf: [{$ref: '\(base)/meta/core'}]
          """.utf8)
      ).tree
    }
    func isValid(_ metaschema: DataTree) throws -> Bool {
      let schema = Array("$schema: https://example.org/meta\nformat: ipv4\nminLength: 100".utf8)
      let validator = try SchemaValidator(schema: YAMLParser.parse(schema).tree) {
        $0 == "https://example.org/meta" ? metaschema : nil
      }
      return validator.isValid(YAMLParser.parse(Array("not-an-ipv4".utf8)).tree)
    }
    for isRequired in [true, false] {
      #expect(try !isValid(metaschema("\(base)/vocab/format-assertion", isRequired)))
      #expect(try isValid(metaschema("\(base)/vocab/format-annotation", isRequired)))
      #expect(try !isValid(metaschema("\(base)/vocab/validation", isRequired)))
    }
    #expect(try isValid(metaschema("https://example.org/unknown", false)))
    #expect(throws: SchemaErrors.self) { try isValid(metaschema("https://example.org/unknown", true)) }
  }

  @Test func relativeReferencesStartFromTheSchemasAddress() throws {
    var options = SchemaOptions()
    options.baseURI = "file:///schemas/main.json"
    var asked: [String] = []
    let schema = YAMLParser.parse(Array("properties: {a: {$ref: 'parts/a.json#/$defs/x'}}".utf8)).tree
    let validator = try SchemaValidator(schema: schema, options: options) { address in
      asked.append(address)
      return YAMLParser.parse(Array("$defs: {x: {type: integer}}".utf8)).tree
    }
    #expect(asked == ["file:///schemas/parts/a.json"])
    let found = validator.failures(of: YAMLParser.parse(Array("a: b".utf8)).tree)
    #expect(found.map(\.keywordLocation.uri) == ["file:///schemas/parts/a.json#/$defs/x/type"])
  }
}
