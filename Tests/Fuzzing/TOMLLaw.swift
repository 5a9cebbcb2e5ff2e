import DataTree
import JSON
import SourceText
import TOML

/// What the TOML reader promises of any bytes.
enum TOMLLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    for options in [TOMLOptions(), TOMLOptions(version: .toml10), .frontMatter] {
      let result = TOMLParser.parse(bytes, options: options)
      try checkShape(result.tree)
      for index in result.tree.nodes.indices { try YAMLLaw.checkNode(NodeID(index), result.tree) }
      try RangeLaw.checkApart(result.tree.comments, bytes, "comments")
      try checkPlaces(result.tree)
      try checkErrors(result, bytes)
      try checkMoved(result, bytes, options)
      try checkPrinters(result.tree)
    }
  }

  /// Every node is below its collection; a key stands before its value, and both inside the collection.
  private static func checkShape(_ tree: DataTree) throws(BrokenLaw) {
    try require(tree.roots == [NodeID(0)], "the text is one document")
    try require(tree.nodes.first?.size == tree.nodes.count, "nodes belong to no document")
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let end = index + node.size
      try require(end > index && end <= tree.nodes.count, "node \(index) ends at node \(end)")
      guard node.kind != .scalar else {
        try require(end == index + 1, "scalar \(index) has nodes below it")
        continue
      }
      var children = 0
      var key: ByteRange?
      for child in tree.children(of: NodeID(index)) {
        let range = tree.range(of: child)
        try require(tree.subtreeEnd(of: child) <= end, "node \(child.index) is longer than its collection")
        try require(node.range.contains(range), "child \(range) outside \(node.range)")
        if node.kind == .mapping, children % 2 == 1, let key {
          try require(key.end <= range.start, "value \(range) before its key \(key)")
        }
        key = range
        children += 1
      }
      let expected = tree.count(of: NodeID(index)) * (node.kind == .mapping ? 2 : 1)
      try require(children == expected, "node \(index) has \(children) children, not \(expected)")
    }
  }

  /// The other places of a key spell the same key.
  private static func checkPlaces(_ tree: DataTree) throws(BrokenLaw) {
    for place in tree.otherPlaces {
      try RangeLaw.checkWhole(place.range, tree.bytes, "place")
      try require(tree[place.key].kind == .scalar, "a place of node \(place.key.index), which is no key")
      try require(tree.places(of: place.key).contains(place.range), "a place of a key is not found")
    }
  }

  private static func checkErrors(_ result: TOMLResult, _ bytes: [UInt8]) throws(BrokenLaw) {
    for error in result.errors + result.newer {
      let name = error.code.rawValue
      try RangeLaw.checkWhole(error.range, bytes, name)
      if let related = error.related { try RangeLaw.checkWhole(related, bytes, name) }
      try RangeLaw.checkMessage(error.message, name)
      if let fix = error.fix { try RangeLaw.checkEdits(fix.edits, bytes, name) }
    }
    for (left, right) in zip(result.errors, result.errors.dropFirst()) {
      try require(left.range.start <= right.range.start, "errors are not in order")
    }
  }

  /// What stands before and after a part of a file does not change what is read of it.
  private static func checkMoved(
    _ result: TOMLResult, _ bytes: [UInt8], _ options: TOMLOptions
  ) throws(BrokenLaw) {
    let before = Array("+++\n".utf8)
    let whole = before + bytes + Array("\n+++\n[\"\n".utf8)
    let moved = TOMLParser.parse(whole, in: ByteRange(before.count, before.count + bytes.count), options: options)
    try require(
      moved.tree.nodes.map(\.range) == result.tree.nodes.map { $0.range.moved(by: before.count) },
      "other nodes are read inside a file")
    try require(
      moved.errors.map(\.range) == result.errors.map { $0.range.moved(by: before.count) }
        && moved.errors.map(\.code) == result.errors.map(\.code),
      "other errors are read inside a file")
  }

  private static func checkPrinters(_ tree: DataTree) throws(BrokenLaw) {
    _ = TreePrinter.print(tree)
    for text in [TaggedPrinter.print(tree), (try? JSONPrinter.print(tree)) ?? []] {
      guard (try? JSONParser.parse(text)) != nil else {
        throw BrokenLaw(description: "the JSON of the tree is none | \(String(decoding: text, as: UTF8.self))")
      }
    }
  }
}
