import DataTree
import JSONSchema
import SourceText
import Testing
import YAML

/// A keyword that wants a text to be upper case.
private struct UpperCase: CustomCheck {
  func failures(of node: NodeID, in tree: DataTree) -> [CustomFailure] {
    guard tree.type(of: node) == .string else { return [] }
    let small = tree.utf8(of: node).filter { $0 >= 0x61 && $0 <= 0x7A }
    return small.isEmpty ? [] : [CustomFailure(small.count, at: node)]
  }
}

@Suite struct CustomKeywordTests {
  private var options: SchemaOptions {
    var options = SchemaOptions()
    options.customKeywords = [
      CustomKeyword("upperCase", vocabulary: "https://example.org/vocab", metaschema: #"{"type": "boolean"}"#) {
        tree, node in
        tree.scalar(node, equals: Array("true".utf8)) ? UpperCase() : nil
      },
      CustomKeyword("report", vocabulary: "https://example.org/vocab", metaschema: #"{"type": "string"}"#),
    ]
    return options
  }

  private func failures(_ schema: String, _ instance: String) throws -> [SchemaFailure] {
    let validator = try SchemaValidator(schema: YAMLParser.parse(Array(schema.utf8)).tree, options: options)
    return validator.failures(of: YAMLParser.parse(Array(instance.utf8)).tree)
  }

  @Test func aKeywordOfTheClientIsRun() throws {
    let schema = "properties: {a: {properties: {b: {upperCase: true}, c: {upperCase: false}}}}"
    #expect(try failures(schema, "a: {b: X, c: y}").isEmpty)
    let found = try failures(schema, "a: {b: x, c: y}")
    #expect(found.map(\.pointer) == ["/a/b"])
    #expect(found.map { $0.payload as? Int } == [1])
    #expect(found.map(\.range) == [ByteRange(7, 8)])
  }

  @Test func itsValueIsCheckedByItsMetaschema() {
    #expect(throws: SchemaErrors.self) { try failures("properties: {a: {upperCase: 1}}", "a: b") }
  }

  @Test(arguments: [
    ("{type: integer, report: here}", "here"),
    ("{$ref: '#/$defs/n', report: by-reference, $defs: {n: {type: integer}}}", "by-reference"),
    ("{report: outer, anyOf: [{type: integer, report: inner}, {type: boolean}]}", "outer"),
    ("{report: outer, if: true, then: {minLength: 9, report: inner}}", "inner"),
    ("{properties: {a: {type: integer}}, report: of-another-value}", nil),
  ])
  func theSchemaSaysHowAFailureIsReported(_ schema: String, _ expected: String?) throws {
    let instance = schema.contains("properties") ? "a: b" : "b"
    #expect(try failures(schema, instance).map { $0.annotation("report")?.text } == [expected])
  }
}
