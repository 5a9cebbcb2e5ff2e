public import DataTree
import SourceText

/// Prints a tree as events in the notation of the YAML test suite: one event a line, no indentation.
public struct EventPrinter {
  private let tree: DataTree
  private var output: [UInt8] = []

  private init(_ tree: DataTree) {
    self.tree = tree
  }

  /// The events of all documents, each with its line feed.
  public static func print(_ tree: DataTree) -> [UInt8] {
    var printer = EventPrinter(tree)
    printer.line("+STR")
    for (index, root) in tree.roots.enumerated() {
      let document = index < tree.documents.count ? tree.documents[index] : TreeDocument(root: root)
      printer.line(document.startMarker == nil ? "+DOC" : "+DOC ---")
      printer.printNodes(from: root)
      printer.line(document.endMarker == nil ? "-DOC" : "-DOC ...")
    }
    printer.line("-STR")
    return printer.output
  }

  private mutating func line(_ text: String) {
    output += Array(text.utf8)
    output.append(Byte.lineFeed)
  }

  /// Prints the node and everything below it; the open collections are a list, so depth costs no calls.
  private mutating func printNodes(from root: NodeID) {
    var open: [NodeID] = []
    for index in root.index..<tree.subtreeEnd(of: root) {
      closeCollections(&open, before: index)
      let node = tree.nodes[index]
      switch node.kind {
      case .alias:
        output += Array("=ALI ".utf8) + tree.bytes[node.range.indices]
        output.append(Byte.lineFeed)
      case .scalar:
        output += Array("=VAL".utf8)
        printProperties(NodeID(index))
        printScalar(NodeID(index))
      case .sequence, .mapping:
        let isMapping = node.kind == .mapping
        output += Array((isMapping ? "+MAP" : "+SEQ").utf8)
        if node.style == .flow { output += Array((isMapping ? " {}" : " []").utf8) }
        printProperties(NodeID(index))
        output.append(Byte.lineFeed)
        open.append(NodeID(index))
      }
    }
    closeCollections(&open, before: tree.subtreeEnd(of: root))
  }

  private mutating func closeCollections(_ open: inout [NodeID], before index: Int) {
    while let last = open.last, tree.subtreeEnd(of: last) <= index {
      line(tree[last].kind == .mapping ? "-MAP" : "-SEQ")
      open.removeLast()
    }
  }

  private mutating func printProperties(_ id: NodeID) {
    guard let properties = tree.properties(of: id) else { return }
    if let anchor = properties.anchor {
      output.append(Byte.space)
      output += tree.bytes[anchor.indices]
    }
    if let tag = properties.tag {
      output += Array(" <".utf8)
      output += properties.resolvedTag.map { Array($0.utf8) } ?? Array(tree.bytes[tag.indices])
      output.append(Byte.greater)
    }
  }

  private mutating func printScalar(_ id: NodeID) {
    let style: UInt8 =
      switch tree[id].style {
      case .singleQuoted: Byte.singleQuote
      case .doubleQuoted: Byte.doubleQuote
      case .literal: Byte.bar
      case .folded: Byte.greater
      default: Byte.colon
      }
    output += [Byte.space, style]
    for byte in tree.utf8(of: id) {
      switch byte {
      case Byte.backslash: output += [Byte.backslash, Byte.backslash]
      case 0x00: output += Array("\\0".utf8)
      case 0x08: output += Array("\\b".utf8)
      case Byte.tab: output += Array("\\t".utf8)
      case Byte.lineFeed: output += Array("\\n".utf8)
      case Byte.carriageReturn: output += Array("\\r".utf8)
      default: output.append(byte)
      }
    }
    output.append(Byte.lineFeed)
  }
}
