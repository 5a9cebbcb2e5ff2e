import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What an id leads to, and where it is named.
@Suite struct RenameTests {
  private static let capabilities =
    #"{"workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"]}}}"#
  private static let posting = "---\nroles: Coach\nopen: true\nstartup: atlas\ncontacts: [alix.martin]\n---\n"

  private let folder: TemporaryFolder
  private let client: TestClient

  init() throws {
    folder = try TemporaryFolder()
    for name in ["atlas", "phare"] { try folder.write("content/_startups/\(name).md", "---\ntitle: x\n---\n") }
    try folder.write("content/_authors/alix.martin.md", "---\n---\n")
    try folder.write("content/_jobs/2022-05-30-a.md", "---\nstartup: other\n---\n")
    try folder.write("content/_jobs/2022-05-31-b.md", "---\nstartup: \"atlas\" # é\ntitle: atlas\n---\natlas\n")
    try folder.write("content/_jobs/2022-06-01-c.md", "---\nstartup: phare\n---\natlas\n")
    let root = #"{"uri": \#(TestClient.quoted(DocumentURI(path: folder.path("")).text)), "name": "x"}"#
    client = TestClient(Self.capabilities, more: #", "workspaceFolders": [\#(root)]"#)
    // The open text counts, not the file.
    client.open(Self.posting, uri: uri("content/_jobs/2022-05-30-a.md"))
  }

  private func uri(_ name: String) -> String { DocumentURI(path: folder.path(name)).text }
  private func place(_ line: Int, _ column: Int) -> String {
    TestClient.place(line, column, uri: uri("content/_jobs/2022-05-30-a.md"))
  }
  private func rename(_ line: Int, _ column: Int, _ name: String) -> JSONView? {
    client.request(
      "textDocument/rename", place(line, column).dropLast() + #", "newName": \#(TestClient.quoted(name))}"#)
  }

  @Test func referencesAreTheFilesThatNameTheID() throws {
    let params = place(3, 10).dropLast() + #", "context": {"includeDeclaration": true}}"#
    let found = try #require(client.request("textDocument/references", String(params))?["result"]?.items)
    #expect(
      found.map { $0["uri"]?.string } == [
        uri("content/_startups/atlas.md"), uri("content/_jobs/2022-05-30-a.md"), uri("content/_jobs/2022-05-31-b.md"),
      ])
    #expect(found.last?["range"]?["start"]?["character"]?.integer == 10)
  }

  @Test func oneEditRenamesTheFileAndAllThatNameIt() throws {
    let changes = try #require(rename(3, 10, "boussole")?["result"]?["documentChanges"]?.items)
    #expect(changes.count == 3)
    #expect(try applying(changes[0]["edits"], to: Self.posting).contains("startup: boussole\n"))
    let other = "---\nstartup: \"atlas\" # é\ntitle: atlas\n---\natlas\n"
    #expect(
      try applying(changes[1]["edits"], to: other) == "---\nstartup: \"boussole\" # é\ntitle: atlas\n---\natlas\n")
    #expect(changes[2]["oldUri"]?.string == uri("content/_startups/atlas.md"))
    #expect(changes[2]["newUri"]?.string == uri("content/_startups/boussole.md"))
    // A name that YAML would read otherwise is put between quotes.
    let quoted = try #require(rename(3, 10, "no")?["result"]?["documentChanges"]?.items?.first)
    #expect(try applying(quoted["edits"], to: Self.posting).contains("startup: \"no\"\n"))
  }

  @Test(arguments: ["phare", "a/b", "", "..", ".x", " a", "a\\b", "a\nb"])
  func aNameThatCannotBeIsRefused(_ name: String) {
    let answer = rename(3, 10, name)
    #expect(answer?["error"]?["code"]?.integer == -32803, "\(name)")
    #expect(answer?["error"]?["message"]?.string?.isEmpty == false)
  }

  @Test func onlyIDsCanBeRenamed() throws {
    #expect(client.request("textDocument/prepareRename", place(1, 8))?["result"] == nil)
    #expect(rename(1, 8, "x")?["error"]?["code"]?.integer == -32803)
    let prepared = try #require(client.request("textDocument/prepareRename", place(4, 14))?["result"])
    #expect(prepared["placeholder"]?.string == "alix.martin")
    #expect(prepared["range"]?["start"]?["character"]?.integer == 11)
  }

  @Test func aClientThatRenamesNoFilesIsToldSo() throws {
    let plain = TestClient()
    plain.open(Self.posting, uri: uri("content/_jobs/2022-05-30-a.md"))
    let params = place(3, 10).dropLast() + #", "newName": "boussole"}"#
    #expect(plain.refusal("textDocument/rename", String(params)) == -32803)
  }

  @Test func neovimRenamesFilesWithoutSayingThatItKnowsVersions() throws {
    let neovim = TestClient(
      #"{"workspace": {"workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]}}}"#)
    neovim.open(Self.posting, uri: uri("content/_jobs/2022-05-30-a.md"))
    let params = place(3, 10).dropLast() + #", "newName": "boussole"}"#
    let changes = try #require(
      neovim.request("textDocument/rename", String(params))?["result"]?["documentChanges"]?.items)
    #expect(changes.last?["kind"]?.string == "rename")
  }

  @Test func aLineOfAListIsRenamed() throws {
    try folder.write(".posting-lint.yml", "references:\n  startups:\n    file: produits.txt\n")
    try folder.write("produits.txt", "# liste\n  atlas\nphare\n")
    client.notify("workspace/didChangeWatchedFiles", "{}")
    let changes = try #require(rename(3, 10, "boussole")?["result"]?["documentChanges"]?.items)
    let list = try #require(changes.last)
    #expect(list["textDocument"]?["uri"]?.string == uri("produits.txt"))
    #expect(try applying(list["edits"], to: "# liste\n  atlas\nphare\n") == "# liste\n  boussole\nphare\n")
    #expect(rename(3, 10, "phare")?["error"] != nil)
  }

  // MARK: Links

  @Test func linksLeadToFilesAndAddresses() throws {
    let name = uri("content/_jobs/2022-05-30-a.md")
    try folder.write("content/_jobs/plan.pdf", "x")
    let text = """
      ---
      startup: atlas
      externalURL: https://exemple.fr/é
      ---
      [un](https://a.example/b?c=d&amp;e) [deux](plan.pdf) [trois](rien.pdf) [quatre]({{ lien }}) <rh@exemple.fr>
      [cinq](mailto:rh@exemple.fr) https://nu.example
      """
    client.open(text, uri: name, version: 2)
    let links = try #require(client.request("textDocument/documentLink", TestClient.document(name))?["result"]?.items)
    #expect(
      links.compactMap { $0["target"]?.string } == [
        uri("content/_startups/atlas.md"), "https://exemple.fr/%C3%A9", "https://a.example/b?c=d&e",
        uri("content/_jobs/plan.pdf"), "mailto:rh@exemple.fr", "https://nu.example",
      ])
  }
}
