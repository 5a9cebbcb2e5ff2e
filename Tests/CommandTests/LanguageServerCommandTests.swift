import Foundation
import TestSupport
import Testing

/// `posting-lint lsp`, from start to exit, beside the other commands on the same file.
@Suite struct LanguageServerCommandTests {
  private static let name = "2022-05-30-exemple.md"

  /// Says `messages` to a server in the folder; what it answers, and its exit status.
  private func talk(
    _ folder: CommandFolder, _ messages: [[String: Any]]
  ) throws -> (messages: [[String: Any]], status: Int32) {
    var input: [UInt8] = []
    for message in messages {
      let content = try JSONSerialization.data(withJSONObject: message.merging(["jsonrpc": "2.0"]) { $1 })
      input += Array("Content-Length: \(content.count)\r\n\r\n".utf8) + Array(content)
    }
    let result = try folder.run("lsp", input: input)
    #expect(result.errors.isEmpty)
    return (try Self.messages(result.output), result.status)
  }

  private static func messages(_ output: [UInt8]) throws -> [[String: Any]] {
    var rest = output[...]
    var result: [[String: Any]] = []
    while !rest.isEmpty {
      let end = try #require(rest.firstIndex(of: 0x0A))
      let digits = rest[..<end].filter { (0x30...0x39).contains($0) }
      let length = try #require(Int(String(decoding: digits, as: UTF8.self)))
      let content = rest.dropFirst(end - rest.startIndex + 3).prefix(length)
      result.append(try #require(JSONSerialization.jsonObject(with: Data(content)) as? [String: Any]))
      rest = rest[content.endIndex...]
    }
    return result
  }

  private static func request(_ id: Int, _ method: String, _ params: [String: Any]?) -> [String: Any] {
    ["id": id, "method": method, "params": params ?? NSNull()]
  }

  private static func notification(_ method: String, _ params: [String: Any]) -> [String: Any] {
    ["method": method, "params": params]
  }

  private static var start: [[String: Any]] {
    let params: [String: Any] = [
      "processId": NSNull(), "rootUri": NSNull(), "locale": "en",
      "capabilities": ["general": ["positionEncodings": ["utf-32"]]],
    ]
    return [request(1, "initialize", params), notification("initialized", [:])]
  }

  private static var end: [[String: Any]] { [request(9, "shutdown", nil), notification("exit", [:])] }

  @Test func itsFindingsAndFixesAreThoseOfTheCommand() throws {
    let folder = try CommandFolder()
    let text = Sample.damaged.replacingOccurrences(
      of: "startup: atlas\n", with: "startup: atlas\r\ntechno: 🚀\nrole: a\n")
    try folder.write(Self.name, text)
    try folder.write(".posting-lint.yml", "today: 2022-07-01\n")
    let uri = folder.url.appendingPathComponent(Self.name).absoluteString
    let document: [String: Any] = ["uri": uri]
    let whole = ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]]
    let (messages, status) = try talk(
      folder,
      Self.start + [
        Self.notification(
          "textDocument/didOpen",
          ["textDocument": ["uri": uri, "languageId": "markdown", "version": 1, "text": text]]),
        Self.request(
          2, "textDocument/codeAction",
          ["textDocument": document, "range": whole, "context": ["diagnostics": [], "only": ["source.fixAll"]]]),
      ] + Self.end)
    #expect(status == 0)

    let json = try folder.run("--format", "json", Self.name)
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    let expected = try #require(report["diagnostics"] as? [[String: Any]]).map { try Self.line(ofReport: $0) }
    let published = messages.first { $0["method"] as? String == "textDocument/publishDiagnostics" }
    let params = try #require(published?["params"] as? [String: Any])
    let found = try #require(params["diagnostics"] as? [[String: Any]]).map { try Self.line(ofServer: $0) }
    #expect(found == expected)
    #expect(found.count >= 4)

    let actions = try #require(messages.first { $0["id"] as? Int == 2 }?["result"] as? [[String: Any]])
    let edit = try #require(actions.first?["edit"] as? [String: Any])
    let edits = try #require((edit["changes"] as? [String: Any])?[uri] as? [[String: Any]])
    let fixed = try folder.run(
      "--fix", "--stdin-filename", Self.name, "-", input: Array(text.utf8))
    #expect(try Self.applying(edits, to: text) == fixed.text)
    #expect(fixed.text != text)
  }

  private static func line(ofReport finding: [String: Any]) throws -> String {
    let range = try #require(finding["range"] as? [String: [String: Int]])
    let ends = try ["start", "end"].map { end in
      let place = try #require(range[end])
      return "\(try #require(place["line"]) - 1):\(try #require(place["column"]) - 1)"
    }
    let notes = (finding["notes"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
    let message = ([try #require(finding["message"] as? String)] + notes).joined(separator: "\n")
    let severity = ["error": 1, "warning": 2, "info": 3][finding["severity"] as? String ?? ""] ?? 0
    return "\(ends) \(severity) \(finding["rule"] ?? "") \(message)"
  }

  private static func line(ofServer finding: [String: Any]) throws -> String {
    let range = try #require(finding["range"] as? [String: [String: Int]])
    let ends = try ["start", "end"].map { end in
      let place = try #require(range[end])
      return "\(try #require(place["line"])):\(try #require(place["character"]))"
    }
    return "\(ends) \(finding["severity"] ?? "") \(finding["code"] ?? "") \(finding["message"] ?? "")"
  }

  /// The text after edits with columns in code points, from the last to the first.
  private static func applying(_ edits: [[String: Any]], to text: String) throws -> String {
    var scalars = Array(text.unicodeScalars)
    func index(_ place: [String: Int]) throws -> Int {
      var starts = [0]
      for index in scalars.indices where scalars[index] == "\n" { starts.append(index + 1) }
      return starts[try #require(place["line"])] + (try #require(place["character"]))
    }
    for edit in edits.reversed() {
      let range = try #require(edit["range"] as? [String: [String: Int]])
      let start = try index(try #require(range["start"]))
      let end = try index(try #require(range["end"]))
      scalars.replaceSubrange(start..<end, with: try #require(edit["newText"] as? String).unicodeScalars)
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  @Test func itsExitStatusSaysWhetherItWasShutDown() throws {
    let folder = try CommandFolder()
    #expect(try talk(folder, Self.start + Self.end).status == 0)
    #expect(try talk(folder, Self.start + [Self.notification("exit", [:])]).status == 1)
    #expect(try talk(folder, [Self.notification("exit", [:])]).status == 1)
    // The client is gone without a word.
    #expect(try talk(folder, Self.start).status == 1)
    #expect(try talk(folder, Self.start + [Self.request(9, "shutdown", nil)]).status == 0)
    #expect(try folder.run("lsp", input: Array("rubbish\r\n\r\n".utf8)).status == 1)
  }

  @Test func aClosedOutputEndsIt() throws {
    let folder = try CommandFolder()
    try folder.write(
      "input", "Content-Length: 58\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}")
    let result = try folder.shell("(sleep 0.3; cat input) | { \"$0\" lsp; echo $? >status; } | true; cat status")
    #expect(result.text == "1\n")
    #expect(result.errors.isEmpty)
  }
}
