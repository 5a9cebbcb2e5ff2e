import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What is offered while somebody types.
@Suite struct CompletionTests {
  private static let capabilities = #"{"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}}"#

  /// The items at the mark, in the order that the client shows them in.
  private func items(_ marked: String, _ client: TestClient = TestClient(), uri: String = TestClient.uri) throws
    -> [JSONView]
  {
    let place = MarkedText(marked)
    client.open(place.text, uri: uri)
    let answer = client.request(
      "textDocument/completion", TestClient.place(place.position.line, place.position.column, uri: uri))
    let items = try #require(answer?["result"]?.items)
    return items.sorted { ($0["sortText"]?.utf8 ?? []).lexicographicallyPrecedes($1["sortText"]?.utf8 ?? []) }
  }

  private func labels(_ marked: String) throws -> [String] { try items(marked).compactMap { $0["label"]?.string } }

  /// The text after the item with a label was chosen.
  private func choosing(_ label: String, in marked: String, _ client: TestClient = TestClient()) throws -> String {
    let item = try #require(try items(marked, client).first { $0["label"]?.string == label }, "\(label)")
    return try applying("[\(String(decoding: try #require(item["textEdit"]).source, as: UTF8.self))]", to: marked)
  }

  private func applying(_ edits: String, to marked: String) throws -> String {
    try LanguageServerTests.applying(JSONView(Array(edits.utf8)), to: MarkedText(marked).text)
  }

  @Test func keysThatAreNotThereYetRequiredOnesFirst() throws {
    let found = try labels("---\nopen: true\n‸\ndate: 2022-05-30\n---\n")
    #expect(found.prefix(3) == ["roles", "startup", "domaines"])
    #expect(found.contains("contacts"))
    #expect(!found.contains("open") && !found.contains("date"))
    #expect(try choosing("roles", in: "---\nro‸\n---\n") == "---\nroles: \n---\n")
    #expect(try choosing("roles", in: "---\nro‸: x\n---\n") == "---\nroles: x\n---\n")
  }

  @Test func aKeyIsRequiredWhereTheOthersMakeItSo() throws {
    func required(_ marked: String) throws -> Set<String> {
      Set(try items(marked).filter { $0["detail"]?.string == "required" }.compactMap { $0["label"]?.string })
    }
    #expect(try required("---\n‸\n---\n") == ["roles", "open", "startup", "domaines"])
    #expect(try required("---\ntype: friend\n‸\n---\n") == ["roles", "open", "friend", "domaines"])
    #expect(try required("---\nfriend: a\n‸\n---\n") == ["roles", "open", "type", "domaines"])
  }

  @Test(arguments: [
    "---\nopen: ‸\n---\n", "---\nopen: t‸\n---\n", "---\r\nopen: ‸\r\n---\r\n", "---\nopen: ‸",
    "\u{FEFF}---\nopen: ‸\n---\n",
  ])
  func truthValues(_ marked: String) throws {
    #expect(try labels(marked) == ["true", "false"])
  }

  @Test(arguments: [
    "---\ndomaines:\n  - ‸\n---\n", "---\ndomaines:\n- ‸\n---\n", "---\ndomaines:\n  - Produit\n  - D‸\n---\n",
    "---\ndomaines: [‸]\n---\n", "---\ndomaines: [Produit, ‸]\n---\n", "---\ndomaines: [Produit, D‸\n---\n",
    "---\ndomaines: [\n  ‸\n]\n---\n", "---\ndomaines: [\n  Produit,\n  \"‸\n]\n---\n",
    "---\ndomaines: [Produit,\n  ‸\n---\n",
  ])
  func itemsOfLists(_ marked: String) throws {
    let found = try labels(marked)
    #expect(found.contains("Développement") && found.contains("Produit"))
    #expect(!found.contains("roles"))
  }

  @Test func anItemReplacesWhatIsTyped() throws {
    #expect(
      try choosing("Développement", in: "---\ndomaines: [Produit, Dé‸]\n---\n")
        == "---\ndomaines: [Produit, Développement]\n---\n")
    #expect(try choosing("Data", in: "---\ndomaines:\n  - \"D‸\"\n---\n") == "---\ndomaines:\n  - \"Data\"\n---\n")
    #expect(
      try choosing("Data", in: "---\ntitle: 🚀\ndomaines: [\n  Produit, ‸\n]\n---\n")
        == "---\ntitle: 🚀\ndomaines: [\n  Produit, Data\n]\n---\n")
  }

  @Test func usualWordsOfATextAreOffered() throws {
    #expect(try labels("---\ncontrat: ‸\n---\n").contains("indépendant"))
    #expect(try labels("---\ncontrat:\n  - ‸\n---\n").contains("CDD"))
  }

  @Test(arguments: ["date", "depublication_date", "poste_ferme"])
  func todayForDates(_ key: String) throws {
    let found = try items("---\n\(key): ‸\n---\n")
    #expect(found.map { $0["label"]?.string } == ["2022-07-01"])
    #expect(found.first?["detail"]?.string == "today")
  }

  @Test(arguments: [
    "---\nroles: a\n---\n‸", "---\nopen: true # ‸\n---\n", "# ‸", "Texte ‸\n", "---\nroles: a\n--‸-\n",
    "---\ntitle: ‸\n---\n",
  ])
  func nothingWhereNothingIsKnown(_ marked: String) throws {
    #expect(try labels(marked).isEmpty)
  }

  @Test(arguments: ["‸", "--‸", "---‸\n", "\n‸\n\n"])
  func aFormForAnEmptyFile(_ marked: String) throws {
    let edited = try choosing("front matter to fill in", in: marked)
    #expect(edited.contains("---\nroles: \nopen: true\nstartup: \ndomaines:\n  - \n---\n"))
    let client = TestClient(Self.capabilities)
    let item = try #require(try items(marked, client).first)
    #expect(item["insertTextFormat"]?.integer == 2)
    let wanted = "roles: ${1:Développeuse ou développeur web}\nopen: ${2:true}\n"
    #expect(item["textEdit"]?["newText"]?.string?.contains(wanted) == true)
  }

  @Test func idsOfTheFoldersBesideThePosting() throws {
    let folder = try TemporaryFolder()
    for name in ["atlas", "phare", "no", "c, d"] { try folder.write("content/_startups/\(name).md", "---\n---\n") }
    for name in ["alix.martin", "noor.petit"] { try folder.write("content/_authors/\(name).md", "---\n---\n") }
    let uri = DocumentURI(path: folder.path("content/_jobs/2022-05-30-a.md")).text
    let found = try items("---\nstartup: ‸\n---\n", uri: uri)
    #expect(found.map { $0["label"]?.string } == ["atlas", "c, d", "no", "phare"])
    #expect(found.map { $0["textEdit"]?["newText"]?.string } == ["atlas", "\"c, d\"", "\"no\"", "phare"])
    #expect(found.first?["detail"]?.string == "content/_startups")
    for marked in ["---\ncontacts: ‸\n---\n", "---\ncontacts:\n  - ‸\n---\n", "---\ncontacts: [alix.martin, ‸]\n---\n"]
    {
      #expect(try items(marked, uri: uri).map { $0["label"]?.string } == ["alix.martin", "noor.petit"], "\(marked)")
    }
  }

  @Test func helpComesInTheFormAndLanguageThatTheClientTakes() throws {
    let markdown =
      #"{"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}}}}"#
    let english = try #require(try items("---\n‸\n---\n", TestClient(markdown)).first)
    #expect(english["documentation"]?["kind"]?.string == "markdown")
    #expect(english["documentation"]?["value"]?.string?.contains("**roles** — The job title") == true)
    let french = try #require(try items("---\n‸\n---\n", TestClient("{}", more: #", "locale": "fr""#)).first)
    #expect(french["detail"]?.string == "obligatoire")
    #expect(french["documentation"]?["kind"]?.string == "plaintext")
    #expect(french["documentation"]?["value"]?.string?.contains("roles — L’intitulé") == true)
  }

  @Test(arguments: [
    ("+++\nopen = true\nro‸\n+++\n", "roles", "+++\nopen = true\nroles = \n+++\n"),
    ("+++\nopen = ‸\n+++\n", "true", "+++\nopen = true\n+++\n"),
    ("+++\ndomaines = [\"Data\", ‸]\n+++\n", "Produit", "+++\ndomaines = [\"Data\", \"Produit\"]\n+++\n"),
    ("+++\ndomaines = [\n  \"Pro‸\"\n]\n+++\n", "Produit", "+++\ndomaines = [\n  \"Produit\"\n]\n+++\n"),
    ("+++\ndate = ‸\n+++\n", "2022-07-01", "+++\ndate = 2022-07-01\n+++\n"),
    ("{\n  \"open\": true,\n  \"ro‸\"\n}\n", "roles", "{\n  \"open\": true,\n  \"roles\": \n}\n"),
    ("{\"open\":‸}\n", "true", "{\"open\": true}\n"),
    ("{\"domaines\": [\"Data\", ‸]}\n", "Produit", "{\"domaines\": [\"Data\", \"Produit\"]}\n"),
    ("{\"date\": ‸}\n", "2022-07-01", "{\"date\": \"2022-07-01\"}\n"),
    // Right behind the colon a blank is missing.
    ("---\nopen:‸\n---\n", "true", "---\nopen: true\n---\n"),
    ("---\ndomaines:\n  -‸\n---\n", "roles", ""),
  ])
  func everySyntaxIsWrittenItsOwnWay(_ marked: String, _ label: String, _ expected: String) throws {
    guard !expected.isEmpty else {
      #expect(try !labels(marked).contains(label))
      return
    }
    #expect(try choosing(label, in: marked) == expected)
  }

  @Test func keysThatAreThereAreNotOfferedInAnySyntax() throws {
    for marked in ["+++\n‸\nopen = true\n[x]\nroles = 1\n+++\n", "{\"x\": {\"roles\": 1}, \"‸\", \"open\": true}\n"] {
      let found = try labels(marked)
      #expect(found.contains("roles") && !found.contains("open"), "\(marked)")
    }
    for marked in ["+++\n# ‸\n+++\n", "+++\na = \"\"\"\n‸\n\"\"\"\n+++\n", "{\"open\": true ‸}\n", "+++\n+++\n‸"] {
      #expect(try labels(marked).isEmpty, "\(marked)")
    }
  }

  @Test func everyItemSaysWhatItIsComparedTo() throws {
    // Neovim 0.11 would compare what is written, so that `tit` finds `type: `.
    for marked in ["---\n‸\n---\n", "---\nopen: ‸\n---\n", "+++\nopen = ‸\n+++\n", "‸"] {
      #expect(try items(marked).allSatisfy { $0["filterText"]?.string?.isEmpty == false })
    }
    #expect(try items("---\nro‸\n---\n").first { $0["label"]?.string == "roles" }?["filterText"]?.string == "roles")
  }

  @Test func aLabelComesWithItsMeaningInTheWritersLanguage() throws {
    let details = #"{"textDocument": {"completion": {"completionItem": {"labelDetailsSupport": true}}}}"#
    let french = try items("---\n‸\n---\n", TestClient(details, more: #", "locale": "fr""#))
    let roles = try #require(french.first { $0["label"]?.string == "roles" })
    #expect(roles["labelDetails"]?["description"]?.string?.hasPrefix("L’intitulé du poste") == true)
    #expect(try items("---\n‸\n---\n").allSatisfy { $0["labelDetails"] == nil })
  }
}
