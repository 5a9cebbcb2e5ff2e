import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// A long conversation in which anything may come at any time.
@Suite struct SessionTests {
  private static let capabilities = """
    {"workspace": {"configuration": true, "applyEdit": true, "didChangeWatchedFiles": {"dynamicRegistration": true},
      "workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"]}, "workspaceFolders": true},
     "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
      "dataSupport": true, "resolveSupport": {"properties": ["edit"]}}}}
    """
  private static let texts = [
    goodPosting, "---\nrole: Coach\nopen: folse\nstartup: atlas\ndomaines: [Coaching]\n---\n🚀 abÃ®mé [a](mailto:b)\n",
    "+++\nroles = \"Coach\"\nheure = 07:27\nstartup = \"phare\"\n+++\n", "{\"roles\": \"é\", \"open\": true,}\nTexte\n",
    "",
    "---\r\nroles: yes\r\n# posting-lint-disable-line wrong-type\r\n---\r\n", "language: fr\nrules:\n  x: off\n",
  ]

  @Test func tenThousandMessagesOverTwoFoldersEndCleanly() throws {
    var generator = SeededGenerator(seed: 2026)
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    for folder in folders {
      try folder.write("content/_startups/atlas.md", "---\n---\n")
      try folder.write("content/_startups/phare.md", "---\n---\n")
      for number in 0..<4 { try folder.write("content/_jobs/2022-05-0\(number + 1)-x.md", Self.texts[number]) }
    }
    let roots = folders.map { DocumentURI(path: $0.path("")).text }
    let list = roots.map { #"{"uri": \#(TestClient.quoted($0)), "name": "x"}"# }.joined(separator: ",")
    let client = TestClient(Self.capabilities, more: #", "workspaceFolders": [\#(list)]"#)
    let uris =
      folders.flatMap { folder in
        (["content/_jobs/2022-05-01-x.md", "content/_jobs/2022-05-02-x.md", ".posting-lint.yml"]).map {
          DocumentURI(path: folder.path($0)).text
        }
      } + ["untitled:1", "file:///nowhere/_jobs/2022-05-30-a.md"]
    var session = Session(uris: uris, roots: roots)
    var sent = 0
    var asked = 0
    while sent < 10_000 {
      var messages: [String] = []
      for _ in 0..<Int.random(in: 1...5, using: &generator) { messages.append(session.message(&generator)) }
      if Int.random(in: 0..<200, using: &generator) == 0, let folder = folders.randomElement(using: &generator) {
        let settings = ["language: fr\n", "rules:\n  no: off\n", "exclude: [content/_jobs/**]\n", "[", ""]
        try folder.write(".posting-lint.yml", settings[Int.random(in: 0..<5, using: &generator)])
      }
      sent += messages.count
      let expected = session.takeIDs()
      asked += expected.count
      let answers = client.send(messages).compactMap { $0["id"]?.integer }
      #expect(answers.sorted() == expected.sorted(), "\(messages)")
      session.requests = client.notifications.compactMap { $0["id"]?.string }
      client.notifications = []
    }
    #expect(asked > 4_000)
    #expect(client.request("shutdown", "null")?.has("result") == true)
    client.notify("exit", "null")
    #expect(client.hasEnded && client.endedCleanly)
  }

  /// Makes messages, each of them in a good frame and with an id of its own.
  private struct Session {
    let uris: [String]
    let roots: [String]
    /// The ids of the requests that the server made last.
    var requests: [String] = []
    private var lastID = 1_000
    private var ids: [Int] = []

    init(uris: [String], roots: [String]) {
      self.uris = uris
      self.roots = roots
    }

    /// The ids of the requests since the last time.
    mutating func takeIDs() -> [Int] {
      defer { ids = [] }
      return ids
    }

    private func place(_ uri: String, _ generator: inout SeededGenerator) -> String {
      TestClient.place(
        Int.random(in: -1..<9, using: &generator), Int.random(in: -1..<30, using: &generator), uri: uri)
    }

    private mutating func request(_ method: String, _ params: String) -> String {
      lastID += 1
      ids.append(lastID)
      return TestClient.request(lastID, method, params)
    }

    mutating func message(_ generator: inout SeededGenerator) -> String {
      let uri = uris[Int.random(in: 0..<uris.count, using: &generator)]
      let document = TestClient.document(uri)
      let range = TestClient.range(
        Int.random(in: 0..<5, using: &generator), Int.random(in: 0..<9, using: &generator),
        Int.random(in: 0..<9, using: &generator), 0)
      switch Int.random(in: 0..<40, using: &generator) {
      case 0..<5:
        let text = SessionTests.texts[Int.random(in: 0..<SessionTests.texts.count, using: &generator)]
        return TestClient.notification("textDocument/didOpen", TestClient.openParams(text, uri: uri))
      case 5..<14:
        let text = ["", "é", "🚀", "\n", "---\n", "roles: a\n", "[", "\"", "# ", "Ã©"]
        let change =
          #"{"range": \#(range), "text": \#(TestClient.quoted(text[Int.random(in: 0..<10, using: &generator)]))}"#
        return TestClient.notification(
          "textDocument/didChange", TestClient.changeParams([change], version: lastID, uri: uri))
      case 14: return TestClient.notification("textDocument/didClose", document)
      case 15: return TestClient.notification("textDocument/didSave", document)
      case 16: return TestClient.notification("workspace/didChangeWatchedFiles", #"{"changes": []}"#)
      case 17:
        let settings = [
          "null", #"{"language": "fr"}"#, #"{"fixOnSave": true, "inlayHints": true}"#, #"{"configuration": "no.yml"}"#,
          "[]",
        ]
        return TestClient.notification(
          "workspace/didChangeConfiguration",
          #"{"settings": \#(settings[Int.random(in: 0..<5, using: &generator)])}"#)
      case 18:
        let root = #"[{"uri": \#(TestClient.quoted(roots[Int.random(in: 0..<2, using: &generator)])), "name": "x"}]"#
        let isAdded = Bool.random(using: &generator)
        return TestClient.notification(
          "workspace/didChangeWorkspaceFolders",
          #"{"event": {"added": \#(isAdded ? root : "[]"), "removed": \#(isAdded ? "[]" : root)}}"#)
      case 19:
        let id = requests.last ?? "posting-lint-1"
        return #"{"jsonrpc": "2.0", "id": \#(TestClient.quoted(id)), "result": [{"language": "fr"}, 3, null]}"#
      case 20:
        // A request that was answered already.
        return TestClient.notification("$/cancelRequest", #"{"id": 3}"#)
      case 21: return request("workspace/diagnostic", #"{"previousResultIds": [{"uri": "\#(uri)", "value": "1"}]}"#)
      case 22, 23: return request("textDocument/diagnostic", document)
      case 24, 25:
        return request(
          "textDocument/codeAction",
          #"{"textDocument": {"uri": "\#(uri)"}, "range": \#(range), "context": {"diagnostics": []}}"#)
      case 26:
        let number = Int.random(in: -1..<9, using: &generator)
        return request(
          "codeAction/resolve",
          #"{"title": "x", "data": {"uri": "\#(uri)", "revision": \#(lastID), "action": "fix", "number": \#(number)}}"#)
      case 27: return request("textDocument/formatting", document)
      case 28: return request("textDocument/willSaveWaitUntil", document)
      case 29:
        let command = ["fixAll", "fixAllSafe", "explainRule", "addToBaseline"][Int.random(in: 0..<4, using: &generator)]
        return request(
          "workspace/executeCommand", #"{"command": "posting-lint.\#(command)", "arguments": ["\#(uri)"]}"#)
      case 30: return request("textDocument/references", place(uri, &generator))
      case 31: return request("textDocument/prepareRename", place(uri, &generator))
      case 32:
        return request("textDocument/rename", place(uri, &generator).dropLast() + #", "newName": "boussole"}"#)
      case 33: return request("textDocument/foldingRange", document)
      case 34:
        return request(
          "textDocument/selectionRange",
          #"{"textDocument": {"uri": "\#(uri)"}, "positions": [{"line": 1, "character": 3}]}"#)
      case 35: return request("textDocument/inlayHint", document.dropLast() + #", "range": \#(range)}"#)
      case 36: return request("textDocument/documentLink", document)
      case 37: return request("textDocument/documentSymbol", document)
      case 38: return request("textDocument/completion", place(uri, &generator))
      default:
        return request(
          ["textDocument/hover", "textDocument/definition"].randomElement(using: &generator) ?? "",
          place(uri, &generator))
      }
    }
  }
}
