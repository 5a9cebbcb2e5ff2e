import SourceText

/// The implicit types of goccy/go-yaml 1.19, neither those of YAML 1.1 nor of 1.2: `1e3` is text and `1.e3` a number,
/// `08` is text and `017` is 15.
enum GoccyScalars {
  /// What a plain text is.
  static func resolve(_ text: [UInt8]) -> ReaderValue {
    guard let first = text.first else { return .null }
    if text.count <= 5 {
      if text.isOne(of: "null", "Null", "NULL", "~") { return .null }
      if text.isOne(of: "true", "True", "TRUE") { return .bool(true) }
      if text.isOne(of: "false", "False", "FALSE") { return .bool(false) }
      if text.isOne(of: ".inf", ".Inf", ".INF") { return .float(.infinity) }
      if text.isOne(of: "-.inf", "-.Inf", "-.INF") { return .float(-.infinity) }
      if text.isOne(of: ".nan", ".NaN", ".NAN") { return .float(.nan) }
    }
    guard first.isDigit || first == Byte.dot || first == Byte.plus || first == Byte.dash else { return .string(text) }
    return number(text) ?? .string(text)
  }

  /// A number, or `nil`.
  static func number(_ text: [UInt8]) -> ReaderValue? {
    guard text.first != Byte.underscore else { return nil }
    let dots = text.count(where: { $0 == Byte.dot })
    guard dots <= 1 else { return nil }
    let isNegative = text.first == Byte.dash
    var digits = text[...]
    if digits.first == Byte.plus { digits = digits.dropFirst() }
    if digits.first == Byte.dash { digits = digits.dropFirst() }
    let plain = digits.filter { $0 != Byte.underscore }
    if plain.count > 1, plain[0] == Byte.zero {
      switch plain[1] {
      case UInt8(ascii: "x"): return whole(plain.dropFirst(2), 16, isNegative)
      case UInt8(ascii: "o"): return whole(plain.dropFirst(2), 8, isNegative)
      case UInt8(ascii: "b"): return whole(plain.dropFirst(2), 2, isNegative)
      default: if dots == 0 { return whole(plain[...], 8, isNegative) }
      }
    }
    if dots == 0 { return whole(plain[...], 10, isNegative) }
    guard isFloat(plain), let value = Numbers.double(plain), value.isFinite else { return nil }
    return .float(isNegative ? -value : value)
  }

  private static func whole(_ digits: ArraySlice<UInt8>, _ base: UInt32, _ isNegative: Bool) -> ReaderValue? {
    guard let value = Numbers.whole(digits, base: base, isNegative: isNegative),
      isNegative ? Numbers.fitsInt64(value) : Numbers.fitsUInt64(value)
    else { return nil }
    return .int(value)
  }

  private static func isFloat(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    let whole = cursor.takeWhile { $0.isDigit }
    guard cursor.take(Byte.dot) != nil else { return false }
    guard cursor.takeWhile({ $0.isDigit }) + whole > 0 else { return false }
    if cursor.isAtEnd { return true }
    guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil else { return false }
    _ = cursor.takeSign()
    return cursor.takeWhile { $0.isDigit } > 0 && cursor.isAtEnd
  }
}
