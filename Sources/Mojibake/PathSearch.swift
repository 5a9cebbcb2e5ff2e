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
  private(set) var scripts: Set<ScalarClass> = []

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
    /// The readings on the best path that are not `asIs`, in order.
    var choices: [Choice]
    /// The cost of the best path.
    var cost: Int
    /// What a character of the best path costs on average: text that stays dear was not understood.
    var quality: Int
    /// Whether there was anything to choose from.
    var hasReadings: Bool

    static let nothing = Result(choices: [], cost: 0, quality: 0, hasReadings: false)
  }

  private var edges: [Reading] = []
  private var firstEdge: [Int] = []
  private var forward: [Int] = []
  private var backward: [Int] = []
  private var previous: [Int] = []
  private var own: [Int] = []
  private var discount: [Int] = []
  /// For each node, the edges that end there, linked.
  private var lastIncoming: [Int] = []
  private var nextIncoming: [Int] = []
  private static let unreachable = Int(Int32.max)

  /// Finds the best path through `lattice` between two glyphs.
  mutating func run(
    _ lattice: Lattice, before: Glyph, after: Glyph, prior: DamagePrior
  ) -> Result {
    collect(lattice, prior)
    let count = lattice.tokens.count
    sweepForward(lattice.model, count, before)
    let (path, best) = cheapestPath(lattice.model, count, after)
    var result = Result(choices: [], cost: best, quality: best / (path.count + 1), hasReadings: true)
    if path.allSatisfy({ edges[$0].depth == 0 }) { return result }
    sweepBackward(lattice.model, count, after)
    let offset = lattice.tokens.first?.offset ?? 0
    let doubts = doubts(path, lattice.tokens, before, after, prior)
    for (position, index) in path.enumerated() where edges[index].depth > 0 {
      let left = position > 0 ? edges[path[position - 1]].glyph : before
      let right = position + 1 < path.count ? edges[path[position + 1]].glyph : after
      let glyph = edges[index].glyph
      let range = ByteRange(lattice.tokens[edges[index].start].offset, lattice.tokens[edges[index].end - 1].end)
      result.choices.append(
        Choice(
          reading: edges[index], margin: margin(of: index, best), range: range.moved(by: -offset),
          strangeness: lattice.model.cost(left, glyph) + lattice.model.cost(glyph, right), doubt: doubts[position]))
    }
    return result
  }

  /// For each step of `path`, what speaks for the text as it stands.
  private func doubts(
    _ path: [Int], _ tokens: [Token], _ before: Glyph, _ after: Glyph, _ prior: DamagePrior
  ) -> [Doubt] {
    var result: [Doubt] = []
    result.refill(.none, count: path.count)
    var start = 0
    while start < path.count {
      guard edges[path[start]].depth > 0 else {
        start += 1
        continue
      }
      var end = start
      while end < path.count, edges[path[end]].depth > 0 { end += 1 }
      let first = edges[path[start]].start
      let last = edges[path[end - 1]].end
      let run = DamagedRun(
        beforeLeft: first > 1 ? tokens[first - 2].glyph : first == 1 ? before : .edge,
        left: first > 0 ? tokens[first - 1].glyph : before, tokens: tokens[first..<last],
        right: last < tokens.count ? tokens[last].glyph : after, readings: path[start..<end].map { edges[$0] })
      let doubt = run.doubt(prior.scripts)
      for position in start..<end { result[position] = doubt }
      start = end
    }
    return result
  }

  /// The edges of the cheapest path, in order, and its cost.
  private func cheapestPath(_ model: TextModel, _ count: Int, _ after: Glyph) -> (path: [Int], cost: Int) {
    var best = Self.unreachable
    var last = -1
    var edge = lastIncoming[count]
    while edge >= 0 {
      let cost = forward[edge] + model.cost(edges[edge].glyph, after)
      if cost < best { (best, last) = (cost, edge) }
      edge = nextIncoming[edge]
    }
    var path: [Int] = []
    path.reserveCapacity(count)
    while last >= 0 {
      path.append(last)
      last = previous[last]
    }
    path.reverse()
    return (path, best)
  }

  private mutating func collect(_ lattice: Lattice, _ prior: DamagePrior) {
    edges.removeAll(keepingCapacity: true)
    firstEdge.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
    discount.removeAll(keepingCapacity: true)
    for start in lattice.tokens.indices {
      firstEdge.append(edges.count)
      edges.append(
        Reading(
          start: start, end: start + 1, glyph: lattice.tokens[start].glyph, pages: 0, innerPages: 0, depth: 0,
          kind: .asIs))
      own.append(0)
      discount.append(0)
      for depth in 1...Lattice.deepest {
        for index in lattice.readings(at: start, depth: depth) {
          let reading = lattice.layers[depth - 1][index]
          edges.append(reading)
          own.append(prior.cost(of: reading))
          discount.append(prior.cheapest(reading.pages) / 2)
        }
      }
    }
    firstEdge.append(edges.count)
  }

  private mutating func sweepForward(_ model: TextModel, _ count: Int, _ before: Glyph) {
    forward.refill(Self.unreachable, count: edges.count)
    previous.refill(-1, count: edges.count)
    nextIncoming.refill(-1, count: edges.count)
    lastIncoming.refill(-1, count: count + 1)
    for start in 0..<count {
      for edge in firstEdge[start]..<firstEdge[start + 1] {
        if start == 0 {
          forward[edge] = own[edge] + model.cost(before, edges[edge].glyph)
        }
        var incoming = lastIncoming[start]
        while incoming >= 0 {
          let cost = forward[incoming] + step(incoming, edge, model)
          if cost < forward[edge] {
            forward[edge] = cost
            previous[edge] = incoming
          }
          incoming = nextIncoming[incoming]
        }
        guard forward[edge] < Self.unreachable else { continue }
        let end = edges[edge].end
        nextIncoming[edge] = lastIncoming[end]
        lastIncoming[end] = edge
      }
    }
  }

  /// The cost of reading `next` right after `edge`. Damage beside damage of the same kind is no surprise.
  private func step(_ edge: Int, _ next: Int, _ model: TextModel) -> Int {
    let cost = model.cost(edges[edge].glyph, edges[next].glyph) + own[next]
    guard edges[next].depth > 0, edges[edge].depth == edges[next].depth, edges[edge].pages & edges[next].pages != 0
    else { return cost }
    return cost - discount[next]
  }

  private mutating func sweepBackward(_ model: TextModel, _ count: Int, _ after: Glyph) {
    backward.refill(Self.unreachable, count: edges.count)
    for edge in edges.indices.reversed() {
      let end = edges[edge].end
      if end == count {
        backward[edge] = model.cost(edges[edge].glyph, after)
        continue
      }
      for next in firstEdge[end]..<firstEdge[end + 1] where backward[next] < Self.unreachable {
        let cost = step(edge, next, model) + backward[next]
        backward[edge] = min(backward[edge], cost)
      }
    }
  }

  /// By how much the best path that reads the tokens of `chosen` otherwise is dearer than `best`.
  private func margin(of chosen: Int, _ best: Int) -> Int {
    let reading = edges[chosen]
    var least = Self.unreachable
    for index in firstEdge[max(0, reading.start - 12)]..<firstEdge[reading.end] where index != chosen {
      let other = edges[index]
      if other.end <= reading.start || forward[index] >= Self.unreachable { continue }
      if other.glyph.value == reading.glyph.value, other.start == reading.start, other.end == reading.end { continue }
      least = min(least, forward[index] + backward[index] - best)
    }
    return least
  }
}

extension Array {
  /// Becomes `count` times `element`, in the room that it has: a window has few edges, and most of the time that new arrays
  /// take is that of their making.
  fileprivate mutating func refill(_ element: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(element, count: count))
  }
}
