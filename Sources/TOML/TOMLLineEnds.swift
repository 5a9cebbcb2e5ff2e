package import DataTree
import SourceText

/// The texts of TOML with the line ends that the file has, as some readers keep them.
package enum TOMLLineEnds {
  /// The value of a text, a carriage return before a line feed included.
  package static func kept(_ id: NodeID, in tree: DataTree) -> [UInt8] {
    let node = tree[id]
    guard !node.isVerbatim else { return tree.utf8(of: id) }
    return TOMLText.decode(
      node.range, node.style, isVerbatim: false, type: node.type, keepsCarriageReturns: true,
      in: tree.bytes)
  }
}
