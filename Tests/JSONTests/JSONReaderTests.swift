import DataTree
import JSON
import SourceText
import Testing

/// What people write for JSON: what is said of it, and the text after every fix.
@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("{\"a\": 1,}", [JSONMistake.Code.trailingComma], "{\"a\": 1}"),
    ("[1, 2,]", [.trailingComma], "[1, 2]"),
    ("{'a': 'l\u{27}été'}", [.singleQuotes, .singleQuotes], "{\"a\": \"l'été\"}"),
    ("{a: 1, b-c: 2}", [.bareKey, .bareKey], "{\"a\": 1, \"b-c\": 2}"),
    ("{\"a\": True, \"b\": None}", [.otherWord, .otherWord], "{\"a\": true, \"b\": null}"),
    ("{\"a\": Brest même}", [.bareText], "{\"a\": \"Brest même\"}"),
    ("{\"a\": “x”}", [.typographicQuotes], "{\"a\": \"x\"}"),
    ("{\"a\" = 1}", [.equalsForColon], "{\"a\": 1}"),
    ("{\"a\": 1 \"b\": 2}", [.missingComma], "{\"a\": 1, \"b\": 2}"),
    ("{\"a\": 1\n// c\n\"b\": 2}", [.comment, .missingComma], "{\"a\": 1,\n\"b\": 2}"),
    ("[1,, 2]", [.extraComma], "[1, 2]"),
    ("[1, 2}", [.wrongBracket], "[1, 2]"),
    ("{\"a\": \"x,\n\"b\": 1}", [.unclosedQuote], "{\"a\": \"x\",\n\"b\": 1}"),
    ("\"a\\d\"", [.badEscape], "\"a\\\\d\""),
    ("[017]", [.badNumber], "[017]"),
    ("[.5, +1, 1., NaN]", [.badNumber, .badNumber, .badNumber, .badNumber], "[.5, +1, 1., NaN]"),
    ("{\"a\": }", [.missingValue], "{\"a\": }"),
    ("{\"a\"}", [.missingColon], "{\"a\"}"),
    ("[1", [.unclosedBracket], "[1"),
    ("", [.empty], ""),
    ("1 2", [.textAfterValue], "1 2"),
  ])
  func namesAndMends(text: String, codes: [JSONMistake.Code], fixed: String) {
    let bytes = Array(text.utf8)
    let result = JSONReader.read(bytes)
    #expect(result.mistakes.map(\.code) == codes)
    let mended = bytes.applying(result.mistakes.flatMap { $0.fix?.edits ?? [] }.sorted { $0.range < $1.range })
    #expect(String(decoding: mended, as: UTF8.self) == fixed)
    #expect(JSONReader.read(mended).mistakes.isEmpty == (mended != bytes))
  }

  @Test(arguments: ["{}", "[]", "{\"a\": [1, -2.5e3, null, true]}", " \"\\u00e9\" ", "0"])
  func readsWhatTheStrictReaderReads(_ text: String) throws {
    let result = JSONReader.read(Array(text.utf8))
    #expect(result.mistakes.isEmpty)
    #expect(try JSONPrinter.print(result.tree) == JSONPrinter.print(JSONParser.parse(Array(text.utf8))))
  }

  @Test func endsAtItsOwnBrace() {
    let text = Array("{\"a\": {\"b\": 1}}\nTexte }\n".utf8)
    let result = JSONReader.read(text, allowsTextAfter: true)
    #expect(result.mistakes.isEmpty)
    #expect(result.end == 15)
  }

  @Test func depthIsBounded() {
    let deep = JSONReader.read([UInt8](repeating: UInt8(ascii: "["), count: 100_000))
    #expect(deep.mistakes.map(\.code) == [.tooDeep])
  }
}
