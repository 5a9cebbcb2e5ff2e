import JSON
import PostingLint
import SourceText
import Testing

/// A schema says with `roleTitle` which keys hold titles, whatever they are called.
@Suite struct RoleTitleTests {
  private func found(_ text: String, _ properties: String) throws -> [String] {
    let options = try Harness.options()
    let document = try JSONParser.parse(Array(#"{"properties": {\#(properties)}}"#.utf8))
    let schema = try DocumentSchema(document: document, options: options)
    let rules = ["masculine-only-role", "misspelled-role", "unknown-role"]
    let linter = Linter(settings: RuleSettings(only: rules), options: options, schema: schema)
    return linter.lint(Source(path: "a.md", text: "---\n\(text)\n---\n")).diagnostics.map {
      "\($0.rule) \($0.pointer ?? "")"
    }
  }

  @Test(arguments: ["roles", "poste", "title", "métier"])
  func anyKeyMayBeATitle(_ key: String) throws {
    let property = #""\#(key)": {"type": "string", "roleTitle": true}"#
    #expect(try found("\(key): Développeur", property) == ["masculine-only-role /\(key)"])
    #expect(try found("\(key): Développeuse ou développeur", property) == [])
    #expect(try found("\(key): Truc", property) == ["unknown-role /\(key)"])
    #expect(try found("\(key): Developpeuse ou développeur", property) == ["misspelled-role /\(key)"])
  }

  @Test func aMentionIsReadForItsSpellingAlone() throws {
    let property = #""accroche": {"roleTitle": "mention"}"#
    #expect(try found("accroche: Rejoignez-nous", property) == [])
    #expect(try found("accroche: Developpeur pour le service", property) == ["misspelled-role /accroche"])
  }

  @Test func withoutTheKeywordNoKeyIsATitle() throws {
    #expect(try found("roles: Développeur", #""roles": {"type": "string"}"#) == [])
  }
}
