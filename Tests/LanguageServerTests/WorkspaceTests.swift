import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// Several folders, each with its own settings, and all their files.
@Suite struct WorkspaceTests {
  private static let bad = "---\nroles: Coach\nopen: oui\nstartup: a\ndomaines: [Coaching]\nxyz: 1\n---\n"
  private static let good = "---\nroles: Coach\nopen: true\nstartup: a\ndomaines: [Coaching]\n---\n"

  /// A site with two postings, one of them bad, and an excluded page.
  private func site(_ settings: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(".posting-lint.yml", "exclude: [content/_pages/**]\n" + settings)
    try folder.write("content/_jobs/2022-05-30-a.md", Self.bad)
    try folder.write("content/_jobs/2022-05-31-b.md", Self.good)
    try folder.write("content/_pages/contact.md", "---\nxyz: [\n---\n")
    return folder
  }

  private func uri(_ folder: TemporaryFolder, _ name: String) -> String { DocumentURI(path: folder.path(name)).text }

  private func folders(_ folders: [TemporaryFolder]) -> String {
    let list = folders.map { #"{"uri": \#(TestClient.quoted(uri($0, ""))), "name": "x"}"# }
    return #", "workspaceFolders": [\#(list.joined(separator: ","))]"#
  }

  private func reports(_ client: TestClient, _ params: String) throws -> [String: JSONView] {
    let items = try #require(client.request("workspace/diagnostic", params)?["result"]?["items"]?.items)
    return Dictionary(items.map { ($0["uri"]?.string ?? "", $0) }) { first, _ in first }
  }

  @Test func everyFileOfEveryFolderIsReportedOnce() throws {
    let (one, two) = (try site(), try site("language: fr\n"))
    let client = TestClient(TestClient.pulling, more: folders([one, two]))
    let all = try reports(client, #"{"previousResultIds": []}"#)
    #expect(
      Set(all.keys)
        == Set(
          [one, two].flatMap { folder in
            ["content/_jobs/2022-05-30-a.md", "content/_jobs/2022-05-31-b.md"].map { uri(folder, $0) }
          }))
    let (first, second) = (
      all[uri(one, "content/_jobs/2022-05-30-a.md")], all[uri(two, "content/_jobs/2022-05-30-a.md")]
    )
    #expect(TestClient.rules(first?["items"]) == ["wrong-type", "unknown-key"])
    #expect(first?["items"]?.items?.last?["message"]?.string?.contains("no key") == true)
    #expect(second?["items"]?.items?.last?["message"]?.string?.contains("n’existe pas") == true)
    // What did not change is not sent again; what is gone has no findings any more.
    try one.write("content/_jobs/2022-05-30-a.md", Self.good)
    let previous = all.compactMap { uri, report in
      report["resultId"]?.string.map { #"{"uri": \#(TestClient.quoted(uri)), "value": "\#($0)"}"# }
    }
    let gone = #"{"uri": "\#(uri(one, "content/_jobs/gone.md"))", "value": "x"}"#
    let again = try reports(client, #"{"previousResultIds": [\#((previous + [gone]).joined(separator: ","))]}"#)
    #expect(again[uri(two, "content/_jobs/2022-05-30-a.md")]?["kind"]?.string == "unchanged")
    #expect(again[uri(one, "content/_jobs/2022-05-30-a.md")]?["items"]?.items?.isEmpty == true)
    #expect(again[uri(one, "content/_jobs/gone.md")]?["items"]?.items?.isEmpty == true)
  }

  @Test func anOpenTextIsReportedAsTheClientHasIt() throws {
    let folder = try site()
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    let client = TestClient(TestClient.pulling, more: folders([folder]))
    client.open(Self.good, uri: name, version: 7)
    let report = try reports(client, #"{"previousResultIds": []}"#)[name]
    #expect(report?["items"]?.items?.isEmpty == true)
    #expect(report?["version"]?.integer == 7)
  }

  @Test func theFilesComeInPiecesBetweenWhichOthersAreAnswered() throws {
    let folder = try site()
    for number in 0..<80 { try folder.write("content/_jobs/2022-01-01-\(number).md", Self.bad) }
    let client = TestClient(TestClient.pulling, more: folders([folder]))
    let question = TestClient.request(
      90, "workspace/diagnostic", #"{"previousResultIds": [], "partialResultToken": "t"}"#)
    #expect(client.sendOnly([question]).isEmpty)
    let other = client.sendOnly([TestClient.request(91, "textDocument/hover", TestClient.place(0, 0))])
    #expect(other.map { $0["id"]?.integer } == [91])
    let rest = client.send([])
    #expect(rest.map { $0["id"]?.integer } == [90])
    #expect(rest.first?["result"]?["items"]?.items?.isEmpty == true)
    let pieces = client.notifications.filter { $0["method"]?.string == "$/progress" }
    #expect(pieces.count >= 2)
    #expect(pieces.compactMap { $0["params"]?["value"]?["items"]?.items?.count }.reduce(0, +) == 82)
    // A question that is taken back is refused, and its work left.
    _ = client.sendOnly([question])
    let cancelled = client.send([TestClient.notification("$/cancelRequest", #"{"id": 90}"#)])
    #expect(cancelled.map { $0["error"]?["code"]?.integer } == [-32800])
  }

  @Test func foldersComeAndGo() throws {
    let (one, two) = (try site(), try site("rules: {unknown-key: off, wrong-type: off}\n"))
    let client = TestClient(TestClient.pushed, more: folders([one]))
    let name = uri(two, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == [])
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event": {"added": [{"uri": \#(TestClient.quoted(uri(two, ""))), "name": "two"}], "removed": [{"uri": \#(TestClient.quoted(uri(one, ""))), "name": "one"}]}}"#
    )
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == [])
    let all = try reports(client, #"{"previousResultIds": []}"#)
    #expect(all.keys.allSatisfy { $0.utf8.starts(with: uri(two, "").utf8) } && all.count == 2)
  }

  // MARK: Settings

  @Test func settingsAreAskedForEachFolder() throws {
    let folder = try site()
    let client = TestClient(
      #"{"workspace": {"configuration": true, "didChangeConfiguration": {"dynamicRegistration": true}}}"#,
      more: folders([folder]))
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    let asked = try #require(client.notifications.first { $0["method"]?.string == "workspace/configuration" })
    #expect(asked["params"]?["items"]?.items?.map { $0["section"]?.string } == ["posting-lint", "posting-lint"])
    #expect(asked["params"]?["items"]?.items?.first?["scopeUri"]?.string == uri(folder, ""))
    #expect(client.published(name)?["diagnostics"]?.items?.last?["message"]?.string?.contains("no key") == true)
    let id = try #require(asked["id"]?.string)
    #expect(client.send([#"{"jsonrpc": "2.0", "id": "\#(id)", "result": [{"language": "fr"}, null]}"#]).isEmpty)
    #expect(client.published(name)?["diagnostics"]?.items?.last?["message"]?.string?.contains("n’existe pas") == true)
    // An answer to nothing that was asked changes nothing.
    #expect(client.send([#"{"jsonrpc": "2.0", "id": "\#(id)", "result": [{"language": "en"}, null]}"#]).isEmpty)
    #expect(client.notifications.isEmpty)
  }

  @Test(arguments: [
    #"{"posting-lint": {"language": "fr"}}"#, #"{"language": "fr"}"#, #"{"postingLint": {"language": "fr-FR"}}"#,
  ])
  func settingsThatArePushedHoldEverywhere(_ settings: String) throws {
    let client = TestClient()
    client.open(Self.bad)
    client.notify("workspace/didChangeConfiguration", #"{"settings": \#(settings)}"#)
    let messages = client.published()?["diagnostics"]?.items?.compactMap { $0["message"]?.string } ?? []
    #expect(messages.last?.contains("n’existe pas") == true)
  }

  @Test func aSettingNamesTheConfigurationAndTheBaseline() throws {
    let folder = try site()
    try folder.write("own.yml", "rules: {wrong-type: off}\n")
    let client = TestClient(
      TestClient.pushed,
      more: folders([folder]) + #", "initializationOptions": {"configuration": "own.yml", "baseline": "accepted.json"}"#
    )
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["unknown-key"])
    try acceptsFindings(of: name, client, folder)
    client.notify(
      "textDocument/didChange",
      TestClient.changeParams([TestClient.change(5, 0, 5, 0, "zyx: 1\n")], version: 2, uri: name))
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["unknown-key"])
  }

  /// Asks for the findings of a document to be accepted, after which none is published.
  private func acceptsFindings(of name: String, _ client: TestClient, _ folder: TemporaryFolder) throws {
    let command = #"{"command": "posting-lint.addToBaseline", "arguments": [\#(TestClient.quoted(name))]}"#
    #expect(client.request("workspace/executeCommand", command)?.has("result") == true)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == [])
    #expect(String(decoding: try folder.bytes("accepted.json"), as: UTF8.self).contains("unknown-key"))
  }

  @Test func theConfigurationNamesTheBaseline() throws {
    let folder = try site("baseline: accepted.json\nrules: {wrong-type: off}\n")
    let client = TestClient(TestClient.pushed, more: folders([folder]))
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["unknown-key"])
    try acceptsFindings(of: name, client, folder)
  }

  @Test func settingsMayDependOnWhatTheTextSays() throws {
    let folder = try site("overrides:\n  - when: {open: oui}\n    rules: {unknown-key: off}\n")
    let client = TestClient(TestClient.pushed, more: folders([folder]))
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["wrong-type"])
    client.notify(
      "textDocument/didChange",
      TestClient.changeParams([TestClient.change(2, 6, 2, 9, "true")], version: 2, uri: name))
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["unknown-key"])
  }

  @Test func anotherConfigurationIsNoticedByItself() throws {
    let folder = try site()
    let client = TestClient(TestClient.pushed, more: folders([folder]))
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    try folder.write(".posting-lint.yml", "rules: {wrong-type: off}\n")
    client.open(Self.good, uri: uri(folder, "content/_jobs/2022-05-31-b.md"))
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["unknown-key"])
  }

  @Test func aBrokenConfigurationStandsForWhatItWas() throws {
    let folder = try site("rules: {wrong-type: off}\n")
    let client = TestClient(TestClient.pushed, more: folders([folder]))
    let name = uri(folder, "content/_jobs/2022-05-30-a.md")
    client.open(Self.bad, uri: name)
    let page = uri(folder, "content/_pages/contact.md")
    client.open("---\nxyz: [\n---\n", uri: page)
    try folder.write(".posting-lint.yml", "rules: {wrong-typ: off}\n")
    client.notify("workspace/didChangeWatchedFiles", #"{"changes": []}"#)
    func told() -> Int { client.notifications.count { $0["method"]?.string == "window/showMessage" } }
    #expect(told() == 1)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["unknown-key"])
    for version in 2..<6 {
      client.notify("textDocument/didSave", TestClient.document(name))
      client.notify("workspace/didChangeWatchedFiles", #"{"changes": []}"#)
      client.notify(
        "textDocument/didChange",
        TestClient.changeParams([TestClient.change(0, 0, 0, 0, "")], version: version, uri: page))
      #expect(told() == 0)
      #expect(client.published(page)?["diagnostics"]?.items?.isEmpty == true)
    }
    try folder.write(".posting-lint.yml", "rules: {unknown-key: off}\n")
    client.notify("workspace/didChangeWatchedFiles", #"{"changes": []}"#)
    #expect(TestClient.rules(client.published(name)?["diagnostics"]) == ["wrong-type"])
  }
}
