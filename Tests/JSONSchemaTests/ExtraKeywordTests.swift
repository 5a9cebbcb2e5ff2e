import DataTree
import JSONSchema
import SourceText
import Testing
import YAML

/// A keyword that wants a text to be upper case.
private struct UpperCase: ExtraCheck {
  func failures(of value: ExtraInstance) -> [ExtraFailure] {
    guard value.tree.type(of: value.node) == .string else { return [] }
    let text = value.tree.utf8(of: value.node)
    guard text.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    let key = value.key.map { value.tree.text(of: $0) } ?? "-"
    return [ExtraFailure("case", Message(fr: key, en: "\(key) of \(value.ancestors.count)"), at: value.node)]
  }
}

@Suite struct ExtraKeywordTests {
  private var options: SchemaOptions {
    var options = SchemaOptions()
    options.extraKeywords = [
      ExtraKeyword("upperCase", vocabulary: "https://example.org/vocab", metaschema: #"{"type": "boolean"}"#) {
        tree, node in
        .success(tree.scalar(node, equals: Array("true".utf8)) ? UpperCase() : nil)
      },
      ExtraKeyword("report", vocabulary: "https://example.org/vocab", metaschema: #"{"type": "string"}"#),
    ]
    options.extraFormats = [ExtraFormat("even-length") { $0.count % 2 == 0 }]
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
    #expect(found.map(\.message.en) == ["b of 2"])
    #expect(found.map(\.range) == [ByteRange(7, 8)])
  }

  @Test func itsValueIsCheckedByItsMetaschema() {
    #expect(throws: SchemaErrors.self) { try failures("properties: {a: {upperCase: 1}}", "a: b") }
  }

  @Test func itsFormatsAreAlwaysChecked() throws {
    #expect(try failures("format: even-length", "ab").isEmpty)
    #expect(try failures("format: even-length", "abc").count == 1)
    #expect(try failures("format: ipv4", "abc").isEmpty)
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
