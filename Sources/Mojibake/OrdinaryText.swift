import SourceText

// What is ordinary in a text: what a run of characters beyond ASCII is judged by.
extension WindowFinder {
  struct Neighbour {
    var value: UInt32 = 0
    /// Its entry in the table of roles.
    var roles: UInt32 = 0

    /// The bits of the table of roles: see ``ByteTable``.
    static let leadOfTwo: UInt32 = 1 << 12
    static let leadOfMore: UInt32 = 1 << 13
    static let anyContinuation: UInt32 = 0x0FFF_0000

    var leads: UInt16 { UInt16(truncatingIfNeeded: roles) & 0x0FFF }
    var continuations: UInt16 { UInt16(truncatingIfNeeded: roles >> 16) & 0x0FFF }
    /// Whether it is the lead byte of two, and of three or four, in a page beyond the western ones.
    var mayBeginTwo: Bool { roles & Self.leadOfTwo != 0 }
    var mayBeginMore: Bool { roles & Self.leadOfMore != 0 }
    var pages: UInt16 { leads | continuations }
    var kind: Ordinariness { Ordinariness(rawValue: roles >> 29) ?? .always }
    /// Whether it is the lead byte of two in ISO 8859-1 and its kin.
    var isLeadOfTwo: Bool { value >= 0xC2 && value <= 0xDF }
    /// Whether it is a Latin letter beyond ASCII, or × or ÷.
    var isLatin: Bool { value >= 0xC0 && value < 0x250 }
    /// Whether it is Greek or Cyrillic.
    var isInItsScript: Bool { value >= 0x370 && value < 0x530 }
  }

  /// A character that costs as much as this with its neighbours is strange.
  static let strange = 44

  /// Whether the character at `index` stands where it seldom does.
  @inline(__always)
  mutating func isOdd(
    _ next: Neighbour, _ kind: Ordinariness, after last: Neighbour, at index: Int, _ length: Int,
    _ text: UnsafeBufferPointer<UInt8>, _ model: TextModel?
  ) -> Bool {
    let before: UInt8 = last.value != 0 ? 0xFF : index > 0 ? unsafe text[index - 1] : 0x20
    let after: UInt8 = index + length < text.count ? unsafe text[index + length] : 0x20
    switch kind {
    case .always: return false
    case .afterNoSmallLetter: return Self.isSmall(before)
    case .notInWord: return Self.isLetter(before) && Self.isLetter(after)
    case .inItsScript: return Self.isLetter(before) || last.isLatin
    case .byItsPairs:
      needsModel = true
      if let model, before < 0x80, after < 0x80,
        let cost = model.cost(of: next.value, betweenASCII: before, and: after)
      {
        return cost >= Self.strange
      }
      return unsafe isUnlikely(next, after: last, before, at: index + length, text, model)
    }
  }

  func isUnlikely(
    _ next: Neighbour, after last: Neighbour, _ before: UInt8, at end: Int, _ text: UnsafeBufferPointer<UInt8>,
    _ model: TextModel?
  ) -> Bool {
    // A letter of another script stands before it.
    if next.isLatin, last.isInItsScript { return true }
    let left = last.value != 0 ? last.value : before < 0x80 ? UInt32(before) : TextModel.broken
    var right: UInt32 = 0x20
    if end < text.count {
      let lead = unsafe text[end]
      right = lead < 0x80 ? UInt32(lead) : unsafe Self.scalar(lead, at: end, in: text)?.value ?? TextModel.broken
    }
    return Self.cost(of: next.value, between: left, and: right, model) >= Self.strange
  }

  @inline(__always)
  static func cost(
    of value: UInt32, between left: UInt32, and right: UInt32, _ model: TextModel?
  ) -> Int {
    if let model { return model.cost(of: value, between: left, and: right) }
    return TextModel.shared.cost(of: value, between: left, and: right)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// Whether two neighbours may be the bytes of a character of two, in one of `pages`.
  func mayJoin(_ first: Neighbour, _ second: Neighbour, _ pages: UInt16) -> Bool {
    var pages = pages
    while pages != 0 {
      let page = pages.trailingZeroBitCount
      pages &= pages &- 1
      var sequence = UTF8Sequence(lead: table.byte(row: table.row(of: first.value), page: page))
      guard sequence.length == 2 else { continue }
      sequence.append(table.byte(row: table.row(of: second.value), page: page))
      if let value = sequence.value, Self.isPlausible(value) { return true }
    }
    return false
  }

  /// Whether two neighbours may be the first bytes of an emoji, or of a character whose lead byte's letter was put in
  /// lower case: no pair of letters and signs that people write.
  func mayBegin(_ first: Neighbour, _ second: Neighbour) -> Bool {
    first.kind == .byItsPairs && first.value >= 0xE2 && first.value <= 0xF0
      && second.continuations & CodePageSet(.windows1252).bits != 0
  }

  /// Whether a byte may be lost behind the last two characters of a run, where `after` follows.
  func mayLackByte(_ first: Neighbour, _ last: Neighbour, before after: UInt8, runStart: Int) -> Bool {
    let windows1252 = CodePageSet(.windows1252).bits
    // A lead byte of three with its second: the third may be lost.
    if first.value == 0xE2 || first.value == 0xEF, last.continuations & windows1252 != 0 { return true }
    switch after {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"): break
    default: return false
    }
    if first.kind == .byItsPairs, first.leads & last.continuations & western != 0 { return true }
    guard last.leads & western != 0, last.value >= 0xC2, last.value <= 0xDE else { return false }
    switch last.kind {
    case .byItsPairs: return Self.isPlausible((last.value & 0x1F) << 6 | 0x20)
    case .afterNoSmallLetter: return first.value == 0 && runStart > 0 && Self.isSmall(bytes[runStart - 1])
    default: return false
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// Whether a run is written as people write words and signs, so that characters that could be bytes of a page that is
  /// rarely to blame are none; three and four bytes seldom fit by chance but in a word.
  func isWrittenSo(_ start: Int, _ end: Int, _ hasLonger: Bool) -> Bool {
    if isWord(start, end) { return true }
    let tokenizer = Tokenizer(table: table)
    var tokens: [Token] = []
    var index = start
    while index < end {
      tokens.append(tokenizer.token(at: index, in: bytes))
      index = tokens[tokens.count - 1].end
    }
    let right = end < bytes.count ? tokenizer.token(at: end, in: bytes).glyph : .edge
    let run = DamagedRun(
      beforeLeft: .edge, left: tokenizer.glyph(before: start, in: bytes), tokens: tokens[...], right: right)
    guard run.isOrdinary else { return false }
    // The apostrophe of Ukrainian parts a word.
    let isLatin = tokens.first?.glyph.script == 0
    return !hasLonger || tokens.allSatisfy { $0.glyph.isLetter || ($0.glyph.kind == .apostrophe && !isLatin) }
  }

  /// Whether a run is a word of Greek or Cyrillic by itself: small letters, the first of which may be a capital, and ’
  /// between them.
  func isWord(_ start: Int, _ end: Int) -> Bool {
    if start > 0, bytes[start - 1] >= 0x80 || Self.isLetter(bytes[start - 1]) { return false }
    let model = TextModel.shared
    let script = TextModel.script(UInt32(bytes[start] & 0x1F) << 6)
    var index = start
    while index + 1 < end {
      let (lead, second) = (bytes[index], bytes[index + 1])
      if lead == 0xE2, index > start, index + 4 < end, second == 0x80, bytes[index + 2] == 0x99 {
        index += 3
        continue
      }
      let value = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
      guard lead >= 0xCE, lead <= 0xD4, second & 0xC0 == 0x80, TextModel.script(value) == script else { return false }
      let glyph = model.glyph(value)
      guard glyph.isLetter, index == start || !glyph.isCapital else { return false }
      index += 2
    }
    return index == end
  }

  /// Whether a character of two bytes is of a script that the scoring knows; Latin letters of phonetics, Armenian,
  /// Syriac and the like are mostly two letters of French that happen to fit.
  static func isPlausible(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0..<0x250, 0x300..<0x530, 0x590..<0x700: true
    // A control is a byte of a deeper layer.
    case 0x80..<0xA0: true
    default: false
    }
  }
}

/// Where a character stands in ordinary text.
enum Ordinariness: UInt32 {
  /// Anywhere: the letters of French in lower case, the signs that are typed everywhere.
  case always
  /// At the start of a word or after a capital.
  case afterNoSmallLetter
  /// Outside words.
  case notInWord
  /// Beside letters of its own script: Greek and Cyrillic.
  case inItsScript
  /// Where its pairs with its neighbours are not too rare.
  case byItsPairs

  init(_ value: UInt32) {
    if value >= 0x370, value < 0x530 {
      self = .inItsScript
      return
    }
    switch value {
    case 0xA0, 0xAB, 0xBB, 0xB7, 0xB0, 0xE0, 0xE2, 0xE6...0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC: self = .always
    case 0x153, 0x152, 0x2019, 0x202F: self = .always
    case 0xC0, 0xC7...0xCB, 0xD4, 0xDC, 0xDB, 0xD9: self = .afterNoSmallLetter
    case 0xB2, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2022, 0x2026, 0x20AC: self = .notInWord
    default: self = .byItsPairs
    }
  }
}
