import DataTree
import JSON
import LanguageServer
import PostingLint
import SourceText

/// What the language server promises of any bytes that a client sends.
enum ServerLaw {
  static let uri = "file:///nowhere/2022-05-30-exemple.md"

  /// A server that was told nothing yet, and that reads no configuration.
  static func server() -> PostingServer {
    var overrides = LintOverrides()
    overrides.ignoresConfiguration = true
    return PostingServer(
      ServerOptions(overrides: overrides, language: .en) {
        CalendarDate(iso: Array("2022-07-01".utf8)) ?? CalendarDate.latest
      })
  }

  /// A server after `initialize`.
  static func readyServer() -> PostingServer {
    var server = server()
    _ = server.receive(
      frame(
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{"textDocument":{"diagnostic":{}}}}}"#)
    )
    _ = server.receive(frame(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#))
    return server
  }

  static func frame(_ text: String) -> [UInt8] {
    Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
  }

  /// Any bytes as the stream: in one piece or in many, the server says the same until it is initialized.
  static func checkStream(_ bytes: [UInt8]) throws(BrokenLaw) {
    var whole = server()
    let answer = whole.receive(bytes)
    _ = try messages(answer)
    var pieces = server()
    var answers: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + 1 + Int(bytes[start]) % 23, bytes.count)
      answers += pieces.receive(Array(bytes[start..<end]))
      start = end
    }
    _ = try messages(answers)
    let word = Array("initialize".utf8)
    if !bytes.indices.contains(where: { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }),
      !bytes.contains(UInt8(ascii: "\\"))
    {
      try require(answers == answer, "a stream in pieces is answered otherwise")
    }
  }

  /// Every line as one message to a server that is ready.
  static func checkMessages(_ bytes: [UInt8]) throws(BrokenLaw) {
    var server = readyServer()
    for line in bytes.split(separator: 0x0A).prefix(40) {
      _ = try messages(server.receive(frame(String(decoding: line, as: UTF8.self))))
    }
  }

  /// The contents of the frames in what the server sends, each one JSON value.
  static func messages(_ output: [UInt8]) throws(BrokenLaw) -> [DataTree] {
    var result: [DataTree] = []
    var index = 0
    let name = Array("Content-Length: ".utf8)
    while index < output.count {
      try require(output[index...].starts(with: name), "no header at \(index) of the output")
      let digits = output[(index + name.count)...].prefix { $0 >= 0x30 && $0 <= 0x39 }
      let start = digits.endIndex + 4
      guard let length = Int(String(decoding: digits, as: UTF8.self)), start + length <= output.count,
        output[digits.endIndex..<start].elementsEqual("\r\n\r\n".utf8)
      else { throw BrokenLaw(description: "a broken header at \(index) of the output") }
      let content = Array(output[start..<start + length])
      guard let tree = try? JSONParser.parse(content) else {
        throw BrokenLaw(description: "no JSON | \(String(decoding: content, as: UTF8.self))")
      }
      result.append(tree)
      index = start + length
    }
    return result
  }
}

/// A document that is changed piece by piece is the one that is opened with the last text.
enum DocumentLaw {
  /// A text, a line `%%`, then changes: four numbers (line, column, line, column), a length, and so many bytes.
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let parts = TwoParts(bytes, at: "\n%%\n")
    let first = String(decoding: parts.first, as: UTF8.self)
    var model = Array(first.utf16)
    var changed = ServerLaw.readyServer()
    _ = changed.receive(open(first))
    var rest = parts.second[...]
    var version = 1
    while rest.count >= 5, version < 20 {
      let numbers = rest.prefix(5).map { Int($0) }
      rest = rest.dropFirst(5)
      let text = String(decoding: rest.prefix(numbers[4] % 16), as: UTF8.self)
      rest = rest.dropFirst(numbers[4] % 16)
      version += 1
      _ = changed.receive(change(numbers, text, version))
      let ends = [offset(numbers[0], numbers[1], model), offset(numbers[2], numbers[3], model)].sorted()
      model.replaceSubrange(ends[0]..<ends[1], with: text.utf16)
    }
    var fresh = ServerLaw.readyServer()
    _ = fresh.receive(open(String(decoding: model, as: UTF16.self)))
    for method in ["textDocument/diagnostic", "textDocument/documentSymbol"] {
      let question = ServerLaw.frame(
        #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{"textDocument":{"uri":"\#(ServerLaw.uri)"}}}"#)
      let answers = [changed.receive(question), fresh.receive(question)]
      _ = try ServerLaw.messages(answers[0])
      try require(
        withoutNumber(answers[0]) == withoutNumber(answers[1]),
        "\(method) | \(String(decoding: answers[0], as: UTF8.self)) \(String(decoding: answers[1], as: UTF8.self))")
    }
  }

  private static func quoted(_ text: String) -> String {
    var output: [UInt8] = []
    JSONText.append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func open(_ text: String) -> [UInt8] {
    ServerLaw.frame(
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(ServerLaw.uri)","#
        + #""languageId":"markdown","version":1,"text":\#(quoted(text))}}}"#)
  }

  private static func change(_ numbers: [Int], _ text: String, _ version: Int) -> [UInt8] {
    let start = #"{"line":\#(numbers[0]),"character":\#(numbers[1])}"#
    let end = #"{"line":\#(numbers[2]),"character":\#(numbers[3])}"#
    return ServerLaw.frame(
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(ServerLaw.uri)","#
        + #""version":\#(version)},"contentChanges":[{"range":{"start":\#(start),"end":\#(end)},"#
        + #""text":\#(quoted(text))}]}}"#)
  }

  /// The unit that a position of the protocol (LSP 3.17, "Position") leads to.
  private static func offset(_ line: Int, _ column: Int, _ units: [UInt16]) -> Int {
    var index = 0
    for _ in 0..<line {
      while index < units.count, units[index] != 0x0A, units[index] != 0x0D { index += 1 }
      if index == units.count { return index }
      index += units[index] == 0x0D && index + 1 < units.count && units[index + 1] == 0x0A ? 2 : 1
    }
    for _ in 0..<column where index < units.count && units[index] != 0x0A && units[index] != 0x0D { index += 1 }
    let isInsidePair =
      index > 0 && index < units.count && units[index] & 0xFC00 == 0xDC00 && units[index - 1] & 0xFC00 == 0xD800
    return isInsidePair ? index - 1 : index
  }

  /// The answer without its header and without the number of the text.
  private static func withoutNumber(_ answer: [UInt8]) -> [UInt8] {
    let text = answer.drop { $0 != UInt8(ascii: "{") }
    let key = Array("\"resultId\":".utf8)
    guard let start = text.indices.first(where: { text[$0...].starts(with: key) }) else { return Array(text) }
    let end = text[(start + key.count)...].firstIndex(of: UInt8(ascii: ",")) ?? text.endIndex
    return Array(text[..<start] + text[end...])
  }
}
