public import SourceText

extension DataTree {
  /// The bytes between the quotes of a scalar, the lines of a block scalar without its header, or the whole text of
  /// any other node. A line break right after three opening quotes is left out.
  @inlinable public func content(of id: NodeID) -> ByteRange {
    let node = nodes[id.index]
    return node.isPlain ? node.range : Self.content(of: node.range, node.style, in: bytes)
  }

  /// The same for a scalar that is no node yet; `range` is its text with its quotes.
  @usableFromInline package static func content(of range: ByteRange, _ style: NodeStyle, in bytes: [UInt8]) -> ByteRange
  {
    switch style {
    case .singleQuoted, .doubleQuoted:
      // An unclosed quote ends with the text: there is one quote less to leave out.
      let closed = range.end > range.start + 1 && (bytes[range.end - 1] == bytes[range.start])
      return ByteRange(range.start + 1, range.end - (closed ? 1 : 0))
    case .tripleSingleQuoted, .tripleDoubleQuoted:
      var start = min(range.start + 3, range.end)
      start += lineBreak(at: start, before: range.end, in: bytes)
      let quote = bytes[range.start]
      let closed = range.end >= start + 3 && bytes[(range.end - 3)..<range.end].allSatisfy { $0 == quote }
      return ByteRange(start, range.end - (closed ? 3 : 0))
    case .literal, .folded:
      var start = range.start
      while start < range.end, !bytes[start].isLineBreak { start += 1 }
      start += lineBreak(at: start, before: range.end, in: bytes)
      return ByteRange(start, range.end)
    case .plain, .block, .dotted, .flow: return range
    }
  }

  /// The number of bytes of the line break at `index`; 0 where there is none.
  private static func lineBreak(at index: Int, before end: Int, in bytes: [UInt8]) -> Int {
    guard index < end, bytes[index].isLineBreak else { return 0 }
    return bytes[index] == Byte.carriageReturn && index + 1 < end && bytes[index + 1] == Byte.lineFeed ? 2 : 1
  }

  /// The value of a scalar as UTF-8, unescaped and folded; empty for a collection. Aliases are followed.
  public func utf8(of id: NodeID) -> [UInt8] {
    let id = resolved(id)
    let node = nodes[id.index]
    guard node.kind == .scalar else { return [] }
    let content = content(of: id)
    if node.isVerbatim { return Array(bytes[content.indices]) }
    return decoder.decode(node, content, bytes)
  }

  /// The value of a scalar as text; bad bytes become U+FFFD.
  public func text(of id: NodeID) -> String {
    String(decoding: utf8(of: id), as: UTF8.self)
  }

  /// Whether the value of a scalar is exactly `expected`, byte for byte; nothing is copied for a verbatim scalar.
  public func scalar(_ id: NodeID, equals expected: [UInt8]) -> Bool {
    let id = resolved(id)
    let node = nodes[id.index]
    guard node.kind == .scalar else { return false }
    if node.isVerbatim {
      let content = content(of: id)
      return content.count == expected.count && bytes[content.indices].elementsEqual(expected)
    }
    return utf8(of: id) == expected
  }

  /// The value of `key` in a mapping: of the last pair with that key, as YAML readers that allow two take it.
  public func value(of key: String, in mapping: NodeID) -> NodeID? {
    pair(of: key, in: mapping)?.value
  }

  /// The last pair with `key` in a mapping.
  public func pair(of key: String, in mapping: NodeID) -> (key: NodeID, value: NodeID)? {
    var key = key
    return key.withUTF8 { unsafe pair(of: $0, in: mapping) }
  }

  private func pair(of key: UnsafeBufferPointer<UInt8>, in mapping: NodeID) -> (key: NodeID, value: NodeID)? {
    let index = resolved(mapping).index
    guard nodes[index].kind == .mapping else { return nil }
    return unsafe nodes.withUnsafeBufferPointer { nodes in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        let input = unsafe Input(bytes, end: bytes.count)
        let end = unsafe min(index + nodes[index].size, nodes.count)
        var found: (key: NodeID, value: NodeID)?
        var place = index + 1
        while place < end {
          // Both are below `end`, so they are among the nodes.
          let node = unsafe nodes[place]
          let value = place + node.size
          guard value < end else { break }
          if mayBe(node, key.count) {
            let isFound =
              node.isPlain && node.isVerbatimScalar
              ? unsafe input.matches(key, at: Int(node.start)) : unsafe scalar(NodeID(place), equals: key)
            if isFound { found = (NodeID(place), NodeID(value)) }
          }
          place = unsafe value + nodes[value].size
        }
        return found
      }
    }
  }

  /// Whether a key may have a text of `count` bytes; most have not, by their length.
  @inline(__always) private func mayBe(_ node: Node, _ count: Int) -> Bool {
    guard node.isVerbatimScalar else { return true }
    let length = Int(node.end) - Int(node.start)
    // One quote, two, or three on each side, and a line break behind them.
    return node.isPlain ? length == count : length > count && length <= count + 8
  }

  private func scalar(_ id: NodeID, equals expected: UnsafeBufferPointer<UInt8>) -> Bool {
    let id = resolved(id)
    let node = nodes[id.index]
    guard node.kind == .scalar else { return false }
    guard node.isVerbatim else { return unsafe utf8(of: id).elementsEqual(expected) }
    let content = content(of: id)
    guard content.count == expected.count else { return false }
    for offset in 0..<expected.count where unsafe bytes[content.start + offset] != expected[offset] { return false }
    return true
  }
}
