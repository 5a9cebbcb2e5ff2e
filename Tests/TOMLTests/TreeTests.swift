import DataTree
import SourceText
import TOML
import Testing

/// The tree that is made of a text: order, ranges, and what the values are.
struct TreeTests {
  private func json(_ text: String) throws -> String {
    let result = TOMLParser.parse(Array(text.utf8))
    #expect(result.errors.isEmpty)
    return String(decoding: try JSONPrinter.print(result.tree), as: UTF8.self).trimmingSuffix("\n")
  }

  private func text(_ range: ByteRange, _ tree: DataTree) -> String {
    String(decoding: tree.bytes[range.indices], as: UTF8.self)
  }

  @Test func tablesThatAreOpenedAgainStandTogether() throws {
    #expect(
      try json("[a.x]\nk = 1\n[b]\nk = 2\n[a.y]\nk = 3\n[a]\nk = 4")
        == #"{"a":{"x":{"k":1},"y":{"k":3},"k":4},"b":{"k":2}}"#)
    #expect(
      try json("a.x = 1\nb = { p.q = 1, r = [{ s.t = 2, u = 3, s.v = 4 }], p.w = 5 }\na.y = 2")
        == #"{"a":{"x":1,"y":2},"b":{"p":{"q":1,"w":5},"r":[{"s":{"t":2,"v":4},"u":3}]}}"#)
    #expect(
      try json("[[l]]\nk = 1\n[[l.m]]\n[l.m.n]\nz = 1\n[o]\n[[l]]\n[[l.m]]\nk = 2")
        == #"{"l":[{"k":1,"m":[{"n":{"z":1}}]},{"m":[{"k":2}]}],"o":{}}"#)
  }

  @Test func aKeyHasEveryPlaceThatNamesIt() throws {
    let tree = TOMLParser.parse(Array("[a.x]\n[b]\n[a.y]\n[a]\n[[c]]\n[[c]]\nd.e = 1\nd.f = 2".utf8)).tree
    let root = try #require(tree.root)
    #expect(tree.pair(of: "a", in: root).map { tree.places(of: $0.key).map(\.start) } == [1, 11, 17])
    #expect(tree.pair(of: "b", in: root).map { tree.places(of: $0.key).count } == 1)
    let list = try #require(tree.value(of: "c", in: root))
    let last = try #require(Array(tree.children(of: list)).last)
    #expect(tree.pair(of: "d", in: last).map { tree.places(of: $0.key).count } == 2)
  }

  @Test func everyPartHasItsRange() throws {
    let tree = TOMLParser.parse(Array("[lieu.\"bureau\"] # ici\nnom = \"Brest\"\nsalles = [ 1, 2 ]\n".utf8)).tree
    let root = try #require(tree.root)
    let place = try #require(tree.pair(of: "lieu", in: root))
    let office = try #require(tree.pair(of: "bureau", in: place.value))
    let name = try #require(tree.pair(of: "nom", in: office.value))
    let rooms = try #require(tree.value(of: "salles", in: office.value))
    #expect(text(tree.range(of: place.key), tree) == "lieu")
    #expect(text(tree.range(of: office.key), tree) == "\"bureau\"")
    #expect(text(tree.range(of: office.value), tree) == "nom = \"Brest\"\nsalles = [ 1, 2 ]")
    #expect(text(tree.content(of: name.value), tree) == "Brest")
    #expect(text(tree.range(of: rooms), tree) == "[ 1, 2 ]")
    #expect(tree.comments.map { text($0, tree) } == ["# ici"])
    #expect(tree.pointer(to: rooms) == "/lieu/bureau/salles")
  }

  @Test(arguments: [
    ("1_000", "1000"), ("0xFF_ff", "65535"), ("0b1_01", "5"), ("0o17", "15"), ("+7", "7"), ("1_0.5e+1_0", "10.5e+10"),
    ("-inf", "\"-.inf\""), ("nan", "\".nan\""), ("'''\n a'b'''", "\" a'b\""), ("\"\"\"a\\\n  b\"\"\"", "\"ab\""),
    ("\"\"\"\r\na\r\nb\"\"\"", "\"a\\nb\""), ("\"\"\"\"a\"\"\"\"\"", "\"\\\"a\\\"\\\"\""),
    ("\"\\u00e9\\x41\"", "\"éA\""),
    ("1979-05-27 07:32z", "\"1979-05-27T07:32:00Z\""), ("07:32", "\"07:32:00\""), ("2022-06-28", "\"2022-06-28\""),
  ])
  func valuesMeanWhatTheStandardSays(written: String, value: String) throws {
    #expect(try json("k = \(written)") == "{\"k\":\(value)}")
  }

  @Test func depthIsBounded() {
    for text in [
      String(repeating: "[", count: 100_000), "a" + String(repeating: ".a", count: 100_000) + " = 1",
      "[a" + String(repeating: ".a", count: 100_000) + "]", "k = " + String(repeating: "[{a=", count: 100_000),
    ] {
      let result = TOMLParser.parse(Array(("k = " + text).utf8)).tree
      #expect(result.nodes.count < 10_000)
      #expect(TOMLParser.parse(Array(text.utf8)).tree.nodes.count < 10_000)
    }
  }

  @Test func aPartOfATextIsReadAlone() throws {
    let result = TOMLParser.parse(Array("+++\na = 1\n+++\nb".utf8), in: ByteRange(4, 10), options: .frontMatter)
    #expect(result.errors.isEmpty)
    #expect(
      result.tree.root.flatMap { result.tree.value(of: "a", in: $0) }.map { result.tree.range(of: $0) }
        == ByteRange(8, 9))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
