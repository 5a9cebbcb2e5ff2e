public import SourceText

extension YAMLTree {
  /// The bytes between the quotes of a scalar, or its whole text where it has none.
  public func content(of id: NodeID) -> ByteRange {
    let node = nodes[id.index]
    switch node.style {
    case .singleQuoted, .doubleQuoted:
      // An unclosed quote ends with the text: there is one quote less to leave out.
      let closed = node.end > node.start + 1 && (bytes[Int(node.end) - 1] == bytes[Int(node.start)])
      return ByteRange(Int(node.start) + 1, Int(node.end) - (closed ? 1 : 0))
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
    return ScalarText.decode(content, style: node.style, in: bytes)
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

/// Turns the written form of a scalar into its value.
enum ScalarText {
  /// The value of the scalar whose inner text is `content`.
  static func decode(_ content: ByteRange, style: NodeStyle, in bytes: [UInt8]) -> [UInt8] {
    switch style {
    case .doubleQuoted: return decodeEscapes(content, in: bytes)
    default: return Array(bytes[content.indices])
    }
  }

  /// Resolves the escapes of JSON (RFC 8259, 7), surrogate pairs included; a lone surrogate becomes U+FFFD.
  private static func decodeEscapes(_ content: ByteRange, in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.start
    while index < content.end {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < content.end else {
        result.append(byte)
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        var unit = hex(index, 4, in: bytes)
        index += 4
        if unit & 0xFC00 == 0xD800, index + 5 < content.end, bytes[index] == UInt8(ascii: "\\"),
          bytes[index + 1] == UInt8(ascii: "u")
        {
          let low = hex(index + 2, 4, in: bytes)
          if low & 0xFC00 == 0xDC00 {
            unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
            index += 6
          }
        }
        result += Array(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
      default: result.append(escape)
      }
    }
    return result
  }

  /// The number in `count` hexadecimal digits; 0xFFFD where they are none.
  private static func hex(_ start: Int, _ count: Int, in bytes: [UInt8]) -> UInt32 {
    guard start + count <= bytes.count else { return 0xFFFD }
    var value: UInt32 = 0
    for byte in bytes[start..<start + count] {
      guard let digit = UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") ? UInt32(byte - 0x30) : letter(byte)
      else { return 0xFFFD }
      value = value << 4 | digit
    }
    return value
  }

  private static func letter(_ byte: UInt8) -> UInt32? {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
  }
}
