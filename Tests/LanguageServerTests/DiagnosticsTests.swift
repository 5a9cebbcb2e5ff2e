import PostingLint
import SourceText
import Testing

@testable import LanguageServer

/// Which diagnostics a client gets, and when.
@Suite struct DiagnosticsTests {
  private static let bad = "---\nroles: \"🚀🚀 Chef\"\nopen: folse\nopen: true\nstartup: a\ndomaines: [Produit]\n---\n"

  @Test func openingPublishesWithTheVersion() throws {
    let client = TestClient()
    client.open(Self.bad, version: 7)
    let params = try #require(client.published())
    #expect(params["version"]?.integer == 7)
    let items = try #require(params["diagnostics"]?.items)
    #expect(TestClient.rules(params["diagnostics"]).contains("duplicate-key"))
    #expect(items.allSatisfy { $0["source"]?.string == "posting-lint" && $0["severity"]?.integer != nil })
  }

  /// A damaged file has thousands of findings: a thousand are shown, the rest is counted, and the fix for all mends all.
  @Test(arguments: ["", String(repeating: "et long ", count: 8)])
  func ofVeryManyFindingsAThousandAreShown(more: String) throws {
    let client = TestClient()
    let text = "---\nroles: Coach\n---\n" + String(repeating: "Un texte abÃ®mé \(more).\n", count: 1050)
    client.open(text)
    let items = try #require(client.published(TestClient.uri)?["diagnostics"]?.items)
    #expect(items.count == 1001)
    #expect(items.last?["message"]?.string?.hasSuffix("more findings are not shown: mend the others first") == true)
    let edits = client.request("textDocument/formatting", TestClient.document())?["result"]
    #expect(try applying(edits, to: text) == text.replacing("abÃ®mé", with: "abîmé"))
  }

  @Test func closingClears() throws {
    let client = TestClient()
    client.open(Self.bad)
    client.notify("textDocument/didClose", #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#)
    #expect(client.published()?["diagnostics"]?.items?.isEmpty == true)
  }

  @Test func aClientThatPullsIsNotPushedTo() throws {
    let client = TestClient(TestClient.pulling)
    client.open(Self.bad)
    #expect(client.notifications.isEmpty)
    let document = #""textDocument": {"uri": "\#(TestClient.uri)"}"#
    let first = try #require(client.request("textDocument/diagnostic", "{\(document)}")?["result"])
    #expect(first["kind"]?.string == "full")
    #expect(TestClient.rules(first["items"]).contains("duplicate-key"))
    let known = try #require(first["resultId"]?.string)
    let again = client.request("textDocument/diagnostic", #"{\#(document), "previousResultId": "\#(known)"}"#)
    #expect(again?["result"]?["kind"]?.string == "unchanged")
    client.notify("workspace/didChangeWatchedFiles", "{}")
    #expect(client.notifications.map { $0["method"]?.string } == ["workspace/diagnostic/refresh"])
    let after = client.request("textDocument/diagnostic", #"{\#(document), "previousResultId": "\#(known)"}"#)
    #expect(after?["result"]?["kind"]?.string == "full")
  }

  @Test func onlyTheSettledTextIsPublished() throws {
    let client = TestClient()
    client.open(goodPosting)
    #expect(client.published()?["diagnostics"]?.items?.isEmpty == true)
    let messages = (2...201).map { version in
      TestClient.notification(
        "textDocument/didChange",
        TestClient.changeParams([TestClient.change(1, 7, 1, 7, "x")], version: version))
    }
    #expect(client.send(messages).isEmpty)
    #expect(client.notifications.count == 1)
    #expect(client.published()?["version"]?.integer == 201)
  }

  @Test func readmesWithoutFrontMatterAndOtherLanguagesAreLeftAlone() throws {
    let client = TestClient()
    client.open("# Read me\n", uri: "file:///nowhere/README.md")
    #expect(client.published("file:///nowhere/README.md")?["diagnostics"]?.items?.isEmpty == true)
    client.open("# A page\n", uri: "file:///nowhere/_jobs/2022-05-30-page.md")
    #expect(
      TestClient.rules(client.published("file:///nowhere/_jobs/2022-05-30-page.md")?["diagnostics"]) == [
        "missing-front-matter"
      ])
    let script = #"{"textDocument": {"uri": "file:///a.sh", "languageId": "shellscript", "version": 1, "text": "x"}}"#
    client.notify("textDocument/didOpen", script)
    #expect(client.published("file:///a.sh")?["diagnostics"]?.items?.isEmpty == true)
  }

  @Test func aBufferWithoutAFileIsNotAskedForADateInItsName() throws {
    let client = TestClient()
    client.open(goodPosting, uri: "untitled:Untitled-1")
    #expect(client.published("untitled:Untitled-1")?["diagnostics"]?.items?.isEmpty == true)
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func columnsAreInTheUnitThatWasAgreed(_ encoding: String) throws {
    let client = TestClient(#"{"general": {"positionEncodings": ["\#(encoding)"]}}"#)
    client.open("---\nroles: {a: \"🚀é\", b: 1, b: 2}\nopen: true\n---\n")
    let items = try #require(client.published()?["diagnostics"]?.items)
    let duplicate = try #require(items.first { $0["code"]?.string == "duplicate-key" })
    let column = ["utf-8": 21, "utf-16": 18, "utf-32": 17][encoding]
    #expect(duplicate["range"]?["start"]?["character"]?.integer == column)
  }
}
