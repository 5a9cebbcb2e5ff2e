import SourceText

/// The implicit types of Haskell's `yaml`, as pandoc 2.17 shows them: a number is text, written anew.
enum HaskellScalars {
  /// What a plain text is.
  static func resolve(_ text: [UInt8]) -> ReaderValue {
    if text.isEmpty || text.isOne(of: "~", "null", "Null", "NULL") { return .string([]) }
    if text.isOne(of: "y", "Y", "yes", "on", "true", "YES", "ON", "TRUE", "Yes", "On", "True") { return .bool(true) }
    if text.isOne(of: "n", "N", "no", "off", "false", "NO", "OFF", "FALSE", "No", "Off", "False") {
      return .bool(false)
    }
    return number(text).map { .string($0) } ?? Self.text(text)
  }

  /// A text: paragraphs where it ends with a line end, is empty, or has an empty line between others.
  static func text(_ text: [UInt8]) -> ReaderValue {
    text.isEmpty || text.last == Byte.lineFeed || hasParagraphs(text) ? .blocks(text) : .string(text)
  }

  private static func hasParagraphs(_ text: [UInt8]) -> Bool {
    let lines = text.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
    let isEmpty = lines.map { $0.allSatisfy(\.isBlank) }
    guard let first = isEmpty.firstIndex(of: false), let last = isEmpty.lastIndex(of: false) else { return false }
    return isEmpty[first...last].contains(true)
  }

  /// A number as `Scientific` prints it, or `nil`.
  static func number(_ text: [UInt8]) -> [UInt8]? {
    if text.count > 2, text[0] == Byte.zero, text[1] == UInt8(ascii: "o") || text[1] == UInt8(ascii: "x") {
      guard let whole = Numbers.whole(text[2...], base: text[1] == UInt8(ascii: "o") ? 8 : 16) else { return nil }
      return show(digits: Array(whole.utf8), exponent: 0, isNegative: false)
    }
    var cursor = ScalarCursor(text)
    let isNegative = cursor.takeSign()
    let start = cursor.place
    guard cursor.takeWhile({ $0.isDigit }) > 0 else { return nil }
    var digits = Array(text[start..<cursor.place])
    var exponent = 0
    if cursor.take(Byte.dot) != nil {
      let place = cursor.place
      exponent -= cursor.takeWhile { $0.isDigit }
      digits += text[place..<cursor.place]
    }
    if cursor.take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil {
      let isSmall = cursor.takeSign()
      guard let written = cursor.takeNumber(1...9) else { return nil }
      exponent += isSmall ? -written : written
    }
    guard cursor.isAtEnd else { return nil }
    return show(digits: digits, exponent: exponent, isNegative: isNegative)
  }

  private static func show(digits written: [UInt8], exponent power: Int, isNegative: Bool) -> [UInt8] {
    var digits = Array(written.drop { $0 == Byte.zero })
    var exponent = power
    while digits.last == Byte.zero {
      digits.removeLast()
      exponent += 1
    }
    guard !digits.isEmpty else { return [Byte.zero] }
    let sign = isNegative ? [Byte.dash] : []
    if exponent >= 0, digits.count + exponent <= 20 {
      let whole = digits + [UInt8](repeating: Byte.zero, count: exponent)
      if Int64(String(decoding: sign + whole, as: UTF8.self)) != nil { return sign + whole }
    }
    // Where the point stands: before the first digit is 0.
    let point = digits.count + exponent
    if exponent < 0, point > 0, point <= 7 {
      return sign + digits[..<point] + [Byte.dot] + digits[point...]
    }
    if exponent < 0, point == 0 { return sign + Array("0.".utf8) + digits }
    let fraction = digits.count > 1 ? Array(digits[1...]) : [Byte.zero]
    return sign + [digits[0], Byte.dot] + fraction + Array("e\(point - 1)".utf8)
  }
}
