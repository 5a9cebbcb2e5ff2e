import SourceText
import YAML

/// The value of a scalar: a range of the source as it is, or of a decoded copy.
struct ScalarBytes {
  let bytes: [UInt8]
  let range: ByteRange
}

extension Evaluator {
  /// The value of a scalar that stands in the source as it is.
  @inline(__always)
  func verbatimRange(_ node: Int) -> ByteRange? {
    let entry = tree.nodes[node]
    guard entry.isVerbatim, entry.kind == .scalar else { return nil }
    switch entry.style {
    case .singleQuoted, .doubleQuoted: return tree.content(of: NodeID(node))
    default: return entry.range
    }
  }

  /// The value of a scalar; empty for a collection.
  @inline(__always)
  func scalar(_ node: Int) -> ScalarBytes {
    if let range = verbatimRange(node) { return ScalarBytes(bytes: tree.bytes, range: range) }
    let decoded = tree.utf8(of: NodeID(node))
    return ScalarBytes(bytes: decoded, range: ByteRange(0, decoded.count))
  }

  /// The number at `node`, or `nil` where there is none.
  func number(_ node: Int) -> DecimalNumber? {
    switch tree.nodes[node].type {
    case .integer, .float:
      let text = scalar(node)
      return DecimalNumber(text.bytes, text.range)
    default: return nil
    }
  }

  /// The number of code points of a text, counted no further than needed: `nil` where at least `enough` are certain, or
  /// where there are surely no more than `atMost`.
  func length(_ node: Int, upTo enough: Int, atMost: Int = -1) -> Int? {
    let text = scalar(node)
    // A code point takes one to four bytes.
    if text.range.count / 4 >= enough || text.range.count <= atMost { return nil }
    var count = 0
    for byte in text.bytes[text.range.indices] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The value of the last pair of a mapping whose key is `name`.
  func value(of name: [UInt8], in mapping: Int) -> Int? {
    var found: Int?
    var key = mapping + 1
    let end = Int(tree.nodes[mapping].subtreeEnd)
    while key < end {
      let value = Int(tree.nodes[key].subtreeEnd)
      if isText(key, name) { found = value }
      key = Int(tree.nodes[value].subtreeEnd)
    }
    return found
  }

  /// Whether the scalar's value is `text`.
  @inline(__always)
  func isText(_ node: Int, _ text: [UInt8]) -> Bool {
    guard let range = verbatimRange(node) else { return tree.scalar(NodeID(node), equals: text) }
    guard range.count == text.count else { return false }
    for offset in 0..<text.count where tree.bytes[range.start + offset] != text[offset] { return false }
    return true
  }

  /// The children of a collection.
  func children(_ node: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(Int(tree.nodes[node].count))
    var child = node + 1
    let end = Int(tree.nodes[node].subtreeEnd)
    while child < end {
      result.append(child)
      child = Int(tree.nodes[child].subtreeEnd)
    }
    return result
  }

  /// Whether `body` holds for every pair; stops at the first where it does not, unless failures are collected.
  @discardableResult
  mutating func forEachPair(_ mapping: Int, _ body: (inout Evaluator, _ key: Int, _ value: Int) -> Bool) -> Bool {
    var isValid = true
    var key = mapping + 1
    let end = Int(tree.nodes[mapping].subtreeEnd)
    while key < end {
      let value = Int(tree.nodes[key].subtreeEnd)
      if !body(&self, key, value) {
        guard isCollecting else { return false }
        isValid = false
      }
      key = Int(tree.nodes[value].subtreeEnd)
    }
    return isValid
  }
}
