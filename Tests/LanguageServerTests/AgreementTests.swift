import Files
import PostingLint
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The server says of a file what the command says, byte for byte.
@Suite struct AgreementTests {
  /// The Markdown files below a folder of the checkout that an editor can show: those in UTF-8.
  private static func sources(_ folder: SourcePath) throws -> [Source] {
    var finder = FileFinder()
    finder.respectsGitIgnore = false
    return try finder.find([folder]).files.map(\.path).compactMap { path in
      let bytes = try FileReader.read(path)
      return Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes ? Source(path: path, bytes: bytes) : nil
    }
  }

  private static let fixtures: [Source] =
    (try? sources(SourcePath(SharedData.package.appendingPathComponent("fixtures").path))) ?? []

  /// One client for all, as an editor has one server for all files.
  private func check(_ sources: [Source]) throws -> Int {
    let client = TestClient(#"{"workspace": {"workspaceEdit": {"documentChanges": true}}}"#)
    var workspace = Workspace(LintOverrides(), systemDay: TestClient.today)
    var findings = 0
    for source in sources {
      let isExcluded = try workspace.excludes(source.path, isFolder: false)
      let linter = try workspace.settings(for: source.path).linter(for: Document(source))
      let uri = DocumentURI(path: source.path).text
      let text = String(decoding: source.bytes, as: UTF8.self)
      client.open(text, uri: uri)
      let published = try #require(client.published(uri)?["diagnostics"]?.items)
      if isExcluded {
        #expect(published.isEmpty, "\(source.path.display)")
        continue
      }
      let report = linter.lint(source)
      findings += published.count
      let said = published.map { Array(Self.line($0).utf8) }
      #expect(said == report.diagnostics.map { Array(Self.line($0, source).utf8) }, "\(source.path.display)")
      let fixed = Fixer(linter, threshold: .safe).fix(source).bytes
      let all = try actions(client, uri, #"["source.fixAll"]"#).first
      let edited = try all.map { try applying($0["edit"]?["documentChanges"]?.items?.first?["edits"], to: text) }
      #expect(Array((edited ?? text).utf8) == fixed, "\(source.path.display)")
      try checkQuickFixes(try actions(client, uri, #"["quickfix"]"#), report, text)
      client.notify("textDocument/didClose", #"{"textDocument": {"uri": \#(TestClient.quoted(uri))}}"#)
    }
    return findings
  }

  private func actions(_ client: TestClient, _ uri: String, _ only: String) throws -> [JSONView] {
    let params = """
      {"textDocument": {"uri": \(TestClient.quoted(uri))}, "range": \(TestClient.range(0, 0, 9999, 0)),
       "context": {"diagnostics": [], "only": \(only)}}
      """
    return try #require(client.request("textDocument/codeAction", params)?["result"]?.items)
  }

  /// Each fix of a finding is offered, and does what the fix does.
  private func checkQuickFixes(_ actions: [JSONView], _ report: FileReport, _ text: String) throws {
    let fixes = report.diagnostics.compactMap(\.fix).filter { $0.applicability > .displayOnly }
    let offered = actions.filter { $0["title"]?.string?.contains("Disable “") == false }
    #expect(offered.map { $0["title"]?.string } == fixes.map { $0.title.en })
    for (action, fix) in zip(offered, fixes) {
      let edited = try applying(action["edit"]?["documentChanges"]?.items?.first?["edits"], to: text)
      #expect(Array(edited.utf8) == report.source.bytes.applying(fix.edits), "\(fix.title.en)")
    }
  }

  private static func line(_ published: JSONView) -> String {
    let ends = ["start", "end"].map { end in
      let position = published["range"]?[end]
      return "\(position?["line"]?.integer ?? -1):\(position?["character"]?.integer ?? -1)"
    }
    let severity = published["severity"]?.integer ?? 0
    return "\(ends.joined(separator: "-")) \(severity) \(published["code"]?.string ?? "") "
      + (published["message"]?.string ?? "")
  }

  private static func line(_ diagnostic: Diagnostic, _ source: Source) -> String {
    let lines = LineIndex(source.bytes)
    let ends = [diagnostic.range.start, diagnostic.range.end].map { offset in
      let position = lines.position(at: offset, in: source.bytes, unit: .utf16)
      // Between CR and LF an editor has no place.
      let content = lines.contentRange(ofLine: position.line, in: source.bytes)
      let last = lines.position(at: content.end, in: source.bytes, unit: .utf16)
      return "\(position.line):\(min(position.column, last.column))"
    }
    let severity = [Severity.error: 1, .warning: 2, .info: 3][diagnostic.severity] ?? 0
    let message = ([diagnostic.message] + diagnostic.notes.map(\.message)).map(\.en).joined(separator: "\n")
    return "\(ends.joined(separator: "-")) \(severity) \(diagnostic.rule) \(message)"
  }

  @Test func ofEveryFixture() throws {
    #expect(Self.fixtures.count > 80)
    #expect(try check(Self.fixtures) > 100)
  }

  @Test(.enabled(if: SharedData.exists("corpus/examples"), Comment(rawValue: SharedData.why)))
  func ofTheExamples() throws {
    let sources = try Self.sources(SourcePath(SharedData.url("corpus/examples").path))
    #expect(sources.count >= 5)
    #expect(try check(sources) > 20)
  }
}
