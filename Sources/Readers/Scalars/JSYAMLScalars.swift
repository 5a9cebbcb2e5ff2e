import SourceText

/// The implicit types of js-yaml: version 3 (numbers of YAML 1.1, booleans of 1.2) and version 4 (1.2, with dates).
struct JSYAMLScalars {
  /// Whether it is version 3.
  let isVersion3: Bool

  /// What a plain text is.
  func resolve(_ text: [UInt8]) -> ReaderValue {
    guard let first = text.first else { return .null }
    if text.count <= 5 {
      if text.isOne(of: "~", "null", "Null", "NULL") { return .null }
      if text.isOne(of: "true", "True", "TRUE") { return .bool(true) }
      if text.isOne(of: "false", "False", "FALSE") { return .bool(false) }
    }
    guard first.isDigit || first == Byte.dot || first == Byte.plus || first == Byte.dash else { return .string(text) }
    if let value = integer(text) { return .float(value) }
    if let value = float(text) { return .float(value) }
    if let written = WrittenTime(text), written.time != nil || written.hasFullDay {
      return .dateTime(Self.date(written))
    }
    return .string(text)
  }

  /// The whole number of a text with the tag or the look of one; all numbers are doubles.
  func integer(_ text: [UInt8]) -> Double? {
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    let sign = isNegative ? -1.0 : 1.0
    guard let last = text.last, last != Byte.underscore else { return nil }
    let digits = text[cursor.place...].filter { $0 != Byte.underscore }
    if cursor.byte == Byte.zero {
      if text.count == cursor.place + 1 { return 0 }
      let mark = text[cursor.place + 1]
      let base: UInt32? =
        mark == UInt8(ascii: "b")
        ? 2 : mark == UInt8(ascii: "x") ? 16 : mark == UInt8(ascii: "o") && !isVersion3 ? 8 : nil
      if let base {
        return Numbers.whole(digits.dropFirst(2), base: base).map { sign * Numbers.double(ofWhole: $0) }
      }
      if isVersion3 { return Numbers.whole(digits, base: 8).map { sign * Numbers.double(ofWhole: $0) } }
    }
    guard cursor.byte.isDigit else { return nil }
    if let value = Numbers.whole(digits, base: 10) { return sign * Numbers.double(ofWhole: value) }
    guard isVersion3, let value = Self.sexagesimal(text, from: cursor.place, hasFraction: false) else { return nil }
    return sign * value
  }

  private static func sexagesimal(_ text: [UInt8], from start: Int, hasFraction: Bool) -> Double? {
    var cursor = ScalarCursor(text, at: start)
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    guard var value = Numbers.double(text[start..<cursor.place].filter(\.isDigit)), cursor.byte == Byte.colon else {
      return nil
    }
    while cursor.take(Byte.colon) != nil {
      let place = cursor.place
      let count = cursor.takeWhile(atMost: 2) { $0.isDigit }
      guard count == 1 || (count == 2 && text[place] < UInt8(ascii: "6")) else { return nil }
      value = value * 60 + Double(text[place..<cursor.place].reduce(0) { $0 * 10 + Int($1 - Byte.zero) })
    }
    if hasFraction {
      guard cursor.take(Byte.dot) != nil else { return nil }
      let place = cursor.place
      _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
      value += Numbers.double(Array("0.".utf8) + text[place..<cursor.place].filter(\.isDigit) + [Byte.zero]) ?? 0
    }
    return cursor.isAtEnd ? value : nil
  }

  /// The number of a text with the tag or the look of a float.
  func float(_ text: [UInt8]) -> Double? {
    guard let last = text.last, last != Byte.underscore else { return nil }
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    let sign = isNegative ? -1.0 : 1.0
    let rest = Array(text[cursor.place...])
    if rest.isOne(of: ".inf", ".Inf", ".INF") { return sign * .infinity }
    if text.isOne(of: ".nan", ".NaN", ".NAN") { return .nan }
    if cursor.byte == Byte.dot {
      guard cursor.place == 0 else { return nil }
    } else {
      guard cursor.byte.isDigit else { return nil }
      if isVersion3, let value = Self.sexagesimal(text, from: cursor.place, hasFraction: true) { return sign * value }
      if isVersion3, cursor.byte == Byte.zero {
        cursor.place += 1
      } else {
        _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
      }
    }
    let isFractionOnly = cursor.byte == Byte.dot && cursor.place == 0
    if cursor.take(Byte.dot) != nil {
      let count = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
      if isFractionOnly, count == 0 { return nil }
    }
    if !cursor.isAtEnd {
      guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil else { return nil }
      _ = cursor.takeSign()
      guard cursor.takeWhile({ $0.isDigit }) > 0, cursor.isAtEnd else { return nil }
    }
    return Numbers.double(rest.without(Byte.underscore)).map { sign * $0 }
  }

  /// What `Date.UTC` makes: months, days, hours and seconds count on; years below 100 are in the last century.
  static func date(_ written: WrittenTime) -> CalendarTime {
    var moment = written.moment(fractionDigits: 3)
    if (0...99).contains(moment.year) { moment.year += 1900 }
    return CalendarTime(seconds: moment.seconds, nanosecond: moment.nanosecond, offset: 0)
  }
}
