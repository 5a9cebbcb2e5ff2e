import DataTree
import JSON
import SourceText
import YAML

/// What the YAML reader promises of any bytes.
enum YAMLLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    for var options in [YAMLOptions.stream, .frontMatter] {
      options.keepsTokens = true
      let result = YAMLParser.parse(bytes, options: options)
      try check(result.tree)
      try checkErrors(result, bytes)
      try checkTokens(result.tokens, bytes)
      try checkMoved(result, bytes, options)
    }
    let file = YAMLParser.parseFile(bytes)
    try check(file.tree)
    try checkErrors(file, file.tree.bytes)
    try checkPrinters(file.tree)
  }

  /// The tree is one, and every range of it is inside the text.
  static func check(_ tree: DataTree) throws(BrokenLaw) {
    try checkShape(tree)
    for index in tree.nodes.indices { try checkNode(NodeID(index), tree) }
    for comment in tree.comments { try RangeLaw.checkWhole(comment, tree.bytes, "comment") }
    for pair in DuplicateKeys.find(in: tree) {
      try require(pair.first.index < pair.later.index, "a key is repeated by an earlier one")
    }
  }

  private static func checkErrors(_ result: YAMLResult, _ bytes: [UInt8]) throws(BrokenLaw) {
    for error in result.errors + result.suspects {
      let name = error.code.rawValue
      try RangeLaw.checkWhole(error.range, bytes, name)
      if let related = error.related { try RangeLaw.checkWhole(related, bytes, name) }
      try RangeLaw.checkMessage(error.message, name)
      if let fix = error.fix { try RangeLaw.checkEdits(fix.edits, bytes, name) }
    }
  }

  /// Every node is below its collection and after its elder sibling; the documents follow one another.
  private static func checkShape(_ tree: DataTree) throws(BrokenLaw) {
    var next = 0
    for root in tree.roots {
      try require(root.index == next, "a document begins at node \(root.index), not at \(next)")
      next = tree.subtreeEnd(of: root)
    }
    try require(next == tree.nodes.count, "\(tree.nodes.count - next) nodes belong to no document")
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let end = index + node.size
      try require(end > index && end <= tree.nodes.count, "node \(index) ends at node \(end)")
      guard node.kind == .mapping || node.kind == .sequence else {
        try require(end == index + 1, "scalar \(index) has nodes below it")
        continue
      }
      var children = 0
      var last = node.range.start
      for child in tree.children(of: NodeID(index)) {
        children += 1
        let range = tree.range(of: child)
        try require(tree.subtreeEnd(of: child) <= end, "node \(child.index) is longer than its collection")
        try require(
          range.start >= last && range.end <= node.range.end, "child \(range) of \(node.range), after \(last)")
        last = range.end
      }
      let expected = tree.count(of: NodeID(index)) * (node.kind == .mapping ? 2 : 1)
      try require(children == expected, "node \(index) has \(children) children, not \(expected)")
    }
  }

  /// The ranges of one node are inside the text, and its value is one.
  static func checkNode(_ id: NodeID, _ tree: DataTree) throws(BrokenLaw) {
    let node = tree[id]
    let bytes = tree.bytes
    try RangeLaw.checkWhole(node.range, bytes, "node")
    if node.hasProperties {
      let properties = tree.properties(of: id)
      try require(properties != nil, "node \(id.index) has no properties")
      for range in [properties?.anchor, properties?.tag] {
        if let range { try RangeLaw.checkWhole(range, bytes, "property") }
      }
    }
    if node.kind == .alias {
      try require(node.target < id.index && node.target >= -2, "alias \(id.index) of \(node.target)")
      return
    }
    guard node.kind == .scalar else { return }
    let content = tree.content(of: id)
    try RangeLaw.checkWhole(content, bytes, "content")
    try require(node.range.contains(content), "content \(content) of \(node.range)")
    let text = tree.utf8(of: id)
    try require(tree.scalar(id, equals: text), "a scalar is not its own text")
    if node.isVerbatim { try require(text == Array(bytes[content.indices]), "a verbatim scalar is changed") }
    if RangeLaw.isUTF8(Array(bytes[node.range.indices])) {
      try require(RangeLaw.isUTF8(text), "a scalar of good text is no text")
    }
    _ = tree.legacyMeaning(of: id)
    _ = tree.coreMeaning(of: id)
  }

  /// Between two tokens there are only spaces, tabs and line breaks.
  private static func checkTokens(_ tokens: [Token], _ bytes: [UInt8]) throws(BrokenLaw) {
    try RangeLaw.checkApart(tokens.map(\.range), bytes, "tokens")
    var position = 0
    for next in tokens.map(\.range) + [ByteRange(at: bytes.count)] {
      try require(
        bytes[position..<next.start].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D },
        "no token covers all of \(position)..<\(next.start)")
      position = next.end
    }
  }

  /// What stands before and after a part of a file does not change what is read of it.
  private static func checkMoved(
    _ result: YAMLResult, _ bytes: [UInt8], _ options: YAMLOptions
  ) throws(BrokenLaw) {
    let before = Array("---\n".utf8)
    let whole = before + bytes + Array("\n---\n- [\"\n".utf8)
    let part = ByteRange(before.count, before.count + bytes.count)
    let moved = YAMLParser.parse(whole, in: part, options: options)
    try require(
      moved.tree.nodes.map(\.range) == result.tree.nodes.map { $0.range.moved(by: before.count) },
      "other nodes are read inside a file")
    try require(
      moved.errors.map(\.range) == result.errors.map { $0.range.moved(by: before.count) }
        && moved.errors.map(\.code) == result.errors.map(\.code),
      "other errors are read inside a file")
    try require(EventPrinter.print(moved.tree) == EventPrinter.print(result.tree), "other text is read inside a file")
  }

  private static func checkPrinters(_ tree: DataTree) throws(BrokenLaw) {
    try require(EventPrinter.print(tree) == EventPrinter.print(tree), "the events differ")
    _ = TreePrinter.print(tree)
    guard let text = try? JSONPrinter.print(tree, limit: 10_000), tree.roots.count == 1 else { return }
    guard (try? JSONParser.parse(text)) != nil else {
      throw BrokenLaw(description: "the JSON of the tree is none | \(String(decoding: text, as: UTF8.self))")
    }
  }
}
