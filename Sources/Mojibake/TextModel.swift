/// One code point with what the scoring needs to know of it.
struct Glyph: Equatable, Sendable {
  var value: UInt32
  /// The index in the letter-pair table, 0 for what is no letter of it.
  var letter: UInt16
  var kind: ScalarClass
  var isCapital: Bool

  static let edge = Glyph(value: 0x20, letter: 0, kind: .space, isCapital: false)
}

/// How likely one character is after another in running text of European languages.
///
/// Costs are `-4 ln P`, rounded: a difference of 4 is a factor of 2.7. Letters in words are judged by counted pairs
/// (`LetterPairTable`), everything else by the class of the character. A class, because it is one table for all.
final class TextModel: Sendable {
  static let shared = TextModel()

  private let size: Int
  private let pairs: [UInt8]
  /// Glyphs of the code points below 0x530, then of 0x1E00 to 0x1EFF, then of 0x2000 to 0x25FF.
  private let low: [Glyph]
  /// By character of ASCII.
  private let ascii: [ASCIICost]
  /// What one class of signs costs after another.
  private let signs: [UInt8]
  private static let lowLimit: UInt32 = 0x530
  private static let vietnamese: ClosedRange<UInt32> = 0x1E00...0x1EFF
  private static let signBlocks: ClosedRange<UInt32> = 0x2000...0x25FF

  private init() {
    let letters = Self.scalars(LetterPairTable.letters)
    size = letters.count + 1
    pairs = Self.readPairs(letters)
    low = Self.makeGlyphs(letters)
    signs = ScalarClass.allCases.flatMap { first in
      ScalarClass.allCases.map { UInt8(clamping: Self.betweenSigns(first, $0)) }
    }
    ascii = low.prefix(0x80).map { glyph in
      if glyph.letter > 0 {
        let after: UInt8 = glyph.isCapital ? Self.innerCapital : 0
        return ASCIICost(letter: UInt8(clamping: glyph.letter), before: 0, after: after)
      }
      return ASCIICost(
        letter: 0, before: UInt8(clamping: Self.beforeLetter(glyph.kind)),
        after: UInt8(clamping: Self.afterLetter(glyph.kind) + (glyph.kind == .apostrophe ? Self.elision : 0)))
    }
  }

  /// What a character of ASCII costs beside a small letter beyond ASCII: more than its pair with that letter, which is that
  /// of the edge of a word for what is no letter.
  private struct ASCIICost {
    let letter: UInt8
    let before: UInt8
    let after: UInt8
  }

  private static func scalars(_ text: StaticString) -> [UInt32] {
    text.withUTF8Buffer { bytes in
      unsafe [UInt32](unsafeUninitializedCapacity: bytes.count) { result, count in
        var index = 0
        while index < bytes.count {
          let lead = unsafe bytes[index]
          let scalar = unsafe lead < 0x80 ? nil : WindowFinder.scalar(lead, at: index, in: bytes)
          let (value, length) = scalar ?? (UInt32(lead), 1)
          unsafe result[count] = value
          count += 1
          index += length
        }
      }
    }
  }

  private static func makeGlyphs(_ letters: [UInt32]) -> [Glyph] {
    // By code point: the letters of the table are all below U+2000.
    var index = [UInt16](repeating: 0, count: 0x2000)
    var capitals = [Bool](repeating: false, count: 0x2000)
    for (position, value) in letters.enumerated() { index[Int(value) & 0x1FFF] = UInt16(position + 1) }
    for (position, value) in scalars(LetterPairTable.capitals).enumerated() where value > 0x2E {
      let slot = Int(value) & 0x1FFF
      if index[slot] == 0 { index[slot] = UInt16(position + 1) }
      capitals[slot] = true
    }
    // Turkish İ has a small form of two code points.
    index[0x130] = index[0x69]
    capitals[0x130] = true
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(Int(lowLimit) + vietnamese.count + signBlocks.count)
    for range in [0...lowLimit - 1, vietnamese, signBlocks] {
      for value in range {
        let slot = Int(value)
        let letter = slot < index.count ? index[slot] : 0
        let kind = letter > 0 ? ScalarClass.letter : ScalarClass(notALetter: value)
        glyphs.append(
          Glyph(value: value, letter: letter, kind: kind, isCapital: slot < capitals.count && capitals[slot]))
      }
    }
    return glyphs
  }

  private static func readPairs(_ letters: [UInt32]) -> [UInt8] {
    let size = letters.count + 1
    var pairs = [UInt8](repeating: 60, count: size * size)
    let zero: UInt32 = 0x30
    let single = scalars(LetterPairTable.single).map { UInt8(clamping: $0 &- zero) }
    // By code point; the letters of the table are all below U+2000. `_` is the edge of a word.
    var index = [Int](repeating: 0, count: 0x2000)
    for (position, value) in letters.enumerated() { index[Int(value) & 0x1FFF] = position + 1 }
    let rows = scalars(LetterPairTable.rows)
    var position = 0
    unsafe pairs.withUnsafeMutableBufferPointer { pairs in
      while position + 1 < rows.count {
        let first = index[Int(rows[position]) & 0x1FFF] * size
        let leaving = UInt8(clamping: rows[position + 1] &- zero)
        for second in 0..<size { unsafe pairs[first + second] = min(leaving &+ single[second], ceiling) }
        position += 2
        while position + 1 < rows.count, rows[position] != 0x0A {
          unsafe pairs[first + index[Int(rows[position]) & 0x1FFF]] = UInt8(clamping: rows[position + 1] &- zero)
          position += 2
        }
        position += 1
      }
    }
    return pairs
  }

  private static let joiner: UInt32 = 0x200D
  /// What a capital after a small letter costs.
  private static let innerCapital: UInt8 = 20
  /// What an apostrophe after a letter beyond ASCII costs more.
  private static let elision = 8

  /// No pair of known letters costs more: names and foreign words hold any pair.
  private static let ceiling: UInt8 = 46

  @inline(__always)
  func glyph(_ value: UInt32) -> Glyph { value < Self.lowLimit ? low[Int(value)] : glyphBeyond(value) }

  private func glyphBeyond(_ value: UInt32) -> Glyph {
    if Self.signBlocks.contains(value) {
      return low[Int(Self.lowLimit + value - Self.signBlocks.lowerBound) + Self.vietnamese.count]
    }
    if Self.vietnamese.contains(value) { return low[Int(Self.lowLimit + value - Self.vietnamese.lowerBound)] }
    return Glyph(value: value, letter: 0, kind: ScalarClass(notALetter: value), isCapital: false)
  }

  /// What stands for bytes that are no character, where characters are asked for.
  static let broken: UInt32 = 0xFFFF_FFFF

  /// The cost of a character with both its neighbours; beside Latin letters and ASCII it goes fast.
  @inline(__always)
  func cost(of value: UInt32, between left: UInt32, and right: UInt32) -> Int {
    guard value >= 0x80, let glyph = latin(value), let before = latin(left), let after = latin(right), glyph.letter > 0,
      before.letter > 0 || left < 0x80, after.letter > 0 || right < 0x80
    else { return slowCost(of: value, left, right) }
    let row = Int(glyph.letter) * size
    var cost = 0
    if before.letter > 0 {
      cost = Int(pairs[Int(before.letter) * size + Int(glyph.letter)])
      if glyph.isCapital { cost += before.isCapital ? 2 : 20 }
    } else {
      cost = Int(pairs[Int(glyph.letter)]) + Int(ascii[Int(left)].before) + (glyph.isCapital ? 4 : 0)
    }
    if after.letter > 0 {
      cost += Int(pairs[row + Int(after.letter)])
      if after.isCapital { cost += glyph.isCapital ? 2 : 20 }
    } else {
      cost += Int(pairs[row]) + Int(ascii[Int(right)].after)
    }
    return cost
  }

  /// The glyph of a character of ASCII or Latin.
  @inline(__always)
  private func latin(_ value: UInt32) -> Glyph? {
    if value < 0x250 { return low[Int(value)] }
    return Self.vietnamese.contains(value) ? low[Int(Self.lowLimit + value - Self.vietnamese.lowerBound)] : nil
  }

  /// The cost of a letter beyond ASCII with both its neighbours where those are ASCII, as most are; `nil` for a capital and
  /// for what is no letter of the table.
  @inline(__always)
  func cost(of value: UInt32, betweenASCII left: UInt8, and right: UInt8) -> Int? {
    let glyph = glyph(value)
    guard glyph.letter > 0, !glyph.isCapital else { return nil }
    let letter = Int(glyph.letter)
    // There are 128 characters of ASCII, and `size` rows and columns of pairs.
    return unsafe ascii.withUnsafeBufferPointer { ascii in
      unsafe pairs.withUnsafeBufferPointer { pairs in
        let (before, after) = unsafe (ascii[Int(left & 0x7F)], ascii[Int(right & 0x7F)])
        return unsafe Int(pairs[Int(before.letter) &* size &+ letter]) &+ Int(before.before)
          &+ Int(pairs[letter &* size &+ Int(after.letter)]) &+ Int(after.after)
      }
    }
  }

  @inline(never)
  private func slowCost(of value: UInt32, _ left: UInt32, _ right: UInt32) -> Int {
    let glyph = glyph(value)
    return cost(left == Self.broken ? .badByte : self.glyph(left), glyph)
      + cost(glyph, right == Self.broken ? .badByte : self.glyph(right))
  }

  /// The cost of `second` right after `first`; that of two letters goes fast.
  @inline(__always)
  func cost(_ first: Glyph, _ second: Glyph) -> Int {
    guard first.letter > 0, second.letter > 0 else { return signCost(first, second) }
    return Int(pairs[Int(first.letter) * size + Int(second.letter)]) + Self.caseCost(first, second)
      + Self.scriptCost(first.value, second.value)
  }

  /// The same where one of the two is no letter.
  private func signCost(_ first: Glyph, _ second: Glyph) -> Int {
    // The joiner and the selectors of emoji mean nothing elsewhere.
    if first.value == Self.joiner, second.kind != .emoji { return 70 }
    if second.value == Self.joiner, first.kind != .emoji { return 70 }
    if first.letter > 0 {
      if second.kind == .mark { return Self.markCost(first.value, second.value) }
      if second.kind == .otherLetter { return 60 }
      // Elision and possessives are of ASCII letters, as good as always.
      let elision = second.kind == .apostrophe && first.value >= 0x80 ? Self.elision : 0
      // “ and ‘ close quotations in German and its neighbours.
      let closing = second.value == 0x201C || second.value == 0x2018 ? 10 : 0
      return Int(pairs[Int(first.letter) * size]) + Self.afterLetter(second.kind) + elision - closing
    }
    if second.letter > 0 {
      if first.kind == .mark { return 8 }
      return Int(pairs[Int(second.letter)]) + Self.beforeLetter(first.kind) + (second.isCapital ? 4 : 0)
    }
    // « is often followed by an ordinary space.
    if first.value == 0xAB, second.kind == .space { return 20 }
    // Lines and tables are drawn with few different pieces.
    if first.kind == .box, second.kind == .box { return first.value == second.value ? 2 : 16 }
    return Int(signs[Int(first.kind.rawValue) * ScalarClass.count + Int(second.kind.rawValue)])
  }

  /// A mark belongs to a letter that has a composed form with it; grave to tilde, diaeresis, ring, caron and cedilla
  /// are the common ones.
  private static func markCost(_ letter: UInt32, _ mark: UInt32) -> Int {
    guard Composition.composed(letter, mark) != nil else { return 70 }
    switch mark {
    case 0x300...0x303, 0x308, 0x30A, 0x30C, 0x327: return 12
    default: return 32
    }
  }

  private static func caseCost(_ first: Glyph, _ second: Glyph) -> Int {
    if second.isCapital { return first.isCapital ? 2 : Int(innerCapital) }
    return 0
  }

  /// Latin, Greek and Cyrillic letters do not stand side by side in a word.
  private static func scriptCost(_ first: UInt32, _ second: UInt32) -> Int {
    script(first) == script(second) ? 0 : 40
  }

  /// 0 Latin, 1 Greek, 2 Cyrillic.
  static func script(_ value: UInt32) -> Int {
    value < 0x370 || value >= 0x1E00 ? 0 : value < 0x400 ? 1 : 2
  }

  private static func afterLetter(_ kind: ScalarClass) -> Int {
    switch kind {
    case .space: 0
    case .noBreakSpace: 8
    case .digit: 16
    case .closingASCII: 5
    case .openingASCII: 10
    case .ascii: 6
    case .apostrophe: 6
    case .openingQuote: 24
    case .inverted: 30
    case .closingQuote: 12
    case .dash: 16
    case .ellipsis: 12
    case .middleDot: 10
    case .sign: 26
    case .rareSign: 36
    case .math, .arrow: 36
    case .box: 44
    case .emoji: 26
    case .control: 64
    case .broken: 52
    case .mark: 30
    case .invisible: 30
    case .letter: 20
    case .otherLetter: 60
    case .hebrew, .arabic, .thai, .eastAsian: 64
    case .other: 80
    }
  }

  private static func beforeLetter(_ kind: ScalarClass) -> Int {
    switch kind {
    case .space: 0
    case .noBreakSpace: 4
    case .digit: 12
    case .closingASCII: 10
    case .openingASCII: 2
    case .ascii: 3
    case .apostrophe: 0
    case .openingQuote: 3
    case .inverted: 3
    case .closingQuote: 26
    case .dash: 12
    case .ellipsis: 10
    case .middleDot: 2
    case .sign: 22
    case .rareSign: 28
    case .math: 26
    case .arrow: 18
    case .box: 32
    case .emoji: 18
    case .control: 44
    case .broken: 24
    case .mark: 6
    case .invisible: 12
    case .letter: 8
    case .otherLetter: 20
    case .hebrew, .arabic, .thai, .eastAsian: 36
    case .other: 44
    }
  }

  private static func betweenSigns(_ first: ScalarClass, _ second: ScalarClass) -> Int {
    switch (first, second) {
    case (.hebrew, .hebrew), (.arabic, .arabic), (.thai, .thai), (.eastAsian, .eastAsian): return 14
    case (.emoji, .emoji): return 6
    case (.inverted, .noBreakSpace), (.inverted, .space): return 34
    case (.box, .space): return 4
    case (.box, _): return 30 + unexpected(second)
    case (.otherLetter, .otherLetter): return 30
    case (.otherLetter, _): return 12 + unexpected(second)
    case (.mark, .mark): return 24
    case (.ascii, .openingQuote): return 24
    case (.openingQuote, .space), (.openingQuote, .closingQuote): return 26
    case (.closingQuote, .openingQuote): return 36
    case (.space, .noBreakSpace): return 24
    case (.noBreakSpace, .space): return 12
    case (.openingQuote, .noBreakSpace): return 4
    case (.noBreakSpace, .closingQuote): return 4
    case (.noBreakSpace, .closingASCII): return 2
    case (.mark, .space), (.mark, .closingASCII), (.mark, .ascii): return 4
    case (.mark, .apostrophe): return 8
    case (.mark, _): return 20
    default: return unexpected(second)
    }
  }

  private static func unexpected(_ kind: ScalarClass) -> Int {
    switch kind {
    case .space: 4
    case .noBreakSpace: 14
    case .digit, .closingASCII, .ascii: 8
    case .openingASCII: 10
    case .apostrophe: 24
    case .openingQuote, .closingQuote: 16
    case .inverted: 24
    case .dash: 14
    case .ellipsis: 16
    case .middleDot: 28
    case .sign: 22
    case .rareSign: 36
    case .math, .arrow: 32
    case .box: 28
    case .emoji: 20
    case .control: 64
    case .broken: 48
    case .mark: 70
    case .invisible: 32
    case .letter: 8
    case .otherLetter: 60
    case .hebrew, .arabic, .thai, .eastAsian: 50
    case .other: 56
    }
  }
}
