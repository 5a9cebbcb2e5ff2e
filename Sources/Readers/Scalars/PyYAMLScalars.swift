import SourceText

/// The implicit types of PyYAML 6 (YAML 1.1) and of ruamel.yaml 0.19 (1.2, and 1.1 where `%YAML 1.1` asks for it).
struct PyYAMLScalars {
  /// Which of its grammars holds.
  enum Version {
    case pyYAML
    case ruamel12
    case ruamel11
  }

  let version: Version

  /// What a plain text is; throws where the constructor stops.
  func resolve(_ text: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderValue {
    guard let first = text.first else { return .null }
    switch first {
    case Byte.tilde where text.count == 1: return .null
    case Byte.equals where text.count == 1: throw Refusal(.value, range)
    case Byte.less where text.isOne(of: "<<"): throw Refusal(.value, range)
    default: break
    }
    if first.isLetter { return word(text) }
    guard first.isDigit || first == Byte.dot || first == Byte.dash || first == Byte.plus else { return .string(text) }
    if let value = float(text) { return .float(value) }
    // `._` looks like a float, and is none.
    if version != .pyYAML, matchesFloat(text) { throw Refusal(.value, range) }
    if isInteger(text) {
      guard let value = integer(text) else { throw Refusal(.value, range) }
      return .int(value)
    }
    if first.isDigit, let written = WrittenTime(text), written.time != nil || written.hasFullDay {
      return try time(written, range)
    }
    return .string(text)
  }

  private func word(_ text: [UInt8]) -> ReaderValue {
    guard text.count <= 5 else { return .string(text) }
    if text.isOne(of: "null", "Null", "NULL") { return .null }
    if text.isOne(of: "true", "True", "TRUE") { return .bool(true) }
    if text.isOne(of: "false", "False", "FALSE") { return .bool(false) }
    if version == .ruamel12 { return .string(text) }
    if text.isOne(of: "yes", "Yes", "YES", "on", "On", "ON") { return .bool(true) }
    if text.isOne(of: "no", "No", "NO", "off", "Off", "OFF") { return .bool(false) }
    if version == .ruamel11 {
      if text.isOne(of: "y", "Y") { return .bool(true) }
      if text.isOne(of: "n", "N") { return .bool(false) }
    }
    return .string(text)
  }

  // MARK: Floats

  /// The value of a float, or `nil` where the grammar has none.
  func float(_ text: [UInt8]) -> Double? {
    if text.last.map({ $0 | 0x20 }) == UInt8(ascii: "f") || text.last.map({ $0 | 0x20 }) == UInt8(ascii: "n") {
      if text.isOne(of: ".nan", ".NaN", ".NAN") { return .nan }
      var cursor = ScalarCursor(text)
      let isNegative = cursor.takeSign()
      let rest = Array(text[cursor.place...])
      return rest.isOne(of: ".inf", ".Inf", ".INF") ? (isNegative ? -Double.infinity : .infinity) : nil
    }
    guard matchesFloat(text) else { return nil }
    let plain = text.without(Byte.underscore)
    return Numbers.double(plain.first == Byte.plus ? Array(plain.dropFirst()) : plain) ?? sexagesimal(plain)
  }

  private func matchesFloat(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    let isSigned = cursor.byte == Byte.plus || cursor.byte == Byte.dash
    _ = cursor.takeSign()
    if cursor.byte == Byte.dot {
      guard !isSigned || version == .ruamel12 else { return false }
      cursor.place += 1
      if version == .pyYAML, !cursor.byte.isDigit { return false }
      guard cursor.takeWhile(ScalarCursor.isDigitOrUnderscore) > 0 else { return false }
      return cursor.isAtEnd || takeExponent(&cursor, needsSign: true)
    }
    guard cursor.byte.isDigit else { return false }
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    if cursor.byte == Byte.colon, version != .ruamel12 {
      while cursor.take(Byte.colon) != nil { guard takeSixty(&cursor) else { return false } }
      guard cursor.take(Byte.dot) != nil else { return false }
      _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
      return cursor.isAtEnd
    }
    if cursor.take(Byte.dot) != nil {
      _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
      return cursor.isAtEnd || takeExponent(&cursor, needsSign: version == .pyYAML)
    }
    return version != .pyYAML && takeExponent(&cursor, needsSign: false)
  }

  private func takeExponent(_ cursor: inout ScalarCursor, needsSign: Bool) -> Bool {
    guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil else { return false }
    if cursor.byte == Byte.plus || cursor.byte == Byte.dash {
      cursor.place += 1
    } else if needsSign {
      return false
    }
    return cursor.takeWhile { $0.isDigit } > 0 && cursor.isAtEnd
  }

  private func takeSixty(_ cursor: inout ScalarCursor) -> Bool {
    let start = cursor.place
    let count = cursor.takeWhile(atMost: 2) { $0.isDigit }
    return count == 1 || (count == 2 && cursor.text[start] < UInt8(ascii: "6"))
  }

  private func sexagesimal(_ text: [UInt8]) -> Double? {
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    var value = 0.0
    for part in text[cursor.place...].split(separator: Byte.colon) {
      guard let number = Numbers.double(part) else { return nil }
      value = value * 60 + number
    }
    return isNegative ? -value : value
  }

  // MARK: Whole numbers

  private func isInteger(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    let start = cursor.place
    if cursor.take(Byte.zero) != nil {
      if cursor.isAtEnd { return true }
      if cursor.take(UInt8(ascii: "b")) != nil {
        return cursor.takeWhile { $0 == 0x30 || $0 == 0x31 || $0 == Byte.underscore } > 0 && cursor.isAtEnd
      }
      if cursor.take(UInt8(ascii: "x")) != nil {
        return cursor.takeWhile { $0.hexValue != nil || $0 == Byte.underscore } > 0 && cursor.isAtEnd
      }
      if version == .ruamel12 { _ = cursor.take(UInt8(ascii: "o")) }
      if cursor.takeWhile({ ($0 >= 0x30 && $0 <= 0x37) || $0 == Byte.underscore }) > 0, cursor.isAtEnd { return true }
      cursor.place = start
    }
    if version == .ruamel12 { return cursor.takeWhile(ScalarCursor.isDigitOrUnderscore) > 0 && cursor.isAtEnd }
    if version == .ruamel11 {
      var octal = cursor
      if octal.takeWhile({ ($0 >= 0x30 && $0 <= 0x37) || $0 == Byte.underscore }) > 0, octal.isAtEnd { return true }
    }
    guard cursor.byte.isDigit, cursor.byte != Byte.zero else { return false }
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    if cursor.isAtEnd { return true }
    while cursor.take(Byte.colon) != nil { guard takeSixty(&cursor) else { return false } }
    return cursor.isAtEnd
  }

  /// The number that `construct_yaml_int` makes, or `nil` where it stops.
  func integer(_ text: [UInt8]) -> String? {
    let plain = text.without(Byte.underscore)
    var cursor = ScalarCursor(plain)
    let isNegative = cursor.takeSign()
    let digits = Array(plain[cursor.place...])
    if digits.isOne(of: "0") { return "0" }
    if digits.first == Byte.zero, digits.count > 1 {
      switch digits[1] {
      case UInt8(ascii: "b"): return Numbers.whole(digits[2...], base: 2, isNegative: isNegative)
      case UInt8(ascii: "x"): return Numbers.whole(digits[2...], base: 16, isNegative: isNegative)
      case UInt8(ascii: "o") where version == .ruamel12:
        return Numbers.whole(digits[2...], base: 8, isNegative: isNegative)
      default: if version != .ruamel12 { return Numbers.whole(digits, base: 8, isNegative: isNegative) }
      }
    }
    guard digits.contains(Byte.colon) else { return Numbers.whole(digits, base: 10, isNegative: isNegative) }
    var value = DecimalAccumulator()
    for part in digits.split(separator: Byte.colon, omittingEmptySubsequences: false) {
      guard let number = UInt32(String(decoding: part, as: UTF8.self)) else { return nil }
      value.multiply(by: 60, adding: number)
    }
    return value.text(isNegative: isNegative)
  }

  // MARK: Times

  /// What `construct_yaml_timestamp` makes.
  func time(_ written: WrittenTime, _ range: ByteRange) throws(Refusal) -> ReaderValue {
    guard written.calendarDay.isDay, written.year > 0 else { throw Refusal(.calendar, range) }
    guard let time = written.time else { return .date(written.calendarDay) }
    guard time.hour < 24, time.minute < 60, time.second < 60, abs(written.offset ?? 0) < 1440 else {
      throw Refusal(.calendar, range)
    }
    var moment = written.moment(fractionDigits: 6)
    if version != .pyYAML {
      if written.fraction.count > 6, written.fraction[6] > UInt8(ascii: "4") {
        moment.nanosecond += 1000
        if moment.nanosecond >= 1_000_000_000 {
          moment.nanosecond -= 1_000_000_000
          moment = CalendarTime(
            seconds: moment.seconds + 1, nanosecond: moment.nanosecond, offset: moment.offset)
          if written.offset == nil { moment.offset = nil }
        }
      }
    }
    return .dateTime(moment)
  }
}
