import SourceText

/// A list that somebody typed as one text: `a, b et c`, `a / b`, the bullets of a word processor.
struct TypedList {
  /// The items, without blanks around them; at least one.
  private(set) var items: [[UInt8]] = []
  /// Whether words part the items, or might: `a et b`.
  private(set) var holdsWord = false

  /// Takes a text apart: at commas, semicolons, line ends and bullets, at bars and slashes between blanks, and, where
  /// that is wanted, at “et”, “and”, “ou” and “or”.
  init(_ text: [UInt8], splitsAtWords: Bool) {
    let text = Self.unbracketed(text)
    var start = 0
    var index = 0
    while index < text.count {
      let mark = Self.mark(at: index, in: text)
      let word = mark == 0 ? Self.word(at: index, in: text) : 0
      if word > 0 { holdsWord = true }
      let length = mark > 0 ? mark : splitsAtWords ? word : 0
      if length > 0 {
        add(text[start..<index])
        index += length
        start = index
      } else {
        index += 1
      }
    }
    add(text[start...])
    if items.isEmpty { items = [text] }
  }

  /// The text without parentheses or brackets around it, of which one may be missing.
  private static func unbracketed(_ text: [UInt8]) -> [UInt8] {
    var text = text[...]
    if let first = text.first, "([{".utf8.contains(first), !text.dropLast().contains(where: { ")]}".utf8.contains($0) })
    {
      text = text.dropFirst()
    }
    if let last = text.last, ")]}".utf8.contains(last), !text.contains(where: { "([{".utf8.contains($0) }) {
      text = text.dropLast()
    }
    return Array(text)
  }

  private mutating func add(_ part: ArraySlice<UInt8>) {
    var part = part
    while let length = Self.blank(atStartOf: part) { part = part.dropFirst(length) }
    // `1. a`
    let digits = part.prefix { $0.isDigit }
    if (1...2).contains(digits.count), let sign = part.dropFirst(digits.count).first, ".)".utf8.contains(sign),
      part.dropFirst(digits.count + 1).first == 0x20
    {
      part = part.dropFirst(digits.count + 2)
    }
    while let byte = part.last, byte == 0x20 || byte == 0x09 { part = part.dropLast() }
    while part.count >= 2, part.suffix(2).elementsEqual("\u{A0}".utf8) { part = part.dropLast(2) }
    if !part.isEmpty { items.append(Array(part)) }
  }

  private static func blank(atStartOf text: ArraySlice<UInt8>) -> Int? {
    if text.first == 0x20 || text.first == 0x09 { return 1 }
    return text.starts(with: "\u{A0}".utf8) ? 2 : nil
  }

  /// The length of a mark that parts two items, 0 where there is none.
  private static func mark(at index: Int, in text: [UInt8]) -> Int {
    switch text[index] {
    case UInt8(ascii: ";"), 0x0A, 0x0D: return 1
    case UInt8(ascii: ","):
      // The comma of a number parts nothing.
      let isInNumber = index > 0 && index + 1 < text.count && text[index - 1].isDigit && text[index + 1].isDigit
      return isInNumber ? 0 : 1
    case 0xE2: return text[index...].starts(with: "•".utf8) || text[index...].starts(with: "‣".utf8) ? 3 : 0
    case 0x20:
      guard index + 2 < text.count, text[index + 2] == 0x20, "/|&+".utf8.contains(text[index + 1]) else { return 0 }
      return 3
    default: return 0
    }
  }

  /// The length of a word that joins two items, its blanks included; 0 where there is none.
  private static func word(at index: Int, in text: [UInt8]) -> Int {
    guard text[index] == 0x20 else { return 0 }
    for word in [" et ", " and ", " ou ", " or "] where text[index...].starts(with: word.utf8) {
      return word.utf8.count
    }
    return 0
  }
}
