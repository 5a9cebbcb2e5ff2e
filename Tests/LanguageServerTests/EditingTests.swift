import PostingLint
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// Whatever is typed, the server has the text that the client has, and says of it what it says of a text that was just
/// opened.
@Suite struct EditingTests {
  @Test func changesGiveTheTextOfTheModel() {
    var generator = SeededGenerator(seed: 8)
    var changes = 0
    for _ in 0..<2000 {
      let script = EditScript(generator.bytes(Int.random(in: 0..<300, using: &generator)))
      var text = EditableText(Array(script.text.utf8))
      var model = ModelText(script.text)
      for change in script.changes {
        text.apply(TextChange(change), unit: script.unit)
        model.apply(change, unit: script.unit)
        changes += 1
      }
      #expect(text.bytes == model.bytes, "\(script)")
      #expect(text.lines.lineStarts == LineIndex(text.bytes).lineStarts, "\(script)")
      for change in script.changes {
        guard let (start, _) = change.ends else { continue }
        let offset = text.offset(of: start, unit: script.unit)
        let position = text.position(of: offset, text.columns(in: script.unit))
        #expect(text.offset(of: position, unit: script.unit) == offset, "\(script)")
      }
    }
    #expect(changes > 10_000)
  }

  /// The texts of scripts, sent as messages of one to four changes.
  @Test func findingsAreThoseOfAFreshText() throws {
    var generator = SeededGenerator(seed: 3)
    var findings = 0
    for _ in 0..<60 {
      let script = EditScript(generator.bytes(Int.random(in: 40..<240, using: &generator)))
      let encoding = PositionEncoding(script.unit)
      let capabilities = #"{"general": {"positionEncodings": ["\#(encoding.rawValue)"]}}"#
      let client = TestClient(capabilities)
      client.open(script.text)
      var model = ModelText(script.text)
      var rest = script.changes[...]
      var version = 1
      while !rest.isEmpty {
        let some = rest.prefix(Int.random(in: 1...4, using: &generator))
        rest = rest.dropFirst(some.count)
        version += 1
        client.notify(
          "textDocument/didChange", TestClient.changeParams(some.map { $0.message }, version: version))
        for change in some { model.apply(change, unit: script.unit) }
      }
      #expect(client.text() == model.bytes, "\(script)")
      let published = try #require(client.published())
      #expect(published["version"]?.integer == version)
      let fresh = TestClient(capabilities)
      fresh.open(String(decoding: model.bytes, as: UTF8.self))
      #expect(published["diagnostics"]?.source == fresh.published()?["diagnostics"]?.source, "\(script)")
      findings += published["diagnostics"]?.items?.count ?? 0
    }
    #expect(findings > 60)
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func typingAroundEmojiLineEndsAndAByteOrderMark(_ encoding: String) throws {
    let client = TestClient(#"{"general": {"positionEncodings": ["\#(encoding)"]}}"#)
    client.open("\u{FEFF}---\r\nroles: 👩‍💻🚀x\r\nopen: true\r\n---\r\n")
    // Behind `roles: ` and woman, joiner, laptop, rocket.
    let ends: [String: Int] = ["utf-8": 22, "utf-16": 14, "utf-32": 11]
    let end = try #require(ends[encoding])
    let change = [
      TestClient.change(1, end, 1, end + 1, "é"), TestClient.change(1, end, 1, end, "\r\n#"),
      // Past the end of a line: before its CR LF.
      TestClient.change(2, 99, 2, 99, "!"),
    ]
    client.notify("textDocument/didChange", TestClient.changeParams(change, version: 2))
    let expected = "\u{FEFF}---\r\nroles: 👩‍💻🚀\r\n#é!\r\nopen: true\r\n---\r\n"
    #expect(client.text() == Array(expected.utf8))
  }

  @Test func aChangeThatCannotBeReadIsNeverGuessed() throws {
    let client = TestClient()
    client.open("---\nroles: a\nroles: a\nopen: true\n---\n")
    #expect(client.published()?["diagnostics"]?.items?.isEmpty == false)
    let broken = #"{"range": {"start": {"line": "x"}}, "text": "zzz"}"#
    client.notify("textDocument/didChange", TestClient.changeParams([broken], version: 2))
    #expect(client.published()?["diagnostics"]?.items?.isEmpty == true)
    client.notify(
      "textDocument/didChange", TestClient.changeParams([TestClient.change(1, 0, 1, 0, "x")], version: 3))
    #expect(client.published()?["diagnostics"]?.items?.isEmpty == true)
    // The whole text, and the server knows again.
    client.notify(
      "textDocument/didChange", TestClient.changeParams([##"{"text": "---\nopen: 1\nopen: 2\n---\n"}"##], version: 4))
    let published = try #require(client.published())
    #expect(published["version"]?.integer == 4)
    #expect(TestClient.rules(published["diagnostics"]).contains("duplicate-key"))
  }

  @Test func twoHundredKeysAreOneLint() {
    let client = TestClient()
    client.open(goodPosting)
    let before = client.lintCount
    let messages = (2...201).map { version in
      TestClient.notification(
        "textDocument/didChange",
        TestClient.changeParams([TestClient.change(1, 7, 1, 7, "x")], version: version))
    }
    #expect(client.send(messages).isEmpty)
    #expect(client.lintCount == before + 1)
    #expect(client.published()?["version"]?.integer == 201)
  }
}

extension PositionEncoding {
  /// The encoding with a unit.
  init(_ unit: ColumnUnit) {
    switch unit {
    case .codePoints: self = .utf32
    case .utf8: self = .utf8
    case .utf16: self = .utf16
    }
  }
}

extension TextChange {
  /// A change of a script.
  init(_ change: EditScript.Change) {
    self.init(
      range: change.ends.map { PositionRange(start: $0.start, end: $0.end) }, text: Array(change.text.utf8))
  }
}

extension EditScript.Change {
  /// The change in a message.
  fileprivate var message: String {
    guard let (start, end) = ends else { return #"{"text": \#(TestClient.quoted(text))}"# }
    return TestClient.change(start.line, start.column, end.line, end.column, text)
  }
}
