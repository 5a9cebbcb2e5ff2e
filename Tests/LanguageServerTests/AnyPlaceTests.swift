import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// Whatever the text and wherever the caret is: every question has an answer that the client can carry out.
@Suite struct AnyPlaceTests {
  private static let starts = [
    "", "---\n", "---\nroles: a\ndomaines: [", "---\ndomaines:\n  - ", "---\r\ncontacts:\r\n- {a: [",
    "---\na:\n  b:\n - c: \"",
  ]

  @Test func everyQuestionHasAnAnswer() throws {
    var generator = SeededGenerator(seed: 21)
    let client = TestClient()
    var offered = 0
    for round in 0..<96 {
      let script = EditScript(generator.bytes(Int.random(in: 8..<80, using: &generator)))
      let text = Self.starts[round % Self.starts.count] + script.text
      client.open(text)
      let bytes = Array(text.utf8)
      let lines = LineIndex(bytes)
      for _ in 0..<5 {
        let line = Int.random(in: -1...lines.lineStarts.count, using: &generator)
        let place = TestClient.place(line, Int.random(in: -1..<30, using: &generator))
        for method in ["hover", "definition"] {
          #expect(client.request("textDocument/\(method)", place)?.has("result") == true, "\(text)")
        }
        let items = try #require(client.request("textDocument/completion", place)?["result"]?.items, "\(text)")
        offered += items.count
        for item in items.prefix(3) {
          // A client takes only edits within one line (LSP 3.17, `CompletionItem`).
          let range = item["textEdit"]?["range"]
          #expect(range?["start"]?["line"]?.integer == range?["end"]?["line"]?.integer, "\(text)")
          _ = try edited(text, "[\(String(decoding: try #require(item["textEdit"]).source, as: UTF8.self))]")
        }
      }
      let whole = """
        {"textDocument": {"uri": "\(TestClient.uri)"}, "range": \(TestClient.range(0, 0, 99, 0)),
         "context": {"diagnostics": []}}
        """
      for action in try #require(client.request("textDocument/codeAction", whole)?["result"]?.items).prefix(6) {
        let edits = action["edit"]?["documentChanges"]?.items?.first?["edits"]
        #expect(try Array(applying(edits, to: text).utf8) != bytes, "\(text)")
      }
      let document = #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#
      #expect(client.request("textDocument/documentSymbol", document)?["result"]?.items != nil)
      client.notifications = []
    }
    #expect(offered > 200)
  }

  private func edited(_ text: String, _ edits: String) throws -> String {
    try applying(JSONView(Array(edits.utf8)), to: text)
  }
}
