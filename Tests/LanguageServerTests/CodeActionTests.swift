import PostingLint
import SourceText
import Testing

@testable import LanguageServer

/// What is offered to mend or silence findings.
@Suite struct CodeActionTests {
  private static let bad = """
    ---
    role: Coach
    open: true#
    startup: atlas
    domaines:
      - produit
    date: 28/06/2022
    ---

    Texte abÃ®mÃ© et [lien]( https://a.example).

    """

  private func actions(
    _ client: TestClient, only: String? = nil, _ range: String = TestClient.range(0, 0, 99, 0)
  ) throws -> [JSONView] {
    let context = #"{"diagnostics": []\#(only.map { #", "only": \#($0)"# } ?? "")}"#
    let params = #"{"textDocument": {"uri": "\#(TestClient.uri)"}, "range": \#(range), "context": \#(context)}"#
    return try #require(client.request("textDocument/codeAction", params)?["result"]?.items)
  }

  private func applying(_ action: JSONView, to text: String) throws -> String {
    let change = try #require(action["edit"]?["documentChanges"]?.items?.first)
    #expect(change["textDocument"]?["uri"]?.string == TestClient.uri)
    return try LanguageServerTests.applying(change["edits"], to: text)
  }

  private func rules(_ text: String) throws -> [String] {
    let client = TestClient()
    client.open(text)
    return TestClient.rules(try #require(client.published())["diagnostics"])
  }

  @Test func everyQuickFixMendsItsFinding() throws {
    let client = TestClient()
    client.open(Self.bad)
    let before = try rules(Self.bad)
    let fixes = try actions(client, only: #"["quickfix"]"#).filter { $0["title"]?.string?.contains("Disable") == false }
    #expect(fixes.count >= 5)
    for fix in fixes {
      let finding = try #require(fix["diagnostics"]?.items?.first?["code"]?.string)
      let after = try rules(try applying(fix, to: Self.bad))
      #expect(after.filter { $0 == finding }.count < before.filter { $0 == finding }.count, "\(finding)")
    }
    #expect(fixes.contains { $0["isPreferred"]?.boolean == true })
    #expect(fixes.contains { $0["isPreferred"] == nil }, "an unsafe fix is not preferred")
  }

  @Test(arguments: [bad, crlf, body])
  func aSilencedFindingIsSilent(_ text: String) throws {
    let client = TestClient()
    client.open(text)
    let before = try rules(text)
    let silencers = try actions(client, only: #"["quickfix"]"#).filter {
      $0["title"]?.string?.contains("Disable") == true
    }
    #expect(silencers.count >= 3)
    for action in silencers {
      let rule = try #require(action["diagnostics"]?.items?.first?["code"]?.string)
      let after = try rules(try applying(action, to: text))
      #expect(after.filter { $0 == rule }.count < before.filter { $0 == rule }.count, "\(rule)")
      #expect(!after.contains("useless-suppression"))
      #expect(after.filter { $0 != rule } == before.filter { $0 != rule }, "\(rule)")
    }
  }

  private static let crlf = "---\r\nrole: Coach\r\nopen: true#\r\ndate: 2022-02-30\r\n---\r\n"
  private static let body = """
    ---
    roles: Coach
    open: true
    startup: atlas
    domaines: [Coaching]
    description: |
      Un texte abÃ®mÃ©.
    ---

    Texte abÃ®mÃ© et [lien]( https://a.example).

    - Un Ã©lÃ©ment et [](https://a.example)

    """

  @Test func oneCommentALineAndRule() throws {
    let client = TestClient()
    client.open("---\nroles: Coach\nopen: true\nstartup: a\ndomaines: [Coaching]\n---\n\nAbÃ®mÃ©, abÃ®mÃ©, abÃ®mÃ©.\n")
    let titles = try actions(client).compactMap { $0["title"]?.string }.filter { $0.contains("Disable") }
    #expect(titles == ["Disable “mojibake” on this line"])
  }

  @Test func fixAllIsWhatTheCommandDoes() throws {
    for text in [Self.bad, Self.crlf, "\u{FEFF}" + Self.bad, Self.body] {
      let client = TestClient()
      client.open(text)
      let action = try actions(client, only: #"["source.fixAll"]"#).first
      var workspace = Workspace(LintOverrides(), systemDay: TestClient.today)
      let path = SourcePath("/nowhere/_jobs/2022-05-30-exemple.md")
      let source = Source(path: path, bytes: Array(text.utf8))
      let fixed = Fixer(try workspace.settings(for: path).linter(for: Document(source)), threshold: .safe).fix(source)
        .bytes
      let own = try action.map { try applying($0, to: text) } ?? text
      #expect(Array(own.utf8) == fixed)
      #expect(action?["kind"]?.string == (fixed == source.bytes ? nil : "source.fixAll"))
    }
  }

  @Test(arguments: [
    (#"["quickfix"]"#, ["quickfix"]), (#"["source"]"#, ["source.fixAll.posting-lint"]),
    (#"["source.fixAll"]"#, ["source.fixAll"]),
    (#"["source.fixAll.posting-lint"]"#, ["source.fixAll.posting-lint"]), (#"["source.fixAll.other"]"#, []),
    (#"["source.fix"]"#, []), (#"["refactor"]"#, []), (#"["quick"]"#, []),
    (#"["", "refactor"]"#, ["quickfix", "source.fixAll.posting-lint"]),
    ("null", ["quickfix", "source.fixAll.posting-lint"]),
  ])
  func onlyTheWantedKindsAreGiven(_ only: String, _ kinds: [String]) throws {
    let client = TestClient()
    client.open(Self.bad)
    #expect(Set(try actions(client, only: only).compactMap { $0["kind"]?.string }) == Set(kinds))
  }

  @Test func onlyFindingsAtThePlaceAreMended() throws {
    let client = TestClient()
    client.open(Self.bad)
    let here = try actions(client, only: #"["quickfix"]"#, TestClient.range(2, 1, 2, 1))
    #expect(Set(here.compactMap { $0["diagnostics"]?.items?.first?["code"]?.string }) == ["wrong-type"])
    #expect(try actions(client, only: #"["quickfix"]"#, TestClient.range(8, 0, 8, 0)).isEmpty)
  }

  @Test func aClientWithoutVersionsGetsPlainChanges() throws {
    let client = TestClient("{}")
    client.open(Self.bad)
    let fixAll = try #require(try actions(client, only: #"["source"]"#).first)
    let edits = fixAll["edit"]?["changes"]?[TestClient.uri]
    #expect(try LanguageServerTests.applying(edits, to: Self.bad).contains("Texte abîmé"))
  }
}
