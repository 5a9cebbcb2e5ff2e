import SourceText

/// The implicit types of Zensical 0.0.73: only small letters for booleans, and no infinity, since a template has none.
enum RustScalars {
  /// What a plain text is.
  static func resolve(_ text: [UInt8]) -> ReaderValue {
    guard let first = text.first else { return .null }
    if text.isOne(of: "~", "null", "NULL") { return .null }
    if text.isOne(of: "true") { return .bool(true) }
    if text.isOne(of: "false") { return .bool(false) }
    guard first.isDigit || first == Byte.dot || first == Byte.plus || first == Byte.dash else { return .string(text) }
    if text.isOne(
      of: ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN")
    {
      return .null
    }
    if text.count > 2, text[0] == Byte.zero, text[1] == UInt8(ascii: "o") || text[1] == UInt8(ascii: "x"),
      let value = Numbers.whole(text[2...], base: text[1] == UInt8(ascii: "o") ? 8 : 16), Numbers.fitsInt64(value)
    {
      return .int(value)
    }
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    if let value = Numbers.whole(text[cursor.place...], base: 10, isNegative: isNegative), Numbers.fitsInt64(value) {
      return .int(value)
    }
    guard let number = CoreScalars.number(text) else { return .string(text) }
    if text.count > 1, text[1] == UInt8(ascii: "o") || text[1] == UInt8(ascii: "x") { return .string(text) }
    return number.isFinite ? .float(number) : .null
  }
}
