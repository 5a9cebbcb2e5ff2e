public import DataTree
import SourceText

/// Writes texts as YAML. Each answer is proved by reading it back: as the same text, by readers of YAML 1.2 and of 1.1.
public enum YAMLScalarWriter: ScalarWriting {
  public static func written(_ text: [UInt8], at place: ScalarPlace, like style: NodeStyle) -> [UInt8]? {
    let styles: [NodeStyle] =
      switch style {
      case .plain: [.plain, .doubleQuoted]
      case .singleQuoted: [.singleQuoted, .doubleQuoted]
      default: [.doubleQuoted]
      }
    return styles.lazy.map { spelled(text, $0) }.first { readsBack($0, as: text, at: place) }
  }

  /// The text in a style, whether or not that can hold it.
  private static func spelled(_ text: [UInt8], _ style: NodeStyle) -> [UInt8] {
    switch style {
    case .plain: return text
    case .singleQuoted:
      let quote = UInt8(ascii: "'")
      return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    default:
      // A text of JSON is one of YAML (1.2.2, 7.3.1).
      var output: [UInt8] = []
      JSONText.append(String(decoding: text, as: UTF8.self), to: &output)
      return output
    }
  }

  private static func readsBack(_ written: [UInt8], as text: [UInt8], at place: ScalarPlace) -> Bool {
    if written == text, isWords(text) { return true }
    guard !written.contains(UInt8(ascii: "\n")), !written.contains(UInt8(ascii: "\r")) else { return false }
    switch place {
    case .block: return reads([Array("k: ".utf8), written, Array("\n".utf8)], text)
    case .flow: return reads([Array("k: ".utf8), written, Array("\nl: [".utf8), written, Array(", x]\n".utf8)], text)
    case .key: return reads([written, Array(": {".utf8), written, Array(": 1}\n".utf8)], text, isKey: true)
    }
  }

  /// Whether a text is of Latin letters, digits and single blanks alone, the first a letter, and no word that readers take
  /// for something else: nobody takes it for anything but a text.
  private static func isWords(_ text: [UInt8]) -> Bool {
    guard let first = text.first, first.isLetter || first >= 0xC3, text.last != 0x20 else { return false }
    if text.count <= 5, words.contains(text.map(\.lowercased)) { return false }
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case _ where byte.isLetter || byte.isDigit: index += 1
      case 0x20 where index > 0 && text[index - 1] != 0x20: index += 1
      // Two bytes: U+00C0 to U+024F.
      case 0xC3...0xC9 where index + 1 < text.count && text[index + 1] & 0xC0 == 0x80: index += 2
      default: return false
      }
    }
    return true
  }

  private static let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"].map {
    Array($0.utf8)
  }

  /// Whether every value of a small text, or every key, is `text`, but for `x` at the end of a list.
  private static func reads(_ parts: [[UInt8]], _ text: [UInt8], isKey: Bool = false) -> Bool {
    let result = YAMLParser.parse(Array(parts.joined()))
    let tree = result.tree
    guard result.errors.isEmpty, result.suspects.isEmpty, tree.comments.isEmpty, let root = tree.root,
      tree[root].kind == .mapping
    else { return false }
    var found: [NodeID] = []
    for pair in tree.pairs(of: root) {
      switch tree[pair.value].kind {
      case .sequence where !isKey:
        let items = Array(tree.children(of: pair.value))
        guard items.count == 2 else { return false }
        found.append(items[0])
      case .mapping where isKey: found += [pair.key] + tree.pairs(of: pair.value).map(\.key)
      case .scalar where !isKey: found.append(pair.value)
      default: return false
      }
    }
    return found.count == (parts.count > 3 ? 2 : 1)
      && found.allSatisfy { id in
        tree[id].kind == .scalar && !tree[id].hasProperties && tree.utf8(of: id) == text
          && tree.coreMeaning(of: id) == .string && tree.legacyMeaning(of: id) == .string
      }
  }
}
