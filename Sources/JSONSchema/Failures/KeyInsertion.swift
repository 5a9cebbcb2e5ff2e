import DataTree
import SourceText

/// Where and how a key is added to a mapping, in the mapping's own style.
struct KeyInsertion {
  /// The offset of the insertion.
  let place: Int
  /// The insertion; the value is left for people to write.
  let edit: Edit

  /// Finds the place after the pair whose value is `predecessor`, or before the first pair.
  init(of name: [UInt8], into mapping: NodeID, in tree: DataTree, after predecessor: NodeID?) {
    let node = tree[mapping]
    if node.style == .flow {
      self.init(flow: name, mapping, tree, after: predecessor)
    } else {
      self.init(block: name, mapping, tree, after: predecessor)
    }
  }

  private init(flow name: [UInt8], _ mapping: NodeID, _ tree: DataTree, after predecessor: NodeID?) {
    let isJSON = tree.pairs(of: mapping).first { _ in true }.map { tree[$0.key].style == .doubleQuoted } ?? true
    let key = isJSON ? "\"\(String(decoding: name, as: UTF8.self))\": null" : "\(Self.plain(name)): "
    if let predecessor {
      place = tree.range(of: predecessor).end
      edit = .insertion(", \(key)", at: place)
    } else {
      place = min(tree.range(of: mapping).start + 1, tree.bytes.count)
      edit = .insertion(tree[mapping].count == 0 ? key : "\(key), ", at: place)
    }
  }

  private init(block name: [UInt8], _ mapping: NodeID, _ tree: DataTree, after predecessor: NodeID?) {
    let bytes = tree.bytes
    let start =
      tree.pairs(of: mapping).first { _ in true }.map { tree.range(of: $0.key).start }
      ?? tree.range(of: mapping).start
    let lineStart = bytes[..<min(start, bytes.count)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    // In `- a: 1` the next key stands under the first, past the dash.
    let indent = String(repeating: " ", count: max(0, start - lineStart))
    let key = "\(Self.plain(name)): "
    let ending = Self.lineEnding(of: bytes)
    guard let predecessor else {
      place = start
      edit = .insertion(key + ending + indent, at: start)
      return
    }
    var end = min(tree.range(of: predecessor).end, bytes.count)
    // The text of a block scalar ends with its last line end.
    if end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D {
      place = end
      edit = .insertion(indent + key + ending, at: end)
      return
    }
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    place = end
    edit = .insertion(ending + indent + key, at: end)
  }

  /// The name as a plain scalar, or in quotes where it would be read as something else.
  private static func plain(_ name: [UInt8]) -> String {
    let isPlain =
      !name.isEmpty
      && name.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x5F || $0 == 0x2D || $0 >= 0x80
      }
    let startsWithLetter = name.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
    if isPlain, startsWithLetter { return String(decoding: name, as: UTF8.self) }
    let quote = UInt8(ascii: "'")
    let inner = name.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return String(decoding: [quote] + inner + [quote], as: UTF8.self)
  }

  /// The first line ending of the text, LF where it has none.
  private static func lineEnding(of bytes: [UInt8]) -> String {
    guard let index = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[index] == 0x0A { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? "\r\n" : "\r"
  }
}
