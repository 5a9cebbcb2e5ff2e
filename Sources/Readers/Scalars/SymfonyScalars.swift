import SourceText

/// The types of symfony/yaml 5.4: numbers as PHP has them, times as seconds since 1970.
enum SymfonyScalars {
  /// What a plain text is; throws where the component stops.
  static func resolve(_ text: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderValue {
    guard let first = text.first else { return .null }
    let small = text.count <= 5 ? text.lowercasedASCII : text
    if small.isOne(of: "null", "~") { return .null }
    if small.isOne(of: "true") { return .bool(true) }
    if small.isOne(of: "false") { return .bool(false) }
    guard first.isDigit || first == Byte.plus || first == Byte.dash || first == Byte.dot else { return .string(text) }
    if let value = octal(text) { return value }
    let plain = isUnderscored(text) ? text.without(Byte.underscore) : text
    if let value = whole(plain) { return value }
    if isNumeric(plain) {
      return .float(Numbers.double(plain.first == Byte.plus ? Array(plain.dropFirst()) : plain) ?? 0)
    }
    if let value = hexadecimal(plain) { return value }
    if small.isOne(of: ".inf", ".nan") { return .float(.infinity) }
    if small.isOne(of: "-.inf") { return .float(-.infinity) }
    if let value = separated(plain) { return .float(value) }
    guard let written = WrittenTime(text) else { return .string(plain) }
    return try time(written, text, range)
  }

  private static func octal(_ text: [UInt8]) -> ReaderValue? {
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    guard cursor.take("0o") else { return nil }
    let digits = text[cursor.place...]
    guard !digits.isEmpty, digits.allSatisfy({ ($0 >= 0x30 && $0 <= 0x37) || $0 == Byte.underscore }) else {
      return nil
    }
    return number(Numbers.whole(digits.filter { $0 != Byte.underscore }, base: 8, isNegative: isNegative) ?? "0")
  }

  /// What does not fit into 64 bits is a float.
  private static func number(_ text: String) -> ReaderValue {
    Numbers.fitsInt64(text) ? .int(text) : .float(Numbers.double(ofWhole: text))
  }

  private static func isUnderscored(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    return cursor.byte.isDigit && cursor.takeWhile(ScalarCursor.isDigitOrUnderscore) > 0 && cursor.isAtEnd
  }

  private static func whole(_ text: [UInt8]) -> ReaderValue? {
    let isNegative = text.first == Byte.dash
    let digits = isNegative ? text[1...] : text[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    if digits.count > 1, digits.first == Byte.zero, let value = Numbers.whole(digits, base: 8, isNegative: isNegative) {
      return number(value)
    }
    let value = Numbers.whole(digits, base: 10, isNegative: isNegative) ?? ""
    return Numbers.fitsInt64(value) && Array(value.utf8) == text ? .int(value) : .string(text)
  }

  private static func isNumeric(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    let whole = cursor.takeWhile { $0.isDigit }
    if cursor.take(Byte.dot) != nil {
      if cursor.takeWhile({ $0.isDigit }) + whole == 0 { return false }
    } else if whole == 0 {
      return false
    }
    if cursor.isAtEnd { return true }
    guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil else { return false }
    _ = cursor.takeSign()
    return cursor.takeWhile { $0.isDigit } > 0 && cursor.isAtEnd
  }

  /// The number that a text begins with, as PHP casts it; 0 without one.
  static func leadingNumber(_ text: [UInt8]) -> Double {
    for count in stride(from: min(text.count, 64), to: 0, by: -1) {
      let start = Array(text.prefix(count))
      if isNumeric(start) { return Numbers.double(start.first == Byte.plus ? Array(start.dropFirst()) : start) ?? 0 }
    }
    return 0
  }

  private static func hexadecimal(_ text: [UInt8]) -> ReaderValue? {
    guard text.count > 2, text[0] == Byte.zero, text[1] | 0x20 == UInt8(ascii: "x"),
      text[2...].allSatisfy({ $0.hexValue != nil || $0 == Byte.underscore })
    else { return nil }
    // A capital X is no number to PHP.
    if text[1] == UInt8(ascii: "X") { return .float(0) }
    return number(Numbers.whole(text[2...].filter { $0 != Byte.underscore }, base: 16) ?? "0")
  }

  private static func separated(_ text: [UInt8]) -> Double? {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    guard cursor.byte.isDigit else { return nil }
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    if cursor.take(Byte.dot) != nil { guard cursor.takeWhile(ScalarCursor.isDigitOrUnderscore) > 0 else { return nil } }
    guard cursor.isAtEnd else { return nil }
    let plain = text.without(Byte.underscore)
    return Numbers.double(plain.first == Byte.plus ? Array(plain.dropFirst()) : plain)
  }

  private static func hasFraction(_ text: [UInt8]) -> Bool {
    guard let dot = text.firstIndex(of: Byte.dot) else { return false }
    return dot + 1 < text.count && text[dot + 1].isDigit
  }

  private static func time(
    _ written: WrittenTime, _ text: [UInt8], _ range: ByteRange
  ) throws(Refusal) -> ReaderValue {
    guard (0...12).contains(written.month), (0...31).contains(written.day) else { throw Refusal(.calendar, range) }
    if let time = written.time {
      guard time.hour <= 24, time.minute < 60, time.second <= 60 else { throw Refusal(.calendar, range) }
      // With a T and a fraction, PHP takes only a form whose parts have two digits.
      if let mark = text.firstIndex(of: UInt8(ascii: "T")), hasFraction(text),
        mark != 10 || (mark + 2 < text.count && text[mark + 2] == Byte.colon)
      {
        throw Refusal(.calendar, range)
      }
    }
    return .int(String(written.moment().seconds))
  }
}
