import DataTree
import JSON
import JSONSchema
import Testing

/// A schema, and values that meet it or do not.
struct KeywordCase: Sendable, CustomTestStringConvertible {
  var schema = ""
  var valid: [String] = []
  var invalid: [String] = []

  var testDescription: String { schema }

  /// The cases of a text of ``KeywordCases``.
  static func read(_ text: String) -> [KeywordCase] {
    var cases = [KeywordCase()]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        cases.append(KeywordCase())
      } else if line.hasPrefix("+ ") {
        cases[cases.count - 1].valid.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("- ") {
        cases[cases.count - 1].invalid.append(String(line.dropFirst(2)))
      } else {
        cases[cases.count - 1].schema += line
      }
    }
    return cases
  }
}

@Suite struct KeywordTests {
  @Test(arguments: KeywordCase.read(KeywordCases.either) + KeywordCase.read(KeywordCases.draft202012))
  func in202012(_ example: KeywordCase) throws { try check(example, .draft202012) }

  @Test(arguments: KeywordCase.read(KeywordCases.either) + KeywordCase.read(KeywordCases.draft07))
  func inDraft07(_ example: KeywordCase) throws { try check(example, .draft07) }

  private func check(_ example: KeywordCase, _ dialect: Dialect) throws {
    var options = SchemaOptions()
    options.defaultDialect = dialect
    let validator = try SchemaValidator(schema: try JSONParser.parse(Array(example.schema.utf8)), options: options)
    try #require(!example.valid.isEmpty || !example.invalid.isEmpty)
    for (instances, isValid) in [(example.valid, true), (example.invalid, false)] {
      for instance in instances {
        let tree = try JSONParser.parse(Array(instance.utf8))
        #expect(validator.isValid(tree) == isValid, "\(instance)")
        #expect(validator.failures(of: tree).isEmpty == isValid, "\(instance)")
      }
    }
  }
}
