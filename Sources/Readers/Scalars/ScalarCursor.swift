import SourceText

/// Walks over the bytes of a scalar while it is matched with a reader's grammar.
struct ScalarCursor {
  let text: [UInt8]
  var place: Int

  init(_ text: [UInt8], at place: Int = 0) {
    self.text = text
    self.place = place
  }

  /// The byte at the place; 0 at the end.
  var byte: UInt8 { place < text.count ? text[place] : 0 }

  /// Whether nothing is left.
  var isAtEnd: Bool { place >= text.count }

  /// Takes one of some bytes.
  mutating func take(_ allowed: UInt8...) -> UInt8? {
    guard place < text.count, allowed.contains(text[place]) else { return nil }
    place += 1
    return text[place - 1]
  }

  /// Takes `+` or `-`; whether the sign is `-`.
  mutating func takeSign() -> Bool {
    take(Byte.plus, Byte.dash) == Byte.dash
  }

  /// Takes bytes while they are of a class, at most some; how many.
  mutating func takeWhile(atMost limit: Int = .max, _ isIn: (UInt8) -> Bool) -> Int {
    let start = place
    while place < text.count, place - start < limit, isIn(text[place]) { place += 1 }
    return place - start
  }

  /// Takes the bytes of a word.
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= text.count else { return false }
    let isSame = word.withUTF8Buffer { buffer in
      unsafe text[place..<place + length].elementsEqual(buffer)
    }
    if isSame { place += length }
    return isSame
  }

  /// A number of some digits, at least and at most.
  mutating func takeNumber(_ range: ClosedRange<Int>) -> Int? {
    let start = place
    let count = takeWhile(atMost: range.upperBound) { $0.isDigit }
    guard count >= range.lowerBound else {
      place = start
      return nil
    }
    return text[start..<place].reduce(0) { $0 * 10 + Int($1 - Byte.zero) }
  }

  static func isDigitOrUnderscore(_ byte: UInt8) -> Bool { byte.isDigit || byte == Byte.underscore }
}

extension Array where Element == UInt8 {
  /// Whether the bytes are one of some words.
  func isOne(of words: StaticString...) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == count && word.withUTF8Buffer { unsafe elementsEqual($0) }
    }
  }

  /// The bytes without some.
  func without(_ dropped: UInt8...) -> [UInt8] { filter { !dropped.contains($0) } }

  /// The bytes with small letters for capital ones of ASCII.
  var lowercasedASCII: [UInt8] { map(\.lowercased) }
}
