import SourceText

/// A set of bytes, as `[a-z]`, `[!0-9]` or `[[:alpha:]_]` write one in a wildcard pattern.
struct ByteSet: Hashable, Sendable {
  /// How many words hold the bits of the bytes.
  static let wordCount = 16

  /// One bit a byte.
  private(set) var words = [UInt16](repeating: 0, count: wordCount)

  /// Whether the set whose words stand in `words` from `start` on holds a byte.
  static func contains(_ byte: UInt8, in words: [UInt16], at start: Int) -> Bool {
    words[start + Int(byte >> 4)] & 1 << UInt16(byte & 15) != 0
  }

  private mutating func insert(_ byte: UInt8) { words[Int(byte >> 4)] |= 1 << UInt16(byte & 15) }

  /// Reads the set that opens at `start`; returns it and the offset after its `]`.
  ///
  /// As in POSIX, a `]` that stands first is a member, and so is a `-` that stands first or last.
  static func parse(_ pattern: [UInt8], at start: Int) throws(GlobPattern.Failure) -> (ByteSet, Int) {
    var set = ByteSet()
    var index = start + 1
    var negated = false
    if index < pattern.count, pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^") {
      negated = true
      index += 1
    }
    var isFirst = true
    while index < pattern.count {
      if pattern[index] == UInt8(ascii: "]"), !isFirst {
        if negated { set.words = set.words.map { ~$0 } }
        return (set, index + 1)
      }
      isFirst = false
      if let (test, next) = namedClass(pattern, at: index) {
        for byte in UInt8.min...UInt8.max where test(byte) { set.insert(byte) }
        index = next
        continue
      }
      guard let low = member(pattern, &index) else { break }
      var high = low
      if index + 1 < pattern.count, pattern[index] == UInt8(ascii: "-"), pattern[index + 1] != UInt8(ascii: "]") {
        index += 1
        guard let end = member(pattern, &index) else { break }
        high = end
      }
      // As in git, an inverted range such as `z-a` holds its first byte.
      for byte in low...max(low, high) { set.insert(byte) }
    }
    throw .unclosedSet(start)
  }

  private static func member(_ pattern: [UInt8], _ index: inout Int) -> UInt8? {
    if pattern[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < pattern.count else { return nil }
    index += 1
    return pattern[index - 1]
  }

  /// The class such as `[:digit:]` that stands at `index`, and the offset after it.
  private static func namedClass(_ pattern: [UInt8], at index: Int) -> ((UInt8) -> Bool, Int)? {
    guard index + 1 < pattern.count, pattern[index] == UInt8(ascii: "["), pattern[index + 1] == UInt8(ascii: ":"),
      let close = pattern[(index + 2)...].firstIndex(of: UInt8(ascii: "]")),
      close > index + 2, pattern[close - 1] == UInt8(ascii: ":"),
      let test = test(String(decoding: pattern[(index + 2)..<(close - 1)], as: UTF8.self))
    else { return nil }
    return (test, close + 1)
  }

  private static func test(_ name: String) -> ((UInt8) -> Bool)? {
    switch name {
    case "alnum": \.isAlphanumeric
    case "alpha": \.isLetter
    case "blank": \.isBlank
    case "cntrl": { $0 < 0x20 || $0 == 0x7F }
    case "digit": \.isDigit
    case "graph": { (0x21...0x7E).contains($0) }
    case "lower": { $0.isLetter && !$0.isCapital }
    case "print": { (0x20...0x7E).contains($0) }
    case "punct": \.isPunctuation
    case "space": { $0 == 0x20 || (0x09...0x0D).contains($0) }
    case "upper": \.isCapital
    case "xdigit": { $0.hexValue != nil }
    default: nil
    }
  }
}
