/// One member of a class, or one escape.
enum ClassAtom {
  case character(UInt32)
  case set(CodePointSet)
}

extension PatternParser {
  /// `[…]` from its bracket on (ECMA-262, 22.2.1, `CharacterClass`).
  mutating func parseClass() throws(PatternError) -> CodePointSet {
    let start = index
    index += 1
    let isNegated = take(UInt8(ascii: "^"))
    var ranges: [ClosedRange<UInt32>] = []
    while true {
      guard let byte = peek else { throw PatternError(.unclosedClass, at: start) }
      if byte == UInt8(ascii: "]") { break }
      let atomStart = index
      let atom = try parseClassAtom()
      guard peek == UInt8(ascii: "-"), let next = peek(1), next != UInt8(ascii: "]") else {
        switch atom {
        case .character(let value): ranges.append(value...value)
        case .set(let set):
          try spend(set.ranges.count, at: atomStart)
          ranges += set.ranges
        }
        continue
      }
      index += 1
      let end = try parseClassAtom()
      guard case .character(let low) = atom, case .character(let high) = end else {
        throw PatternError(.classInRange, at: atomStart)
      }
      guard low <= high else { throw PatternError(.rangeOutOfOrder, at: atomStart) }
      ranges.append(low...high)
    }
    index += 1
    let set = CodePointSet(ranges)
    try spend(set.ranges.count, at: start)
    return isNegated ? set.inverted : set
  }

  private mutating func parseClassAtom() throws(PatternError) -> ClassAtom {
    peek == UInt8(ascii: "\\") ? try parseEscape(inClass: true) : .character(try takeCharacter())
  }

  /// An escape that stands for a character or a set; `\b` is a backspace inside a class.
  mutating func parseEscape(inClass: Bool) throws(PatternError) -> ClassAtom {
    let start = index
    index += 1
    guard let byte = peek else { throw PatternError(.trailingBackslash, at: start) }
    index += 1
    switch byte {
    case UInt8(ascii: "d"): return .set(.digits)
    case UInt8(ascii: "D"): return .set(CodePointSet.digits.inverted)
    case UInt8(ascii: "w"): return .set(.wordCharacters)
    case UInt8(ascii: "W"): return .set(CodePointSet.wordCharacters.inverted)
    case UInt8(ascii: "s"): return .set(.spaces)
    case UInt8(ascii: "S"): return .set(CodePointSet.spaces.inverted)
    case UInt8(ascii: "p"): return .set(try parseProperty(from: start))
    case UInt8(ascii: "P"):
      let set = try parseProperty(from: start)
      try spend(set.ranges.count, at: start)
      return .set(set.inverted)
    case UInt8(ascii: "t"): return .character(0x09)
    case UInt8(ascii: "n"): return .character(0x0A)
    case UInt8(ascii: "v"): return .character(0x0B)
    case UInt8(ascii: "f"): return .character(0x0C)
    case UInt8(ascii: "r"): return .character(0x0D)
    case UInt8(ascii: "b") where inClass: return .character(0x08)
    case UInt8(ascii: "-") where inClass: return .character(0x2D)
    case UInt8(ascii: "0"):
      if let next = peek, isDigit(next) { throw PatternError(.unknownEscape, at: start) }
      return .character(0)
    case UInt8(ascii: "c"): return .character(try parseControlLetter(from: start))
    case UInt8(ascii: "x"): return .character(try takeHex(2, from: start))
    case UInt8(ascii: "u"): return .character(try parseUnicodeEscape(from: start))
    case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"):
      return .character(UInt32(byte))
    default: throw PatternError(.unknownEscape, at: start)
    }
  }

  private mutating func parseControlLetter(from start: Int) throws(PatternError) -> UInt32 {
    guard let letter = peek, (letter | 0x20) >= UInt8(ascii: "a"), (letter | 0x20) <= UInt8(ascii: "z") else {
      throw PatternError(.badCodeEscape, at: start)
    }
    index += 1
    return UInt32(letter & 0x1F)
  }

  private mutating func takeHex(_ count: Int, from start: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = hexValue(peek) else { throw PatternError(.badCodeEscape, at: start) }
      value = value << 4 | digit
      index += 1
    }
    return value
  }

  private func hexValue(_ byte: UInt8?) -> UInt32? {
    guard let byte else { return nil }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte) - 0x37
    default: return nil
    }
  }

  /// What follows `\u`: `{…}`, four digits, or two times four that make a surrogate pair.
  mutating func parseUnicodeEscape(from start: Int) throws(PatternError) -> UInt32 {
    if take(UInt8(ascii: "{")) {
      guard var value = hexValue(peek) else { throw PatternError(.badCodeEscape, at: start) }
      index += 1
      while let digit = hexValue(peek) {
        value = value << 4 | digit
        guard value <= CodePointSet.last else { throw PatternError(.badCodeEscape, at: start) }
        index += 1
      }
      guard take(UInt8(ascii: "}")) else { throw PatternError(.badCodeEscape, at: start) }
      return value
    }
    let value = try takeHex(4, from: start)
    guard (0xD800...0xDBFF).contains(value), peek == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else {
      return value
    }
    // A high half that no low half follows stands for itself, and what follows is read anew.
    let afterHigh = index
    index += 2
    guard peek != UInt8(ascii: "{"), let low = try? takeHex(4, from: start), (0xDC00...0xDFFF).contains(low) else {
      index = afterHigh
      return value
    }
    return 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
  }

  /// `{Name}` or `{Name=Value}` after `\p`; letters, digits, `_` and `=` only, so that nothing is guessed.
  private mutating func parseProperty(from start: Int) throws(PatternError) -> CodePointSet {
    guard take(UInt8(ascii: "{")) else { throw PatternError(.unknownProperty, at: start) }
    var name: [UInt8] = []
    var value: [UInt8]?
    while let byte = peek, byte != UInt8(ascii: "}") {
      guard name.count + (value?.count ?? 0) < 100 else { break }
      if byte == UInt8(ascii: "="), value == nil {
        value = []
      } else if value == nil {
        name.append(byte)
      } else {
        value?.append(byte)
      }
      index += 1
    }
    guard take(UInt8(ascii: "}")) else { throw PatternError(.unknownProperty, at: start) }
    let text = Array(bytes[start + 2..<index])
    if let known = properties[text] { return known }
    let property = String(decoding: name, as: UTF8.self)
    let wanted = value.map { String(decoding: $0, as: UTF8.self) }
    guard let set = UnicodeProperty.set(property, value: wanted) else {
      throw PatternError(.unknownProperty, at: start)
    }
    properties[text] = set
    return set
  }
}
