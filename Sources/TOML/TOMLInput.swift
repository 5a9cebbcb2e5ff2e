import DataTree
import SourceText

// What is asked of the bytes alone is asked of ``Input``: a question to ``Reader`` that changes nothing copies all of its
// state.
extension Input {
  /// Whether what stands at `index`, after blanks, can follow a bare key.
  func isKeyEnd(_ index: Int) -> Bool {
    var index = index
    while self[index].isBlank { index += 1 }
    switch self[index] {
    case Byte.equals, Byte.dot, Byte.closeBracket: return true
    // Said where an equals sign is missed.
    case Byte.colon, Byte.doubleQuote, Byte.singleQuote, Byte.lineFeed, Byte.carriageReturn, Byte.hash, Byte.comma,
      Byte.closeBrace, Byte.openBracket, Byte.openBrace:
      return true
    default: return index >= end
    }
  }

  /// Whether what stands at `index`, after blanks, ends a value.
  func isValueEnd(_ index: Int, _ place: ValuePlace) -> Bool {
    var index = index
    while self[index].isBlank { index += 1 }
    switch self[index] {
    case Byte.lineFeed, Byte.carriageReturn, Byte.hash: return true
    case Byte.comma, Byte.closeBracket, Byte.closeBrace: return place != .line
    default: return index >= end
    }
  }

  /// Whether the text from `start` to `end` is `true` or `false`.
  func isBoolean(_ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 4: matches("true", at: start)
    case 5: matches("false", at: start)
    default: false
    }
  }

  /// The type of the number that is the whole text ("Integer", "Float"); `nil` where it is none.
  func numberType(_ start: Int, _ end: Int) -> ValueType? {
    var index = start
    let isSigned = self[index] == Byte.plus || self[index] == Byte.dash
    if isSigned { index += 1 }
    let whole = index
    let first = index < end ? self[index] : 0
    if first == Byte.zero, !isSigned, index + 2 < end {
      switch self[index + 1] {
      case UInt8(ascii: "x"): return digits(index + 2, end) { $0.hexValue != nil } == end ? .integer : nil
      case UInt8(ascii: "o"): return digits(index + 2, end) { $0 &- Byte.zero < 8 } == end ? .integer : nil
      case UInt8(ascii: "b"): return digits(index + 2, end) { $0 &- Byte.zero < 2 } == end ? .integer : nil
      default: break
      }
    }
    if first == UInt8(ascii: "i") || first == UInt8(ascii: "n") {
      return end == index + 3 && (matches("inf", at: index) || matches("nan", at: index)) ? .float : nil
    }
    guard let afterWhole = digits(index, end, where: { $0.isDigit }) else { return nil }
    if first == Byte.zero, afterWhole > whole + 1 { return nil }
    index = afterWhole
    if index == end { return .integer }
    if self[index] == Byte.dot {
      guard let after = digits(index + 1, end, where: { $0.isDigit }) else { return nil }
      index = after
    }
    if index < end, self[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, self[index] == Byte.plus || self[index] == Byte.dash { index += 1 }
      guard let after = digits(index, end, where: { $0.isDigit }) else { return nil }
      index = after
    }
    return index == end ? .float : nil
  }

  /// The index after digits with single underscores between them; `nil` where there are none.
  @inline(__always) private func digits(_ start: Int, _ end: Int, where isDigit: (UInt8) -> Bool) -> Int? {
    var index = start
    while index < end {
      if isDigit(self[index]) {
        index += 1
      } else if self[index] == Byte.underscore, index > start, index + 1 < end, isDigit(self[index + 1]) {
        index += 2
      } else {
        break
      }
    }
    return index > start ? index : nil
  }
}

extension UInt8 {
  /// Whether the byte can be part of a number, a date or a word.
  @inline(__always) var isBare: Bool {
    isAlphanumeric || self == Byte.dash || self == Byte.underscore || self == Byte.plus || self == Byte.dot
      || self == Byte.colon
  }
}
