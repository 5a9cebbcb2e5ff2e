import PostingLint
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// Whatever bytes a client sends: the server lives, answers in whole messages, and finds its way back.
@Suite struct BrokenStreamTests {
  /// The codes of errors that the server may answer with.
  private static let codes: Set<Int> = [-32700, -32600, -32601, -32602, -32002, -32800, -32801, -32803]

  private static let session: [String] = [
    TestClient.request(1, "initialize", #"{"capabilities": {"workspace": {}}, "locale": "fr"}"#),
    TestClient.notification("initialized", "{}"),
    TestClient.notification("textDocument/didOpen", TestClient.openParams("---\nroles: \"🚀é\"\nroles: a\n---\nÃ©\n")),
    TestClient.notification(
      "textDocument/didChange",
      TestClient.changeParams([TestClient.change(1, 8, 1, 10, "é"), TestClient.change(2, 0, 3, 0, "")], version: 2)),
    TestClient.request(2, "textDocument/hover", TestClient.place(1, 2)),
    TestClient.request(3, "textDocument/completion", TestClient.place(2, 0)),
    TestClient.request(4, "textDocument/codeAction", codeActionParams),
    TestClient.request(5, "textDocument/definition", TestClient.place(1, 9)),
    TestClient.request(6, "textDocument/documentSymbol", #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#),
    TestClient.request(7, "textDocument/diagnostic", #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#),
    TestClient.notification("$/cancelRequest", #"{"id": 7}"#),
    TestClient.request(8, "textDocument/formatting", TestClient.document()),
    TestClient.request(9, "textDocument/documentLink", TestClient.document()),
    TestClient.request(10, "textDocument/foldingRange", TestClient.document()),
    TestClient.request(11, "textDocument/references", TestClient.place(1, 9)),
    TestClient.request(12, "textDocument/rename", TestClient.place(1, 9).dropLast() + #", "newName": "b"}"#),
    TestClient.request(
      13, "workspace/executeCommand", #"{"command": "posting-lint.explainRule", "arguments": ["mojibake"]}"#),
    TestClient.notification(
      "workspace/didChangeConfiguration", #"{"settings": {"language": "fr", "inlayHints": true}}"#),
    TestClient.notification("workspace/didChangeWorkspaceFolders", #"{"event": {"added": [], "removed": []}}"#),
    TestClient.notification("workspace/didChangeWatchedFiles", #"{"changes": []}"#),
    TestClient.notification("textDocument/didClose", #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#),
  ]

  private static let codeActionParams = """
    {"textDocument": {"uri": "\(TestClient.uri)"}, "range": \(TestClient.range(0, 0, 9, 0)),
     "context": {"diagnostics": [], "only": ["quickfix"]}}
    """

  /// Bytes of a mutated copy.
  private static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<40, using: &generator)))
      case 2: bytes.insert(contentsOf: generator.bytes(Int.random(in: 1..<40, using: &generator)), at: place)
      case 3: bytes.removeLast(bytes.count - place)
      case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 5: bytes.insert(contentsOf: Array("Content-Length: 7\r\n\r\n".utf8), at: place)
      default:
        let words = ["null", "-1", "1e9", "{}", "[]", "\"\"", "99999999999999999999", "\\ud800", "true"]
        bytes.insert(contentsOf: Array(words[Int.random(in: 0..<words.count, using: &generator)].utf8), at: place)
      }
    }
    return bytes
  }

  /// The messages in what the server wrote; every byte belongs to one.
  private static func messages(_ output: [UInt8]) throws -> [JSONView] {
    var reader = FrameReader()
    let frames = reader.read(output)
    let views = try frames.map { frame in
      guard case .message(let content) = frame else { throw BrokenOutput() }
      return try #require(JSONView(content))
    }
    let whole = frames.reduce(0) { sum, frame in
      guard case .message(let content) = frame else { return sum }
      return sum + FrameReader.frame(content).count
    }
    #expect(whole == output.count)
    return views
  }

  private struct BrokenOutput: Error {}

  @Test func mutatedStreamsInAnyPieces() throws {
    var generator = SeededGenerator(seed: 11)
    let stream = Self.session.flatMap { FrameReader.frame(Array($0.utf8)) }
    var refused = 0
    for round in 0..<200 {
      var server = PostingServer.forTests()
      let bytes = round == 0 ? stream : Self.mutated(stream, &generator)
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1..<2000, using: &generator))
        for message in try Self.messages(server.receive(Array(bytes[start..<end]))) {
          #expect(message["jsonrpc"]?.string == "2.0")
          guard let error = message["error"] else { continue }
          refused += 1
          #expect(Self.codes.contains(try #require(error["code"]?.integer)))
        }
        start = end
      }
      #expect(!server.hasEnded)
    }
    #expect(refused > 50)
  }

  @Test func everyRequestInAGoodFrameIsAnsweredOnce() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<150 {
      var server = PostingServer.forTests()
      for (index, text) in Self.session.enumerated() {
        let content = Bool.random(using: &generator) ? Array(text.utf8) : Self.mutated(Array(text.utf8), &generator)
        let answers = try Self.messages(server.receive(FrameReader.frame(content))).filter { !$0.has("method") }
        let sent = JSONView(content)
        let isCall = sent?.has("method") ?? false
        if sent == nil { #expect(answers.map { $0["error"]?["code"]?.integer } == [-32700], "\(index)") }
        if isCall, sent?.has("id") == true {
          #expect(answers.count == 1, "\(String(decoding: content, as: UTF8.self))")
        }
      }
      // Whatever came before, the next question is answered.
      let last = TestClient.request(99, "textDocument/hover", TestClient.place(0, 0))
      let answers = try Self.messages(server.receive(FrameReader.frame(Array(last.utf8))))
      #expect(answers.last?["id"]?.integer == 99)
    }
  }

  @Test func rubbishIsPassedOverInBoundedMemory() {
    var reader = FrameReader()
    let rubbish = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    for _ in 0..<64 { #expect(reader.read(rubbish).isEmpty) }
    #expect(reader.pendingCount < 1 << 13)
    // A header that comes in pieces after the rubbish is still one.
    for piece in ["Conte", "nt-Length: ", "1", "1\r\n\r\n", "{\"a\": ", "true}"] {
      let frames = reader.read(Array(piece.utf8))
      #expect(frames == (piece == "true}" ? [.message(Array("{\"a\": true}".utf8))] : []))
    }
  }

  @Test func aLengthIsABoundNotAnAllocation() {
    var reader = FrameReader()
    #expect(reader.read(Array("Content-Length: 9999999999\r\n\r\n{".utf8)) == [.tooLarge])
    #expect(reader.pendingCount == 0)
    var other = FrameReader()
    let absurd = "Content-Length: 123456789012345678901234567890\r\n\r\nContent-Length: -7\r\n\r\n"
    #expect(
      other.read(Array((absurd + "Content-Length: 2\r\n\r\n{}").utf8)) == [
        .brokenHeader, .brokenHeader, .message(Array("{}".utf8)),
      ])
  }

  @Test func deepAndWideMessagesAreRefusedOrRead() {
    let client = TestClient()
    let deep = String(repeating: "[", count: 100_000)
    #expect(client.send([deep]).map { $0["error"]?["code"]?.integer } == [-32700])
    let nested =
      "{\"id\": 1, \"method\": \"shutdown\", \"params\": " + String(repeating: "[", count: 1900)
      + String(repeating: "]", count: 1900) + "}"
    #expect(client.send([nested]).map { $0["id"]?.integer } == [1])
  }
}

extension PostingServer {
  /// A server as tests want it.
  static func forTests(_ overrides: LintOverrides = LintOverrides()) -> PostingServer {
    let today = TestClient.today
    return PostingServer(ServerOptions(overrides: overrides, language: .en, today: { today }))
  }
}
