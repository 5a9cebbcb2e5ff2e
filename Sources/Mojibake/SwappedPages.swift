import SourceText

extension ScalarClass {
  /// Whether signs of the class are common in running text.
  var isOrdinary: Bool {
    switch self {
    case .noBreakSpace, .apostrophe, .openingQuote, .closingQuote, .dash, .ellipsis, .middleDot, .sign: true
    default: false
    }
  }
}

/// Finds lines of one single-byte encoding that were read in another ("dйploiement" for "déploiement").
///
/// One character says little here: every character of the line beyond ASCII has to read better, or as well, under the
/// same pair of code pages. All of it is inference, so no repair is ever `safe`.
struct SwappedPages {
  /// Bytes of one page that were read in another.
  private struct Swap: Hashable {
    var original: CodePage
    var readAs: CodePage
  }

  /// A line with the windows in it that are worth reading otherwise.
  private struct Line {
    var windows: [[Token]] = []
    /// The swaps that are possible, a bit each.
    var swaps: UInt64 = 0
    var edges: [(before: Glyph, after: Glyph)] = []
    var verdict: (swap: Swap, gain: Int, evidence: Evidence)?
  }

  /// The swaps under which a character may be at home, and those that make it a letter of French.
  private struct Uses {
    var atHome: UInt64 = 0
    var letters: UInt64 = 0
    /// How many letters it counts for: an à stands alone.
    var weight: UInt8 = 0
    /// Whether it may be out of place where it stands: it is no small letter of Latin.
    var mayBeStrong = false
    var isKnown = false
  }

  /// By row of the character, worked out once for each; empty until one is asked for.
  private var known: [Uses] = []
  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private let protected: [ByteRange]
  private static let swaps: [Swap] = [CodePage.windows1252, .macRoman, .codePage850, .codePage437].flatMap { original in
    CodePage.allCases.filter { $0 != original && $0 != .latin1 }.map { Swap(original: original, readAs: $0) }
  }

  /// A character that costs this much with its neighbours is strange.
  private static let strange = 44
  /// What a line must gain to be read otherwise by itself, and in a text where other lines gain much from the same.
  private static let ownGain = 34
  private static let weakGain = 60
  private static let sharedGain = 16
  /// What the other lines must gain together to count as evidence.
  private static let evidence = 100
  /// No prose has longer lines; what is judged as a whole must have an end.
  private static let longestLine = 20_000
  /// What a character that the page lacks costs.
  private static let foreign = 12

  init(bytes: [UInt8], tokenizer: Tokenizer, protected: [ByteRange]) {
    self.bytes = bytes
    self.tokenizer = tokenizer
    self.protected = protected
  }

  /// The repairs of such lines among those of `windows`, which are in order; `found` are the other findings.
  mutating func findings(near windows: [ByteRange], besides found: [MojibakeFinding]) -> [MojibakeFinding] {
    // Lines that say too little alone are worth a look where another says enough.
    if judged(strangeLines(windows, found, alone: true)).totals.isEmpty { return [] }
    let (lines, totals) = judged(strangeLines(windows, found, alone: false))
    var result: [MojibakeFinding] = []
    for line in lines {
      guard let (swap, gain, evidence) = line.verdict else { continue }
      let isSure = evidence.suffices(gain)
      let others = totals[swap, default: 0] - (isSure ? gain : 0)
      guard isSure || (others >= Self.evidence && gain >= Self.sharedGain) else { continue }
      for window in line.windows { append(window, swap, to: &result) }
    }
    return result
  }

  /// The lines with their verdicts, and what those that suffice by themselves gain by each swap.
  private func judged(_ lines: [Line]) -> (lines: [Line], totals: [Swap: Int]) {
    var lines = lines
    var totals: [Swap: Int] = [:]
    for index in lines.indices {
      lines[index].verdict = verdict(lines[index])
      if let (swap, gain, evidence) = lines[index].verdict, evidence.suffices(gain) {
        totals[swap, default: 0] += gain
      }
    }
    return (lines, totals)
  }

  // MARK: Lines

  /// The lines in which a character stands oddly and that may be read otherwise, by themselves where `alone`.
  private mutating func strangeLines(
    _ windows: [ByteRange], _ found: [MojibakeFinding], alone: Bool
  ) -> [Line] {
    var lines: [Line] = []
    var end = 0
    // What must not be read otherwise: what is protected, and what has a finding already.
    let barriers = (protected + found.map(\.range)).apart()
    var next = 0
    var utf8 = 0
    var last: (range: ByteRange, swaps: UInt64)?
    for window in windows where window.start >= end {
      while next < barriers.count, barriers[next].end <= window.start { next += 1 }
      if next < barriers.count, barriers[next].start < window.end { continue }
      if holdsForeignLetter(window) { continue }
      let range = last.map { $0.range.contains(window) } == true ? last?.range ?? window : lineRange(around: window)
      while next > 0, barriers[next - 1].end > range.start { next -= 1 }
      let inside = Array(barriers[next...].prefix { $0.start < range.end })
      // A line is read once for all its windows.
      let swaps =
        last?.range == range
        ? last?.swaps ?? 0
        : range.count <= Self.longestLine ? possibleSwaps(range, except: inside, alone: alone) : 0
      last = (range, swaps)
      guard swaps != 0 else {
        end = range.end
        continue
      }
      guard holdsStrange(tokens(window), edges(window)) else { continue }
      end = range.end
      // Where UTF-8 was misread, what is left is more of the same that lost a byte.
      while utf8 < found.count, found[utf8].range.end <= range.start { utf8 += 1 }
      let inLine = found[utf8...].prefix { $0.range.start < range.end }
      if inLine.contains(where: { $0.misreadings.contains { $0.original == nil } }) { continue }
      lines.append(line(range, inside, swaps))
    }
    return lines
  }

  /// Whether a window of several characters holds a letter that no page has, or what is no character: no line of single
  /// bytes does, so the rest of its line tells nothing more.
  private func holdsForeignLetter(_ window: ByteRange) -> Bool {
    guard window.count > 2 else { return false }
    return unsafe bytes.withUnsafeBufferPointer { text in
      var index = window.start
      while index < window.end {
        let lead = unsafe text[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        guard let (value, length) = unsafe WindowFinder.scalar(lead, at: index, in: text) else { return true }
        if tokenizer.table.row(of: value) == 0, tokenizer.model.glyph(value).isLetter { return true }
        index += length
      }
      return false
    }
  }

  /// The swaps, a bit each, under which every character of the line that changes may be at home, and one is a letter.
  private mutating func possibleSwaps(_ range: ByteRange, except barriers: [ByteRange], alone: Bool) -> UInt64 {
    let bytes = bytes
    return unsafe bytes.withUnsafeBufferPointer { unsafe possibleSwaps($0, range, except: barriers, alone: alone) }
  }

  private mutating func possibleSwaps(
    _ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange, except barriers: [ByteRange], alone: Bool
  ) -> UInt64 {
    var all = UInt64.max
    var some: UInt64 = 0
    var strong: UInt64 = 0
    var letters = 0
    var next = 0
    var index = range.start
    while index < range.end {
      index = unsafe ByteSearch.nonASCII(from: index, to: range.end, in: text)
      while next < barriers.count, barriers[next].end <= index { next += 1 }
      if next < barriers.count, barriers[next].contains(index) {
        index = barriers[next].end
        continue
      }
      if index >= range.end { break }
      guard let (value, length) = unsafe WindowFinder.scalar(text[index], at: index, in: text) else { return 0 }
      let uses = uses(of: value)
      all &= uses.atHome
      if all == 0 { return 0 }
      some |= uses.letters
      if uses.mayBeStrong, mayBeStrong(value, ByteRange(index, index + length)) { strong |= uses.letters }
      letters += Int(uses.weight)
      index += length
    }
    // Without a character out of place it takes several letters, and those of Windows-1252.
    let weak = letters > (alone ? 2 : 0) ? some & Self.weakSwaps : 0
    return all & (strong | weak)
  }

  @inline(__always)
  private mutating func uses(of value: UInt32) -> Uses {
    let row = tokenizer.table.row(of: value)
    if row < known.count {
      let uses = known[row]
      if uses.isKnown { return uses }
    }
    // No line of single bytes holds a letter that no page has.
    if row == 0 { return Uses(atHome: tokenizer.model.glyph(value).isLetter ? 0 : .max) }
    let uses = newUses(of: value, row)
    if known.isEmpty { known = Array(repeating: Uses(), count: tokenizer.table.rowCount) }
    known[row] = uses
    return uses
  }

  /// The swaps whose letters count though each might stand in a foreign name.
  private static let weakSwaps = swaps.indices.reduce(UInt64(0)) { bits, index in
    swaps[index].original == .windows1252 ? bits | 1 << UInt64(index) : bits
  }

  /// Whether a character may be out of place: a sign between letters, a letter of another script beside one, a capital
  /// that follows a small letter.
  private func mayBeStrong(_ value: UInt32, _ range: ByteRange) -> Bool {
    let glyph = tokenizer.model.glyph(value)
    let before = range.start > 0 ? bytes[range.start - 1] : 0x20
    let after = range.end < bytes.count ? bytes[range.end] : 0x20
    if glyph.letter == 0 {
      return Self.isLetterByte(before) && Self.isLetterByte(after) && !Self.isWrittenInWords(glyph)
    }
    if glyph.value >= 0x370 { return Self.isLetterByte(before) || Self.isLetterByte(after) }
    return glyph.isCapital && Self.isLetterByte(before) && !(before >= 0x41 && before <= 0x5A)
  }

  /// What a character becomes under each swap.
  private func newUses(of value: UInt32, _ row: Int) -> Uses {
    let model = tokenizer.model
    let own = model.glyph(value)
    var result = Uses(isKnown: true)
    result.mayBeStrong = own.letter == 0 || own.isCapital || value >= 0x370
    for (page, swaps) in Self.swapsOfPage.enumerated() where swaps != 0 {
      let byte = tokenizer.table.byte(row: row, page: page)
      if byte == 0 {
        result.atHome |= swaps
        continue
      }
      var rest = swaps
      while rest != 0 {
        let bit = rest & (~rest &+ 1)
        rest &= rest &- 1
        let meant = Self.swaps[bit.trailingZeroBitCount].original.scalar(of: byte).value
        let glyph = model.glyph(meant)
        let isSuperscript = glyph.kind == .sign && meant != 0x20AC && own.letter > 0
        if meant == value || (glyph.letter > 0 ? glyph.isFrenchLetter : glyph.kind.isOrdinary && !isSuperscript) {
          result.atHome |= bit
        }
        if meant != value, glyph.isFrenchLetter {
          result.letters |= bit
          result.weight = meant == 0xE0 ? 2 : max(1, result.weight)
        }
      }
    }
    return result
  }

  /// By page that was read: the swaps of it, a bit each.
  private static let swapsOfPage = CodePage.allCases.map { page in
    swaps.indices.reduce(UInt64(0)) { bits, index in swaps[index].readAs == page ? bits | 1 << UInt64(index) : bits }
  }

  private func lineRange(around window: ByteRange) -> ByteRange {
    ByteRange(
      ByteSearch.lineStart(before: window.start, in: bytes),
      ByteSearch.lineEnd(from: window.end, to: bytes.count, in: bytes))
  }

  /// The line of `range` with the windows that hold none of `barriers`.
  private func line(_ range: ByteRange, _ barriers: [ByteRange], _ swaps: UInt64) -> Line {
    var finder = WindowFinder(bytes: bytes, table: tokenizer.table)
    finder.findAll(in: range, except: barriers)
    var result = Line()
    result.swaps = swaps
    for window in finder.windows {
      result.windows.append(tokens(window))
      result.edges.append(edges(window))
    }
    return result
  }

  private func edges(_ window: ByteRange) -> (before: Glyph, after: Glyph) {
    let after = window.end < bytes.count ? tokenizer.token(at: window.end, in: bytes).glyph : Glyph.edge
    return (tokenizer.glyph(before: window.start, in: bytes), after)
  }

  private func tokens(_ window: ByteRange) -> [Token] {
    var result: [Token] = []
    var index = window.start
    while index < window.end {
      let token = tokenizer.token(at: index, in: bytes)
      result.append(token)
      index = token.end
    }
    return result
  }

  private func holdsStrange(_ tokens: [Token], _ edges: (before: Glyph, after: Glyph)) -> Bool {
    for (index, token) in tokens.enumerated() where token.row > 0 && !token.isReference {
      let left = index > 0 ? tokens[index - 1].glyph : edges.before
      let right = index + 1 < tokens.count ? tokens[index + 1].glyph : edges.after
      let cost = tokenizer.model.cost(left, token.glyph) + tokenizer.model.cost(token.glyph, right)
      if cost >= Self.strange { return true }
    }
    return false
  }

  // MARK: Gains

  private func verdict(_ line: Line) -> (swap: Swap, gain: Int, evidence: Evidence)? {
    var best: (swap: Swap, gain: Int, evidence: Evidence)?
    var rest = line.swaps
    while rest != 0 {
      let swap = Self.swaps[rest.trailingZeroBitCount]
      rest &= rest &- 1
      guard let gain = gain(line, swap), gain > best?.gain ?? 0 else { continue }
      let evidence = evidence(line, swap)
      if evidence.strong + evidence.weak > 0 { best = (swap, gain, evidence) }
    }
    return best
  }

  /// By how much cheaper the line is when read otherwise; `nil` where a part of it reads worse.
  private func gain(_ line: Line, _ swap: Swap) -> Int? {
    var total = 0
    for (tokens, edge) in zip(line.windows, line.edges) {
      let raw = cost(tokens, edge) { $0.glyph }
      var foreign = 0
      let read = cost(tokens, edge) { token in
        guard let value = mapped(token, swap) else {
          if token.glyph.value >= 0x80 { foreign += Self.foreign }
          return token.glyph
        }
        return tokenizer.model.glyph(value)
      }
      let gain = raw - read - foreign
      if gain < -4 || !readsWell(tokens, edge, swap) { return nil }
      total += gain
    }
    return total
  }

  /// How much a line speaks for a swap, beyond its gain.
  private struct Evidence {
    /// Characters that no word holds where they stand: a sign between letters, a letter of another script beside a
    /// Latin one, a capital after a small letter.
    var strong = 0
    /// Letters that a foreign name may hold.
    var weak = 0

    /// Whether a line that gains so much may be read otherwise by itself.
    func suffices(_ gain: Int) -> Bool {
      strong > 0 ? gain >= SwappedPages.ownGain : weak > 2 && gain >= SwappedPages.weakGain
    }
  }

  private func evidence(_ line: Line, _ swap: Swap) -> Evidence {
    var result = Evidence()
    for (tokens, edge) in zip(line.windows, line.edges) {
      for (index, token) in tokens.enumerated() where token.glyph.kind != .control {
        guard let value = mapped(token, swap), value != token.glyph.value, tokenizer.model.glyph(value).isFrenchLetter
        else { continue }
        let left = index > 0 ? tokens[index - 1].glyph : edge.before
        let right = index + 1 < tokens.count ? tokens[index + 1].glyph : edge.after
        if isOutOfPlace(token.glyph, left, right) {
          if isInWord(token) { result.strong += 1 }
        } else if swap.original != .windows1252 {
          // In the pages of Mac and DOS the é of French is always out of place.
        } else if left.letter > 0 || right.letter > 0 {
          result.weak += 1
        } else if value == 0xE0 {
          result.weak += 2
        }
      }
    }
    return result
  }

  /// Whether the letters around a character make a word with it: three of them at least, without a space.
  private func isInWord(_ token: Token) -> Bool {
    var start = token.offset
    while start > 0, token.offset - start < 12, Self.isLetterByte(bytes[start - 1]) { start -= 1 }
    var end = token.end
    while end < bytes.count, end - token.end < 12, Self.isLetterByte(bytes[end]) { end += 1 }
    let around = bytes[start..<token.offset] + bytes[token.end..<end]
    return around.count { $0 & 0xC0 != 0x80 } >= 3
  }

  private static func isLetterByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }

  private func isOutOfPlace(_ glyph: Glyph, _ left: Glyph, _ right: Glyph) -> Bool {
    if glyph.letter == 0 { return left.letter > 0 && right.letter > 0 && !Self.isWrittenInWords(glyph) }
    let isLatin = glyph.value < 0x370
    let isBesideLatin = (left.letter > 0 && left.value < 0x370) || (right.letter > 0 && right.value < 0x370)
    return isLatin ? glyph.isCapital && left.letter > 0 && !left.isCapital : isBesideLatin
  }

  /// Apostrophes, hyphens, middle dots and the sign of multiplication stand between letters in some languages, or where
  /// people are careless.
  private static func isWrittenInWords(_ glyph: Glyph) -> Bool {
    switch glyph.value {
    case 0x201A, 0x201E, 0x2039, 0x203A: false
    case 0xB4, 0xD7, 0xF7, 0x2018: true
    default: glyph.kind.isOrdinary
    }
  }

  /// Whether every character that changes becomes one that is at home among its neighbours.
  private func readsWell(_ tokens: [Token], _ edge: (before: Glyph, after: Glyph), _ swap: Swap) -> Bool {
    let glyphs = tokens.map { token in mapped(token, swap).map(tokenizer.model.glyph) ?? token.glyph }
    for (index, glyph) in glyphs.enumerated() where glyph.value != tokens[index].glyph.value {
      let left = index > 0 ? glyphs[index - 1] : edge.before
      let right = index + 1 < glyphs.count ? glyphs[index + 1] : edge.after
      let cost = tokenizer.model.cost(left, glyph) + tokenizer.model.cost(glyph, right)
      let isAtHome = glyph.letter > 0 ? glyph.isFrenchLetter : glyph.kind.isOrdinary
      if cost >= Self.strange || !isAtHome { return false }
    }
    return true
  }

  private func cost(_ tokens: [Token], _ edge: (before: Glyph, after: Glyph), _ glyph: (Token) -> Glyph) -> Int {
    var total = 0
    var last = edge.before
    for token in tokens {
      let next = glyph(token)
      total += tokenizer.model.cost(last, next)
      last = next
    }
    return total + tokenizer.model.cost(last, edge.after)
  }

  private func mapped(_ token: Token, _ swap: Swap) -> UInt32? {
    guard token.row > 0, !token.isReference else { return nil }
    let byte = tokenizer.table.byte(row: token.row, page: swap.readAs.rawValue)
    return byte == 0 ? nil : swap.original.scalar(of: byte).value
  }

  private func append(_ tokens: [Token], _ swap: Swap, to result: inout [MojibakeFinding]) {
    for token in tokens {
      guard let value = mapped(token, swap), value != token.glyph.value, let scalar = Unicode.Scalar(value) else {
        continue
      }
      let next = MojibakeFinding(
        range: ByteRange(token.offset, token.end), replacement: Array(String(Character(scalar)).utf8),
        applicability: .unsafe, misreadings: [Misreading(original: swap.original, readAs: swap.readAs)])
      if let last = result.last, last.range.end == next.range.start {
        result[result.count - 1].join(next)
      } else {
        result.append(next)
      }
    }
  }
}

extension [ByteRange] {
  /// The same bytes as sorted ranges that do not touch.
  func apart() -> [ByteRange] {
    var result: [ByteRange] = []
    for range in sorted() where !range.isEmpty {
      if let last = result.last, last.end >= range.start {
        result[result.count - 1].end = Swift.max(last.end, range.end)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
