import SourceText

/// Writes what a reader makes of a value: `int` and `12`, `seq` and `["a", int:1]`, `map` and `{"k": bool:true}`.
///
/// Inside collections a text stands in quotes, anything else behind its kind. Numbers and times are written as the
/// reader's own language writes them.
public struct Notation: Sendable {
  /// Whose language writes floats and times.
  public enum Language: Sendable {
    case python
    case ruby
    case javaScript
    case go
    /// Go, as templates of Hugo print it.
    case hugo
    /// Go's own syntax for values, as templates of markata show them.
    case goSyntax
    case php
    case rust
  }

  let language: Language

  /// The notation of a language.
  public init(_ language: Language) { self.language = language }

  /// The kind and the text of a value.
  public func parts(of value: ReaderValue) -> (kind: ReaderKind, text: String) {
    if language == .goSyntax, let text = goSyntax(value) { return (.other, text) }
    return (kind(of: value), plain(value))
  }

  /// The kind; a number without a fraction is whole in JavaScript.
  func kind(of value: ReaderValue) -> ReaderKind {
    if language == .javaScript, case .float(let number) = value, isWholeInJavaScript(number) { return .int }
    return value.kind
  }

  private func isWholeInJavaScript(_ number: Double) -> Bool {
    Numbers.isWhole(number) && !(number == 0 && number.sign == .minus)
  }

  /// The value without its kind.
  private func plain(_ value: ReaderValue) -> String {
    switch value {
    case .null: ""
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .int(let text): text
    case .float(let number): float(number)
    case .string(let text): quoted(text)
    case .date(let day): Self.day(day)
    case .dateTime(let time): moment(time)
    case .bytes(let bytes): Self.hexadecimal(bytes)
    case .sequence(let items): "[" + items.map(nested).joined(separator: ", ") + "]"
    case .blocks(let text): String(quoted(text).dropFirst().dropLast())
    case .undefined: "undefined"
    case .local(_, let text): text
    case .set(let items): "set[" + items.map(nested).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { nested($0.key) + ": " + nested($0.value) }.joined(separator: ", ") + "}"
    }
  }

  /// The value as it stands inside a collection.
  func nested(_ value: ReaderValue) -> String {
    switch value {
    case .null: "null"
    case .string, .set: plain(value)
    case .sequence, .mapping:
      language == .goSyntax ? goSyntax(value).map { "other:" + $0 } ?? plain(value) : plain(value)
    default: "\(kind(of: value).rawValue):" + plain(value)
    }
  }

  // MARK: Texts

  /// A text in quotes: escapes of JSON, and of Python for what a terminal would not show.
  func quoted(_ text: [UInt8]) -> String {
    var result = "\""
    var index = 0
    while index < text.count {
      guard let (scalar, length) = UTF8Scan.scalar(at: index, in: text) else {
        if language == .php {
          result += "\\\\x" + Self.padded(UInt32(text[index]), 2)
          index += 1
        } else if text[index] == 0xED, index + 2 < text.count {
          let code = 0xD000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
          result += "\\u" + String(code, radix: 16)
          index += 3
        } else {
          result += "\u{FFFD}"
          index += 1
        }
        continue
      }
      index += length
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\u{0}"..."\u{1F}":
        result += language == .goSyntax ? "\\\\x" + Self.padded(scalar.value, 2) : "\\u" + Self.padded(scalar.value, 4)
      case "\u{7F}"..."\u{9F}": result += "\\x" + Self.padded(scalar.value, 2)
      case "\u{2028}", "\u{2029}": result += "\\u" + Self.padded(scalar.value, 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func padded(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { padded(UInt32($0), 2) }.joined()
  }

  // MARK: Numbers

  /// A float as the language prints it.
  func float(_ number: Double) -> String {
    if number.isNaN { return language == .hugo ? "NaN" : "nan" }
    if number.isInfinite {
      if language == .hugo { return number < 0 ? "-Inf" : "+Inf" }
      return number < 0 ? "-inf" : "inf"
    }
    if language == .javaScript, isWholeInJavaScript(number) { return Numbers.whole(number) }
    let (digits, exponent) = Self.shortest(number)
    let isGo = language == .go || language == .hugo || language == .goSyntax
    let limit = isGo ? 6 : language == .php ? 17 : 16
    let sign = number.sign == .minus ? "-" : ""
    if exponent < -4 || exponent >= limit {
      var text = sign + String(digits.prefix(1))
      if digits.count > 1 { text += "." + digits.dropFirst() } else if language == .php { text += ".0" }
      return text + "e" + (exponent < 0 ? "-" : "+") + Self.padded(abs(exponent), 2)
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      let whole = digits + String(repeating: "0", count: exponent + 1 - digits.count)
      return sign + whole + (isGo || language == .php ? "" : ".0")
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The shortest digits that read back as the number, and the power of ten of the first.
  static func shortest(_ number: Double) -> (digits: String, exponent: Int) {
    if number == 0 { return ("0", 0) }
    var text = Array(String(abs(number)).utf8)
    var power = 0
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      power = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
      text = Array(text[..<mark])
    }
    let point = text.firstIndex(of: Byte.dot) ?? text.count
    var digits = text.filter { $0 != Byte.dot }
    var exponent = point - 1 + power
    while digits.count > 1, digits.first == Byte.zero {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == Byte.zero { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), exponent)
  }

  // MARK: Times

  private static func day(_ day: CalendarTime) -> String {
    padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2)
  }

  private static func clock(_ time: CalendarTime) -> String {
    day(time) + "T" + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2)
  }

  private static func zone(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + padded(abs(minutes) / 60, 2) + ":" + padded(abs(minutes) % 60, 2)
  }

  func moment(_ time: CalendarTime) -> String {
    let fraction = Self.padded(time.nanosecond, 9)
    switch language {
    case .python, .php, .rust:
      let digits = time.nanosecond == 0 ? "" : "." + fraction.prefix(6)
      return Self.clock(time) + digits + (time.offset.map(Self.zone) ?? " naive")
    case .ruby: return Self.clock(time) + "." + fraction + Self.zone(time.offset ?? 0)
    case .javaScript: return Self.clock(time) + "." + fraction.prefix(3) + "Z"
    case .go:
      var digits = time.nanosecond == 0 ? "" : "." + fraction
      while digits.last == "0" { digits.removeLast() }
      return Self.clock(time) + digits + ((time.offset ?? 0) == 0 ? "Z" : Self.zone(time.offset ?? 0))
    case .hugo:
      var digits = time.nanosecond == 0 ? "" : "." + fraction
      while digits.last == "0" { digits.removeLast() }
      let zone = Self.zone(time.offset ?? 0).filter { $0 != ":" }
      return Self.day(time) + " " + Self.clock(time).suffix(8) + digits
        + ((time.offset ?? 0) == 0 ? " +0000 UTC" : " \(zone) \(zone)")
    case .goSyntax:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
      let month = months.indices.contains(time.month - 1) ? months[time.month - 1] : ""
      let place = (time.offset ?? 0) == 0 ? "time.UTC" : "time.Location(\"\")"
      return
        "time.Date(\(time.year), time.\(month), \(time.day), \(time.hour), \(time.minute), \(time.second), \(time.nanosecond), \(place))"
    }
  }

  // MARK: Go

  /// A collection in Go's syntax with its type in front; `nil` for a scalar.
  private func goSyntax(_ value: ReaderValue) -> String? {
    switch value {
    case .sequence, .mapping:
      let type = Self.goType(value)
      return type + " " + goLiteral(value)
    default: return nil
    }
  }

  private static func goType(_ value: ReaderValue) -> String {
    guard case .mapping(let pairs) = value else { return "[]interface {}" }
    let isText = pairs.allSatisfy { if case .string = $0.key { true } else { false } }
    return isText ? "map[string]interface {}" : "map[interface {}]interface {}"
  }

  private func goLiteral(_ value: ReaderValue) -> String {
    switch value {
    case .null: return "interface {}(nil)"
    case .sequence(let items): return Self.goType(value) + "{" + items.map(goLiteral).joined(separator: ", ") + "}"
    case .mapping(let pairs):
      return Self.goType(value) + "{"
        + pairs.map { goLiteral($0.key) + ":" + goLiteral($0.value) }.joined(separator: ", ") + "}"
    case .float(let number): return float(number)
    default: return plain(value)
    }
  }
}
