import SourceText
import Testing

@Suite struct LineIndexTests {
  @Test func everyLineEndCounts() {
    let bytes = Array("a\nb\r\nc\rd".utf8)
    #expect(LineIndex(bytes).lineStarts == [0, 2, 5, 7])
  }

  @Test func columnsDifferByUnit() {
    let bytes = Array("x\n😀é|".utf8)
    let index = LineIndex(bytes)
    #expect(index.position(at: 8, in: bytes, unit: .codePoints) == Position(line: 1, column: 2))
    #expect(index.position(at: 8, in: bytes, unit: .utf16) == Position(line: 1, column: 3))
    #expect(index.position(at: 8, in: bytes, unit: .utf8) == Position(line: 1, column: 6))
    for unit in ColumnUnit.allCases {
      #expect(index.offset(at: index.position(at: 8, in: bytes, unit: unit), in: bytes, unit: unit) == 8)
    }
  }

  @Test func badBytesCountAsOne() {
    let bytes: [UInt8] = [0xFF, 0xC3, 0x28, 0xE2, 0x82]
    let index = LineIndex(bytes)
    #expect(index.position(at: 5, in: bytes, unit: .codePoints).column == 5)
  }
}

@Suite struct EditTests {
  @Test func overlappingEditsMakeNoFix() {
    let title = Message(fr: "t", en: "t")
    #expect(Fix(title, .safe, [.deletion(ByteRange(0, 3)), .deletion(ByteRange(2, 4))]) == nil)
    #expect(Fix(title, .safe, []) == nil)
  }

  @Test func editsApplyInOrder() {
    let edits = [Edit(ByteRange(0, 1), "AA"), .insertion("-", at: 2), .deletion(ByteRange(3, 4))]
    #expect(String(decoding: Array("abcd".utf8).applying(edits), as: UTF8.self) == "AAb-c")
  }
}
