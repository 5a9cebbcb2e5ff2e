import SourceText

/// The implicit types of gopkg.in/yaml: version 2 (YAML 1.1 with `y`, `n` and `on`) and version 3 (numbers of 1.1,
/// booleans of 1.2).
struct GoYAMLScalars {
  /// Whether it is version 3.
  let isVersion3: Bool

  /// What a plain text is.
  func resolve(_ text: [UInt8]) -> ReaderValue {
    guard let first = text.first else { return .null }
    if let value = word(text) { return value }
    if first == Byte.dot { return goFloat(text).map { .float($0) } ?? .string(text) }
    guard first.isDigit || first == Byte.plus || first == Byte.dash else { return .string(text) }
    if let time = time(text) { return isVersion3 ? .dateTime(time) : .string(text) }
    let plain = text.without(Byte.underscore)
    if let value = integer(plain) { return .int(value) }
    if matchesFloat(plain), let value = goFloat(plain) { return .float(value) }
    return .string(text)
  }

  private func word(_ text: [UInt8]) -> ReaderValue? {
    guard text.count <= 5 else { return nil }
    if text.isOne(of: "~", "null", "Null", "NULL") { return .null }
    if text.isOne(of: "true", "True", "TRUE") { return .bool(true) }
    if text.isOne(of: "false", "False", "FALSE") { return .bool(false) }
    if text.isOne(of: ".nan", ".NaN", ".NAN") { return .float(.nan) }
    if text.isOne(of: ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF") { return .float(.infinity) }
    if text.isOne(of: "-.inf", "-.Inf", "-.INF") { return .float(-.infinity) }
    if isVersion3 { return nil }
    if text.isOne(of: "y", "Y", "yes", "Yes", "YES", "on", "On", "ON") { return .bool(true) }
    if text.isOne(of: "n", "N", "no", "No", "NO", "off", "Off", "OFF") { return .bool(false) }
    return nil
  }

  /// `strconv.ParseInt` with base 0, within 64 bits.
  private func integer(_ text: [UInt8]) -> String? {
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    let isSigned = cursor.place > 0
    var digits = text[cursor.place...]
    var base: UInt32 = 10
    if digits.count > 1, digits.first == Byte.zero {
      let mark = digits[digits.startIndex + 1] | 0x20
      base = mark == UInt8(ascii: "x") ? 16 : mark == UInt8(ascii: "b") ? 2 : 8
      digits = digits.dropFirst(
        mark == UInt8(ascii: "x") || mark == UInt8(ascii: "b") || mark == UInt8(ascii: "o") ? 2 : 1)
    }
    guard let value = Numbers.whole(digits, base: base, isNegative: isNegative) else { return nil }
    return Numbers.fitsInt64(value) || (!isSigned && Numbers.fitsUInt64(value)) ? value : nil
  }

  private func matchesFloat(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    let whole = cursor.takeWhile { $0.isDigit }
    if cursor.take(Byte.dot) != nil {
      if cursor.takeWhile({ $0.isDigit }) == 0, whole == 0 { return false }
    } else if whole == 0 {
      return false
    }
    if cursor.isAtEnd { return true }
    guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil else { return false }
    _ = cursor.takeSign()
    return cursor.takeWhile { $0.isDigit } > 0 && cursor.isAtEnd
  }

  /// `strconv.ParseFloat` for what has digits; what overflows is no number.
  private func goFloat(_ text: [UInt8]) -> Double? {
    guard matchesFloat(text), let value = Numbers.double(text), value.isFinite else { return nil }
    return value
  }

  /// The four layouts of a timestamp.
  func time(_ text: [UInt8]) -> CalendarTime? {
    var cursor = ScalarCursor(text)
    guard let year = cursor.takeNumber(4...4), cursor.take(Byte.dash) != nil,
      let month = cursor.takeNumber(1...2), cursor.take(Byte.dash) != nil, let day = cursor.takeNumber(1...2)
    else { return nil }
    var time = CalendarTime(year: year, month: month, day: day)
    time.offset = 0
    guard time.isDay else { return nil }
    if cursor.isAtEnd { return time }
    let hasZone = cursor.byte != Byte.space
    guard cursor.take(UInt8(ascii: "T"), UInt8(ascii: "t"), Byte.space) != nil,
      let hour = cursor.takeNumber(1...2), hour < 24, cursor.take(Byte.colon) != nil,
      let minute = cursor.takeNumber(1...2), minute < 60, cursor.take(Byte.colon) != nil,
      let second = cursor.takeNumber(1...2), second < 60
    else { return nil }
    (time.hour, time.minute, time.second) = (hour, minute, second)
    if cursor.byte == Byte.dot || cursor.byte == Byte.comma {
      cursor.place += 1
      let start = cursor.place
      guard cursor.takeWhile({ $0.isDigit }) > 0 else { return nil }
      for index in 0..<9 {
        let place = start + index
        time.nanosecond = time.nanosecond * 10 + (place < cursor.place ? Int(text[place] - Byte.zero) : 0)
      }
    }
    guard hasZone else { return cursor.isAtEnd ? time : nil }
    if cursor.take(UInt8(ascii: "Z")) != nil { return cursor.isAtEnd ? time : nil }
    guard cursor.byte == Byte.plus || cursor.byte == Byte.dash else { return nil }
    let isWest = cursor.takeSign()
    guard let hours = cursor.takeNumber(2...2), hours <= 24, cursor.take(Byte.colon) != nil,
      let minutes = cursor.takeNumber(2...2), minutes < 60, cursor.isAtEnd
    else { return nil }
    time.offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    return time
  }
}
