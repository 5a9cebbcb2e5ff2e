import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What a client shows beside the text: hover, definitions, symbols.
@Suite struct HelpTests {
  private static let markdown =
    #"{"textDocument": {"hover": {"contentFormat": ["markdown"]}, "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}"#

  private func ask(
    _ method: String, _ marked: String, _ client: TestClient = TestClient(), uri: String = TestClient.uri
  ) throws -> JSONView? {
    let place = MarkedText(marked)
    client.open(place.text, uri: uri)
    let answer = client.request(
      "textDocument/\(method)", TestClient.place(place.position.line, place.position.column, uri: uri))
    return answer?["result"]
  }

  private func hover(_ marked: String, _ client: TestClient = TestClient()) throws -> String? {
    try ask("hover", marked, client)?["contents"]?["value"]?.string
  }

  // MARK: Hover

  @Test func hoverSaysWhatAKeyMeansAndWhereThatHolds() throws {
    let result = try ask("hover", "---\nro‸les: Coach\n---\n")
    #expect(result?["contents"]?["value"]?.string?.contains("job title") == true)
    #expect(result?["contents"]?["kind"]?.string == "plaintext")
    #expect(result?["range"]?.source == Array(TestClient.range(1, 0, 1, 5).utf8.filter { $0 != 0x20 }))
  }

  @Test func hoverSaysWhichValuesAreAllowed() throws {
    for marked in ["---\ndom‸aines: [Produit]\n---\n", "---\ndomaines:\n  - Prod‸uit\n---\n"] {
      let text = try #require(try hover(marked, TestClient(Self.markdown)))
      #expect(text.contains("Values: `Animation`, `Attributaire`"), "\(text)")
    }
    #expect(try hover("---\nop‸en: true\n---\n")?.contains("true, false") == true)
    let french = try hover("---\nop‸en: true\n---\n", TestClient("{}", more: #", "locale": "fr-CA""#))
    #expect(french?.contains("Valeurs\u{A0}: true, false") == true)
  }

  @Test func hoverSaysWhereReadersDiffer() throws {
    let text = try #require(try hover("---\nreply: n‸o\n---\n"))
    #expect(text.hasPrefix("Jekyll reads false, Hugo 0.168 the text “no”."), "\(text)")
    #expect(try hover("---\ntitle: Co‸ach\n---\n")?.contains(" reads ") != true)
  }

  @Test func hoverSaysWhatAFindingMeans() throws {
    let text = try #require(try hover("---\nopen: fol‸se\n---\n", TestClient(Self.markdown)))
    #expect(text.contains("**wrong-type** — "))
    #expect(text.contains("# posting-lint-disable-next-line wrong-type"))
    // Where there is no key: in the text below.
    #expect(try hover("---\nopen: true\n---\nabÃ‸®mÃ©\n")?.contains("mojibake") == true)
  }

  @Test(arguments: [
    "---\nopen: true\n---\nTex‸te\n", "‸", "---\nx‸yz: 1\n# a\n---\n", "---\nopen: true\n‸\nroles: a\n---\n",
  ])
  func hoverIsSilentElsewhere(_ marked: String) throws {
    let text = try hover(marked)
    #expect(text == nil || text?.contains("unknown-key") == true || marked == "‸")
  }

  // MARK: Definition

  @Test func definitionOpensTheFileOfAnID() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/_startups/été.md", "---\n---\n")
    try folder.write("content/_authors/alix.martin.md", "---\n---\n")
    let uri = DocumentURI(path: folder.path("content/_jobs/2022-05-30-a.md")).text
    let product = try #require(try ask("definition", "---\nstartup: é‸té\n---\n", uri: uri)?.items?.first)
    #expect(product["uri"]?.string == DocumentURI(path: folder.path("content/_startups/été.md")).text)
    #expect(product["uri"]?.string?.contains("%C3%A9t%C3%A9.md") == true)
    #expect(product["range"]?["start"]?["line"]?.integer == 0)
    let link = TestClient(#"{"textDocument": {"definition": {"linkSupport": true}}}"#)
    let person = try ask("definition", "---\ncontacts:\n  - alix.‸martin\n---\n", link, uri: uri)?.items?.first
    #expect(person?["targetUri"]?.string == DocumentURI(path: folder.path("content/_authors/alix.martin.md")).text)
    #expect(person?["originSelectionRange"]?["start"]?["character"]?.integer == 4)
    for marked in ["---\nstartup: aut‸re\n---\n", "---\nro‸les: été\n---\n", "---\nstar‸tup: été\n---\n"] {
      #expect(try ask("definition", marked, uri: uri)?.items?.isEmpty != false, "\(marked)")
    }
  }

  @Test func definitionFollowsTheConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "references:\n  startups:\n    file: produits.txt\n")
    try folder.write("produits.txt", "# liste\natlas-2\n  atlas  \n")
    let uri = DocumentURI(path: folder.path("_jobs/2022-05-30-a.md")).text
    let found = try #require(try ask("definition", "---\nstartup: at‸las\n---\n", uri: uri)?.items?.first)
    #expect(found["uri"]?.string == DocumentURI(path: folder.path("produits.txt")).text)
    #expect(found["range"]?["start"]?["line"]?.integer == 2)
  }

  // MARK: Symbols

  @Test func symbolsAreTheKeys() throws {
    let text = "---\nroles: Coach 🚀\ndomaines:\n  - Produit\na: {b: 1}\n? \n---\n"
    let client = TestClient(Self.markdown)
    client.open(text)
    let document = #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#
    let nested = try #require(client.request("textDocument/documentSymbol", document)?["result"]?.items)
    #expect(nested.map { $0["name"]?.string } == ["roles", "domaines", "a"])
    #expect(nested[0]["selectionRange"]?["end"]?["character"]?.integer == 5)
    #expect(nested[0]["range"]?["end"]?["character"]?.integer == 15)
    #expect(nested[2]["children"]?.items?.map { $0["name"]?.string } == ["b"])
    let flat = TestClient()
    flat.open(text)
    let names = flat.request("textDocument/documentSymbol", document)?["result"]?.items
    #expect(names?.map { $0["name"]?.string } == ["roles", "domaines", "a", "b"])
    #expect(names?.last?["containerName"]?.string == "a")
  }
}
