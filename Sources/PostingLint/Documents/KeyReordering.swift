import DataTree
import SourceText

/// Puts keys at the top of front matter in YAML in another order; the comments right above a key go with it.
struct KeyReordering {
  /// The lines of a pair, with the comments above it.
  private struct Block {
    let key: [UInt8]
    var range: ByteRange
  }

  private let bytes: [UInt8]
  private let blocks: [Block]

  /// Finds the lines of each pair; `nil` where pairs are not whole lines, or where a move could change what they mean: with
  /// anchors, merged keys, or one key twice. Lines before `start` stay where they are.
  init?(_ document: Document, from start: Int) {
    guard document.syntax == .yaml, document.isParsable, let root = document.root, document.tree[root].style == .block,
      document.tree.properties.isEmpty
    else { return nil }
    bytes = document.bytes
    var made: [Block] = []
    var names: Set<[UInt8]> = []
    let end = document.frontMatter.content.end
    for (key, _) in document.tree.pairs(of: root) {
      let name = document.tree.utf8(of: key)
      let place = document.tree.range(of: key).start
      guard document.tree[key].kind == .scalar, place == 0 || bytes[place - 1].isLineBreak,
        name != [Byte.less, Byte.less],
        names.insert(name).inserted
      else { return nil }
      var first = place
      while let above = Self.commentLine(before: first, bytes), above >= start { first = above }
      if let last = made.indices.last { made[last].range.end = first }
      made.append(Block(key: name, range: ByteRange(first, end)))
    }
    guard let last = made.last, bytes[..<last.range.end].last?.isLineBreak ?? false else { return nil }
    blocks = made
  }

  /// The edits that bring the keys of `order` into that order; other keys stay where they are.
  func edits(_ order: [[UInt8]]) -> [Edit] {
    let places = blocks.indices.filter { order.contains(blocks[$0].key) }
    let sorted = order.compactMap { key in places.first { blocks[$0].key == key } }
    return zip(places, sorted).compactMap { place, source in
      place == source ? nil : Edit(blocks[place].range, Array(bytes[blocks[source].range.indices]))
    }
  }

  /// The start of the line above `start`, where it is a comment at the margin.
  private static func commentLine(before start: Int, _ bytes: [UInt8]) -> Int? {
    guard start > 0 else { return nil }
    var line = start - 1
    if bytes[line] == Byte.lineFeed, line > 0, bytes[line - 1] == Byte.carriageReturn { line -= 1 }
    while line > 0, !bytes[line - 1].isLineBreak { line -= 1 }
    return bytes[line] == Byte.hash ? line : nil
  }
}
