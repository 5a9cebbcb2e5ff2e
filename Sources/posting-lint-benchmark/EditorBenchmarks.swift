import LanguageServer
import PostingLint
import SourceText

/// The language server under the hands of somebody who types in a posting of two thousand lines.
struct EditorBenchmarks {
  private static let lineCount = 2000
  private static let keyCount = 200
  private static let uri = "file:///nowhere/2022-05-30-exemple.md"

  /// The text, and the middle of its lines that are typed in: one in the front matter, one in the body.
  private let text: String
  private let places: [Position]

  /// Puts the bodies of generated postings one behind the other.
  init() {
    let site = GeneratedSite(count: Self.lineCount, kind: .realistic)
    var bytes = site.bytes(0)
    var count = 0
    var index = 1
    while count < Self.lineCount {
      let next = site.bytes(index)
      bytes += next[FrontMatter(next).body.indices]
      count = LineIndex(bytes).lineStarts.count
      index += 1
    }
    text = String(decoding: bytes[..<LineIndex(bytes).range(ofLine: Self.lineCount).start], as: UTF8.self)
    places = [Position(line: 1, column: 9), Position(line: Self.lineCount / 2, column: 0)]
  }

  /// Runs all of them.
  func run() -> [Measurement] {
    var server = PostingServer(ServerOptions(language: .en, today: { .latest }))
    talk(&server, #"{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}"#)
    let opening = Stopwatch.measure(repeats: 1) { open(&server) }
    var times: [Double] = []
    var processorTimes: [Double] = []
    for version in 2..<Self.keyCount + 2 {
      let message = key(version, places[version % places.count])
      let (start, processorStart) = (Stopwatch.now, Stopwatch.processor)
      talk(&server, message)
      times.append(Stopwatch.now - start)
      processorTimes.append(Stopwatch.processor - processorStart)
    }
    times.sort()
    let checks = server.checkCount
    let burst = (0..<Self.keyCount).flatMap { Self.framed(key($0 + Self.keyCount + 2, places[$0 % places.count])) }
    let settled = Stopwatch.measure(repeats: 1) { _ = server.receive(burst) }
    let lints = server.checkCount - checks
    return [
      row("open", opening.least), row("one key, middle of \(Self.keyCount)", times[times.count / 2]),
      row("one key, worst of \(Self.keyCount)", times.last ?? 0),
      // On a busy machine the worst time is that of the others.
      row("the same, processor time", processorTimes.max() ?? 0),
      row("\(Self.keyCount) keys at once, \(lints) lint", settled.least),
    ]
  }

  private func row(_ name: String, _ seconds: Double) -> Measurement {
    Measurement(group: "editor, \(Self.lineCount) lines", name: name, seconds: seconds)
  }

  private func open(_ server: inout PostingServer) {
    var message = Array(
      #"{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": "#.utf8)
    JSONText.append(Self.uri, to: &message)
    message += Array(#", "languageId": "markdown", "version": 1, "text": "#.utf8)
    JSONText.append(text, to: &message)
    talk(&server, String(decoding: message, as: UTF8.self) + "}}}")
  }

  /// The message that one letter was typed.
  private func key(_ version: Int, _ place: Position) -> String {
    let position = #"{"line": \#(place.line), "character": \#(place.column)}"#
    return
      #"{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(Self.uri)", "#
      + #""version": \#(version)}, "contentChanges": [{"range": {"start": \#(position), "end": \#(position)}, "#
      + #""text": "x"}]}}"#
  }

  private func talk(_ server: inout PostingServer, _ message: String) { _ = server.receive(Self.framed(message)) }

  private static func framed(_ message: String) -> [UInt8] {
    Array("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8)
  }
}
