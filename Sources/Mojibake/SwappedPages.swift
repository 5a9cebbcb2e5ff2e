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
    var edges: [(before: Glyph, after: Glyph)] = []
    var verdict: (swap: Swap, gain: Int, evidence: Evidence)?
  }

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
  func findings(near windows: [ByteRange], besides found: [MojibakeFinding]) -> [MojibakeFinding] {
    var lines = strangeLines(windows, found)
    var totals: [Swap: Int] = [:]
    for index in lines.indices {
      lines[index].verdict = verdict(lines[index])
      if let (swap, gain, evidence) = lines[index].verdict, evidence.suffices(gain) {
        totals[swap, default: 0] += gain
      }
    }
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

  // MARK: Lines

  private func strangeLines(_ windows: [ByteRange], _ found: [MojibakeFinding]) -> [Line] {
    var lines: [Line] = []
    var end = 0
    // What must not be read otherwise: what is protected, and what has a finding already.
    let barriers = (protected + found.map(\.range)).apart()
    var next = 0
    var utf8 = 0
    for window in windows where window.start >= end {
      while next < barriers.count, barriers[next].end <= window.start { next += 1 }
      if next < barriers.count, barriers[next].start < window.end { continue }
      guard holdsStrange(tokens(window), edges(window)) else { continue }
      let range = lineRange(around: window)
      end = range.end
      // Where UTF-8 was misread, what is left is more of the same that lost a byte.
      while utf8 < found.count, found[utf8].range.end <= range.start { utf8 += 1 }
      let inLine = found[utf8...].prefix { $0.range.start < range.end }
      if inLine.contains(where: { $0.misreadings.contains { $0.original == nil } }) { continue }
      guard range.count <= Self.longestLine else { continue }
      while next > 0, barriers[next - 1].end > range.start { next -= 1 }
      let inside = barriers[next...].prefix { $0.start < range.end }
      lines.append(line(range, Array(inside)))
    }
    return lines
  }

  private func lineRange(around window: ByteRange) -> ByteRange {
    var range = window
    while range.start > 0, bytes[range.start - 1] != 0x0A, bytes[range.start - 1] != 0x0D { range.start -= 1 }
    while range.end < bytes.count, bytes[range.end] != 0x0A, bytes[range.end] != 0x0D { range.end += 1 }
    return range
  }

  /// The line of `range` with the windows that hold none of `barriers`.
  private func line(_ range: ByteRange, _ barriers: [ByteRange]) -> Line {
    var finder = WindowFinder(bytes: bytes, table: tokenizer.table)
    finder.findAll(in: range, except: barriers)
    var result = Line()
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
    for swap in Self.swaps {
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
          result.strong += 1
        } else if left.letter > 0 || right.letter > 0 {
          result.weak += 1
        } else if value == 0xE0 {
          result.weak += 2
        }
      }
    }
    return result
  }

  private func isOutOfPlace(_ glyph: Glyph, _ left: Glyph, _ right: Glyph) -> Bool {
    if glyph.letter == 0 { return left.letter > 0 && right.letter > 0 }
    let isLatin = glyph.value < 0x370
    let isBesideLatin = (left.letter > 0 && left.value < 0x370) || (right.letter > 0 && right.value < 0x370)
    return isLatin ? glyph.isCapital && left.letter > 0 && !left.isCapital : isBesideLatin
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
