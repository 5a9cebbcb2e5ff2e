import DataTree
import SourceText

extension KeyInsertion {
  /// Finds the place of a key of TOML: after the pair whose value is `predecessor`, else after the last pair of the table
  /// that has no header of its own, else right below the table's header. `name` as it is written.
  init(toml name: String, into mapping: NodeID, in tree: DataTree, after predecessor: NodeID?) {
    let blank = "\"\""
    let range = tree.range(of: mapping)
    let bytes = tree.bytes
    if tree[mapping].style == .flow {
      let isEmpty = tree[mapping].count == 0
      let last = tree.pairs(of: mapping).reduce(nil) { $1.value } ?? predecessor
      if let last {
        self.init(place: tree.range(of: last).end, around: (", \(name) = ", ""), blank: blank)
      } else {
        let place = min(range.start + 1, bytes.count)
        self.init(place: place, around: (" \(name) = ", isEmpty ? " " : ", "), blank: blank)
      }
      return
    }
    let ending = Self.lineEnding(of: bytes)
    let own = tree.pairs(of: mapping).filter { Self.isOnItsLine($0.value, tree) }
    let before = own.first { $0.value == predecessor } ?? own.last
    if let before {
      let indent = Self.indent(of: tree.range(of: before.key).start, bytes)
      let place = Self.lineEnd(tree.range(of: before.value).end, bytes)
      self.init(place: place, around: ("\(ending)\(indent)\(name) = ", ""), blank: blank)
      return
    }
    if Self.isBehindFence(mapping, tree) {
      self.init(place: range.start, around: ("\(ending)\(name) = ", ""), blank: blank)
    } else if mapping == tree.root {
      let place = Self.lineStart(range.start, bytes)
      self.init(place: place, around: ("\(name) = ", ending), blank: blank)
    } else if tree[mapping].count == 0 {
      self.init(
        place: Self.lineEnd(range.end, bytes), around: ("\(ending)\(name) = ", ""), blank: blank)
    } else {
      // Only headers of groups inside this one name it: it gets a header of its own above them.
      let path = JSONPointer.tokens(Array(tree.pointer(to: mapping).utf8)) ?? []
      let header = path.map { Self.written($0) }.joined(separator: ".")
      let place = Self.lineStart(range.start, bytes)
      self.init(place: place, around: ("[\(header)]\(ending)\(name) = ", ending), blank: blank)
    }
  }

  private init(place: Int, around: (before: String, after: String), blank: String) {
    self.place = place
    self.around = around
    self.blank = blank
  }

  /// Whether a value stands on the line of its key, not below a header.
  private static func isOnItsLine(_ value: NodeID, _ tree: DataTree) -> Bool {
    tree[value].kind == .scalar || tree[value].style == .flow
  }

  private static func written(_ name: [UInt8]) -> String {
    let text = Document.Syntax.toml.writer.written(name, at: .key, like: .plain) ?? name
    return String(decoding: text, as: UTF8.self)
  }

  private static func lineEnd(_ index: Int, _ bytes: [UInt8]) -> Int {
    var index = min(index, bytes.count)
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    return index
  }

  private static func lineStart(_ index: Int, _ bytes: [UInt8]) -> Int {
    var index = min(index, bytes.count)
    while index > 0, !bytes[index - 1].isLineBreak { index -= 1 }
    return index
  }

  private static func indent(of index: Int, _ bytes: [UInt8]) -> String {
    let start = lineStart(index, bytes)
    return String(decoding: bytes[start..<min(index, bytes.count)].prefix(while: \.isBlank), as: UTF8.self)
  }
}
