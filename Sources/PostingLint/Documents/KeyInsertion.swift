import DataTree
import SourceText

/// Where and how a key is added to a mapping, in the mapping's own style.
struct KeyInsertion {
  /// The offset of the insertion.
  let place: Int
  /// What stands before the value, and after it.
  let around: (before: String, after: String)
  /// What stands for a value that people are to write.
  let blank: String

  /// The insertion with a value, or without one: it is left for people to write.
  func edit(value: String? = nil) -> Edit { .insertion(around.before + (value ?? blank) + around.after, at: place) }

  /// Finds the place after the pair whose value is `predecessor`, or before the first pair; `name` as it is written.
  init(of name: String, into mapping: NodeID, in tree: DataTree, after predecessor: NodeID?) {
    let node = tree[mapping]
    if node.style == .flow {
      self.init(flow: name, mapping, tree, after: predecessor)
    } else {
      self.init(block: name, mapping, tree, after: predecessor)
    }
  }

  private init(flow name: String, _ mapping: NodeID, _ tree: DataTree, after predecessor: NodeID?) {
    let isJSON = tree.pairs(of: mapping).first { _ in true }.map { tree[$0.key].style == .doubleQuoted } ?? true
    let key = isJSON && !name.hasPrefix("\"") ? "\"\(name)\": " : "\(name): "
    blank = isJSON ? "null" : ""
    if let predecessor {
      place = tree.range(of: predecessor).end
      around = (",\(Self.gap(in: mapping, tree) ?? " ")\(key)", "")
    } else {
      place = min(tree.range(of: mapping).start + 1, tree.bytes.count)
      around = (key, tree[mapping].count == 0 ? "" : ", ")
    }
  }

  /// What stands between the opening brace and the first key, where each key has a line of its own.
  private static func gap(in mapping: NodeID, _ tree: DataTree) -> String? {
    guard let first = tree.pairs(of: mapping).first(where: { _ in true }) else { return nil }
    let gap = tree.bytes[
      (tree.range(of: mapping).start + 1)..<max(tree.range(of: first.key).start, tree.range(of: mapping).start + 1)]
    guard gap.contains(where: \.isLineBreak), gap.allSatisfy({ $0.isBlank || $0.isLineBreak }) else { return nil }
    return String(decoding: gap, as: UTF8.self)
  }

  private init(block name: String, _ mapping: NodeID, _ tree: DataTree, after predecessor: NodeID?) {
    let bytes = tree.bytes
    let start =
      tree.pairs(of: mapping).first { _ in true }.map { tree.range(of: $0.key).start }
      ?? tree.range(of: mapping).start
    let lineStart = bytes[..<min(start, bytes.count)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    // In `- a: 1` the next key stands under the first, past the dash.
    let indent = String(repeating: " ", count: max(0, start - lineStart))
    let ending = Self.lineEnding(of: bytes)
    blank = ""
    guard let predecessor else {
      place = start
      around = ("\(name): ", ending + indent)
      return
    }
    var end = min(tree.range(of: predecessor).end, bytes.count)
    // The text of a block scalar ends with its last line end.
    if end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D {
      place = end
      around = ("\(indent)\(name): ", ending)
      return
    }
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    place = end
    around = ("\(ending)\(indent)\(name): ", "")
  }

  /// The first line ending of the text, LF where it has none.
  static func lineEnding(of bytes: [UInt8]) -> String {
    guard let index = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[index] == 0x0A { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "\r\n" : "\r"
  }
}
