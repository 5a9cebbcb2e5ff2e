import DataTree
import JSON
import Testing

@Suite struct JSONParserTests {
  @Test func readsNestedValues() throws {
    let tree = try JSONParser.parse(Array(#"{"a": [1, -2.5e3, "\ud83d\ude00é"], "b": null}"#.utf8))
    let root = try #require(tree.root)
    let list = try #require(tree.value(of: "a", in: root))
    let items = Array(tree.children(of: list))
    #expect(items.map { tree.type(of: $0) } == [.integer, .float, .string])
    #expect(tree.text(of: items[2]) == "😀é")
    #expect(tree.pairs(of: root).map { tree.text(of: $0.key) } == ["a", "b"])
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "01", "\"\u{1}\"", "nul", "[1] 2", "{a: 1}", "1.", "// c\n1", "\"\\x\"",
  ])
  func refusesWhatIsNotJSON(_ text: String) {
    #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func depthIsBounded() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONError.self) { try JSONParser.parse(deep) }
  }
}
