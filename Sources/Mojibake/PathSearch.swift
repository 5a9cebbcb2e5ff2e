import SourceText

/// What damage costs before anything is known of the text, and how that sinks with every sure place found in it.
struct DamagePrior: Sendable {
  /// A choice with this margin is sure.
  static let sure = 20
  /// The margins of the damaged places by code page, each counted up to `sure`.
  private var evidence: [Int] = Array(repeating: 0, count: ByteTable.pageCount)
  /// The number of sure places whose lead byte's letter was put in lower case.
  private var lowercased = 0
  /// The cost of a reading under each page.
  private var costs: [Int] = []
  /// The cost of inferring a lost byte, beyond its kind's own, as long as nothing in the text is surely damaged.
  private var loneInference = 14
  /// The far scripts that damaged words of the text are written in.
  private(set) var scripts = ScalarClassSet()

  init() {
    update()
  }

  /// Counts one damaged place, by how far it is from any other reading: two that are half sure weigh as much as one
  /// that is sure.
  mutating func note(_ reading: Reading, margin: Int) {
    if reading.glyph.kind.isFarScript { scripts.insert(reading.glyph.kind) }
    if reading.kind == .lowercased, margin >= Self.sure { lowercased += 1 }
    let weight = min(margin, Self.sure)
    if weight < Self.sure / 3 { return }
    add(reading.pages, weight)
    if reading.depth > 1 { add(reading.innerPages, weight) }
  }

  private mutating func add(_ pages: UInt16, _ weight: Int) {
    var rest = pages
    while rest != 0 {
      evidence[rest.trailingZeroBitCount] += weight
      rest &= rest &- 1
    }
  }

  /// The number of sure places that speak for the best of `pages`.
  func support(of pages: UInt16) -> Int {
    var best = 0
    for page in 0..<ByteTable.pageCount where pages & (1 << UInt16(page)) != 0 {
      best = max(best, evidence[page] / Self.sure)
    }
    return best
  }

  /// Works out the costs anew.
  mutating func update() {
    let isDamaged = evidence.contains { $0 >= Self.sure }
    if isDamaged { loneInference = 0 }
    costs = (0..<ByteTable.pageCount).map { page in
      let base = Self.bases[page]
      switch evidence[page] / Self.sure {
      case 0: return isDamaged ? base + 6 : base
      case 1: return base / 2
      case 2, 3: return 10
      case 4...7: return 7
      default: return 5
      }
    }
    // Most of what it reads Windows-1252 reads as well.
    let latin9 = CodePage.latin9.rawValue
    if evidence[latin9] <= evidence[CodePage.windows1252.rawValue] { costs[latin9] += 6 }
  }

  /// The same prior for damage under `page` alone.
  func only(_ page: CodePage) -> DamagePrior {
    var result = self
    for other in CodePage.allCases where other != page { result.costs[other.rawValue] = Self.never }
    return result
  }

  /// Makes every page of `all` but `pages` dearer, when one of those alone explains the text about as well as several
  /// do.
  mutating func prefer(_ pages: UInt16, among all: UInt16 = .max) {
    for other in CodePage.allCases where CodePageSet(other).bits & ~pages & all != 0 { costs[other.rawValue] += 16 }
  }

  /// The member of `pages` that most of the damage speaks for.
  func likeliest(of pages: UInt16) -> CodePage {
    var best = CodePage.windows1252
    var most = -1
    for page in CodePage.allCases where pages & CodePageSet(page).bits != 0 {
      let count = evidence[page.rawValue] * 2 + (page == .windows1252 ? 1 : 0)
      if count > most { (best, most) = (page, count) }
    }
    return best
  }

  /// The cost of taking `reading` for what was meant.
  func cost(of reading: Reading) -> Int {
    if reading.depth == 0 { return 0 }
    if reading.glyph.kind == .control { return Self.never }
    var cost = cheapest(reading.pages)
    if reading.depth > 1 { cost += 4 + cheapest(reading.innerPages) / 2 }
    if isFarFetched(reading) { return Self.never }
    // The same program mostly made the same mistake twice.
    if reading.depth > 1, reading.pages & reading.innerPages == 0 { cost += 10 }
    switch reading.kind {
    case .asIs, .exact: return cost
    case .spaceForNoBreakSpace: return cost + 8 + loneInference
    case .expectedSpace: return cost
    case .joinedWords: return cost + 24 + loneInference
    case .missingNoBreakSpace: return cost + 10 + loneInference
    case .lost: return cost
    case .missingAfterLetter: return cost + 30 + loneInference
    case .missingControl:
      // Two bytes that are there, or the lead byte of the marks, leave little choice.
      let isLikely = reading.glyph.kind == .mark || reading.glyph.value >= 0x800
      return cost + (isLikely ? 10 : 26) + loneInference
    case .markedControl: return cost + 12 + loneInference
    case .lowercased: return cost + (lowercased > 0 ? 4 : 14)
    case .straightenedQuote: return cost + 12 + 2 * loneInference
    case .singleByte: return cost + 20
    }
  }

  private static let never = 1000
  /// What damage under each page costs in a text of which nothing is known.
  private static let bases: [Int] = CodePage.allCases.map { page in
    switch page {
    case .latin1, .windows1252, .windows1254, .latin9: 22
    default: 34
    }
  }

  /// Private use is nobody's text; combining marks and East Asian characters come from the western pages, unless
  /// the text is surely damaged under another: in those two or three letters of a list fit too often.
  private func isFarFetched(_ reading: Reading) -> Bool {
    switch reading.glyph.kind {
    case .broken: reading.kind != .lost
    case .mark, .eastAsian: reading.pages & CodePageSet.western.bits == 0 && support(of: reading.pages) == 0
    default: false
    }
  }

  /// The cost of damage under the likeliest of `pages`.
  func cheapest(_ pages: UInt16) -> Int {
    var best = Self.never
    var rest = pages
    while rest != 0 {
      best = min(best, costs[rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    return best
  }
}

/// The cheapest way through a lattice, and how much every other way costs more.
struct PathSearch: Sendable {
  /// A reading that was chosen, and by how much the best way that does not take it is dearer.
  struct Choice: Sendable {
    var reading: Reading
    var margin: Int
    /// The bytes that it reads, from the start of the first token.
    var range: ByteRange
    /// What the character costs with its two neighbours on the best path.
    var strangeness: Int
    /// What speaks for the text as it stands.
    var doubt: Doubt

    /// Whether the choice says that the text is damaged.
    var isEvidence: Bool { reading.kind.isEvidence && doubt == .none }
    /// Whether it says so for certain.
    var isSure: Bool { isEvidence && margin >= DamagePrior.sure }
  }

  /// What a search found.
  struct Result {
    /// The readings on the best path that are not `asIs`, in order: where they stand among the choices of all searches.
    var choices = 0..<0
    /// The cost of the best path.
    var cost = 0
    /// What a character of the best path costs on average: text that stays dear was not understood.
    var quality = 0
    /// Whether there was anything to choose from.
    var hasReadings = false
  }

  /// What the search knows of an edge.
  private struct Edge {
    /// Its own cost, and how much less it is right after damage of the same kind.
    let own: Int
    let discount: Int
    /// The cost of the cheapest way from the start up to it, and of that from it to the end.
    var forward: Int
    var backward = PathSearch.unreachable
    /// The edge before it on the cheapest way; -1 for none.
    var previous = -1
  }

  private var edges: [Edge] = []
  private var path: [Int] = []
  private static let unreachable = Int(Int32.max)

  /// Finds the best path through `graph` between two glyphs, and adds the readings on it to `choices`.
  mutating func run(
    _ graph: WindowGraph, of store: GraphStore, before: Glyph, after: Glyph, prior: DamagePrior,
    _ choices: inout [Choice]
  ) -> Result {
    sweepForward(graph, store, before, prior)
    let best = findPath(graph, store, after)
    let first = choices.count
    if path.contains(where: { store.readings[graph.readings.lowerBound + $0].depth > 0 }) {
      sweepBackward(graph, store, after)
      choose(graph, store, before, after, best, prior.scripts, &choices)
    }
    return Result(choices: first..<choices.count, cost: best, quality: best / (path.count + 1), hasReadings: true)
  }

  /// Adds the readings on the path, each run of damage with what speaks for it as it stands.
  private func choose(
    _ graph: WindowGraph, _ store: GraphStore, _ before: Glyph, _ after: Glyph, _ best: Int,
    _ scripts: ScalarClassSet, _ choices: inout [Choice]
  ) {
    let tokens = store.tokens[graph.tokens]
    let base = graph.tokens.lowerBound
    func reading(_ position: Int) -> Reading { store.readings[graph.readings.lowerBound + path[position]] }
    var start = 0
    while start < path.count {
      guard reading(start).depth > 0 else {
        start += 1
        continue
      }
      var readings = DamagedRun.Summary()
      var end = start
      while end < path.count, reading(end).depth > 0 {
        readings.add(reading(end))
        end += 1
      }
      let (first, last) = (base + reading(start).start, base + reading(end - 1).end)
      let run = DamagedRun(
        beforeLeft: first > base + 1 ? tokens[first - 2].glyph : first == base + 1 ? before : .edge,
        left: first > base ? tokens[first - 1].glyph : before, tokens: tokens[first..<last],
        right: last < tokens.endIndex ? tokens[last].glyph : after, readings: readings)
      let doubt = run.doubt(scripts)
      for position in start..<end {
        let chosen = reading(position)
        let left = position > 0 ? reading(position - 1).glyph : before
        let right = position + 1 < path.count ? reading(position + 1).glyph : after
        choices.append(
          Choice(
            reading: chosen, margin: margin(of: path[position], graph, store, best),
            range: ByteRange(tokens[base + chosen.start].offset, tokens[base + chosen.end - 1].end),
            strangeness: store.model.cost(left, chosen.glyph) + store.model.cost(chosen.glyph, right), doubt: doubt))
      }
      start = end
    }
  }

  /// Goes the steps of the graph: all steps to an edge come before those from it.
  private mutating func sweepForward(
    _ graph: WindowGraph, _ store: GraphStore, _ before: Glyph, _ prior: DamagePrior
  ) {
    edges.removeAll(keepingCapacity: true)
    for reading in store.readings[graph.readings] {
      let own = prior.cost(of: reading)
      let forward = reading.start == 0 ? own + store.model.cost(before, reading.glyph) : Self.unreachable
      let discount = reading.depth > 0 ? prior.cheapest(reading.pages) / 2 : 0
      edges.append(Edge(own: own, discount: discount, forward: forward))
    }
    for step in store.steps[graph.steps] {
      let forward = edges[step.edge].forward + cost(of: step)
      if forward < edges[step.next].forward {
        edges[step.next].forward = forward
        edges[step.next].previous = step.edge
      }
    }
  }

  /// The cost of a step with that of the edge that it leads to. Damage beside damage of the same kind is no surprise.
  @inline(__always)
  private func cost(of step: GraphStore.Step) -> Int {
    let next = edges[step.next]
    return step.cost + next.own - (step.isOfOneKind ? next.discount : 0)
  }

  /// Finds the edges of the cheapest path, in order; returns its cost.
  private mutating func findPath(_ graph: WindowGraph, _ store: GraphStore, _ after: Glyph) -> Int {
    var best = Self.unreachable
    var last = -1
    for index in edges.indices.reversed() {
      let reading = store.readings[graph.readings.lowerBound + index]
      guard reading.end == graph.tokens.count else { continue }
      let ending = store.model.cost(reading.glyph, after)
      edges[index].backward = ending
      if edges[index].forward + ending < best { (best, last) = (edges[index].forward + ending, index) }
    }
    path.removeAll(keepingCapacity: true)
    while last >= 0 {
      path.append(last)
      last = edges[last].previous
    }
    path.reverse()
    return best
  }

  /// Goes the steps back.
  private mutating func sweepBackward(_ graph: WindowGraph, _ store: GraphStore, _ after: Glyph) {
    for step in store.steps[graph.steps].reversed() {
      edges[step.edge].backward = min(edges[step.edge].backward, cost(of: step) + edges[step.next].backward)
    }
  }

  /// By how much the best path that reads the tokens of `chosen` otherwise is dearer than `best`.
  private func margin(of chosen: Int, _ graph: WindowGraph, _ store: GraphStore, _ best: Int) -> Int {
    let reading = store.readings[graph.readings.lowerBound + chosen]
    let firsts = store.firsts[graph.firsts]
    let from = firsts[firsts.startIndex + max(0, reading.start - 12)]
    var least = Self.unreachable
    for index in from..<firsts[firsts.startIndex + reading.end] where index != chosen {
      let other = store.readings[graph.readings.lowerBound + index]
      if other.end <= reading.start { continue }
      if other.glyph.value == reading.glyph.value, other.start == reading.start, other.end == reading.end { continue }
      least = min(least, edges[index].forward + edges[index].backward - best)
    }
    return least
  }
}
