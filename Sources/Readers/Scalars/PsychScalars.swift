import SourceText

/// The implicit types of Psych 4, Ruby's reader of YAML 1.1.
///
/// It follows neither the type repository of 1.1 nor 1.2: `y` and `n` are text, `1e3` is text, `1,5` is the number 15,
/// `12:30` is 45000, `010` is 8 and `08` is text.
enum PsychScalars {
  /// What a plain text is; throws where Psych stops.
  static func resolve(_ text: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderValue {
    guard let first = text.first else { return .null }
    if text.contains(Byte.lineFeed) || startsLikeText(text) { return word(text) ?? .string(text) }
    var grammar = WrittenTime.Grammar()
    grammar.takesGluedZone = true
    grammar.takesNegativeYear = true
    if let written = WrittenTime(text, grammar), written.time != nil { return time(written) ?? .string(text) }
    if let day = day(text) { return day }
    let small = text.lowercasedASCII
    if small.isOne(of: ".inf", "+.inf") { return .float(.infinity) }
    if small.isOne(of: "-.inf") { return .float(-.infinity) }
    if small.isOne(of: ".nan") { return .float(.nan) }
    // Symbols are on no list of what a page may hold.
    if first == Byte.colon, text.count > 1 { throw Refusal(.forbiddenType, range) }
    if let value = sexagesimal(text) { return value }
    if isFloat(text) { return try float(text, range) }
    guard let base = integerBase(text) else { return .string(text) }
    let digits = text.without(Byte.comma, Byte.underscore)
    var cursor = ScalarCursor(digits)
    let isNegative = cursor.takeSign()
    let start = cursor.place + (base == 16 || base == 2 ? 2 : 0)
    guard let value = Numbers.whole(digits[min(start, digits.count)...], base: base, isNegative: isNegative) else {
      throw Refusal(.value, range)
    }
    return .int(value)
  }

  /// Whether letters or signs stand at the start, or after one character that is neither a digit nor one of `.:-`.
  static func startsLikeText(_ text: [UInt8]) -> Bool {
    if isTextSign(text, 0) { return true }
    let first = text[0]
    if first.isDigit || first == Byte.dot || first == Byte.colon || first == Byte.dash { return false }
    return text.count > 1 && isTextSign(text, UTF8Scan.length(at: 0, in: text))
  }

  private static func isTextSign(_ text: [UInt8], _ index: Int) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    if byte >= 0x80 { return UTF8Scan.scalar(at: index, in: text)?.value.properties.isAlphabetic ?? false }
    if byte.isLetter || byte.isBlank { return true }
    switch byte {
    case 0x21, 0x23...0x26, 0x28...0x2A, 0x2F, 0x3B...0x3E, 0x40, 0x5C, 0x5E, 0x5F, 0x7B...0x7E: return true
    default: return false
    }
  }

  /// A word for nothing, yes or no, in any case.
  static func word(_ text: [UInt8]) -> ReaderValue? {
    guard text.count <= 5 else { return nil }
    let small = text.lowercasedASCII
    if small.isOne(of: "~", "null") { return .null }
    if small.isOne(of: "yes", "true", "on") { return .bool(true) }
    if small.isOne(of: "no", "false", "off") { return .bool(false) }
    return nil
  }

  private static func day(_ text: [UInt8]) -> ReaderValue? {
    guard let written = WrittenTime(text), written.time == nil else { return nil }
    return written.calendarDay.isDay ? .date(written.calendarDay) : .string(text)
  }

  /// What `Time` makes: days past the end of a month up to 31, `24:00:00` and second 60 count on.
  private static func time(_ written: WrittenTime) -> ReaderValue? {
    guard let time = written.time, (1...12).contains(written.month), (1...31).contains(written.day),
      time.hour < 24 || (time.hour == 24 && time.minute == 0 && time.second == 0), time.minute < 60,
      time.second <= 60, abs(written.offset ?? 0) < 1440
    else { return nil }
    var moment = written.moment()
    moment.offset = written.offset ?? 0
    return .dateTime(moment.normalized)
  }

  private static func sexagesimal(_ text: [UInt8]) -> ReaderValue? {
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    guard cursor.byte.isDigit else { return nil }
    let start = cursor.place
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    let hours = text[start..<cursor.place]
    var parts: [Int] = []
    while parts.count < 2, cursor.take(Byte.colon) != nil {
      let place = cursor.place
      let count = cursor.takeWhile(atMost: 2) { $0.isDigit }
      guard count == 1 || (count == 2 && text[place] < UInt8(ascii: "6")) else { return nil }
      parts.append(text[place..<cursor.place].reduce(0) { $0 * 10 + Int($1 - Byte.zero) })
    }
    guard let minutes = parts.first else { return nil }
    let seconds = parts.count > 1 ? parts[1] : 0
    let whole = integerPrefix(hours, isNegative)
    if cursor.isAtEnd {
      guard let whole = Int(whole), abs(whole) < 1 << 50 else { return nil }
      return .int(String(whole * 3600 + minutes * 60 + seconds))
    }
    guard cursor.take(Byte.dot) != nil else { return nil }
    let place = cursor.place
    _ = cursor.takeWhile(ScalarCursor.isDigitOrUnderscore)
    guard cursor.isAtEnd else { return nil }
    let fraction = Numbers.double(Array("0.".utf8) + text[place...].prefix { $0.isDigit } + [Byte.zero]) ?? 0
    let unit = parts.count > 1 ? 1.0 : 60.0
    return .float(
      Numbers.double(ofWhole: whole) * 3600 + Double(minutes) * 60 + Double(seconds) + fraction * unit)
  }

  /// What `to_i` reads: digits with single `_` between them.
  private static func integerPrefix(_ text: ArraySlice<UInt8>, _ isNegative: Bool) -> String {
    var digits: [UInt8] = []
    var wasUnderscore = false
    for byte in text {
      if byte == Byte.underscore {
        if wasUnderscore { break }
        wasUnderscore = true
      } else {
        wasUnderscore = false
        digits.append(byte)
      }
    }
    return Numbers.whole(digits, base: 10, isNegative: isNegative) ?? "0"
  }

  private static func isFloat(_ text: [UInt8]) -> Bool {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    if cursor.byte.isDigit {
      _ = cursor.takeWhile { $0.isDigit || $0 == Byte.underscore || $0 == Byte.comma }
    }
    guard cursor.take(Byte.dot) != nil else { return false }
    _ = cursor.takeWhile { $0.isDigit }
    if cursor.isAtEnd { return true }
    guard cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil, cursor.take(Byte.plus, Byte.dash) != nil else {
      return false
    }
    return cursor.takeWhile { $0.isDigit } > 0 && cursor.isAtEnd
  }

  private static func float(_ text: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderValue {
    if text.isOne(of: ".", "+.", "-.") { return .string(text) }
    var plain = text.without(Byte.comma, Byte.underscore)
    for index in plain.indices.reversed()
    where plain[index] == Byte.dot && (index + 1 == plain.count || plain[index + 1].isLetter) {
      plain.remove(at: index)
    }
    guard let value = Numbers.double(plain) else { throw Refusal(.value, range) }
    return .float(value)
  }

  private static func integerBase(_ text: [UInt8]) -> UInt32? {
    var cursor = ScalarCursor(text)
    _ = cursor.takeSign()
    if cursor.take(Byte.zero) != nil {
      if cursor.isAtEnd { return 10 }
      if cursor.take(UInt8(ascii: "b")) != nil {
        return cursor.takeWhile { $0 == 0x30 || $0 == 0x31 || isSeparator($0) } > 0 && cursor.isAtEnd ? 2 : nil
      }
      if cursor.take(UInt8(ascii: "x")) != nil {
        return cursor.takeWhile { $0.hexValue != nil || isSeparator($0) } > 0 && cursor.isAtEnd ? 16 : nil
      }
      return cursor.takeWhile { ($0 >= 0x30 && $0 <= 0x37) || isSeparator($0) } > 0 && cursor.isAtEnd ? 8 : nil
    }
    guard cursor.byte.isDigit else { return nil }
    while cursor.takeWhile({ $0.isDigit }) > 0 {
      if cursor.isAtEnd { return 10 }
      guard cursor.take(Byte.comma, Byte.underscore) != nil else { return nil }
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == Byte.comma || byte == Byte.underscore }
}
