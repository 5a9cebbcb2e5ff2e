import SourceText

/// Weighs the readings of windows against what stands there.
struct Judge {
  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private var lattice: Lattice
  private var search = PathSearch()
  private var prior = DamagePrior()
  private var line = (range: ByteRange(at: 0), isLowercase: false)
  /// The numbers of the cases that short windows are.
  private var numbers: [WindowKey: Int32] = [:]
  private var cases: [Case] = []
  /// The windows that were looked at first, in order, with their cases, and how many of them lie behind.
  private var seen: [(window: ByteRange, number: Int32)] = []
  private var passed = 0
  /// What was found for each of the first cases under the present prior.
  private var known: [PathSearch.Result?] = []

  /// The number of windows, from the start, that rival code pages are tried on.
  private static let rivalWindows = 400
  /// What several code pages together must gain on one alone.
  private static let rivalGain = 44
  /// The number of cases to keep in mind.
  private static let mostKnown = 10_000

  init(bytes: [UInt8], tokenizer: Tokenizer) {
    self.bytes = bytes
    self.tokenizer = tokenizer
    lattice = Lattice(table: tokenizer.table, model: tokenizer.model)
  }

  /// The pages that sure damage in the windows comes from.
  mutating func damagingPages(in windows: [ByteRange]) -> UInt16 {
    var pages: UInt16 = 0
    seen.reserveCapacity(windows.count)
    for window in windows {
      let count = cases.count
      let number = number(of: window)
      seen.append((window, number))
      if Int(number) < count { continue }
      for choice in evaluate(Int(number), prior).choices where choice.isSure { pages |= choice.reading.pages }
    }
    return pages
  }

  /// The findings of the windows, which are in order. `hasOthers` says that the text has other characters beyond ASCII.
  mutating func findings(in windows: [ByteRange], hasOthers: Bool) -> [MojibakeFinding] {
    let open = weigh(windows)
    seen = []
    forget()
    var verdicts = Verdicts(prior: prior)
    var parts: [[Verdicts.Part]?] = []
    for window in open {
      let number = Int(window.number)
      while parts.count <= min(number, Self.mostKnown) { parts.append(nil) }
      let made = isKept(number) ? parts[number] : nil
      let found = made ?? verdicts.parts(of: evaluate(number, prior))
      if made == nil, isKept(number) { parts[number] = found }
      verdicts.append(found, Int(window.start))
    }
    return verdicts.findings(hasOthers: hasOthers)
  }

  // MARK: Evidence

  /// Looks at every window once and keeps what the sure ones say in `prior`; returns where those with readings start, and
  /// their cases.
  private mutating func weigh(_ windows: [ByteRange]) -> [(start: UInt32, number: Int32)] {
    var open: [(start: UInt32, number: Int32)] = []
    var common = UInt16.max
    var union: UInt16 = 0
    var cost = 0
    for window in windows {
      while passed < seen.count, seen[passed].window.start < window.start { passed += 1 }
      let number =
        passed < seen.count && seen[passed].window == window ? seen[passed].number : number(of: window)
      let found = evaluate(Int(number), prior)
      guard found.hasReadings else { continue }
      open.append((UInt32(clamping: window.start), number))
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
    _ windows: ArraySlice<(start: UInt32, number: Int32)>, _ pages: UInt16, _ cost: Int, _ alone: DamagePrior
  ) {
    var best: (page: CodePage, cost: Int)?
    for page in CodePage.allCases where CodePageSet(page).bits & pages != 0 {
      forget()
      let prior = alone.only(page)
      var total = 0
      for (_, number) in windows { total += evaluate(Int(number), prior).cost }
      if total < best?.cost ?? .max { best = (page, total) }
    }
    if let best, best.cost <= cost + Self.rivalGain { prior.prefer(CodePageSet(best.page).bits) }
  }

  // MARK: Windows

  /// The case that a window is. Damaged text repeats itself: most windows were seen before.
  private mutating func number(of window: ByteRange) -> Int32 {
    let isLowercase = holdsSmallLead(window) && isLowercaseLine(at: window.start)
    let (before, after) = surroundings(window)
    let key = WindowKey(bytes, window, before.value, after.value, isLowercase)
    if let key, let number = numbers[key] { return number }
    let number = Int32(clamping: cases.count)
    cases.append(Case(window: window, isLowercase: isLowercase, isShort: key != nil))
    if let key, numbers.count < Self.mostKnown { numbers[key] = number }
    return number
  }

  private func surroundings(_ window: ByteRange) -> (before: Glyph, after: Glyph) {
    let after = window.end < bytes.count ? tokenizer.token(at: window.end, in: bytes).glyph : .edge
    return (tokenizer.glyph(before: window.start, in: bytes), after)
  }

  /// The best path through the windows of a case.
  private mutating func evaluate(_ number: Int, _ prior: DamagePrior) -> PathSearch.Result {
    if number < known.count, let result = known[number] { return result }
    let (window, isLowercase) = (cases[number].window, cases[number].isLowercase)
    let (before, after) = surroundings(window)
    lattice.load(Self.tokens(of: window, in: bytes, tokenizer), after: before, before: after, isLowercase: isLowercase)
    let result =
      lattice.hasReadings ? search.run(lattice, before: before, after: after, prior: prior) : PathSearch.Result.nothing
    if isKept(number) {
      while known.count <= number { known.append(nil) }
      known[number] = result
    }
    return result
  }

  /// Whether what is found of a case is kept: a long window seldom comes again, and much is found in it.
  private func isKept(_ number: Int) -> Bool { number < Self.mostKnown && cases[number].isShort }

  /// Forgets what was found under another prior.
  private mutating func forget() {
    known.removeAll(keepingCapacity: true)
  }

  private static func tokens(of window: ByteRange, in bytes: [UInt8], _ tokenizer: Tokenizer) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(window.count / 2 + 1)
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
    let end = ByteSearch.lineEnd(from: offset, to: bytes.count, in: bytes)
    let hasCapital = unsafe bytes.withUnsafeBufferPointer { text in
      unsafe text[start..<end].contains { $0 >= 0x41 && $0 <= 0x5A }
    }
    line = (ByteRange(start, end), !hasCapital)
    return line.isLowercase
  }
}

/// Windows that have one verdict: one of them, whether its line holds no capital letter, and whether it is short.
private struct Case {
  let window: ByteRange
  let isLowercase: Bool
  let isShort: Bool
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

  /// Most windows have eight bytes at most.
  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(context)
    if high != 0 { hasher.combine(high) }
  }
}
