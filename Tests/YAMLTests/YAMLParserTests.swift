import DataTree
import JSON
import SourceText
import TestSupport
import Testing
import YAML

@Suite struct YAMLParserTests {
  private func parse(_ text: String, options: YAMLOptions = .stream) -> YAMLResult {
    YAMLParser.parse(Array(text.utf8), options: options)
  }

  private func slice(_ tree: DataTree, _ id: NodeID) -> String {
    String(decoding: tree.bytes[tree.range(of: id).indices], as: UTF8.self)
  }

  @Test func rangesCountInTheWholeFile() throws {
    let file = Array("---\nroles: dev\nopen: true\n---\ntexte: ici\n".utf8)
    let result = YAMLParser.parse(file, in: ByteRange(4, 26), options: .frontMatter)
    let root = try #require(result.tree.root)
    #expect(result.errors.isEmpty)
    #expect(result.tree.range(of: root) == ByteRange(4, 25))
    #expect(result.tree.pairs(of: root).map { slice(result.tree, $0.value) } == ["dev", "true"])
  }

  @Test func collectionsEndWithTheirLastChild() throws {
    let result = parse("a:\n  b: [1, 2]  # note\n\n  # autre\nc:\n- d\n- e  \n\nf: |\n  x\n\ng:\n")
    let tree = result.tree
    let root = try #require(tree.root)
    let values = tree.pairs(of: root).map { slice(tree, $0.value) }
    #expect(values == ["b: [1, 2]", "- d\n- e", "|\n  x", ""])
    #expect(tree.comments.map { String(decoding: tree.bytes[$0.indices], as: UTF8.self) } == ["# note", "# autre"])
  }

  @Test func absentNodesStandAfterTheirIndicator() throws {
    let marked = MarkedText("a:1️⃣2️⃣  # rien\nb: 1\n")
    let tree = YAMLParser.parse(marked.bytes).tree
    let root = try #require(tree.root)
    let value = try #require(tree.value(of: "a", in: root))
    #expect(tree.range(of: value) == marked.range)
    #expect(tree.type(of: value) == .null)
    let key = MarkedText("1️⃣2️⃣: 1\n")
    let other = YAMLParser.parse(key.bytes).tree
    let pair = try #require(other.pairs(of: NodeID(0)).map { $0 }.first)
    #expect(other.range(of: pair.key) == key.range)
  }

  @Test(arguments: [
    ("|\n  a\n   b\n\n", "a\n b\n"), ("|-\n  a\n", "a"), ("|+\n  a\n\n\n", "a\n\n\n"),
    (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
    ("|2\n    a\n", "  a\n"), ("|+\n", ""), ("'l''été'", "l'été"), ("'a\n   b\n\n   c'", "a b\nc"),
    (#""\u00e9\x41\U0001F600\n""#, "éA😀\n"), ("\"a\\\n   b\"", "ab"), ("a\n  b", "a b"), ("\"\\ud83d\\ude00\"", "😀"),
    ("\"\\ud83d\"", "\u{FFFD}"), (#""\/\_""#, "/\u{A0}"),
  ])
  func scalarText(_ text: String, _ value: String) throws {
    let result = parse("k: \(text)")
    #expect(result.errors.isEmpty)
    let root = try #require(result.tree.root)
    let id = try #require(result.tree.value(of: "k", in: root))
    #expect(result.tree.utf8(of: id) == Array(value.utf8))
    #expect(result.tree.scalar(id, equals: Array(value.utf8)))
  }

  @Test func keysAboveAndBelowAMistakeAreRead() throws {
    let result = parse(
      "roles: dev\ntitle: \"sans fin\nopen: true\ntechno: [a, b\ntype: friend\nsuite\ndate: 2022-01-01\n")
    let tree = result.tree
    let root = try #require(tree.root)
    #expect(
      tree.pairs(of: root).map { tree.text(of: $0.key) } == ["roles", "title", "open", "techno", "type", "date"])
    #expect(result.errors.map(\.code) == [.unclosedQuote, .unclosedFlow, .missingColon])
  }

  @Test func duplicateKeysAreFoundInSmallAndLargeMappings() {
    for extra in [0, 20] {
      let filler = (0..<extra).map { "k\($0): 1\n" }.joined()
      let tree = parse("a: 1\n\(filler)\"a\": 2\n<<: {}\n<<: {}\n1: x\n'1': y\n\u{E9}: 1\ne\u{301}: 2\n").tree
      let pairs = DuplicateKeys.find(in: tree)
      #expect(pairs.map { tree.text(of: $0.later) } == ["a"])
      #expect(pairs.map { tree.range(of: $0.first) } == [ByteRange(0, 1)])
    }
  }

  @Test func aliasesAreFollowedAndBounded() throws {
    let tree = parse("a: &x [1, 2]\nb: *x\n").tree
    #expect(String(decoding: try JSONPrinter.print(tree), as: UTF8.self) == "{\"a\":[1,2],\"b\":[1,2]}\n")
    var bomb = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "- &a\(level) [\(aliases)]\n"
    }
    let laughs = parse(bomb)
    #expect(laughs.errors.isEmpty)
    #expect(throws: AliasError.self) { try JSONPrinter.print(laughs.tree) }
  }

  @Test func anAliasNeverHoldsItself() {
    let result = parse("&a [1, *a]\n")
    #expect(result.errors.isEmpty)
    #expect(result.suspects.map(\.code) == [.recursiveAlias])
    #expect(throws: AliasError.self) { try JSONPrinter.print(result.tree) }
    #expect(result.tree.resolved(NodeID(2)) == NodeID(2))
  }

  @Test(arguments: ["[", "{", "- ", "? ", "[{a: ", "- - ? - ", "{[", "&a [", "!!seq [", "[[]: ", "\"", "a:\n "])
  func depthIsBounded(_ piece: String) {
    let bytes = Array(String(repeating: piece, count: 10_000).utf8)
    let result = YAMLParser.parse(bytes)
    #expect(result.tree.nodes.count <= 2 * bytes.count + 2)
    #expect(!result.errors.isEmpty || piece == "\"" || piece == "a:\n ")
    _ = EventPrinter.print(result.tree)
    _ = TreePrinter.print(result.tree)
    _ = try? JSONPrinter.print(result.tree)
  }

  @Test func indentationCanNestDeeply() {
    var text = ""
    for level in 0..<900 { text += String(repeating: " ", count: level) + "a:\n" }
    #expect(parse(text).errors.isEmpty)
    for level in 900..<1_100 { text += String(repeating: " ", count: level) + "a:\n" }
    #expect(parse(text).errors.map(\.code) == [.tooDeep])
  }

  @Test func implicitKeysAreLimited() {
    let good = String(repeating: "é", count: 1_024)
    #expect(parse("\(good): 1\n").errors.isEmpty)
    #expect(parse("\(good)a: 1\n").errors.map(\.code) == [.keyTooLong])
    #expect(parse("? \(good)a\n: 1\n").errors.isEmpty)
    #expect(parse("{\(good)a: 1}\n").errors.isEmpty)
  }

  @Test func documentsAreCounted() {
    #expect(parse("a\n---\nb\n...\n---\nc\n").tree.roots.count == 3)
    let limited = parse("a\n---\nb\n---\nc\n", options: YAMLOptions(documentLimit: 2))
    #expect(limited.tree.roots.count == 2)
    #expect(limited.errors.map(\.code) == [.tooManyDocuments])
  }

  @Test func badCharactersAreErrorsInABareFile() {
    let bytes = Array("a: b\u{1}\n".utf8) + [0x62, 0x3A, 0x20, 0xFF, 0xFE, 0x0A]
    let result = YAMLParser.parse(bytes)
    #expect(result.errors.map(\.code) == [.controlCharacter, .invalidUTF8])
    #expect(result.errors.map(\.range) == [ByteRange(4, 5), ByteRange(9, 11)])
    #expect(YAMLParser.parse(bytes, options: .frontMatter).errors.isEmpty)
  }

  @Test func treeIsPrintedForPeople() {
    let tree = parse("a: &x \"\u{1B}é\"\nb: *x\n").tree
    let printed = String(decoding: TreePrinter.print(tree), as: UTF8.self)
    #expect(
      printed == """
        document 1
          mapping block 0..<17, 2 pairs
            key string plain 0..<1 "a"
            value string doubleQuoted 6..<11 "\\u{1B}é" "&x"
            key string plain 12..<13 "b"
            value alias 15..<17 "*x"

        """)
  }

  @Test func printersTakeJSON() throws {
    let tree = try JSONParser.parse(Array(#"{"a": [1, {}], "b": "x\n"}"#.utf8))
    #expect(String(decoding: try JSONPrinter.print(tree), as: UTF8.self) == "{\"a\":[1,{}],\"b\":\"x\\n\"}\n")
    #expect(String(decoding: EventPrinter.print(tree), as: UTF8.self).hasPrefix("+STR\n+DOC\n+MAP {}\n=VAL \"a\n"))
  }

  @Test(arguments: ["- 'a\n  b': c\n  d: e\n x\n", "- \"aaaaaaaaaa\nb\": c\n  d: e\n", "? [a,\n b]: c\n d: e\n"])
  func keysOverSeveralLinesAreReportedOnce(_ text: String) {
    let errors = parse(text).errors
    #expect(errors.filter { $0.code == .multilineKey }.count <= 1 && !errors.isEmpty)
  }

  @Test func everyCutOfATextIsRead() {
    let text = Array(
      "# é\na: &x 'b''c'\n\"d\\u00e9\": [1, {e: f}, *x]\n? g\n: |+2\n   h\n\n- i: >-\n    j\n  k: !!str l\n".utf8)
    for end in 0...text.count {
      let result = YAMLParser.parse(Array(text[..<end]))
      for index in result.tree.nodes.indices { _ = result.tree.text(of: NodeID(index)) }
      for error in result.errors { #expect(error.range.end <= end) }
    }
  }
}
