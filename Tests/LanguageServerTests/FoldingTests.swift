import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// The parts of front matter: what folds, what surrounds a place, and what readers make of a value.
@Suite struct FoldingTests {
  @Test(arguments: [
    ("---\nroles: a\ndomaines:\n  - b\n  - c\nopen: true\n---\nTexte\n", ["0-6", "2-4"]),
    ("+++\nroles = \"a\"\ndomaines = [\n  \"b\",\n]\n+++\n", ["0-5", "2-4"]),
    ("{\n  \"domaines\": [\n    \"b\"\n  ]\n}\n", ["0-4", "1-3"]), ("---\nroles: a\n", ["0-1"]), ("Texte\n", []),
    ("", []),
  ])
  func frontMatterFolds(_ text: String, _ expected: [String]) throws {
    let client = TestClient()
    client.open(text)
    let folds = try #require(client.request("textDocument/foldingRange", TestClient.document())?["result"]?.items)
    #expect(folds.map { "\($0["startLine"]?.integer ?? -1)-\($0["endLine"]?.integer ?? -1)" } == expected)
  }

  @Test(arguments: [
    "---\ndomaines:\n  - Pro‸duit\n---\nTexte\n", "---\nro‸les: \"a\"\n---\n", "---\nroles: a\n---\nTex‸te\n", "‸",
    "+++\na = [\"b‸\"]\n+++\n", "---\na: {b: [c, ‸d]}\n---\n", "---\n‸\n---\n", "---\nroles: a‸",
  ])
  func eachSelectionLiesInTheNext(_ marked: String) throws {
    let place = MarkedText(marked)
    let client = TestClient()
    client.open(place.text)
    let params = """
      {"textDocument": {"uri": "\(TestClient.uri)"},
       "positions": [{"line": \(place.position.line), "character": \(place.position.column)}]}
      """
    var next = try #require(client.request("textDocument/selectionRange", params)?["result"]?.items?.first)
    var last: (start: Position, end: Position)?
    var count = 0
    while true {
      let range = try #require(next["range"])
      let start = try #require(position(range["start"]))
      let end = try #require(position(range["end"]))
      if let last {
        #expect(start <= last.start && last.end <= end && (start, end) != last)
      } else {
        #expect(start <= place.position && place.position <= end)
      }
      last = (start, end)
      count += 1
      guard let parent = next["parent"] else { break }
      next = parent
    }
    #expect(count > 1 || place.text.utf8.isEmpty)
  }

  private func position(_ value: JSONView?) -> Position? {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else { return nil }
    return Position(line: line, column: character)
  }

  @Test func hintsShowWhatReadersMakeOfAValueWhereTheUserWantsThem() throws {
    let client = TestClient(TestClient.pushed, more: #", "initializationOptions": {"inlayHints": true}"#)
    let text = "---\nroles: Coach\nopen: yes\n---\n"
    client.open(text)
    let params = TestClient.document().dropLast() + #", "range": \#(TestClient.range(0, 0, 9, 0))}"#
    let hints = try #require(client.request("textDocument/inlayHint", String(params))?["result"]?.items)
    let label = try #require(hints.first?["label"]?.string)
    #expect(label.contains("Jekyll") && label.contains("true") && label.contains("“yes”"))
    #expect(hints.first?["position"]?["line"]?.integer == 2 && hints.first?["position"]?["character"]?.integer == 9)
    let silent = TestClient()
    silent.open(text)
    #expect(silent.request("textDocument/inlayHint", String(params))?["result"]?.items?.isEmpty == true)
  }
}

extension Position {
  fileprivate static func <= (left: Position, right: Position) -> Bool {
    (left.line, left.column) <= (right.line, right.column)
  }
}
