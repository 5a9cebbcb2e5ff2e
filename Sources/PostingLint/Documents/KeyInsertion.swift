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

  /// The offset at which a key is added after the value `predecessor`, or before the first pair.
  static func place(into mapping: NodeID, in tree: DataTree, after predecessor: NodeID?) -> Int {
    let bytes = tree.bytes
    if tree[mapping].style == .flow {
      return predecessor.map { tree.range(of: $0).end } ?? min(tree.range(of: mapping).start + 1, bytes.count)
    }
    let start = start(of: mapping, tree)
    guard let predecessor else { return start }
    var end = min(tree.range(of: predecessor).end, bytes.count)
    // The text of a block scalar ends with its last line end.
    if end > start, bytes[end - 1].isLineBreak { return end }
    while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
    return end
  }

  /// Where the first key of a mapping stands, or would.
  private static func start(of mapping: NodeID, _ tree: DataTree) -> Int {
    var pairs = tree.pairs(of: mapping)
    return tree.range(of: pairs.next()?.key ?? mapping).start
  }

  private init(flow name: String, _ mapping: NodeID, _ tree: DataTree, after predecessor: NodeID?) {
    place = Self.place(into: mapping, in: tree, after: predecessor)
    let isJSON = tree.pairs(of: mapping).first { _ in true }.map { tree[$0.key].style == .doubleQuoted } ?? true
    let key = isJSON && !name.hasPrefix("\"") ? "\"\(name)\": " : "\(name): "
    blank = isJSON ? "null" : ""
    if predecessor != nil {
      around = (",\(Self.gap(in: mapping, tree) ?? " ")\(key)", "")
    } else {
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
    let start = Self.start(of: mapping, tree)
    place = Self.place(into: mapping, in: tree, after: predecessor)
    let lineStart = bytes[..<min(start, bytes.count)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    // In `- a: 1` the next key stands under the first, past the dash.
    let indent = String(repeating: " ", count: max(0, start - lineStart))
    let ending = Self.lineEnding(of: bytes)
    blank = ""
    if Self.isBehindFence(mapping, tree) {
      around = ("\(ending)\(name): ", "")
      return
    }
    guard predecessor != nil else {
      around = ("\(name): ", ending + indent)
      return
    }
    // Behind a block scalar the key stands on a line that has begun.
    if place > start, bytes[place - 1].isLineBreak {
      around = ("\(indent)\(name): ", ending)
      return
    }
    around = ("\(ending)\(indent)\(name): ", "")
  }

  /// Whether a mapping without pairs stands at the end of the line of its fence, which ends the file.
  static func isBehindFence(_ mapping: NodeID, _ tree: DataTree) -> Bool {
    let start = tree.range(of: mapping).start
    guard tree[mapping].count == 0, start > 0, start == tree.bytes.count else { return false }
    return tree.bytes[start - 1] != 0x0A && tree.bytes[start - 1] != 0x0D
  }

  /// The first line ending of the text, LF where it has none.
  static func lineEnding(of bytes: [UInt8]) -> String {
    guard let index = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[index] == 0x0A { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "\r\n" : "\r"
  }
}
