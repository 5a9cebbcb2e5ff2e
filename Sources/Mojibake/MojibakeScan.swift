public import SourceText

/// Finds text whose UTF-8 was read in a single-byte encoding and written again ("Ã©" for "é").
public enum MojibakeScan {
  /// The damaged runs of `bytes`, by position, none sharing a byte with another.
  ///
  /// `protected` are ranges, in any order, that are never touched and give no evidence: code, URLs, HTML attributes.
  /// Bytes that are no UTF-8 only separate; ``LegacyDecoding`` speaks of them. Time is linear in the number of bytes.
  public static func findings(in bytes: [UInt8], protected: [ByteRange] = []) -> [MojibakeFinding] {
    let tokenizer = Tokenizer(table: .shared, model: .shared)
    var finder = WindowFinder(bytes: bytes, tokenizer: tokenizer)
    finder.find(protected: protected)
    if finder.windows.isEmpty { return [] }
    var judge = Judge(bytes: bytes, tokenizer: tokenizer)
    var found = judge.findings(in: finder.windows, hasOthers: finder.hasOrdinary || finder.windows.count > 1)
    found += SwappedPages(bytes: bytes, tokenizer: tokenizer, protected: protected)
      .findings(near: finder.windows, besides: found)
    return found.sorted { $0.range < $1.range }
  }
}

/// Weighs the readings of windows against what stands there.
struct Judge {
  let bytes: [UInt8]
  let tokenizer: Tokenizer
  var lattice: Lattice
  var search = PathSearch()
  var prior = DamagePrior()
  private var line = (range: ByteRange(at: 0), isLowercase: false)

  /// A choice is sure, and counts as evidence for others, from this margin on.
  static let sure = 20
  /// The margin that makes a repair of the other pages safe.
  static let safeOther = 16
  /// Repaired text whose characters cost more than this on average is left to a person.
  static let fluent = 28
  /// The margin that makes a repair of the western pages safe.
  static let safeWestern = 10
  /// The number of windows, from the start, that rival code pages are tried on.
  static let rivalWindows = 400
  /// What several code pages together must gain on one alone.
  static let rivalGain = 30
  /// Decoded text whose characters cost more than this on average is no text.
  static let garbled = 34

  init(bytes: [UInt8], tokenizer: Tokenizer) {
    self.bytes = bytes
    self.tokenizer = tokenizer
    lattice = Lattice(table: tokenizer.table, model: tokenizer.model)
  }

  mutating func findings(in windows: [ByteRange], hasOthers: Bool) -> [MojibakeFinding] {
    let open = weigh(windows)
    var result: [MojibakeFinding] = []
    for window in open {
      _ = load(window)
      let found = search(window, prior)
      append(found, to: &result)
    }
    if result.count == 1, hasOthers, isForeign(result[0]) { result[0].applicability = .displayOnly }
    return result
  }

  /// Looks at every window once and keeps what the sure ones say in `prior`; returns the windows with readings.
  private mutating func weigh(_ windows: [ByteRange]) -> [ByteRange] {
    var open: [ByteRange] = []
    var common = UInt16.max
    var union: UInt16 = 0
    var cost = 0
    for window in windows {
      guard load(window) else { continue }
      open.append(window)
      let found = search(window, prior)
      if open.count <= Self.rivalWindows { cost += found.cost }
      for choice in found.choices where choice.reading.kind.isEvidence {
        if choice.reading.depth == 1, open.count <= Self.rivalWindows {
          common &= choice.reading.pages
          union |= choice.reading.pages
        }
        if choice.margin >= Self.sure { prior.note(choice.reading) }
      }
    }
    let alone = prior
    prior.update()
    if common == 0 { settle(open.prefix(Self.rivalWindows), union, cost, alone) }
    return open
  }

  /// When no page explains all the damage, but one does nearly as well as several, that one is preferred.
  private mutating func settle(
    _ windows: ArraySlice<ByteRange>, _ pages: UInt16, _ cost: Int, _ alone: DamagePrior
  ) {
    var best: (page: CodePage, cost: Int)?
    for page in CodePage.allCases where CodePageSet(page).bits & pages != 0 {
      let prior = alone.only(page)
      var total = 0
      for window in windows {
        _ = load(window)
        total += search(window, prior).cost
      }
      if total < best?.cost ?? .max { best = (page, total) }
    }
    if let best, best.cost <= cost + Self.rivalGain { prior.prefer(best.page) }
  }

  private mutating func search(_ window: ByteRange, _ prior: DamagePrior) -> PathSearch.Result {
    search.run(lattice, before: before(window), after: after(window), prior: prior)
  }

  /// Whether a repair writes a Latin letter that French has not.
  private func isForeign(_ finding: MojibakeFinding) -> Bool {
    guard let replacement = finding.replacement, let scalar = UTF8Scan.scalar(at: 0, in: replacement)?.value.value
    else { return false }
    guard scalar >= 0xC0, scalar < 0x250 else { return false }
    return !Self.frenchLetters.contains(scalar < 0xE0 ? scalar + 0x20 : scalar)
  }

  private static let frenchLetters: Set<UInt32> = [
    0xE0, 0xE2, 0xE4, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC, 0xFF, 0x152, 0x153,
    0x178,
  ]

  private func before(_ window: ByteRange) -> Glyph {
    tokenizer.glyph(before: window.start, in: bytes)
  }

  private func after(_ window: ByteRange) -> Glyph {
    window.end < bytes.count ? tokenizer.token(at: window.end, in: bytes).glyph : .edge
  }

  private mutating func load(_ window: ByteRange) -> Bool {
    var tokens: [Token] = []
    var index = window.start
    while index < window.end {
      let token = tokenizer.token(at: index, in: bytes)
      tokens.append(token)
      index = token.end
    }
    lattice.load(
      tokens, after: before(window), before: after(window), isLowercase: isLowercaseLine(at: window.start))
    return lattice.hasReadings
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

  private func append(_ found: PathSearch.Result, to result: inout [MojibakeFinding]) {
    for choice in found.choices {
      guard let next = finding(choice, quality: found.quality, isShort: found.choices.count < 4) else { continue }
      guard let last = result.last, last.range.end == next.range.start,
        (last.replacement == nil) == (next.replacement == nil)
      else {
        result.append(next)
        continue
      }
      result[result.count - 1].join(next)
    }
  }

  private func finding(_ choice: PathSearch.Choice, quality: Int, isShort: Bool) -> MojibakeFinding? {
    let reading = choice.reading
    let range = ByteRange(lattice.tokens[reading.start].offset, lattice.tokens[reading.end - 1].end)
    guard let scalar = Unicode.Scalar(reading.glyph.value) else { return nil }
    var replacement: [UInt8]? = Array(String(Character(scalar)).utf8)
    var applicability: Applicability = isSafe(choice, quality: quality) ? .safe : .unsafe
    let isText = isShort || quality <= Self.garbled
    let isGuess = reading.kind != .exact && choice.margin < reading.leastMargin
    if reading.kind == .lost || isGuess || !isText { (replacement, applicability) = (nil, .displayOnly) }
    return MojibakeFinding(
      range: range, replacement: replacement, applicability: applicability, misreadings: misreadings(reading))
  }

  /// Whether a repair needs nobody's eye: nothing is inferred, and every other reading is far dearer.
  private func isSafe(_ choice: PathSearch.Choice, quality: Int) -> Bool {
    guard choice.reading.kind == .exact, quality <= Self.fluent else { return false }
    return choice.margin >= (choice.reading.pages & 0b111 != 0 ? Self.safeWestern : Self.safeOther)
  }

  private func misreadings(_ reading: Reading) -> [Misreading] {
    let page = prior.likeliest(of: reading.pages)
    if reading.kind == .singleByte { return [Misreading(original: page, readAs: .latin1)] }
    if reading.depth == 1 { return [Misreading(readAs: page)] }
    let inner = Misreading(readAs: prior.likeliest(of: reading.innerPages))
    return Array(repeating: inner, count: reading.depth - 1) + [Misreading(readAs: page)]
  }
}

extension Reading {
  /// What is inferred with a smaller margin is one guess among others. A lost byte that could make any of several
  /// letters needs more than one that leaves little choice.
  var leastMargin: Int {
    let isLostByte = kind == .missingControl || kind == .markedControl
    return isLostByte && glyph.kind == .letter ? 14 : 3
  }
}
