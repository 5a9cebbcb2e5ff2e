/// Why damaged text may be right as it stands.
enum Doubt: UInt8, Sendable {
  case none
  /// What stands there is odd, but somebody may have meant it: no repair is safe.
  case odd
  /// What stands there is written as people write it, and so is right unless the text is surely damaged elsewhere.
  case ordinary
  /// It is part of a word of its own script, and right whatever else is damaged.
  case word
  /// The repair is one letter of a script that nothing else in the text speaks for.
  case lonely
}

/// Tokens that a search reads as damage, one beside the other, with what stands around them.
struct DamagedRun {
  var beforeLeft: Glyph
  var left: Glyph
  var tokens: ArraySlice<Token>
  var right: Glyph
  var readings = Summary()

  /// What the readings of the tokens have in common.
  struct Summary {
    private(set) var pages: UInt16 = 0
    /// Whether one is damage of damage, and whether one reads three tokens or more.
    private(set) var isDeep = false
    private(set) var isLong = false
    /// The far script of the first that is in one, and how many are of it.
    private(set) var farScript: ScalarClass?
    private(set) var farCount = 0

    mutating func add(_ reading: Reading) {
      pages |= reading.pages
      isDeep = isDeep || reading.depth > 1
      isLong = isLong || reading.end - reading.start > 2
      let kind = reading.glyph.kind
      if farScript == nil, kind.isFarScript { farScript = kind }
      if kind == farScript { farCount += 1 }
    }
  }

  /// What speaks for the tokens as they stand; `scripts` are those that damage in the text is known to be written in.
  func doubt(_ scripts: ScalarClassSet) -> Doubt {
    // Nobody writes references, or damage of damage, on purpose.
    if readings.isDeep || tokens.contains(where: \.isReference) { return .none }
    if readings.pages & CodePageSet.western.bits != 0 {
      if isQuotedLetter { return .ordinary }
    } else if let doubt = doubtOfShape {
      return doubt
    }
    return isLonely(scripts) ? .lonely : .none
  }

  /// «Â» or « Â »: a quotation of one letter.
  private var isQuotedLetter: Bool {
    guard tokens.count == 2, let letter = tokens.first, let sign = tokens.last, letter.glyph.letter > 0 else {
      return false
    }
    switch sign.glyph.kind {
    case .closingQuote, .apostrophe: return left.kind == .openingQuote
    case .noBreakSpace:
      return (left.kind == .noBreakSpace || left.kind == .space) && beforeLeft.kind == .openingQuote
        && right.kind == .closingQuote
    default: return false
    }
  }

  /// One letter of Hebrew, Arabic or Asia in a text that is not written so.
  private func isLonely(_ scripts: ScalarClassSet) -> Bool {
    guard let kind = readings.farScript, !scripts.contains(kind) else { return false }
    return readings.farCount < 2 && left.kind != kind && right.kind != kind
  }

  // MARK: Shape

  /// What the letters and signs say of pages that are rarely to blame.
  private var doubtOfShape: Doubt? {
    let glyphs = [left] + tokens.map(\.glyph) + [right, .edge]
    var capitals = left.isCapital ? 1 : 0
    for index in 1..<(glyphs.count - 1) {
      let (last, glyph) = (glyphs[index - 1], glyphs[index])
      if glyph.isLetter {
        if glyph.value == Self.florin { return nil }
        // A capital after a small letter, or a small letter after two capitals, stands in no word.
        if last.isLetter, last.script != glyph.script || (!last.isCapital && glyph.isCapital) { return nil }
        if last.isLetter, !glyph.isCapital, capitals > 1 { return nil }
        capitals = glyph.isCapital ? (last.isLetter ? capitals : 0) + 1 : 0
      } else if index < glyphs.count - 2, !Self.isOrdinary(glyph, after: last, glyphs[(index + 1)...]) {
        return isOdd ? .odd : nil
      }
    }
    let isWord = tokens.allSatisfy(\.glyph.isLetter)
    if isWord, tokens.first?.glyph.script != 0, tokens.count > 2 || left.isLetter || right.isLetter { return .word }
    // Three and four bytes seldom fit by chance.
    return isWord || !readings.isLong ? .ordinary : nil
  }

  /// Whether the tokens are written as people write words and signs.
  var isOrdinary: Bool { doubtOfShape == .ordinary || doubtOfShape == .word }

  /// √ before a sign or a letter: a root, however strange.
  private var isOdd: Bool {
    guard tokens.count == 2, tokens.first?.glyph.value == Self.root, let second = tokens.last?.glyph else {
      return false
    }
    return !left.isLetter && !right.isLetter && (second.kind == .sign || second.value == 0xDF)
  }

  private static let root: UInt32 = 0x221A
  private static let florin: UInt32 = 0x192

  /// Whether a sign stands as in ordinary text; `rest` is what follows it, two characters at least.
  private static func isOrdinary(_ glyph: Glyph, after last: Glyph, _ rest: ArraySlice<Glyph>) -> Bool {
    let next = rest[rest.startIndex]
    switch glyph.kind {
    case .apostrophe, .dash, .middleDot: return true
    case .noBreakSpace: return next.kind != .space && last.kind != .space
    case .openingQuote, .closingQuote, .ellipsis: return !(last.isLetter && next.isLetter)
    // Superscripts, degrees and the like, not € and ™.
    case .sign: return glyph.value < 0x100 && !(last.isLetter && next.isLetter)
    case .math:
      guard glyph.value == root else { return !(last.isLetter && next.isLetter) }
      // The root of a quantity: in a word it is none.
      let follower = rest[rest.startIndex + 1]
      if last.isLetter && last.script == 0 && follower.isLetter { return false }
      if next.isLetter { return next.script != 0 }
      return (next.kind == .math || next.value == 0xB1) && !follower.isLetter
    case .box: return (last.kind == .box || last.kind == .space) && (next.kind == .box || next.kind == .space)
    default: return false
    }
  }
}

/// A set of classes, one bit each.
struct ScalarClassSet: Sendable {
  private var bits: UInt32 = 0

  mutating func insert(_ kind: ScalarClass) { bits |= 1 << UInt32(kind.rawValue) }

  func contains(_ kind: ScalarClass) -> Bool { bits & 1 << UInt32(kind.rawValue) != 0 }
}

extension ScalarClass {
  /// Whether letters of the class are far from European text.
  var isFarScript: Bool {
    switch self {
    case .hebrew, .arabic, .thai, .eastAsian, .other, .otherLetter: true
    default: false
    }
  }
}

extension Glyph {
  var isLetter: Bool { kind == .letter || kind == .otherLetter }

  /// 0 Latin, 1 Greek, 2 Cyrillic.
  var script: Int { TextModel.script(value) }
}
