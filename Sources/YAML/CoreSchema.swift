import DataTree
import SourceText

/// The core schema of YAML 1.2.2 (10.3): what a plain scalar is.
enum CoreSchema {
  /// The type of the plain scalar from `start` to `end`.
  static func type(of input: Input, _ start: Int, _ end: Int) -> ValueType {
    guard start < end else { return .null }
    let first = input[start]
    switch first {
    case Byte.zero...Byte.nine, Byte.dot, Byte.plus, Byte.dash: return number(input, start, end)
    case UInt8(ascii: "n"), UInt8(ascii: "N"), Byte.tilde, UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"),
      UInt8(ascii: "F"):
      return word(input, start, end)
    default: return .string
    }
  }

  private static func word(_ input: Input, _ start: Int, _ end: Int) -> ValueType {
    switch end - start {
    case 1: return input[start] == Byte.tilde ? .null : .string
    case 4:
      if input.matches("null", at: start) || input.matches("Null", at: start) || input.matches("NULL", at: start) {
        return .null
      }
      let isTrue =
        input.matches("true", at: start) || input.matches("True", at: start) || input.matches("TRUE", at: start)
      return isTrue ? .boolean : .string
    case 5:
      let isFalse =
        input.matches("false", at: start) || input.matches("False", at: start) || input.matches("FALSE", at: start)
      return isFalse ? .boolean : .string
    default: return .string
    }
  }

  private static func number(_ input: Input, _ start: Int, _ end: Int) -> ValueType {
    var index = start
    let isSigned = input[index] == Byte.plus || input[index] == Byte.dash
    if !isSigned, input[index] == Byte.zero, end > index + 2 {
      if input[index + 1] == UInt8(ascii: "o") {
        return (index + 2..<end).allSatisfy { input[$0] >= Byte.zero && input[$0] <= UInt8(ascii: "7") }
          ? .integer : .string
      }
      if input[index + 1] == UInt8(ascii: "x") {
        return (index + 2..<end).allSatisfy { input[$0].hexValue != nil } ? .integer : .string
      }
    }
    if isSigned { index += 1 }
    if input[index] == Byte.dot, end - index == 4 {
      if input.matches(".inf", at: index) || input.matches(".Inf", at: index) || input.matches(".INF", at: index) {
        return .float
      }
      if !isSigned,
        input.matches(".nan", at: index) || input.matches(".NaN", at: index) || input.matches(".NAN", at: index)
      {
        return .float
      }
    }
    let whole = index
    while index < end, input[index].isDigit { index += 1 }
    var digits = index - whole
    if index == end { return digits > 0 ? .integer : .string }
    if input[index] == Byte.dot {
      index += 1
      let fraction = index
      while index < end, input[index].isDigit { index += 1 }
      digits += index - fraction
    }
    guard digits > 0 else { return .string }
    if index < end, input[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if input[index] == Byte.plus || input[index] == Byte.dash { index += 1 }
      let exponent = index
      while index < end, input[index].isDigit { index += 1 }
      if index == exponent { return .string }
    }
    return index == end ? .float : .string
  }
}
