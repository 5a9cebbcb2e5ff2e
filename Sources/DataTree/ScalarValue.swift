public import SourceText

extension DataTree {
  /// The bytes between the quotes of a scalar, the lines of a block scalar without its header, or the whole text of
  /// any other node.
  public func content(of id: NodeID) -> ByteRange {
    let node = nodes[id.index]
    switch node.style {
    case .singleQuoted, .doubleQuoted:
      // An unclosed quote ends with the text: there is one quote less to leave out.
      let closed = node.end > node.start + 1 && (bytes[Int(node.end) - 1] == bytes[Int(node.start)])
      return ByteRange(Int(node.start) + 1, Int(node.end) - (closed ? 1 : 0))
    case .literal, .folded:
      var start = Int(node.start)
      while start < Int(node.end), bytes[start] != Byte.lineFeed, bytes[start] != Byte.carriageReturn { start += 1 }
      if start + 1 < Int(node.end), bytes[start] == Byte.carriageReturn, bytes[start + 1] == Byte.lineFeed {
        start += 1
      }
      return ByteRange(min(start + 1, Int(node.end)), Int(node.end))
    default: return node.range
    }
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
    let expected = Array(key.utf8)
    var found: (key: NodeID, value: NodeID)?
    for pair in pairs(of: mapping) where scalar(pair.key, equals: expected) {
      found = pair
    }
    return found
  }
}
