import PostingLint
import SourceText
import Testing

@testable import LanguageServer

/// What a client shows beside the text: hover, completion, symbols.
@Suite struct HelpTests {
  private static let text = "---\nroles: Coach\nopen: folse\ndomaines:\n  - \n\n---\nTexte.\n"

  private func at(_ line: Int, _ character: Int) -> String {
    """
    {"textDocument": {"uri": "\(TestClient.uri)"}, "position": {"line": \(line), "character": \(character)}}
    """
  }

  @Test func hoverSaysWhatAKeyMeans() throws {
    let client = TestClient()
    client.open(Self.text)
    let result = client.request("textDocument/hover", at(1, 2))?["result"]
    #expect(result?["contents"]?["value"]?.string?.contains("title of the post") == true)
    #expect(result?["range"]?["end"]?["character"]?.integer == 5)
  }

  @Test func hoverSaysWhatAFindingMeans() throws {
    let client = TestClient()
    client.open(Self.text)
    let result = client.request("textDocument/hover", at(2, 8))?["result"]
    #expect(result?["contents"]?["value"]?.string?.contains("wrong-type") == true)
  }

  @Test func completionOffersKeysThatAreNotThere() throws {
    let client = TestClient()
    client.open(Self.text)
    let result = client.request("textDocument/completion", at(5, 0))?["result"]
    let labels = Set((result?.items ?? result?["items"]?.items ?? []).compactMap { $0["label"]?.string })
    #expect(labels.contains("startup"))
    #expect(labels.isDisjoint(with: ["roles", "open", "domaines"]))
  }

  @Test func completionOffersTheValuesOfAList() throws {
    let client = TestClient()
    client.open(Self.text)
    let result = client.request("textDocument/completion", at(4, 4))?["result"]
    let labels = Set((result?.items ?? result?["items"]?.items ?? []).compactMap { $0["label"]?.string })
    #expect(labels.isSuperset(of: ["Coaching", "Produit"]))
  }

  @Test func symbolsAreTheKeys() throws {
    let client = TestClient()
    client.open(Self.text)
    let result = client.request("textDocument/documentSymbol", #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#)
    #expect(result?["result"]?.items?.compactMap { $0["name"]?.string }.prefix(3) == ["roles", "open", "domaines"])
  }
}
