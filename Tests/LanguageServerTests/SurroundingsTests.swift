import SourceText
import TestSupport
import Testing

@testable import LanguageServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files beside a document, which may change while it is open.
@Suite struct SurroundingsTests {
  private static let text = "---\nroles: Coach\nopen: true\nstartup: phare\ndomaines: [Coaching]\nxyz: 1\n---\n"
  private static let watching = #"{"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}}"#
  private static let configurations = ["**/.posting-lint.json", "**/.posting-lint.toml", "**/.posting-lint.yml"]

  private func rules(_ client: TestClient, _ uri: String) throws -> [String] {
    TestClient.rules(try #require(client.published(uri))["diagnostics"])
  }

  @Test func settingsAndListsAreReadAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/_startups/atlas.md", "---\n---\n")
    let uri = DocumentURI(path: folder.path("content/_jobs/2022-05-30-a.md")).text
    let client = TestClient()
    client.open(Self.text, uri: uri)
    #expect(try rules(client, uri) == ["unknown-reference", "unknown-key"])
    try folder.write("content/_startups/phare.md", "---\n---\n")
    client.notify("workspace/didChangeWatchedFiles", #"{"changes": []}"#)
    #expect(try rules(client, uri) == ["unknown-key"])
    try folder.write(".posting-lint.yml", "rules:\n  unknown-key: off\n")
    client.notify("textDocument/didSave", #"{"textDocument": {"uri": "\#(uri)"}}"#)
    #expect(try rules(client, uri) == [])
    try folder.write(".posting-lint.yml", "exclude: [content/**]\nrules: {unknown-key: error}\n")
    client.notify("workspace/didChangeConfiguration", #"{"settings": null}"#)
    #expect(try rules(client, uri) == [])
    try folder.write(".posting-lint.yml", "language: fr\n")
    client.notify("workspace/didChangeWatchedFiles", "null")
    let items = client.published(uri)?["diagnostics"]?.items
    #expect(items?.first?["message"]?.string?.contains("n’existe pas") == true)
  }

  @Test func aBrokenConfigurationIsToldOnceAndNothingElseStops() throws {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "rules:\n  unknown-kee: off\n")
    let uri = DocumentURI(path: folder.path("2022-05-30-a.md")).text
    let client = TestClient()
    client.open(Self.text, uri: uri)
    let told = client.notifications.filter { $0["method"]?.string == "window/showMessage" }
    #expect(told.count == 1)
    #expect(told.first?["params"]?["message"]?.string?.contains(".posting-lint.yml:2:3: error: ") == true)
    #expect(try rules(client, uri) == ["unknown-key"])
    client.notify(
      "textDocument/didChange",
      TestClient.changeParams([TestClient.change(1, 0, 1, 0, "#")], version: 2, uri: uri))
    #expect(!client.notifications.contains { $0["method"]?.string == "window/showMessage" })
  }

  /// A site that gets a generator is read by that from then on, without a new start.
  @Test func theFilesThatTellTheReadersAreLookedAtAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write(".git/HEAD", "")
    let uri = DocumentURI(path: folder.path("content/page.md")).text
    let client = TestClient()
    client.open("---\ntitle: yes\n---\n", uri: uri)
    #expect(try rules(client, uri) == ["ambiguous-scalar"])
    try folder.write("hugo.toml", "")
    client.notify("workspace/didChangeWatchedFiles", #"{"changes": []}"#)
    #expect(try rules(client, uri) == [])
    // Without a watcher it is looked for, not more often than twice a second.
    try folder.write("_config.yml", "")
    usleep(600_000)
    client.notify("textDocument/didSave", #"{"textDocument": {"uri": "\#(uri)"}}"#)
    #expect(try rules(client, uri) == ["ambiguous-scalar"])
  }

  @Test func theClientWatchesWhatSettingsName() throws {
    let folder = try TemporaryFolder()
    let root = DocumentURI(path: folder.path("")).text
    let client = TestClient(Self.watching, more: #", "rootUri": "\#(root)""#)
    let patterns = watched(client)
    #expect(patterns.dropLast() == Self.configurations + ["**/content/_authors/*", "**/content/_startups/*"])
    #expect(patterns.last?.hasPrefix("**/{.eleventy.js,") == true && patterns.last?.contains(",hugo.toml,") == true)
    try folder.write("gens.txt", "a\n")
    try folder.write(
      ".posting-lint.yml", "references:\n  authors:\n    file: gens.txt\n  startups:\n    folder: ./produits\n")
    client.notify("workspace/didChangeWatchedFiles", "{}")
    #expect(client.notifications.first?["method"]?.string == "client/unregisterCapability")
    #expect(watched(client).contains("**/gens.txt"))
    client.notify("workspace/didChangeWatchedFiles", "{}")
    #expect(client.notifications.isEmpty)
    // Without a folder there is nothing to watch.
    #expect(watched(TestClient(Self.watching)).isEmpty)
  }

  private func watched(_ client: TestClient) -> [String] {
    let request = client.notifications.first { $0["method"]?.string == "client/registerCapability" }
    let registration = request?["params"]?["registrations"]?.items?.first
    client.notifications = []
    return registration?["registerOptions"]?["watchers"]?.items?.compactMap { $0["globPattern"]?.string } ?? []
  }
}
