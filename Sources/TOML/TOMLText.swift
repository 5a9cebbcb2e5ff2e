import DataTree
import SourceText

/// How the scalars of TOML are written, and what they mean.
enum TOMLText {
  static let decoder = ScalarDecoder { node, _, bytes in
    decode(node.range, node.style, isVerbatim: node.isVerbatim, type: node.type, in: bytes)
  }

  /// The bytes between the quotes, or the whole text of a scalar without quotes. A line break right after three
  /// opening quotes is no part of it.
  static func content(of range: ByteRange, _ style: NodeStyle, in bytes: [UInt8]) -> ByteRange {
    DataTree.content(of: range, style, in: bytes)
  }

  /// The value in UTF-8: without escapes, line breaks as line feeds; numbers, booleans and dates in the notation that
  /// the core schema of YAML and RFC 3339 share.
  static func decode(
    _ range: ByteRange, _ style: NodeStyle, isVerbatim: Bool, type: ValueType = .string,
    keepsCarriageReturns: Bool = false, in bytes: [UInt8]
  ) -> [UInt8] {
    let content = content(of: range, style, in: bytes)
    if isVerbatim { return Array(bytes[content.indices]) }
    switch style {
    case .doubleQuoted, .tripleDoubleQuoted: return unescape(content, keepsCarriageReturns, in: bytes)
    case .singleQuoted, .tripleSingleQuoted:
      return unescape(content, keepsCarriageReturns, in: bytes, hasEscapes: false)
    default: return plainText(bytes[content.indices], type)
    }
  }

  private static func plainText(_ text: ArraySlice<UInt8>, _ type: ValueType) -> [UInt8] {
    switch type {
    case .boolean:
      let letter = text.first.map { $0 | 0x20 }
      let isOn = text.count == 2 && text.last.map { $0 | 0x20 } == UInt8(ascii: "n")
      let isTrue = letter == UInt8(ascii: "t") || letter == UInt8(ascii: "y") || isOn
      return Array((isTrue ? "true" : "false").utf8)
    case .integer, .float:
      if let last = text.last, last == UInt8(ascii: "f") || last == UInt8(ascii: "n"), text.count < 5 {
        if text.suffix(3).elementsEqual("inf".utf8) { return Array((text.first == Byte.dash ? "-.inf" : ".inf").utf8) }
        if text.suffix(3).elementsEqual("nan".utf8) { return Array(".nan".utf8) }
      }
      let digits = text.filter { $0 != Byte.underscore }
      if digits.starts(with: [Byte.zero, UInt8(ascii: "b")]) {
        return UInt64(String(decoding: digits[2...], as: UTF8.self), radix: 2).map { Array(String($0).utf8) } ?? digits
      }
      return digits
    case .string: return DateTime.normalized(text)
    default: return Array(text)
    }
  }

  /// Resolves the escapes of a basic string; an escape that is none stays, a number without a character becomes U+FFFD.
  private static func unescape(
    _ content: ByteRange, _ keepsCarriageReturns: Bool, in bytes: [UInt8], hasEscapes: Bool = true
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.start
    while index < content.end {
      let byte = bytes[index]
      index += 1
      if byte == Byte.carriageReturn, !keepsCarriageReturns, index < content.end, bytes[index] == Byte.lineFeed {
        continue
      }
      guard byte == Byte.backslash, hasEscapes, index < content.end else {
        result.append(byte)
        continue
      }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "t"): result.append(Byte.tab)
      case UInt8(ascii: "n"): result.append(Byte.lineFeed)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "r"): result.append(Byte.carriageReturn)
      case UInt8(ascii: "e"): result.append(0x1B)
      case Byte.doubleQuote, Byte.backslash: result.append(escape)
      case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
        if let value = number(at: index, digits(of: escape), content.end, in: bytes) {
          result += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
          index += digits(of: escape)
        } else {
          result += [Byte.backslash, escape]
        }
      case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn:
        // A backslash at the end of a line takes the line break with it, and every blank up to the next text.
        while index < content.end, bytes[index].isBlank || bytes[index].isLineBreak { index += 1 }
      default: result += [Byte.backslash, escape]
      }
    }
    return result
  }

  /// How many hexadecimal digits follow `\x`, `\u` and `\U`.
  static func digits(of escape: UInt8) -> Int {
    switch escape {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    default: 8
    }
  }

  /// The number in `count` hexadecimal digits from `start` on; `nil` where there are fewer before `end`.
  static func number(at start: Int, _ count: Int, _ end: Int, in bytes: [UInt8]) -> UInt32? {
    guard start + count <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + count] {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
