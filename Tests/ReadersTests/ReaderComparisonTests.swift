import DataTree
import Readers
import SourceText
import TestSupport
import Testing
import YAML

/// Where readers disagree, and that nothing is missed by the look that spares asking them.
@Suite struct ReaderComparisonTests {
  private static let all = Reader.allCases.filter { ![.pelican, .pandoc, .nikola, .symfony, .markata].contains($0) }

  private static func compare(_ text: String, _ readers: [Reader], asksAll: Bool = false) -> ReaderComparison {
    let bytes = Array(text.utf8)
    let range = ByteRange(0, bytes.count)
    let result = YAMLParser.parse(bytes, in: range, options: .frontMatter)
    return Readers.compare(
      result.tree, in: range, hasErrors: asksAll || !result.errors.isEmpty, readers: readers)
  }

  @Test(arguments: [
    ("draft: yes\n", "/draft"), ("heure: 12:30\n", "/heure"), ("code: 010\n", "/code"),
    ("a:\n  b: [x, no]\n", "/a/b/1"),
    ("pos: {80:8080}\n", "/pos/80:8080"), ("fin: 2022-02-30\n", "/fin"), ("yes: 1\n", "/yes"),
  ])
  func readersDisagree(text: String, pointer: String) throws {
    let comparison = Self.compare(text, Reader.defaults)
    #expect(comparison.disagreements.contains { $0.pointer == pointer } || !comparison.refusals.isEmpty)
  }

  @Test(arguments: [
    "title: Offre\n", "date: 2022-06-28\n", "open: true\n", "n: 12\n", "a:\n- x\n- 'y'\n", "empty:\n", "f: 1.5\n",
    "t: \"12:30\"\n", "u: http://example.org/a\n", "moment: 2022-06-28 07:27:43\n",
  ])
  func readersAgree(text: String) {
    let comparison = Self.compare(text, Reader.defaults)
    #expect(comparison.isUnanimous, "\(comparison)")
  }

  /// Whatever a value is, it is the same as itself: else no fix of its file could be held to change no value.
  @Test func aValueIsTheSameAsItself() {
    let values: [ReaderValue] = [
      .null, .undefined, .bool(true), .int("12"), .float(1.5), .float(.nan), .string(Array("a".utf8)),
      .bytes([1]), .local(.date, "2022-05-30"), .sequence([.null]),
      .mapping([ReaderPair(.string(Array("a".utf8)), .null)]),
    ]
    for value in values { #expect(ValueAgreement.areSame(value, value), "\(value)") }
    #expect(!ValueAgreement.areSame(.local(.date, "2022-05-30"), .local(.date, "2022-05-31")))
  }

  @Test func disagreementNamesTheNodeAndBothValues() throws {
    let text = "title: x\npublished: no\n"
    let found = try #require(Self.compare(text, [.jekyll, .hugo]).disagreements.first)
    let bytes = Array(text.utf8)
    let tree = YAMLParser.parse(bytes, options: .frontMatter).tree
    #expect(found.node.map { tree.text(of: $0) } == "no")
    #expect(found.first.reader == .jekyll)
    #expect(found.first.value?.kind == .bool)
    #expect(found.second.value?.kind == .string)
  }

  @Test func refusalHasPlaceAndReason() throws {
    let comparison = Self.compare("a: 1\na: 2\n", [.jekyll, .hugo])
    let refusal = try #require(comparison.refusals.first)
    #expect(refusal.reader == .hugo)
    #expect(refusal.refusal == Refusal(.duplicateKey, ByteRange(5, 6)))
  }

  @Test func plainTextIsReadAlikeByAll() {
    let pieces = [
      "yes", "a", "b c", "é", "12", "2022-06-28", "true", "[a, b]", "{a: b}", "[a:]", "{a:}", "/a/b", "(s)css",
      "2022-06-28T07:27:43Z", "2022-06-28T07:27:43.5Z", "2022-06-28T24:00:00Z", "\"x y\"", "'z'", "Nom", "null", "~",
      "0",
      "10", "007", "x#y", "http://a.b/c", "12:30", "1e3", "*x", "!t x", "y", "- a", "a: b", "|\n  x", "x\n  y",
      "\"\\/\"",
    ]
    let heads = ["k: ", "m: ", "K: ", "é: ", "p:\n  - ", "q:\n  r: ", "yes: ", "1: "]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        text += (heads.randomElement(using: &generator) ?? "") + (pieces.randomElement(using: &generator) ?? "") + "\n"
      }
      guard Self.compare(text, Self.all).isUnanimous else { continue }
      #expect(Self.compare(text, Self.all, asksAll: true).isUnanimous, "\(text.debugDescription)")
    }
  }

  @Test(arguments: Reader.allCases)
  func anyBytesAreReadInBounds(reader: Reader) {
    let pieces = "\0\t\n\r :-?,[]{}#&*!|>'\"%@`\\<=+.0128axyeE_é\u{85}\u{2028}\u{FEFF}"
    let scalars = Array(pieces.unicodeScalars)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if let scalar = scalars.randomElement(using: &generator) { text.unicodeScalars.append(scalar) }
      }
      #expect(!Readers.read(Array(text.utf8), as: reader, isBare: true).lines.isEmpty)
      #expect(!Readers.read(Array("---\n\(text)\n---\n".utf8), as: reader).lines.isEmpty)
    }
    let bomb =
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
      + (0..<9).map {
        "b\($0): &b\($0) [\(Array(repeating: $0 == 0 ? "*a" : "*b\($0 - 1)", count: 9).joined(separator: ","))]\n"
      }.joined()
    for text in [bomb, String(repeating: "[", count: 5000), String(repeating: "- ", count: 3000), "a: &x [*x]\n"] {
      #expect(!Readers.read(Array(text.utf8), as: reader, isBare: true).lines.isEmpty)
    }
  }

  /// A reader that changes the text before it reads it still says where in the file it stumbles.
  @Test(arguments: Reader.allCases)
  func refusalsHaveThePlacesOfTheFile(_ reader: Reader) throws {
    func refusal(_ bytes: [UInt8]) -> (reason: RefusalReason, line: Int)? {
      guard let refusal = Readers.read(bytes, as: reader).refusal else { return nil }
      #expect(refusal.range.start <= refusal.range.end && refusal.range.end <= bytes.count, "\(reader.name)")
      return (refusal.reason, LineIndex(bytes).line(at: min(refusal.range.start, bytes.count)))
    }
    let plain = "---\ntitle: cafe\nsuite: e\nd: e\nfoo: @bar\n---\n"
    guard let wanted = refusal(Array(plain.utf8)) else { return }
    let cut =
      Array("---\ntitle: caf".utf8) + [0xC3] + Array("\nsuite: ".utf8) + [0xE2, 0x80]
      + Array("\nd: e\nfoo: @bar\n---\n".utf8)
    let variants = [
      cut, Array(plain.replacing("\n", with: "\r\n").utf8),
      Array(plain.replacing("cafe", with: "cafe" + String(repeating: " ", count: 60)).utf8),
      Array(plain.replacing("suite: e", with: "suite:\t\te").utf8),
    ]
    for bytes in variants {
      guard let found = refusal(bytes), found.reason == wanted.reason else { continue }
      #expect(found.line == wanted.line, "\(reader.name): \(found)")
    }
  }
}
