import SourceText
import Testing

@testable import LanguageServer

/// The conversation itself: who may say what when, and what happens to broken messages.
@Suite struct LifeCycleTests {
  @Test func nothingIsAnsweredBeforeInitialize() {
    let client = TestClient(nil)
    let answer = client.request("textDocument/hover", TestClient.place(0, 0))
    #expect(answer?["error"]?["code"]?.integer == -32002)
    client.open("---\n---\n")
    #expect(client.notifications.isEmpty)
    client.notify("exit", "{}")
    #expect(client.hasEnded)
    #expect(!client.endedCleanly)
  }

  @Test func shutdownThenExitEndsCleanly() {
    let client = TestClient()
    #expect(client.request("shutdown", "null")?.has("result") == true)
    #expect(client.request("shutdown", "null")?["error"]?["code"]?.integer == -32600)
    client.notify("exit", "null")
    #expect(client.hasEnded)
    #expect(client.endedCleanly)
  }

  @Test func whatWasAskedBeforeShutdownIsAnsweredBefore() {
    let client = TestClient(TestClient.pulling)
    client.open(goodPosting)
    let answers = client.send([
      TestClient.request(1, "textDocument/diagnostic", #"{"textDocument": {"uri": "\#(TestClient.uri)"}}"#),
      TestClient.request(2, "shutdown", "null"), TestClient.notification("exit", "null"),
      TestClient.request(3, "shutdown", "null"),
    ])
    #expect(answers.map { $0["id"]?.integer } == [1, 2])
    #expect(client.endedCleanly)
  }

  @Test func initializeMayComeOnceOnly() {
    let client = TestClient()
    #expect(client.request("initialize", #"{"capabilities": {}}"#)?["error"]?["code"]?.integer == -32600)
  }

  @Test func mistakesOfTheClientHaveTheirCodes() {
    let client = TestClient()
    #expect(client.request("posting/unknown", "{}")?["error"]?["code"]?.integer == -32601)
    #expect(client.request("textDocument/codeAction", #"{"nonsense": 1}"#)?["error"]?["code"]?.integer == -32602)
    #expect(client.request("textDocument/hover", "[]")?["error"]?["code"]?.integer == -32602)
    let broken = client.sendRaw(FrameReader.frame(Array("{not json".utf8)))
    #expect(broken.map { $0["error"]?["code"]?.integer } == [-32700])
    #expect(broken.first?.has("id") == true)
    for message in [
      "[]", "3", #"{"jsonrpc": "2.0"}"#, #"{"id": 1.5, "method": "shutdown"}"#, #"{"id": 7, "method": 8}"#,
    ] {
      #expect(client.send([message]).map { $0["error"]?["code"]?.integer } == [-32600], "\(message)")
    }
    client.notify("$/unknown", "{}")
    client.notify("textDocument/didChange", "{}")
    #expect(client.send([#"{"jsonrpc": "2.0", "id": "posting-lint-1", "result": null}"#]).isEmpty)
    #expect(client.request("textDocument/hover", TestClient.place(0, 0))?.has("result") == true)
  }

  @Test func idsMayBeStrings() {
    let client = TestClient()
    let answers = client.send([#"{"jsonrpc": "2.0", "id": "é\"1", "method": "shutdown"}"#])
    #expect(answers.map { $0["id"]?.string } == ["é\"1"])
  }

  @Test func aCancelledRequestIsNotAnswered() {
    let client = TestClient()
    let answers = client.send([
      TestClient.request(41, "textDocument/hover", TestClient.place(0, 0)),
      TestClient.request(42, "textDocument/hover", TestClient.place(0, 0)),
      TestClient.notification("$/cancelRequest", #"{"id": 41}"#),
    ])
    #expect(answers.map { $0["id"]?.integer } == [41, 42])
    #expect(answers.map { $0["error"]?["code"]?.integer } == [-32800, nil])
  }

  @Test(arguments: [
    ("[]", "utf-16"), (#"["utf-8", "utf-16"]"#, "utf-8"), (#"["utf-16", "utf-8"]"#, "utf-16"),
    (#"["utf-7", "utf-32"]"#, "utf-32"), (#"["utf-7"]"#, "utf-16"),
  ])
  func theEncodingIsTheFirstKnownOne(_ offered: String, _ expected: String) {
    let client = TestClient(nil)
    let answer = client.request(
      "initialize", #"{"capabilities": {"general": {"positionEncodings": \#(offered)}}}"#)
    #expect(answer?["result"]?["capabilities"]?["positionEncoding"]?.string == expected)
  }

  @Test(arguments: [("fr", "fr-FR", true), ("", "fr", true), ("en", "fr", false), ("fr_FR.UTF-8", "en", true)])
  func messagesAreInTheLanguageOfTheClient(_ option: String, _ locale: String, _ isFrench: Bool) {
    let options = option.isEmpty ? "" : #", "initializationOptions": {"language": "\#(option)"}"#
    let client = TestClient(TestClient.pushed, more: #", "locale": "\#(locale)"\#(options)"#)
    client.open("---\nroles: a\nroles: a\nopen: true\n---\n")
    let messages = client.published()?["diagnostics"]?.items?.compactMap { $0["message"]?.string } ?? []
    #expect(!messages.isEmpty)
    #expect(messages.contains { $0.contains("«") } == isFrench)
  }
}

/// Cutting the stream into messages.
@Suite struct FrameReaderTests {
  @Test func piecesOfAnySizeGiveTheSameMessages() {
    let stream = ["{}", "", #"{"a": "é😀"}"#].flatMap { FrameReader.frame(Array($0.utf8)) }
    for size in 1...stream.count {
      var reader = FrameReader()
      var frames: [FrameReader.Frame] = []
      for start in stride(from: 0, to: stream.count, by: size) {
        frames += reader.read(Array(stream[start..<min(start + size, stream.count)]))
      }
      #expect(frames == ["{}", "", #"{"a": "é😀"}"#].map { .message(Array($0.utf8)) })
    }
  }

  @Test func otherHeadersAndBareLineFeedsAreTaken() {
    var reader = FrameReader()
    let text = "content-type: x; charset=utf-8\ncontent-LENGTH:2\n\n{}"
    #expect(reader.read(Array(text.utf8)) == [.message(Array("{}".utf8))])
  }

  @Test func theNextGoodHeaderIsFoundAgain() {
    var reader = FrameReader()
    let tooLong = "Content-Length: 2\r\n\r\n{} rubbishContent-Length: 2\r\n\r\n[]"
    #expect(reader.read(Array(tooLong.utf8)) == [.message(Array("{}".utf8)), .message(Array("[]".utf8))])
    let noLength = "Nonsense: 1\r\n\r\nContent-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{}"
    #expect(reader.read(Array(noLength.utf8)) == [.brokenHeader, .brokenHeader, .message(Array("{}".utf8))])
  }

  @Test func aMessagePastTheLimitIsPassedOver() {
    var reader = FrameReader(limit: 4)
    let frames = reader.read(FrameReader.frame(Array("12345".utf8)) + FrameReader.frame(Array("{}".utf8)))
    #expect(frames == [.tooLarge, .message(Array("{}".utf8))])
    #expect(reader.read(Array("Content-Length: 99999999999999999999999\r\n\r\n".utf8)) == [.brokenHeader])
  }
}
