import DataTree
import PostingLint
import SourceText
import Testing

@testable import LanguageServer

/// A client that talks to a server in this process.
final class TestClient {
  private var server: PostingServer
  private var reader = FrameReader()
  private var lastID = 0
  /// The notifications and requests of the server that nobody has looked at yet.
  var notifications: [JSONView] = []

  static let today = CalendarDate(iso: Array("2022-07-01".utf8)) ?? .latest
  static let uri = "file:///nowhere/_jobs/2022-05-30-exemple.md"

  /// What VS Code and others say of themselves, as far as it matters here.
  static let pushed = #"{"workspace": {"workspaceEdit": {"documentChanges": true}}}"#
  static let pulling = #"{"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": true}}}"#

  /// A client; without `capabilities` it has not said `initialize` yet.
  init(_ capabilities: String? = TestClient.pushed, more: String = "", overrides: LintOverrides = LintOverrides()) {
    server = .forTests(overrides)
    guard let capabilities else { return }
    _ = request("initialize", #"{"capabilities": \#(capabilities)\#(more)}"#)
    notify("initialized", "{}")
  }

  var hasEnded: Bool { server.hasEnded }
  var endedCleanly: Bool { server.endedCleanly }

  /// How many texts were linted for their findings so far.
  var lintCount: Int { server.checkCount }

  /// The text that the server has of a document.
  func text(_ uri: String = TestClient.uri) -> [UInt8]? { server.documents[DocumentURI(Array(uri.utf8))]?.bytes }

  /// Sends bytes as they are; the messages that came back.
  func sendRaw(_ bytes: [UInt8]) -> [JSONView] {
    var answer = server.receive(bytes)
    while server.hasWork { answer += server.work() }
    return reader.read(answer).compactMap { frame in
      guard case .message(let content) = frame else { return nil }
      return JSONView(content)
    }
  }

  /// Sends bytes, and does none of the work that can wait.
  func sendOnly(_ messages: [String]) -> [JSONView] {
    let frames = reader.read(server.receive(messages.flatMap { FrameReader.frame(Array($0.utf8)) }))
    return frames.compactMap { frame in
      guard case .message(let content) = frame else { return nil }
      return JSONView(content)
    }
  }

  /// Sends messages together; answers come back, notifications are kept.
  func send(_ messages: [String]) -> [JSONView] {
    let all = sendRaw(messages.flatMap { FrameReader.frame(Array($0.utf8)) })
    notifications += all.filter { $0.has("method") }
    return all.filter { !$0.has("method") }
  }

  static func notification(_ method: String, _ params: String) -> String {
    #"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(params)}"#
  }

  static func request(_ id: Int, _ method: String, _ params: String) -> String {
    #"{"jsonrpc": "2.0", "id": \#(id), "method": "\#(method)", "params": \#(params)}"#
  }

  func notify(_ method: String, _ params: String) {
    let answers = send([Self.notification(method, params)])
    #expect(answers.isEmpty)
  }

  /// The error of a request that is refused.
  func refusal(_ method: String, _ params: String) -> Int? { request(method, params)?["error"]?["code"]?.integer }

  /// The parameters that name a document.
  static func document(_ uri: String = TestClient.uri) -> String { #"{"textDocument": {"uri": \#(quoted(uri))}}"# }

  /// The answer to a request.
  func request(_ method: String, _ params: String) -> JSONView? {
    lastID += 1
    let answers = send([Self.request(lastID, method, params)])
    #expect(answers.count == 1)
    #expect(answers.first?["id"]?.integer == lastID)
    return answers.first
  }

  func open(_ text: String, uri: String = TestClient.uri, version: Int = 1) {
    notify("textDocument/didOpen", Self.openParams(text, uri: uri, version: version))
  }

  static func openParams(_ text: String, uri: String = TestClient.uri, version: Int = 1) -> String {
    """
    {"textDocument": {"uri": \(quoted(uri)), "languageId": "markdown", "version": \(version), "text": \(quoted(text))}}
    """
  }

  static func quoted(_ text: String) -> String {
    var output = JSONWriter()
    output.string(text)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The parameters of a change.
  static func changeParams(_ changes: [String], version: Int, uri: String = TestClient.uri) -> String {
    """
    {"textDocument": {"uri": \(quoted(uri)), "version": \(version)}, "contentChanges": [\(changes.joined(separator: ","))]}
    """
  }

  static func change(_ startLine: Int, _ start: Int, _ endLine: Int, _ end: Int, _ text: String) -> String {
    #"{"range": \#(range(startLine, start, endLine, end)), "text": \#(quoted(text))}"#
  }

  static func range(_ startLine: Int, _ start: Int, _ endLine: Int, _ end: Int) -> String {
    """
    {"start": {"line": \(startLine), "character": \(start)}, "end": {"line": \(endLine), "character": \(end)}}
    """
  }

  /// The parameters that name a place.
  static func place(_ line: Int, _ character: Int, uri: String = TestClient.uri) -> String {
    """
    {"textDocument": {"uri": \(quoted(uri))}, "position": {"line": \(line), "character": \(character)}}
    """
  }

  /// The last published diagnostics of a document; those before it are dropped.
  func published(_ uri: String = TestClient.uri) -> JSONView? {
    let own = notifications.compactMap { message -> JSONView? in
      guard message["method"]?.string == "textDocument/publishDiagnostics" else { return nil }
      return message["params"]?["uri"]?.string == uri ? message["params"] : nil
    }
    notifications = []
    return own.last
  }

  /// The rules of published or pulled diagnostics, in their order.
  static func rules(_ list: JSONView?) -> [String] { list?.items?.compactMap { $0["code"]?.string } ?? [] }
}

extension JSONView {
  /// The value as it was written.
  var source: [UInt8] { Array(tree.bytes[tree.range(of: node).indices]) }
}

/// The text after edits of the protocol, applied to it as a client does: columns in UTF-16.
func applying(_ edits: JSONView?, to text: String) throws -> String {
  let bytes = Array(text.utf8)
  let lines = LineIndex(bytes)
  let read = try #require(edits?.items).map { edit in
    let range = try #require(edit["range"])
    let start = try #require(offset(range["start"], lines, bytes))
    let end = try #require(offset(range["end"], lines, bytes))
    return Edit(ByteRange(start, end), try #require(edit["newText"]?.utf8))
  }
  let sorted = read.sorted { $0.range < $1.range }
  for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(left.range.end <= right.range.start) }
  return String(decoding: bytes.applying(sorted), as: UTF8.self)
}

private func offset(_ position: JSONView?, _ lines: LineIndex, _ bytes: [UInt8]) -> Int? {
  guard let line = position?["line"]?.integer, let character = position?["character"]?.integer else { return nil }
  return lines.offset(at: Position(line: line, column: character), in: bytes, unit: .utf16)
}

/// A posting in which nothing is found.
let goodPosting = """
  ---
  roles: Développeuse ou développeur
  open: true
  startup: exemple
  domaines:
    - Développement
  ---

  Texte de l’offre.

  """
