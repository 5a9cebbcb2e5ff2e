public import DataTree
import SourceText

/// Prints a tree of TOML as the JSON of the toml-test suite: every scalar with the type that TOML gives it.
///
/// `{"type": "integer", "value": "1"}`; the types are string, integer, float, bool, datetime, datetime-local,
/// date-local and time-local. A date is written as RFC 3339 has it.
public enum TaggedPrinter {
  private struct Level {
    let end: Int
    let isMapping: Bool
    var written = 0
  }

  /// The values of the first document, and a line feed.
  public static func print(_ tree: DataTree) -> [UInt8] {
    var output: [UInt8] = []
    guard let root = tree.root else { return output }
    // The open collections are a list, so depth costs no calls.
    var open: [Level] = []
    var index = root.index
    let end = tree.subtreeEnd(of: root)
    while index < end || !open.isEmpty {
      while let level = open.last, level.end <= index {
        output.append(level.isMapping ? Byte.closeBrace : Byte.closeBracket)
        open.removeLast()
      }
      guard index < end else { continue }
      let id = NodeID(index)
      let node = tree[id]
      var isKey = false
      if let level = open.last {
        isKey = level.isMapping && level.written % 2 == 0
        if level.written > 0 { output.append(level.isMapping && !isKey ? Byte.colon : Byte.comma) }
        open[open.count - 1].written += 1
      }
      switch node.kind {
      case .mapping, .sequence:
        output.append(node.kind == .mapping ? Byte.openBrace : Byte.openBracket)
        open.append(Level(end: index + node.size, isMapping: node.kind == .mapping))
      case .scalar where isKey: JSONText.append(tree.text(of: id), to: &output)
      case .scalar: append(id, tree, to: &output)
      case .alias: output += Array("null".utf8)
      }
      index += 1
    }
    output.append(Byte.lineFeed)
    return output
  }

  private static func append(_ id: NodeID, _ tree: DataTree, to output: inout [UInt8]) {
    var value = tree.utf8(of: id)
    let type: String
    switch tree[id].type {
    case .boolean: type = "bool"
    case .integer:
      type = "integer"
      value = JSONNumber.text(of: value) ?? value
      if value == [Byte.dash, Byte.zero] { value = [Byte.zero] }
    case .float:
      type = "float"
      if value.last?.isLetter == true { value = value.filter { $0 != Byte.dot } }
    case .string where tree[id].style == .plain:
      switch DateTime.read(value[...])?.kind {
      case .offsetDateTime: type = "datetime"
      case .localDateTime: type = "datetime-local"
      case .localDate: type = "date-local"
      case .localTime: type = "time-local"
      case nil: type = "string"
      }
    default: type = "string"
    }
    output += Array("{\"type\":\"\(type)\",\"value\":".utf8)
    JSONText.append(String(decoding: value, as: UTF8.self), to: &output)
    output.append(Byte.closeBrace)
  }
}
