import SourceText

/// The types that safe_yaml 1.0.5 guesses for a text without quotes, whatever its tag.
enum SafeYAMLScalars {
  /// What a text is.
  static func resolve(_ text: [UInt8]) -> ReaderValue {
    guard let first = text.first else { return .null }
    // Numbers and times begin with a digit or a sign.
    if first.isLetter || first >= 0x80 { return PsychScalars.word(text) ?? .string(text) }
    return integer(text) ?? float(text) ?? PsychScalars.word(text) ?? time(text) ?? .string(text)
  }

  private static func integer(_ written: [UInt8]) -> ReaderValue? {
    // The separators are gone for every later test too, so `_1` and `1,5,` are numbers.
    let text = written.without(Byte.underscore, Byte.comma)
    var cursor = ScalarCursor(text)
    let isSigned = cursor.byte == Byte.plus || cursor.byte == Byte.dash
    let isNegative = cursor.takeSign()
    let digits = text[cursor.place...]
    guard let first = digits.first, first.isDigit else { return nil }
    if first != Byte.zero || digits.count == 1, digits.allSatisfy(\.isDigit) {
      return Numbers.whole(digits, base: 10, isNegative: isNegative).map { .int($0) }
    }
    if first == Byte.zero, digits.count > 1 {
      let mark = digits[digits.startIndex + 1]
      let rest = digits.dropFirst(2)
      if mark | 0x20 == UInt8(ascii: "x"), !rest.isEmpty, !isSigned || mark == UInt8(ascii: "x") {
        if let value = Numbers.whole(rest, base: 16, isNegative: isNegative) { return .int(value) }
      }
      if mark == UInt8(ascii: "b"), !isSigned, let value = Numbers.whole(rest, base: 2) { return .int(value) }
      if !isSigned, let value = Numbers.whole(digits, base: 8) { return .int(value) }
    }
    return sexagesimal(text, hasFraction: false)
  }

  /// Sixty to the power of the place; a leading `-` turns the sign of what already has one.
  private static func sexagesimal(_ text: [UInt8], hasFraction: Bool) -> ReaderValue? {
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    guard cursor.byte.isDigit else { return nil }
    let start = cursor.place
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    guard var value = Numbers.double(text[start..<cursor.place].filter(\.isDigit)) else { return nil }
    if isNegative { value = -value }
    guard cursor.byte == Byte.colon else { return nil }
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
    guard cursor.isAtEnd else { return nil }
    return .float(isNegative ? -value : value)
  }

  private static func float(_ text: [UInt8]) -> ReaderValue? {
    if let value = decimal(text) { return .float(value) }
    if text.isOne(of: ".inf", ".Inf", ".INF") { return .float(.infinity) }
    if text.isOne(of: "-.inf", "-.Inf", "-.INF") { return .float(-.infinity) }
    if text.isOne(of: ".nan", ".NaN", ".NAN") { return .float(.nan) }
    return sexagesimal(text, hasFraction: true)
  }

  private static func decimal(_ text: [UInt8]) -> Double? {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    if cursor.byte.isDigit { _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore) }
    guard cursor.take(Byte.dot) != nil else { return nil }
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    if !cursor.isAtEnd {
      guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil, cursor.take(Byte.plus, Byte.dash) != nil,
        cursor.takeWhile({ $0.isDigit }) > 0, cursor.isAtEnd
      else { return nil }
    }
    return RubyNumber.float(text)
  }

  private static func time(_ text: [UInt8]) -> ReaderValue? {
    var grammar = WrittenTime.Grammar()
    grammar.takesGluedZone = true
    guard let written = WrittenTime(text, grammar) else { return nil }
    guard written.calendarDay.isDay else { return nil }
    guard let time = written.time else { return written.hasFullDay ? .date(written.calendarDay) : nil }
    guard time.hour < 24 || (time.hour == 24 && time.minute == 0 && time.second == 0), time.minute < 60,
      time.second <= 60, abs(written.offset ?? 0) < 1440
    else { return nil }
    var moment = written.moment()
    // `DateTime.parse` has no second 60.
    moment.second = min(moment.second, 59)
    moment.offset = written.offset ?? 0
    return .dateTime(moment.normalized)
  }
}

/// What Ruby's `Float()` takes: a digit on both sides of each `_` and a digit after the point.
enum RubyNumber {
  /// The number, or `nil` where `Float()` stops.
  static func float(_ text: [UInt8]) -> Double? {
    for index in text.indices {
      let before = index > 0 ? text[index - 1] : 0
      let after = index + 1 < text.count ? text[index + 1] : 0
      if text[index] == Byte.underscore, !before.isDigit || !after.isDigit { return nil }
      if text[index] == Byte.dot, !after.isDigit { return nil }
    }
    return Numbers.double(text.without(Byte.underscore))
  }
}
