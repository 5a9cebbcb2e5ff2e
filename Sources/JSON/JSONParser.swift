public import DataTree
import SourceText

/// A strict reader of JSON (RFC 8259) onto the flat tree.
///
/// No comments, no trailing commas, no leading zeros, surrogate pairs joined, keys of any length.
public struct JSONParser {
  /// How many collections may be open at once.
  public static let depthLimit = 2_000

  private let input: Input
  /// The same bytes, for those who take an array.
  private let bytes: [UInt8]
  private var index = 0
  private var nodes: [Node] = []

  private init(_ bytes: [UInt8], _ input: Input) {
    self.bytes = bytes
    self.input = input
    nodes.reserveCapacity(input.end < 4_096 ? input.end / 8 + 1 : min(input.end / 12, 1 << 20))
  }

  /// Reads one JSON text; a UTF-8 byte-order mark before it is passed over.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> DataTree {
    guard bytes.count < Int32.max else { throw .tooLarge }
    return try unsafe bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var parser = unsafe JSONParser(bytes, Input(buffer, end: bytes.count))
      return try parser.parseText()
    }
  }

  private mutating func parseText() throws(JSONError) -> DataTree {
    if input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF { index = 3 }
    skipBlanks()
    try parseValue(depth: 0)
    skipBlanks()
    guard index == input.end else { throw .unexpected(here) }
    return DataTree(bytes: bytes, nodes: nodes, roots: [NodeID(0)], decoder: JSONString.decoder)
  }

  private var here: ByteRange {
    index < bytes.count ? ByteRange(index, index + UTF8Scan.length(at: index, in: bytes)) : ByteRange(at: bytes.count)
  }

  private func wrong() -> JSONError {
    index < bytes.count ? .unexpected(here) : .unexpectedEnd(here)
  }

  private mutating func skipBlanks() {
    while input[index].isWhitespace { index += 1 }
  }

  private mutating func parseValue(depth: Int) throws(JSONError) {
    switch input[index] {
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
    nodes.append(.collection(isMapping: isMapping, .flow, ByteRange(at: start)))
    index += 1
    var count = 0
    skipBlanks()
    if input[index] == close {
      index += 1
    } else {
      while true {
        skipBlanks()
        if isMapping {
          guard input[index] == UInt8(ascii: "\"") else { throw wrong() }
          try parseString()
          skipBlanks()
          guard input[index] == UInt8(ascii: ":") else { throw wrong() }
          index += 1
          skipBlanks()
        }
        try parseValue(depth: depth + 1)
        count += 1
        skipBlanks()
        if input[index] == close {
          index += 1
          break
        }
        guard input[index] == UInt8(ascii: ",") else { throw wrong() }
        index += 1
      }
    }
    nodes[own].close(size: nodes.count - own, count: count, end: index)
  }

  private mutating func appendScalar(_ type: ValueType, _ style: NodeStyle, from start: Int, verbatim: Bool) {
    nodes.makeRoom(at: index, of: bytes.count)
    nodes.append(.scalar(type, style, ByteRange(start, index), isVerbatim: verbatim))
  }

  private mutating func parseString() throws(JSONError) {
    let start = index
    var isVerbatim = true
    index += 1
    while true {
      index = input.skippingPrintable(index, upTo: Byte.doubleQuote)
      let byte = input[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        appendScalar(.string, .doubleQuoted, from: start, verbatim: isVerbatim)
        return
      case UInt8(ascii: "\\"):
        isVerbatim = false
        index += 1
        try parseEscape()
      case 0 where index >= input.end: throw .unexpectedEnd(ByteRange(start, input.end))
      case 0..<0x20: throw wrong()
      case 0..<0x80: index += 1
      // Nearly all letters of two bytes: U+0080 to U+07FF.
      case 0xC2..<0xE0 where input[index + 1] & 0xC0 == 0x80: index += 2
      default:
        guard let scalar = UTF8Scan.scalar(at: index, in: bytes) else { throw wrong() }
        index += scalar.length
      }
    }
  }

  private mutating func parseEscape() throws(JSONError) {
    switch input[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      index += 1
      for _ in 0..<4 {
        guard input[index].hexValue != nil else { throw wrong() }
        index += 1
      }
    default: throw wrong()
    }
  }

  private mutating func parseWord(_ word: StaticString, _ type: ValueType) throws(JSONError) {
    let start = index
    guard input.matches(word, at: start) else { throw wrong() }
    index += word.utf8CodeUnitCount
    appendScalar(type, .plain, from: start, verbatim: true)
  }

  private mutating func parseNumber() throws(JSONError) {
    let start = index
    var isInteger = true
    if input[index] == UInt8(ascii: "-") { index += 1 }
    if input[index] == UInt8(ascii: "0") { index += 1 } else { try parseDigits() }
    if input[index] == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try parseDigits()
    }
    if input[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if input[index] == UInt8(ascii: "+") || input[index] == UInt8(ascii: "-") { index += 1 }
      try parseDigits()
    }
    appendScalar(isInteger ? .integer : .float, .plain, from: start, verbatim: true)
  }

  private mutating func parseDigits() throws(JSONError) {
    guard input[index].isDigit else { throw wrong() }
    while input[index].isDigit { index += 1 }
  }
}
