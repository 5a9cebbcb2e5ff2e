import DataTree
import SourceText
import Testing
import YAML

/// What is written reads back as what was meant, wherever it stands.
@Suite struct ScalarWriterTests {
  private static let texts = [
    "Coach", "Développement", "true", "Non", "~", "null", "1.0", "0x1F", "12:30", "2022-01-01", "a: b", "a #b", "a#b",
    "-",
    "- a", "?x", "[a]", "a, b", "{a}", "it's", "\"q\"", "\\", "'", "*a", "&a", "!a", "%a", "@a", "`a`", "| a", "> a",
    " a",
    "a ", "a\tb", "a\nb", "é\u{85}é", "\u{2028}", "\u{FEFF}a", "\u{A0}", ":a", "a:", "::", "<<", "=", ".inf", "y", "on",
    "Chargé de déploiement", "https://a.fr/b?c=d#e", "---", "...", "😀", "\u{7F}", "\u{1}", "1_000", "0o17", "1e3", "",
    "Éditeur", "a  b", "x: y: z", "]", "}", ",", "Data et IA",
  ]

  @Test(arguments: texts)
  func readsBack(_ text: String) throws {
    let bytes = Array(text.utf8)
    for style in [NodeStyle.plain, .singleQuoted, .doubleQuoted] {
      for (place, frame) in [
        (ScalarPlace.block, ("k:\n  - ", "\n")), (.block, ("k: ", " # c\n")), (.flow, ("k: [x, ", "]\n")),
        (.flow, ("{k: ", ", l: 1}\n")), (.flow, ("k: ", "\n")), (.key, ("", ": 1\n")), (.key, ("{", ": 1}\n")),
      ] {
        guard let written = YAMLScalarWriter.written(bytes, at: place, like: style) else {
          Issue.record("\(text.debugDescription) cannot be written")
          continue
        }
        let result = YAMLParser.parse(Array(frame.0.utf8) + written + Array(frame.1.utf8))
        #expect(result.errors.isEmpty, "\(String(decoding: written, as: UTF8.self))")
        let tree = result.tree
        let found = tree.nodes.indices.map { NodeID($0) }.filter {
          tree[$0].kind == .scalar && tree.utf8(of: $0) == bytes
        }
        #expect(
          found.contains { tree.coreMeaning(of: $0) == .string && tree.legacyMeaning(of: $0) == .string },
          "\(String(decoding: written, as: UTF8.self)) at \(place)")
      }
    }
  }

  @Test(arguments: ["Coach", "Développement", "Chargé de déploiement", "a#b", "Data et IA"])
  func plainTextStaysPlain(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(YAMLScalarWriter.written(bytes, at: .flow, like: .plain) == bytes)
  }

  @Test func theStyleIsKeptWhereItCanBe() {
    func written(_ text: String, _ style: NodeStyle) -> String? {
      YAMLScalarWriter.written(Array(text.utf8), at: .block, like: style).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(written("it's", .singleQuoted) == "'it''s'")
    #expect(written("a\nb", .singleQuoted) == #""a\nb""#)
    #expect(written("true", .plain) == #""true""#)
    #expect(written("a", .doubleQuoted) == #""a""#)
  }

  @Test func bytesThatAreNoTextAreNotWritten() {
    #expect(YAMLScalarWriter.written([0xFF, 0x61], at: .block, like: .plain) == nil)
  }
}
