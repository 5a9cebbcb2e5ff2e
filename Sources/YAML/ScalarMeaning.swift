public import DataTree
import SourceText

/// What a scalar means to a reader, as far as readers can disagree.
public enum ScalarMeaning: Hashable, Sendable {
  /// Nothing.
  case null
  /// Yes or no.
  case boolean(Bool)
  /// A whole number, in decimal without leading zeros.
  case integer(String)
  /// Any other number; infinities included.
  case float(Double)
  /// Not-a-number, which is equal to itself here.
  case notANumber
  /// A day: `2022-02-21`.
  case date
  /// A day and a time: `2022-02-21T09:00:00Z`.
  case timestamp
  /// A Ruby symbol: `:word`. Only for Psych.
  case symbol
  /// Text.
  case string
}

extension DataTree {
  /// What a scalar means under the core schema of YAML 1.2.2 (10.3); dates and timestamps are told from other text,
  /// which is no matter of that schema. `nil` for a collection. Aliases are followed.
  public func coreMeaning(of id: NodeID) -> ScalarMeaning? {
    let id = resolved(id)
    let node = nodes[id.index]
    guard node.kind == .scalar else { return nil }
    guard node.style == .plain || node.type != .string else { return .string }
    let text = utf8(of: id)
    switch node.type {
    case .null: return .null
    case .boolean: return .boolean(text.first.map { $0 | 0x20 } == UInt8(ascii: "t"))
    case .integer: return Self.wholeNumber(text)
    case .float: return Self.number(text)
    default: return hasTag(id) ? .string : Timestamp.meaning(of: text) ?? .string
    }
  }

  /// What a scalar means to Psych, the YAML 1.1 reader of Ruby and of Debian’s Jekyll. `nil` for a collection. Aliases are
  /// followed. A scalar with a tag means the same to both readers.
  public func legacyMeaning(of id: NodeID) -> ScalarMeaning? {
    let id = resolved(id)
    let node = nodes[id.index]
    guard node.kind == .scalar else { return nil }
    guard node.style == .plain, !hasTag(id) else { return coreMeaning(of: id) }
    return LegacySchema.meaning(of: utf8(of: id))
  }

  private func hasTag(_ id: NodeID) -> Bool { properties(of: id)?.tag != nil }

  private static func wholeNumber(_ text: [UInt8]) -> ScalarMeaning {
    guard let digits = JSONNumber.text(of: text) else { return .float(.infinity) }
    return .integer(digits == [Byte.dash, Byte.zero] ? "0" : String(decoding: digits, as: UTF8.self))
  }

  /// The value of a core number; what JSON cannot say is an infinity or not-a-number.
  private static func number(_ text: [UInt8]) -> ScalarMeaning {
    if let number = JSONNumber.text(of: text) {
      return Double(String(decoding: number, as: UTF8.self)).map { .float($0) } ?? .notANumber
    }
    if text.last.map({ $0 | 0x20 }) == UInt8(ascii: "n") { return .notANumber }
    return .float(text.first == Byte.dash ? -.infinity : .infinity)
  }
}

/// The implicit types of Psych, the YAML 1.1 reader of Ruby, as version 4 resolves them.
///
/// It follows neither the 1.1 type repository nor 1.2: `y` and `n` are text, `1e3` is text, `1,5` is the number 15,
/// `12:30` is 45000, `010` is 8 and `08` is text.
public enum LegacySchema {
  /// The meaning of a plain scalar.
  public static func meaning(of text: [UInt8]) -> ScalarMeaning {
    guard let first = text.first else { return .null }
    if text.contains(Byte.lineFeed) || startsLikeText(text) { return word(text) }
    if let meaning = Timestamp.meaning(of: text) { return meaning }
    if first == Byte.colon, text.count > 1 { return .symbol }
    return special(text) ?? sexagesimal(text) ?? decimalFraction(text) ?? integer(text) ?? .string
  }

  /// Whether the text is a word to Psych: letters or signs at its start, or after one character that is neither a
  /// digit nor one of `.:-`.
  private static func startsLikeText(_ text: [UInt8]) -> Bool {
    if isTextStart(text, 0) { return true }
    let first = text[0]
    if first.isDigit || first == Byte.dot || first == Byte.colon || first == Byte.dash { return false }
    return text.count > 1 && isTextStart(text, UTF8Scan.length(at: 0, in: text))
  }

  private static func isTextStart(_ text: [UInt8], _ index: Int) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    if byte >= 0x80 {
      return UTF8Scan.scalar(at: index, in: text)?.value.properties.isAlphabetic ?? false
    }
    if byte.isLetter || byte.isBlank { return true }
    switch byte {
    case 0x21, 0x23...0x26, 0x28...0x2A, 0x2F, 0x3B...0x3E, 0x40, 0x5C, 0x5E, 0x5F, 0x7B...0x7E: return true
    default: return false
    }
  }

  private static func word(_ text: [UInt8]) -> ScalarMeaning {
    guard text.count <= 5 else { return .string }
    switch String(decoding: text.map { $0.isLetter ? $0 | 0x20 : $0 }, as: UTF8.self) {
    case "~", "null": return .null
    case "yes", "true", "on": return .boolean(true)
    case "no", "false", "off": return .boolean(false)
    default: return .string
    }
  }

  private static func special(_ text: [UInt8]) -> ScalarMeaning? {
    switch String(decoding: text.map { $0.isLetter ? $0 | 0x20 : $0 }, as: UTF8.self) {
    case ".inf", "+.inf": .float(.infinity)
    case "-.inf": .float(-.infinity)
    case ".nan": .notANumber
    default: nil
    }
  }

  /// Numbers to the base 60: digits, then one or two groups of `:` and two digits, then perhaps a fraction.
  private static func sexagesimal(_ text: [UInt8]) -> ScalarMeaning? {
    var index = text[0] == Byte.dash || text[0] == Byte.plus ? 1 : 0
    guard index < text.count, text[index].isDigit else { return nil }
    while index < text.count, text[index].isDigit || text[index] == Byte.underscore { index += 1 }
    var groups: [[UInt8]] = [Array(text[..<index])]
    while index < text.count, text[index] == Byte.colon, groups.count < 3 {
      let start = index + 1
      index = start
      while index < text.count, text[index].isDigit { index += 1 }
      guard index > start, index - start <= 2, index - start == 1 || text[start] <= UInt8(ascii: "5") else {
        return nil
      }
      groups.append(Array(text[start..<index]))
    }
    guard groups.count > 1 else { return nil }
    var isFraction = false
    if index < text.count, text[index] == Byte.dot {
      isFraction = true
      let start = index
      index += 1
      while index < text.count, text[index].isDigit || text[index] == Byte.underscore { index += 1 }
      groups[groups.count - 1] += text[start..<index]
    }
    guard index == text.count else { return nil }
    var sum = 0.0
    for (place, group) in groups.enumerated() {
      let digits = String(decoding: group.filter { $0 != Byte.underscore && $0 != Byte.plus }, as: UTF8.self)
      // The first group counts as hours even where there are only two.
      sum += (Double(digits.last == "." ? String(digits.dropLast()) : digits) ?? 0) * [3600, 60, 1][place]
    }
    if isFraction { return .float(sum) }
    return abs(sum) < 9e15 ? .integer(String(Int(sum))) : .float(sum)
  }

  /// A number with a dot; digits before it may hold `_` and `,`, an exponent needs its sign.
  private static func decimalFraction(_ text: [UInt8]) -> ScalarMeaning? {
    var index = text[0] == Byte.dash || text[0] == Byte.plus ? 1 : 0
    if index < text.count, text[index].isDigit {
      while index < text.count, text[index].isDigit || text[index] == Byte.underscore || text[index] == Byte.comma {
        index += 1
      }
    }
    guard index < text.count, text[index] == Byte.dot else { return nil }
    index += 1
    while index < text.count, text[index].isDigit { index += 1 }
    if index + 1 < text.count, text[index] | 0x20 == UInt8(ascii: "e"),
      text[index + 1] == Byte.plus || text[index + 1] == Byte.dash
    {
      index += 2
      let start = index
      while index < text.count, text[index].isDigit { index += 1 }
      if index == start { return nil }
    }
    guard index == text.count else { return nil }
    let plain = text.filter { $0 != Byte.underscore && $0 != Byte.comma }
    guard let number = JSONNumber.text(of: plain) else { return nil }
    return Double(String(decoding: number, as: UTF8.self)).map { .float($0) }
  }

  /// A whole number: binary, octal after `0`, decimal or hexadecimal, with `_` and `,` inside.
  private static func integer(_ text: [UInt8]) -> ScalarMeaning? {
    let isNegative = text[0] == Byte.dash
    var digits = Array(text.dropFirst(isNegative || text[0] == Byte.plus ? 1 : 0))
    var radix = 10
    if digits.count > 1, digits[0] == Byte.zero {
      switch digits[1] {
      case UInt8(ascii: "b"): radix = 2
      case UInt8(ascii: "x"): radix = 16
      default: radix = 8
      }
      digits.removeFirst(radix == 8 ? 1 : 2)
    } else if !isDecimal(digits) {
      return nil
    }
    let hasSeparator = digits.contains { $0 == Byte.underscore || $0 == Byte.comma }
    digits.removeAll { $0 == Byte.underscore || $0 == Byte.comma }
    if radix == 8, digits.isEmpty, hasSeparator { return .integer("0") }
    guard !digits.isEmpty, digits.allSatisfy({ $0.hexValue.map { $0 < UInt32(radix) } ?? false }) else { return nil }
    let sign = isNegative ? "-" : ""
    if radix == 10 {
      let significant = digits.drop { $0 == Byte.zero }
      return .integer(significant.isEmpty ? "0" : sign + String(decoding: significant, as: UTF8.self))
    }
    guard let value = UInt64(String(decoding: digits, as: UTF8.self), radix: radix) else { return .float(.infinity) }
    return .integer(value == 0 ? "0" : sign + String(value))
  }

  /// `0`, or digits of which the first is not 0, with single `_` and `,` between them.
  private static func isDecimal(_ digits: [UInt8]) -> Bool {
    guard let first = digits.first, first.isDigit, first != Byte.zero || digits.count == 1 else { return false }
    for (index, byte) in digits.enumerated() where !byte.isDigit {
      guard byte == Byte.underscore || byte == Byte.comma, index + 1 < digits.count, digits[index + 1].isDigit
      else { return false }
    }
    return true
  }
}

/// Dates and times as both readings have them: the timestamp type of YAML 1.1.
enum Timestamp {
  /// `.date` for `2022-2-21`, `.timestamp` with a time behind it, `nil` for anything else and for days that are in no
  /// calendar.
  static func meaning(of text: [UInt8]) -> ScalarMeaning? {
    guard text.count >= 8, text[0].isDigit else { return nil }
    var index = 0
    guard let year = number(text, &index, 4...4), skip(text, &index, Byte.dash),
      let month = number(text, &index, 1...2), skip(text, &index, Byte.dash), let day = number(text, &index, 1...2),
      isDay(year, month, day)
    else { return nil }
    if index == text.count { return .date }
    if text[index] | 0x20 == UInt8(ascii: "t") {
      index += 1
    } else {
      let start = index
      while index < text.count, text[index].isBlank { index += 1 }
      if index == start { return nil }
    }
    guard let hour = number(text, &index, 1...2), skip(text, &index, Byte.colon),
      let minute = number(text, &index, 2...2), skip(text, &index, Byte.colon),
      let second = number(text, &index, 2...2), hour < 25, minute < 60, second < 61
    else { return nil }
    if skip(text, &index, Byte.dot) { while index < text.count, text[index].isDigit { index += 1 } }
    return isZone(text, index) ? .timestamp : nil
  }

  private static func isZone(_ text: [UInt8], _ index: Int) -> Bool {
    var index = index
    if index == text.count { return true }
    while index < text.count, text[index].isBlank { index += 1 }
    if skip(text, &index, UInt8(ascii: "Z")) { return index == text.count }
    guard skip(text, &index, Byte.plus) || skip(text, &index, Byte.dash), number(text, &index, 1...2) != nil
    else { return false }
    if index == text.count { return true }
    _ = skip(text, &index, Byte.colon)
    return index == text.count || (number(text, &index, 2...2) != nil && index == text.count)
  }

  private static func skip(_ text: [UInt8], _ index: inout Int, _ byte: UInt8) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  private static func number(_ text: [UInt8], _ index: inout Int, _ digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while index < text.count, text[index].isDigit, count < digits.upperBound {
      value = value * 10 + Int(text[index] - Byte.zero)
      count += 1
      index += 1
    }
    return count >= digits.lowerBound ? value : nil
  }

  /// Whether the Gregorian calendar has that day.
  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }
}
