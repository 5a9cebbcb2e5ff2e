import SourceText

/// Weighs the readings of windows against what stands there.
struct Judge {
  private let bytes: [UInt8]
  private let tokenizer: Tokenizer
  private var lattice: Lattice
  private var search = PathSearch()
  private var graphs: GraphStore
  /// The graphs of short windows: by shape those that depend on nothing around, by case the others.
  private var graphsOfShapes: [WindowGraph?] = []
  private var graphsOfCases: [WindowGraph?] = []
  /// The graph behind those that are kept.
  private var passing: WindowGraph?
  private var prior = DamagePrior()
  private var line = (range: ByteRange(at: 0), isLowercase: false)
  private var cases: CaseTable
  /// The windows that were looked at first, in order, with their cases, and how many of them lie behind.
  private var seen: [(window: ByteRange, number: Int32)] = []
  private var passed = 0
  /// What was found for each of the first cases under the present prior, and the readings that were chosen in them; behind
  /// those, the readings chosen in the last window, where that is not kept.
  private var known: [PathSearch.Result?] = []
  private var choices: [PathSearch.Choice] = []
  private var keptChoices = 0

  /// The number of windows, from the start, that rival code pages are tried on.
  private static let rivalWindows = 400
  /// What several code pages together must gain on one alone.
  private static let rivalGain = 44
  /// The number of cases to keep in mind.
  private static let mostKnown = 10_000

  /// Makes a judge of a text that has so many windows.
  init(bytes: [UInt8], tokenizer: Tokenizer, windows: Int) {
    self.bytes = bytes
    self.tokenizer = tokenizer
    // Every array that grows by and by is copied as often as it doubles.
    let room = min(windows, 64)
    cases = CaseTable(most: Self.mostKnown, room: room)
    known.reserveCapacity(room)
    choices.reserveCapacity(room)
    lattice = Lattice(table: tokenizer.table, model: tokenizer.model)
    graphs = GraphStore(model: tokenizer.model, room: room / 2)
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
      for index in evaluate(Int(number)).choices where choices[index].isSure { pages |= choices[index].reading.pages }
    }
    return pages
  }

  /// The findings of the windows, which are in order. `hasOthers` says that the text has other characters beyond ASCII.
  mutating func findings(in windows: [ByteRange], hasOthers: Bool) -> [MojibakeFinding] {
    let open = weigh(windows)
    seen = []
    forget()
    var verdicts = Verdicts(prior: prior, room: min(open.count, 1024))
    var parts: [Range<Int>?] = Array(repeating: nil, count: min(cases.count, Self.mostKnown))
    for window in open {
      let number = Int(window.number)
      if isKept(number), let made = parts[number] {
        verdicts.append(made, Int(window.start))
        continue
      }
      let made = verdicts.parts(of: evaluate(number), choices)
      verdicts.append(made, Int(window.start))
      if isKept(number) { parts[number] = made } else { verdicts.drop(made) }
    }
    return verdicts.findings(hasOthers: hasOthers)
  }

  // MARK: Evidence

  /// Looks at every window once and keeps what the sure ones say in `prior`; returns where those with readings start, and
  /// their cases.
  private mutating func weigh(_ windows: [ByteRange]) -> [(start: UInt32, number: Int32)] {
    var open: [(start: UInt32, number: Int32)] = []
    open.reserveCapacity(windows.count)
    var common = UInt16.max
    var union: UInt16 = 0
    var cost = 0
    for window in windows {
      while passed < seen.count, seen[passed].window.start < window.start { passed += 1 }
      let number =
        passed < seen.count && seen[passed].window == window ? seen[passed].number : number(of: window)
      let found = evaluate(Int(number))
      guard found.hasReadings else { continue }
      open.append((UInt32(clamping: window.start), number))
      let isEarly = open.count <= Self.rivalWindows
      if isEarly { cost += found.cost }
      for index in found.choices where choices[index].isEvidence {
        let reading = choices[index].reading
        if reading.depth == 1, isEarly {
          common &= reading.pages
          union |= reading.pages
        }
        prior.note(reading, margin: choices[index].margin)
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
    let all = prior
    for page in CodePage.allCases where CodePageSet(page).bits & pages != 0 {
      forget()
      prior = alone.only(page)
      var total = 0
      for (_, number) in windows { total += evaluate(Int(number)).cost }
      if total < best?.cost ?? .max { best = (page, total) }
    }
    prior = all
    if let best, best.cost <= cost + Self.rivalGain { prior.prefer(CodePageSet(best.page).bits) }
  }

  // MARK: Windows

  /// The case that a window is. Damaged text repeats itself: most windows were seen before.
  private mutating func number(of window: ByteRange) -> Int32 {
    let isLowercase = Self.holdsSmallLead(window, in: bytes) && isLowercaseLine(at: window.start)
    let (before, after) = Self.surroundings(window, in: bytes, tokenizer)
    return cases.number(of: window, in: bytes, before.value, after.value, isLowercase)
  }

  private static func surroundings(
    _ window: ByteRange, in bytes: [UInt8], _ tokenizer: Tokenizer
  ) -> (before: Glyph, after: Glyph) {
    let after = window.end < bytes.count ? tokenizer.token(at: window.end, in: bytes).glyph : .edge
    return (tokenizer.glyph(before: window.start, in: bytes), after)
  }

  /// The best path through the windows of a case, under the present prior.
  private mutating func evaluate(_ number: Int) -> PathSearch.Result {
    if number < known.count, let result = known[number] { return result }
    choices.removeSubrange(keptChoices...)
    let (before, after) = Self.surroundings(cases[number].window, in: bytes, tokenizer)
    let graph = graph(of: number, before, after)
    var result = PathSearch.Result()
    if graph.hasReadings {
      result = search.run(graph, of: graphs, before: before, after: after, prior: prior, &choices)
    }
    if isKept(number) {
      while known.count <= number { known.append(nil) }
      known[number] = result
      keptChoices = choices.count
    }
    return result
  }

  private mutating func graph(of number: Int, _ before: Glyph, _ after: Glyph) -> WindowGraph {
    let shape = cases[number].shape
    if graphsOfShapes.indices.contains(shape), let graph = graphsOfShapes[shape] { return graph }
    if number < graphsOfCases.count, let graph = graphsOfCases[number] { return graph }
    if let passing { graphs.drop(passing) }
    passing = nil
    lattice.load(
      cases[number].window, of: bytes, after: before, before: after, isLowercase: cases[number].isLowercase)
    let isKept = isKept(number) && !graphs.isFull
    let graph = graphs.add(lattice)
    if !isKept {
      passing = graph
    } else if lattice.dependsOnNeighbours {
      while graphsOfCases.count <= number { graphsOfCases.append(nil) }
      graphsOfCases[number] = graph
    } else {
      while graphsOfShapes.count <= shape { graphsOfShapes.append(nil) }
      graphsOfShapes[shape] = graph
    }
    return graph
  }

  /// Whether what is found of a case is kept: a long window seldom comes again, and much is found in it.
  private func isKept(_ number: Int) -> Bool { number < Self.mostKnown && cases[number].isShort }

  /// Forgets what was found under another prior.
  private mutating func forget() {
    known.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    keptChoices = 0
  }

  /// Whether a letter from â to ð, or a reference to one, may stand in the window: only such a one may be a lead byte in
  /// lower case.
  private static func holdsSmallLead(_ window: ByteRange, in bytes: [UInt8]) -> Bool {
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
    let start = ByteSearch.lineStart(before: offset, in: bytes)
    let end = ByteSearch.lineEnd(from: offset, to: bytes.count, in: bytes)
    let hasCapital = unsafe bytes.withUnsafeBufferPointer { text in
      unsafe text[start..<end].contains { $0 >= 0x41 && $0 <= 0x5A }
    }
    line = (ByteRange(start, end), !hasCapital)
    return line.isLowercase
  }
}
