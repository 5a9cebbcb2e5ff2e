import DataTree
import SourceText

extension Evaluator {
  /// The type of a node's value.
  @inline(__always)
  mutating func type(_ node: Int) -> ValueType { dispatch.node(node).type }

  /// The number of items or pairs.
  @inline(__always)
  mutating func count(_ node: Int) -> Int {
    let count = dispatch.node(node).count
    return count < Node.countLimit ? count : tree.count(of: NodeID(node))
  }

  /// The node after `node` and all below it.
  @inline(__always)
  mutating func next(_ node: Int) -> Int { node + dispatch.node(node).size }

  /// Calls `body` with the value of a scalar; nothing is copied for one that stands in the source as it is. A collection
  /// has the empty value.
  @inline(__always)
  mutating func withText<Result>(_ node: Int, _ body: (TextView) -> Result) -> Result {
    if let text = dispatch.verbatim(node) { return body(text) }
    return unsafe tree.utf8(of: NodeID(node)).withUnsafeBufferPointer { unsafe body(TextView($0)) }
  }

  /// The number at `node`, or `nil` where there is none.
  mutating func number(_ node: Int) -> DecimalNumber? {
    switch type(node) {
    case .integer, .float:
      if tree.nodes[node].isVerbatim { return DecimalNumber(tree.bytes, dispatch.node(node).range) }
      let text = tree.utf8(of: NodeID(node))
      return DecimalNumber(text, ByteRange(0, text.count))
    default: return nil
    }
  }

  /// The number of code points of a text, counted no further than needed: `nil` where at least `enough` are certain, or
  /// where there are surely no more than `atMost`.
  mutating func length(_ node: Int, upTo enough: Int, atMost: Int = -1) -> Int? {
    withText(node) { text in
      // A code point takes one to four bytes.
      if text.count / 4 >= enough || text.count <= atMost { return nil }
      return text.codePointCount
    }
  }

  /// The value of the last pair of a mapping whose key is `name`.
  mutating func value(of name: [UInt8], in mapping: Int) -> Int? {
    var found: Int?
    var key = mapping + 1
    let end = next(mapping)
    while key < end {
      let value = next(key)
      if isText(key, name) { found = value }
      key = next(value)
    }
    return found
  }

  /// Whether the scalar's value is `text`.
  @inline(__always)
  mutating func isText(_ node: Int, _ text: [UInt8]) -> Bool { withText(node) { $0.equals(text) } }

  /// The children of a collection.
  mutating func children(_ node: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(count(node))
    var child = node + 1
    let end = next(node)
    while child < end {
      result.append(child)
      child = next(child)
    }
    return result
  }

  /// Whether `body` holds for every pair; stops at the first where it does not, unless failures are collected.
  @discardableResult
  mutating func forEachPair(_ mapping: Int, _ body: (inout Evaluator, _ key: Int, _ value: Int) -> Bool) -> Bool {
    var isValid = true
    var key = mapping + 1
    let end = next(mapping)
    while key < end {
      let value = next(key)
      if !body(&self, key, value) {
        guard isCollecting else { return false }
        isValid = false
      }
      key = next(value)
    }
    return isValid
  }
}
