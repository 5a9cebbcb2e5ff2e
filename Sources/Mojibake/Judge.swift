import SourceText

/// Weighs the readings of windows against what stands there.
struct Judge {
  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private var lattice: Lattice
  private var search = PathSearch()
  private var prior = DamagePrior()
  private var line = (range: ByteRange(at: 0), isLowercase: false)
  /// What was found for windows under the present prior.
  private var known: [WindowKey: PathSearch.Result] = [:]

  /// The number of windows, from the start, that rival code pages are tried on.
  private static let rivalWindows = 400
  /// What several code pages together must gain on one alone.
  private static let rivalGain = 44
  /// The number of windows to keep in mind.
  private static let mostKnown = 10_000

  init(bytes: [UInt8], tokenizer: Tokenizer) {
    self.bytes = bytes
    self.tokenizer = tokenizer
    lattice = Lattice(table: tokenizer.table, model: tokenizer.model)
  }

  /// The pages that sure damage in the windows comes from.
  mutating func damagingPages(in windows: [ByteRange]) -> UInt16 {
    var pages: UInt16 = 0
    for window in windows {
      for choice in evaluate(window, prior).choices where choice.isSure { pages |= choice.reading.pages }
    }
    return pages
  }

  /// The findings of the windows, which are in order. `hasOthers` says that the text has other characters beyond ASCII.
  mutating func findings(in windows: [ByteRange], hasOthers: Bool) -> [MojibakeFinding] {
    let open = weigh(windows)
    known.removeAll(keepingCapacity: true)
    var verdicts = Verdicts(prior: prior)
    for window in open { verdicts.append(evaluate(window, prior), window.start) }
    return verdicts.findings(hasOthers: hasOthers)
  }

  // MARK: Evidence

  /// Looks at every window once and keeps what the sure ones say in `prior`; returns the windows with readings.
  private mutating func weigh(_ windows: [ByteRange]) -> [ByteRange] {
    var open: [ByteRange] = []
    var common = UInt16.max
    var union: UInt16 = 0
    var cost = 0
    for window in windows {
      let found = evaluate(window, prior)
      guard found.hasReadings else { continue }
      open.append(window)
      let isEarly = open.count <= Self.rivalWindows
      if isEarly { cost += found.cost }
      for choice in found.choices where choice.isEvidence {
        if choice.reading.depth == 1, isEarly {
          common &= choice.reading.pages
          union |= choice.reading.pages
        }
        prior.note(choice.reading, margin: choice.margin)
      }
    }
    let alone = prior
    prior.update()
    if common == 0 {
      settle(open.prefix(Self.rivalWindows), union, cost, alone)
    } else if common != .max, common & CodePageSet.western.bits != 0 {
      prior.prefer(common, among: CodePageSet.western.bits)
    }
    return open
  }

  /// When no page explains all the damage, but one does nearly as well as several, that one is preferred.
  private mutating func settle(
    _ windows: ArraySlice<ByteRange>, _ pages: UInt16, _ cost: Int, _ alone: DamagePrior
  ) {
    var best: (page: CodePage, cost: Int)?
    for page in CodePage.allCases where CodePageSet(page).bits & pages != 0 {
      known.removeAll(keepingCapacity: true)
      let prior = alone.only(page)
      var total = 0
      for window in windows { total += evaluate(window, prior).cost }
      if total < best?.cost ?? .max { best = (page, total) }
    }
    if let best, best.cost <= cost + Self.rivalGain { prior.prefer(CodePageSet(best.page).bits) }
  }

  // MARK: Windows

  /// The best path through a window. Damaged text repeats itself: most windows were seen before.
  private mutating func evaluate(_ window: ByteRange, _ prior: DamagePrior) -> PathSearch.Result {
    let before = tokenizer.glyph(before: window.start, in: bytes)
    let after = window.end < bytes.count ? tokenizer.token(at: window.end, in: bytes).glyph : .edge
    let isLowercase = holdsSmallLead(window) && isLowercaseLine(at: window.start)
    let key = WindowKey(bytes, window, before.value, after.value, isLowercase)
    if let key, let result = known[key] { return result }
    lattice.load(Self.tokens(of: window, in: bytes, tokenizer), after: before, before: after, isLowercase: isLowercase)
    let result =
      lattice.hasReadings ? search.run(lattice, before: before, after: after, prior: prior) : PathSearch.Result.nothing
    if let key, known.count < Self.mostKnown { known[key] = result }
    return result
  }

  private static func tokens(of window: ByteRange, in bytes: [UInt8], _ tokenizer: Tokenizer) -> [Token] {
    var tokens: [Token] = []
    var index = window.start
    while index < window.end {
      let token = tokenizer.token(at: index, in: bytes)
      tokens.append(token)
      index = token.end
    }
    return tokens
  }

  /// Whether a letter from â to ð, or a reference to one, may stand in the window: only such a one may be a lead byte in
  /// lower case.
  private func holdsSmallLead(_ window: ByteRange) -> Bool {
    var index = window.start
    while index + 1 < window.end {
      if bytes[index] == 0xC3, bytes[index + 1] >= 0xA2, bytes[index + 1] <= 0xB0 { return true }
      if bytes[index] == UInt8(ascii: "&") { return true }
      index += 1
    }
    return false
  }

  /// Whether the line around `offset` has no ASCII capital; asked for rising offsets, each line is read once.
  private mutating func isLowercaseLine(at offset: Int) -> Bool {
    if offset < line.range.end, offset >= line.range.start { return line.isLowercase }
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    line = (ByteRange(start, end), !bytes[start..<end].contains { $0 >= 0x41 && $0 <= 0x5A })
    return line.isLowercase
  }
}

/// A short window with all that its verdict depends on.
private struct WindowKey: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var context: UInt64

  /// `nil` for a window of more than 16 bytes.
  init?(_ bytes: [UInt8], _ window: ByteRange, _ before: UInt32, _ after: UInt32, _ isLowercase: Bool) {
    guard window.count <= 16 else { return nil }
    for index in window.indices {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(bytes[index])
    }
    // Code points take 21 bits each.
    context = UInt64(before) << 40 | UInt64(after) << 16 | UInt64(window.count) << 1 | (isLowercase ? 1 : 0)
  }
}
