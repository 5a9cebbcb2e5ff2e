import SourceText

/// Prints the values of a tree as JSON under the core schema (YAML 1.2.2, 10.3), one document a line.
///
/// What JSON cannot say is written so: infinities and not-a-number as a string of their text; a key that is no
/// string as a string of its text; a number as YAML writes it (`0x1F`, `+1`, `.5`) as the same number in JSON; a bad
/// byte as U+FFFD. Aliases are written out; a text in which they grow without measure is refused.
public struct JSONPrinter {
  /// How many nodes may be written through aliases when nothing else is asked for.
  public static let expansionLimit = 100_000

  private let tree: DataTree
  private let limit: Int
  private var expanded = 0
  private var output: [UInt8] = []
  private var open: [Level] = []

  /// A collection that is being written.
  private struct Level {
    var next: Int
    let end: Int
    let isMapping: Bool
    var written = 0
    /// The outermost alias that led here, or `nil`.
    let alias: ByteRange?
  }

  private init(_ tree: DataTree, limit: Int) {
    self.tree = tree
    self.limit = limit
  }

  /// The JSON of all documents, each on a line of its own.
  ///
  /// Throws at the alias that would write more than `limit` nodes through aliases, and at one that stands inside its own
  /// target.
  public static func print(_ tree: DataTree, limit: Int = expansionLimit) throws(AliasError) -> [UInt8] {
    var printer = JSONPrinter(tree, limit: limit)
    for root in tree.roots {
      try printer.print(root)
      printer.output.append(Byte.lineFeed)
    }
    return printer.output
  }

  private mutating func print(_ root: NodeID) throws(AliasError) {
    try begin(root, alias: nil)
    // The open collections are a list: neither depth nor aliases cost calls.
    while let level = open.last {
      let top = open.count - 1
      guard level.next < level.end else {
        output.append(level.isMapping ? Byte.closeBrace : Byte.closeBracket)
        open.removeLast()
        continue
      }
      let child = NodeID(level.next)
      open[top].next = tree.subtreeEnd(of: child)
      open[top].written += 1
      if level.isMapping, level.written % 2 == 0 {
        if level.written > 0 { output.append(Byte.comma) }
        try count(level.alias)
        printKey(child)
        output.append(Byte.colon)
      } else {
        if !level.isMapping, level.written > 0 { output.append(Byte.comma) }
        try begin(child, alias: level.alias)
      }
    }
  }

  /// Writes a scalar, or the start of a collection.
  private mutating func begin(_ id: NodeID, alias: ByteRange?) throws(AliasError) {
    let target = tree.resolved(id)
    let alias = alias ?? (tree[id].kind == .alias ? tree.range(of: id) : nil)
    try count(alias)
    let node = tree[target]
    switch node.kind {
    case .scalar: printScalar(target)
    case .alias:
      if node.kind == .alias, node.target == -2 { throw AliasError.recursive(node.range) }
      output += Array("null".utf8)
    case .sequence, .mapping:
      let isMapping = node.kind == .mapping
      output.append(isMapping ? Byte.openBrace : Byte.openBracket)
      open.append(Level(next: target.index + 1, end: tree.subtreeEnd(of: target), isMapping: isMapping, alias: alias))
    }
  }

  private mutating func count(_ alias: ByteRange?) throws(AliasError) {
    guard let alias else { return }
    expanded += 1
    if expanded > limit { throw AliasError.expansion(alias) }
  }

  private mutating func printKey(_ id: NodeID) {
    let target = tree.resolved(id)
    if tree[target].kind == .scalar {
      printString(tree.utf8(of: target))
    } else {
      printString(Array(tree.bytes[tree.range(of: target).indices]))
    }
  }

  private mutating func printScalar(_ id: NodeID) {
    switch tree[id].type {
    case .null: output += Array("null".utf8)
    case .boolean: output += Array((tree.utf8(of: id).first.map { $0 | 0x20 } == 0x74 ? "true" : "false").utf8)
    case .integer, .float:
      let text = tree.utf8(of: id)
      if let number = JSONNumber.text(of: text) { output += number } else { printString(text) }
    default: printString(tree.utf8(of: id))
    }
  }

  private mutating func printString(_ text: [UInt8]) {
    JSONText.append(String(decoding: text, as: UTF8.self), to: &output)
  }
}
