import Files
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// Mending on request: formatting, saving, commands, and actions whose edits come later.
@Suite struct SavingTests {
  private static let bad = "---\nrole: Coach\nopen: true#\nstartup: a\ndomaines: [Coaching]\n---\n\nTexte abÃ®mé.\n"
  private static let safe = "---\nroles: Coach\nopen: true#\nstartup: a\ndomaines: [Coaching]\n---\n\nTexte abîmé.\n"
  private static let lazy = """
    {"workspace": {"applyEdit": true, "workspaceEdit": {"documentChanges": true}}, "textDocument": {"codeAction": {
      "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}, "dataSupport": true,
      "resolveSupport": {"properties": ["edit"]}}, "publishDiagnostics": {"dataSupport": true,
      "codeDescriptionSupport": true, "tagSupport": {"valueSet": [1, 2]}}}}
    """

  @Test func formattingAppliesTheSafeFixes() throws {
    let client = TestClient()
    client.open(Self.bad)
    let edits = client.request("textDocument/formatting", TestClient.document())?["result"]
    #expect(try applying(edits, to: Self.bad) == Self.safe)
    client.open(goodPosting)
    #expect(client.request("textDocument/formatting", TestClient.document())?["result"]?.items?.isEmpty == true)
  }

  @Test func aSaveMendsOnlyWhereTheUserAskedForIt() throws {
    let client = TestClient()
    client.open(Self.bad)
    let params = TestClient.document().dropLast() + #", "reason": 1}"#
    #expect(
      client.request("textDocument/willSaveWaitUntil", String(params))?["result"]?.items?.isEmpty == true)
    client.notify("workspace/didChangeConfiguration", #"{"settings": {"fixOnSave": true}}"#)
    let edits = client.request("textDocument/willSaveWaitUntil", String(params))?["result"]
    #expect(try applying(edits, to: Self.bad) == Self.safe)
  }

  private func action(_ client: TestClient, _ index: Int) throws -> JSONView {
    let params = """
      {"textDocument": {"uri": "\(TestClient.uri)"}, "range": \(TestClient.range(0, 0, 99, 0)),
       "context": {"diagnostics": []}}
      """
    let actions = try #require(client.request("textDocument/codeAction", params)?["result"]?.items)
    #expect(actions.allSatisfy { $0["edit"] == nil && $0["data"] != nil })
    return try #require(actions.indices.contains(index) ? actions[index] : nil)
  }

  @Test func editsComeWhenTheyAreAskedFor() throws {
    let client = TestClient(Self.lazy)
    client.open(Self.bad)
    let first = try action(client, 0)
    let text = String(decoding: first.source, as: UTF8.self)
    let done = try #require(client.request("codeAction/resolve", text)?["result"])
    #expect(done["title"]?.string == first["title"]?.string)
    let edits = done["edit"]?["documentChanges"]?.items?.first?["edits"]
    #expect(try applying(edits, to: Self.bad).contains("\nroles: Coach\n"))
    // The places of another text are not those of this one.
    client.notify(
      "textDocument/didChange", TestClient.changeParams([TestClient.change(0, 0, 0, 0, "\n")], version: 2))
    #expect(client.refusal("codeAction/resolve", text) == -32801)
    #expect(client.refusal("codeAction/resolve", #"{"title": "x"}"#) == -32602)
  }

  @Test func commandsFixAndExplain() throws {
    let client = TestClient(Self.lazy)
    client.open(Self.bad)
    for (name, expected) in [("fixAllSafe", Self.safe), ("fixAll", Self.safe.replacing("true#", with: "true"))] {
      let params = #"{"command": "posting-lint.\#(name)", "arguments": ["\#(TestClient.uri)"]}"#
      client.notifications = []
      #expect(client.request("workspace/executeCommand", params)?.has("result") == true)
      let sent = try #require(client.notifications.first { $0["method"]?.string == "workspace/applyEdit" })
      let edits = sent["params"]?["edit"]?["documentChanges"]?.items?.first?["edits"]
      #expect(try applying(edits, to: Self.bad) == expected)
    }
    let explain = #"{"command": "posting-lint.explainRule", "arguments": ["mojibake"]}"#
    #expect(client.request("workspace/executeCommand", explain)?["result"]?.string?.contains("garbled") == true)
    for broken in [#"{"command": "x", "arguments": ["a"]}"#, #"{"command": "posting-lint.fixAll"}"#, "{}"] {
      #expect(client.refusal("workspace/executeCommand", broken) == -32602)
    }
    let plain = TestClient()
    plain.open(Self.bad)
    let fix = #"{"command": "posting-lint.fixAll", "arguments": ["\#(TestClient.uri)"]}"#
    #expect(plain.refusal("workspace/executeCommand", fix) == -32803)
  }

  @Test func aDiagnosticCarriesWhatTheClientTakes() throws {
    let text = "---\nroles: Coach\nopen: true#\n# posting-lint-disable-next-line wrong-type\nstartup: a\n---\n"
    let client = TestClient(Self.lazy, more: #", "initializationOptions": {"rulePages": "https://a.example/r#"}"#)
    client.open(text)
    let found = try #require(client.published()?["diagnostics"]?.items)
    let useless = try #require(found.first { $0["code"]?.string == "useless-suppression" })
    #expect(useless["tags"]?.items?.map(\.integer) == [1])
    #expect(useless["codeDescription"]?["href"]?.string == "https://a.example/r#useless-suppression")
    let wrong = try #require(found.first { $0["code"]?.string == "wrong-type" })
    #expect(wrong["data"]?["applicability"]?.string == "unsafe")
    let plain = TestClient()
    plain.open(text)
    let bare = try #require(plain.published()?["diagnostics"]?.items)
    #expect(bare.allSatisfy { $0["tags"] == nil && $0["data"] == nil && $0["codeDescription"] == nil })
  }

  @Test func pagesOfRulesAreFilesThatGoWithTheServer() throws {
    let pages = try #require(RulePages())
    let uri = DocumentURI(Array(pages.address("mojibake", .fr).utf8))
    let path = try #require(uri.path)
    #expect(try String(decoding: FileReader.read(path), as: UTF8.self).contains("<title>mojibake</title>"))
    pages.remove()
    #expect(!FolderListing.exists(path) && !FolderListing.exists(path.folder))
  }

  // MARK: Clients

  private func actions(_ client: TestClient, _ diagnostics: String) throws -> [JSONView] {
    let params = """
      {"textDocument": {"uri": "\(TestClient.uri)"}, "range": \(TestClient.range(0, 0, 9, 0)),
       "context": {"diagnostics": \(diagnostics)}}
      """
    return try #require(client.request("textDocument/codeAction", params)?["result"]?.items)
  }

  @Test func aClientThatCarriesOutWhateverComesGetsTheSureFixAlone() throws {
    // Kate 22.12 sends the finding at the caret and applies all actions that come back.
    let client = TestClient("{}")
    client.open(Self.bad)
    let found = try #require(client.published()?["diagnostics"]?.items)
    for finding in found {
      let rule = try #require(finding["code"]?.string)
      let answer = try actions(client, "[\(String(decoding: finding.source, as: UTF8.self))]")
      #expect(answer.count == (rule == "wrong-type" ? 0 : 1), "\(rule)")
      #expect(answer.allSatisfy { $0["isPreferred"]?.boolean == true })
    }
    #expect(
      try actions(client, #"[{"code": "E501", "source": "other", "range": \#(TestClient.range(1, 0, 1, 3))}]"#).isEmpty)
    #expect(try actions(client, "[]").count > 2)
  }

  @Test func aClientThatCountsCodePointsGetsCodePoints() throws {
    // lsp-mode counts characters, whatever unit holds, and says no unit.
    for (name, expected) in [("emacs", 3), ("Neovim", 4)] {
      let client = TestClient("{}", more: #", "clientInfo": {"name": "\#(name)"}"#)
      client.open("---\nroles: Coach\n---\n\n🚀 abÃ®mé\n".replacing("🚀 ab", with: "🚀 "))
      let found = try #require(client.published()?["diagnostics"]?.items?.last)
      #expect(found["range"]?["start"]?["character"]?.integer == expected - 1)
    }
  }
}
