public import DataTree
import SourceText

/// A strict reader of JSON (RFC 8259) onto the flat tree.
///
/// No comments, no trailing commas, no leading zeros, surrogate pairs joined, keys of any length.
public struct JSONParser {
  /// How many collections may be open at once.
  public static let depthLimit = 2_000

  private let bytes: [UInt8]
  private var index = 0
  private var nodes: [Node] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads one JSON text; a UTF-8 byte-order mark before it is passed over.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> DataTree {
    guard bytes.count < Int32.max else { throw .tooLarge }
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    parser.skipBlanks()
    try parser.parseValue(depth: 0)
    parser.skipBlanks()
    guard parser.index == bytes.count else { throw .unexpected(parser.here) }
    return DataTree(bytes: bytes, nodes: parser.nodes, roots: [NodeID(0)], decoder: JSONString.decoder)
  }

  private var here: ByteRange {
    index < bytes.count ? ByteRange(index, index + UTF8Scan.length(at: index, in: bytes)) : ByteRange(at: bytes.count)
  }

  private func wrong() -> JSONError {
    index < bytes.count ? .unexpected(here) : .unexpectedEnd(here)
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func parseValue(depth: Int) throws(JSONError) {
    guard index < bytes.count else { throw wrong() }
    switch bytes[index] {
    case UInt8(ascii: "{"): try parseCollection(.mapping, close: UInt8(ascii: "}"), depth: depth)
    case UInt8(ascii: "["): try parseCollection(.sequence, close: UInt8(ascii: "]"), depth: depth)
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "t"): try parseWord("true", .boolean)
    case UInt8(ascii: "f"): try parseWord("false", .boolean)
    case UInt8(ascii: "n"): try parseWord("null", .null)
    default: try parseNumber()
    }
  }

  private mutating func parseCollection(_ type: ValueType, close: UInt8, depth: Int) throws(JSONError) {
    guard depth < Self.depthLimit else { throw .tooDeep(here) }
    nodes.makeRoom(at: index, of: bytes.count)
    let own = nodes.count
    let start = index
    let isMapping = type == .mapping
    nodes.append(
      Node(
        kind: isMapping ? .mapping : .sequence, style: .flow, type: type, isVerbatim: false,
        range: ByteRange(start, start), subtreeEnd: own + 1))
    index += 1
    var count = 0
    skipBlanks()
    if index < bytes.count, bytes[index] == close {
      index += 1
    } else {
      while true {
        skipBlanks()
        if isMapping {
          guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw wrong() }
          try parseString()
          skipBlanks()
          guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw wrong() }
          index += 1
          skipBlanks()
        }
        try parseValue(depth: depth + 1)
        count += 1
        skipBlanks()
        guard index < bytes.count else { throw wrong() }
        if bytes[index] == close {
          index += 1
          break
        }
        guard bytes[index] == UInt8(ascii: ",") else { throw wrong() }
        index += 1
      }
    }
    nodes[own].end = UInt32(clamping: index)
    nodes[own].subtreeEnd = Int32(clamping: nodes.count)
    nodes[own].count = Int32(clamping: count)
  }

  private mutating func appendScalar(_ type: ValueType, _ style: NodeStyle, from start: Int, verbatim: Bool) {
    nodes.makeRoom(at: index, of: bytes.count)
    nodes.append(
      Node(
        kind: .scalar, style: style, type: type, isVerbatim: verbatim, range: ByteRange(start, index),
        subtreeEnd: nodes.count + 1))
  }

  private mutating func parseString() throws(JSONError) {
    let start = index
    var isVerbatim = true
    index += 1
    while true {
      guard index < bytes.count else { throw .unexpectedEnd(ByteRange(start, bytes.count)) }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        appendScalar(.string, .doubleQuoted, from: start, verbatim: isVerbatim)
        return
      case UInt8(ascii: "\\"):
        isVerbatim = false
        index += 1
        try parseEscape()
      case 0..<0x20: throw wrong()
      case 0..<0x80: index += 1
      default:
        guard let scalar = UTF8Scan.scalar(at: index, in: bytes) else { throw wrong() }
        index += scalar.length
      }
    }
  }

  private mutating func parseEscape() throws(JSONError) {
    guard index < bytes.count else { throw wrong() }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      index += 1
      for _ in 0..<4 {
        guard index < bytes.count, bytes[index].hexValue != nil else { throw wrong() }
        index += 1
      }
    default: throw wrong()
    }
  }

  private mutating func parseWord(_ word: StaticString, _ type: ValueType) throws(JSONError) {
    let start = index
    let matches = word.withUTF8Buffer { text in
      unsafe start + text.count <= bytes.count && bytes[start..<start + text.count].elementsEqual(text)
    }
    guard matches else { throw wrong() }
    index += word.utf8CodeUnitCount
    appendScalar(type, .plain, from: start, verbatim: true)
  }

  private mutating func parseNumber() throws(JSONError) {
    let start = index
    var isInteger = true
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "0") { index += 1 } else { try parseDigits() }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try parseDigits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      try parseDigits()
    }
    appendScalar(isInteger ? .integer : .float, .plain, from: start, verbatim: true)
  }

  private mutating func parseDigits() throws(JSONError) {
    guard index < bytes.count, bytes[index].isDigit else { throw wrong() }
    while index < bytes.count, bytes[index].isDigit { index += 1 }
  }
}
