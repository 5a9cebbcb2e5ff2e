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
    let line = written.allSatisfy { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line else { return false }
    let frames: [(before: String, after: String)] =
      switch place {
      case .block: [("k: ", "\n"), ("- ", "\n")]
      case .flow: [("k: ", "\n"), ("- ", "\n"), ("[", ", x]")]
      case .key: [("", ": 1\n"), ("{", ": 1}")]
      }
    return frames.allSatisfy {
      reads(Array($0.before.utf8) + written + Array($0.after.utf8), text, isKey: place == .key)
    }
  }

  /// Whether the first scalar, or the first value, of a small text is `text` and nothing else.
  private static func reads(_ bytes: [UInt8], _ text: [UInt8], isKey: Bool) -> Bool {
    let result = YAMLParser.parse(bytes)
    let tree = result.tree
    guard result.errors.isEmpty, result.suspects.isEmpty, tree.comments.isEmpty, let root = tree.root else {
      return false
    }
    let scalar: NodeID?
    switch tree[root].kind {
    case .mapping: scalar = tree.pairs(of: root).first { _ in true }.map { isKey ? $0.key : $0.value }
    case .sequence: scalar = tree.children(of: root).first { _ in true }
    case .scalar, .alias: scalar = nil
    }
    guard let scalar, tree[scalar].kind == .scalar, tree[scalar].properties < 0, tree.utf8(of: scalar) == text else {
      return false
    }
    let size = tree[root].kind == .mapping || bytes.first != UInt8(ascii: "[") ? 1 : 2
    return tree[root].count == size && tree.coreMeaning(of: scalar) == .string
      && tree.legacyMeaning(of: scalar) == .string
  }
}
