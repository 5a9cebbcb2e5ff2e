import DataTree
import JSON
import JSONSchema
import PostingLint
import SourceText
import Testing

@Suite struct FailureWordsTests {
  static let schema = #"""
    {"type": "object", "required": ["roles", "open"], "additionalProperties": false,
     "properties": {"roles": {"type": "string", "minLength": 1}, "open": {"type": "boolean"},
       "domaines": {"type": "array", "items": {"enum": ["Design", "Data", "Produit"]}, "uniqueItems": true},
       "techno": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}}}
    """#

  @Test(arguments: [
    (#"{"roles": "x", "open": true}"#, "", ""),
    (
      #"{"roles": "x", "open": "true#"}"#, #""true#""#,
      "“true#” does not fit here: write true, without quotes or anything else"
    ),
    (#"{"roles": "x", "opne": true}"#, #""opne""#, "there is no key “opne”: did you mean “open”?"),
    (#"{"roles": "", "open": true}"#, #""""#, "this text is empty: write a value"),
    (
      #"{"roles": "x", "open": true, "domaines": ["Desing"]}"#, #""Desing""#,
      "“Desing” is not in the list: did you mean “Design”?"
    ),
    (
      #"{"roles": "x", "open": true, "techno": 3}"#, "3",
      "“3” does not fit here: write a text or a list (one item a line, after a dash)"
    ),
    (
      #"{"roles": "x", "open": true, "techno": ["a", 3]}"#, "3",
      "“3” is read as a number: write \"3\", with the straight quotes"
    ),
    (
      #"{"roles": "x", "open": true, "domaines": ["Data", "Data"]}"#, #""Data""#,
      "“Data” is already in the list: remove one of the two"
    ),
    (#"{"roles": "x"}"#, "", "the key “open” is missing: add a line “open: …”"),
  ])
  func oneMistakeIsOneFailure(_ instance: String, _ range: String, _ message: String) throws {
    let validator = try SchemaValidator(schema: try JSONParser.parse(Array(Self.schema.utf8)))
    let bytes = Array(instance.utf8)
    let found = validator.failures(of: try JSONParser.parse(bytes))
    #expect(found.map(\.message.en) == (message.isEmpty ? [] : [message]))
    #expect(found.allSatisfy { MessageTests.isWellSet($0.message.fr) }, "\(found.map(\.message.fr))")
    #expect(
      found.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) } == (message.isEmpty ? [] : [range]))
  }
}
