import SourceText

/// Prints a tree for people: one node a line, below its parent, with its range in bytes.
public struct TreePrinter {
  /// Deeper nodes are not moved further to the right, or the depth would be paid for on every line.
  private static let indentLimit = 100

  private struct Level {
    let end: Int
    let isMapping: Bool
    var written = 0
  }

  /// The nodes of all documents.
  public static func print(_ tree: DataTree) -> [UInt8] {
    var output: [UInt8] = []
    for (index, root) in tree.roots.enumerated() {
      output += Array("document \(index + 1)\n".utf8)
      var open: [Level] = []
      for place in root.index..<tree.subtreeEnd(of: root) {
        while let last = open.last, last.end <= place { open.removeLast() }
        var role = ""
        if let top = open.indices.last {
          if open[top].isMapping { role = open[top].written % 2 == 0 ? "key " : "value " }
          open[top].written += 1
        }
        output += [UInt8](repeating: Byte.space, count: 2 * min(open.count + 1, indentLimit))
        output += Array((role + describe(NodeID(place), in: tree)).utf8)
        output.append(Byte.lineFeed)
        let node = tree.nodes[place]
        // Children that an alias stands for are not here, so the level ends with the node's own subtree.
        if node.size > 1 { open.append(Level(end: place + node.size, isMapping: node.kind == .mapping)) }
      }
    }
    return output
  }

  private static func describe(_ id: NodeID, in tree: DataTree) -> String {
    let node = tree[id]
    var text: String
    switch node.kind {
    case .mapping: text = "mapping \(node.style) \(node.range), \(tree.count(of: id)) pairs"
    case .sequence: text = "sequence \(node.style) \(node.range), \(tree.count(of: id)) items"
    case .alias: text = "alias \(node.range) \(quoted(Array(tree.bytes[node.range.indices])))"
    case .scalar: text = "\(node.type) \(node.style) \(node.range) \(quoted(tree.utf8(of: id)))"
    }
    guard let properties = tree.properties(of: id) else { return text }
    if let anchor = properties.anchor { text += " \(quoted(Array(tree.bytes[anchor.indices])))" }
    if let tag = properties.tag { text += " \(quoted(Array(tree.bytes[tag.indices])))" }
    return text
  }

  /// The text in quotes, with everything escaped that a terminal could obey.
  private static func quoted(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result += scalar.escaped(asASCII: true)
      default: result += scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
      }
    } + "\""
  }
}
