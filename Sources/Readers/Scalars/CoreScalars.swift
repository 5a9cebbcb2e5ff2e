import SourceText

/// The implicit types of the core schema (YAML 1.2.2, 10.3.2), as `yaml` 2 of eemeli has them.
enum CoreScalars {
  /// What a plain text is.
  static func resolve(_ text: [UInt8]) -> ReaderValue {
    guard let first = text.first else { return .null }
    if text.count <= 5 {
      if text.isOne(of: "~", "null", "Null", "NULL") { return .null }
      if text.isOne(of: "true", "True", "TRUE") { return .bool(true) }
      if text.isOne(of: "false", "False", "FALSE") { return .bool(false) }
    }
    guard first.isDigit || first == Byte.dot || first == Byte.plus || first == Byte.dash else { return .string(text) }
    return number(text).map { .float($0) } ?? .string(text)
  }

  /// The number; all are doubles.
  static func number(_ text: [UInt8]) -> Double? {
    if text.isOne(of: ".nan", ".NaN", ".NAN") { return .nan }
    if text.count > 2, text[0] == Byte.zero, text[1] == UInt8(ascii: "o") || text[1] == UInt8(ascii: "x") {
      return Numbers.whole(text[2...], base: text[1] == UInt8(ascii: "o") ? 8 : 16).map { Numbers.double(ofWhole: $0) }
    }
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    let rest = Array(text[cursor.place...])
    if rest.isOne(of: ".inf", ".Inf", ".INF") { return isNegative ? -.infinity : .infinity }
    let whole = cursor.takeWhile { $0.isDigit }
    if cursor.take(Byte.dot) != nil {
      if cursor.takeWhile({ $0.isDigit }) == 0, whole == 0 { return nil }
    } else if whole == 0 {
      return nil
    }
    if !cursor.isAtEnd {
      guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil else { return nil }
      _ = cursor.takeSign()
      guard cursor.takeWhile({ $0.isDigit }) > 0, cursor.isAtEnd else { return nil }
    }
    return Numbers.double(rest).map { isNegative ? -$0 : $0 }
  }

  /// What `%YAML 1.1` makes of a plain text.
  static func resolve11(_ text: [UInt8]) -> ReaderValue {
    if text.isOne(of: "y", "Y", "yes", "Yes", "YES", "on", "On", "ON") { return .bool(true) }
    if text.isOne(of: "n", "N", "no", "No", "NO", "off", "Off", "OFF") { return .bool(false) }
    return resolve(text)
  }
}
