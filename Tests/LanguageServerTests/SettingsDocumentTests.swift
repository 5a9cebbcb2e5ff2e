import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// The settings and schemas themselves, open in the editor.
@Suite struct SettingsDocumentTests {
  private static let uri = "file:///nowhere/.posting-lint.yml"

  private func found(_ text: String, uri: String = SettingsDocumentTests.uri) throws -> [String] {
    let client = TestClient()
    client.open(text, uri: uri)
    return try #require(client.published(uri)?["diagnostics"]?.items).map { finding in
      let start = finding["range"]?["start"]
      return "\(start?["line"]?.integer ?? -1):\(start?["character"]?.integer ?? -1) \(finding["code"]?.string ?? "")"
    }
  }

  @Test func mistakesOfAConfigurationStandAtTheirPlaces() throws {
    let text = "language: en\nrules:\n  no-such-rule: off\n  wrong-type: of\nlangage: fr\nexclude: \"[\"\n"
    let mistakes = try found(text)
    for place in ["2:2 ", "3:14 ", "4:0 "] { #expect(mistakes.contains { $0.hasPrefix(place) }, "\(mistakes)") }
    #expect(try found("exclude: \"[\"\n").map { $0.split(separator: " ").first } == ["0:9"])
    #expect(try found("language: fr\nrules:\n  wrong-type: off\n").isEmpty)
    #expect(try found("").isEmpty)
    #expect(try found("rules = 3\n", uri: "file:///nowhere/.posting-lint.toml").count == 1)
    #expect(try found("{\"rules\": {\"x\": \"off\"}}", uri: "file:///nowhere/.posting-lint.json").count == 1)
    #expect(try found("language: xx\n", uri: "file:///nowhere/other.yml").isEmpty)
  }

  @Test func aSchemaIsCheckedAsOne() throws {
    let draft = "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""
    let uri = "file:///nowhere/a.schema.json"
    #expect(try found("{\(draft), \"type\": \"string\"}", uri: uri).isEmpty)
    #expect(try found("{\(draft), \"$ref\": \"#/$defs/no\"}", uri: uri).count == 1)
    #expect(try found("{\(draft),\n \"type\": \"strin\"}", uri: uri).map { $0.split(separator: ":").first } == ["1"])
    #expect(try found("{\(draft),\n \"pattern\": \"(\"}", uri: uri).count == 1)
  }

  @Test(arguments: [
    (".posting-lint.yml", "rules:\n  wro‸\n", "wrong-type", "rules:\n  wrong-type: \n"),
    (".posting-lint.yml", "rules:\n  wrong-type: ‸\n", "error", "rules:\n  wrong-type: error\n"),
    (".posting-lint.yml", "lan‸", "language", "language: "),
    (".posting-lint.toml", "[rules]\nwro‸\n", "wrong-type", "[rules]\nwrong-type = \n"),
    (".posting-lint.json", "{\"rules\": {\"wro‸\"}}", "wrong-type", "{\"rules\": {\"wrong-type\": }}"),
  ])
  func settingsAreCompleted(_ name: String, _ marked: String, _ label: String, _ expected: String) throws {
    let uri = "file:///nowhere/\(name)"
    let place = MarkedText(marked)
    let client = TestClient()
    client.open(place.text, uri: uri)
    let answer = client.request(
      "textDocument/completion", TestClient.place(place.position.line, place.position.column, uri: uri))
    let item = try #require(answer?["result"]?.items?.first { $0["label"]?.string == label })
    let edit = JSONView(Array("[\(String(decoding: try #require(item["textEdit"]).source, as: UTF8.self))]".utf8))
    #expect(try applying(edit, to: place.text) == expected)
  }

  @Test func hoverExplainsTheRuleThatASettingNames() throws {
    let client = TestClient()
    client.open("rules:\n  wrong-type: off\n", uri: Self.uri)
    let answer = client.request("textDocument/hover", TestClient.place(1, 5, uri: Self.uri))
    #expect(answer?["result"]?["contents"]?["value"]?.string?.contains("a value is not of the expected kind") == true)
  }
}
