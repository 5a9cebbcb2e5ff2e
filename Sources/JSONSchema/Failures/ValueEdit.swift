import DataTree
import SourceText

/// How a wrong value is rewritten where the intent is plain.
enum ValueEdit {
  static func edits(for kind: SchemaFailureKind, at instance: NodeID, in tree: DataTree) -> [Edit] {
    let range = tree.range(of: instance)
    switch kind {
    case .notAmong(_, _, let nearest?, let actual):
      guard actual.type == .string, !nearest.utf8.contains(UInt8(ascii: "\n")) else { return [] }
      return [replacement(nearest, at: instance, in: tree)]
    case .wrongType(let expected, let actual):
      if expected == [.boolean], let word = booleanWord(actual) { return [Edit(range, word)] }
      if expected == [.string], !actual.isQuoted, [.boolean, .integer, .float].contains(actual.type) {
        return [Edit(range, "\"\(tree.text(of: instance))\"")]
      }
      if expected == [.array], tree[instance].kind == .scalar, actual.type != .null, tree[instance].style != .literal,
        tree[instance].style != .folded, !tree[range].contains(where: { ",[]{}\n\r".utf8.contains($0) })
      {
        return [.insertion("[", at: range.start), .insertion("]", at: range.end)]
      }
      return []
    default: return []
    }
  }

  /// What a text that stands for yes or no is written as: `"true"`, `Oui`, `true#`.
  static func booleanWord(_ value: FoundValue) -> String? {
    guard value.type == .string else { return nil }
    let word = value.text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    let letters = String(decoding: word.filter { $0 >= 0x61 && $0 <= 0x7A }, as: UTF8.self)
    guard word.count <= 8 else { return nil }
    switch letters {
    case "true", "yes", "on", "oui", "vrai": return "true"
    case "false", "no", "off", "non", "faux": return "false"
    default: return nil
    }
  }

  /// The value in the quotes that stand there, or plain where it was plain.
  private static func replacement(_ text: String, at node: NodeID, in tree: DataTree) -> Edit {
    let node = tree[node]
    let range = node.range
    let needsQuotes = node.style == .plain && text.utf8.contains { ":#[]{},&*!|>'\"%@`".utf8.contains($0) }
    switch node.style {
    case .plain where !needsQuotes: return Edit(range, text)
    case .singleQuoted where !text.utf8.contains(UInt8(ascii: "'")): return Edit(range, "'\(text)'")
    default:
      let escaped = text.utf8.flatMap { byte -> [UInt8] in
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
      }
      return Edit(range, "\"\(String(decoding: escaped, as: UTF8.self))\"")
    }
  }
}

extension DataTree {
  /// The bytes of a range.
  subscript(range: ByteRange) -> ArraySlice<UInt8> {
    bytes[min(range.start, bytes.count)..<min(range.end, bytes.count)]
  }
}
