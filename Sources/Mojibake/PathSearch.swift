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

  /// The cost of taking `reading`, which is not `asIs`, for what was meant, and how much less it is right after damage of
  /// the same kind.
  func costs(of reading: Reading) -> (own: Int, discount: Int) {
    let least = cheapest(reading.pages)
    return (cost(of: reading, least), least / 2)
  }

  private func cost(of reading: Reading, _ least: Int) -> Int {
    if reading.glyph.kind == .control { return Self.never }
    var cost = least
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

  /// What the search knows of a reading: an edge of the graph.
  private struct Edge {
    /// Its own cost, and how much less it is right after damage of the same kind.
    var own = 0
    var discount = 0
    /// The cost of the cheapest way from the start up to it, and of that from it to the end.
    var forward = 0
    var backward = 0
    /// The edge before it on the cheapest way, and the one behind it on the cheapest of all; -1 for none.
    var previous = -1
    var following = -1
  }

  /// Room for the edges of a graph, which a search fills anew.
  private var room: [Edge] = []
  private static let unreachable = Int(Int32.max)

  /// Finds the best path through `graph` between two glyphs, and adds the readings on it to `choices`.
  mutating func run(
    _ graph: WindowGraph, of store: GraphStore, before: Glyph, after: Glyph, prior: DamagePrior,
    _ choices: inout [Choice]
  ) -> Result {
    let count = graph.readings.count
    if room.count < count { room.append(contentsOf: repeatElement(Edge(), count: count - room.count)) }
    let first = choices.count
    return unsafe room.withUnsafeMutableBufferPointer { room in
      unsafe store.withParts(of: graph) { readings, firsts, steps in
        // There are as many edges as readings, and the steps lead from one to another of them.
        let walk = unsafe Walk(
          readings: readings, firsts: firsts, steps: steps,
          edges: UnsafeMutableBufferPointer(rebasing: room[..<count]), model: store.model, before: before, after: after)
        unsafe walk.sweepForward(prior)
        let path = unsafe walk.findPath()
        if path.isDamaged {
          unsafe walk.sweepBackward()
          unsafe walk.choose(path, store.tokens[graph.tokens], prior.scripts, &choices)
        }
        return Result(
          choices: first..<choices.count, cost: path.cost, quality: path.cost / (path.length + 1), hasReadings: true)
      }
    }
  }

  /// The edges of the cheapest path: the first of them.
  private struct Path {
    var first = -1
    var cost = PathSearch.unreachable
    var length = 0
    /// Whether it takes a reading that is not `asIs`.
    var isDamaged = false
  }

  /// A search under way.
  @unsafe private struct Walk {
    let readings: UnsafeBufferPointer<Reading>
    let firsts: UnsafeBufferPointer<Int>
    let steps: UnsafeBufferPointer<GraphStore.Step>
    let edges: UnsafeMutableBufferPointer<Edge>
    let model: TextModel
    let before: Glyph
    let after: Glyph

    /// Goes the steps of the graph: all steps to an edge come before those from it.
    func sweepForward(_ prior: DamagePrior) {
      for index in unsafe 0..<readings.count {
        let reading = unsafe readings[index]
        var edge = Edge()
        if reading.depth > 0 { (edge.own, edge.discount) = prior.costs(of: reading) }
        edge.forward =
          unsafe reading.start == 0 ? edge.own + model.cost(before, reading.glyph) : PathSearch.unreachable
        edge.backward = PathSearch.unreachable
        unsafe edges[index] = edge
      }
      for index in unsafe 0..<steps.count {
        let step = unsafe steps[index]
        let forward = unsafe edges[step.edge].forward + cost(of: step)
        if unsafe forward < edges[step.next].forward {
          unsafe edges[step.next].forward = forward
          unsafe edges[step.next].previous = step.edge
        }
      }
    }

    /// The cost of a step with that of the edge that it leads to. Damage beside damage of the same kind is no surprise.
    @inline(__always)
    private func cost(of step: GraphStore.Step) -> Int {
      unsafe step.cost + edges[step.next].own - (step.isOfOneKind ? edges[step.next].discount : 0)
    }

    /// Finds the cheapest path, and what every edge that ends it costs there.
    func findPath() -> Path {
      var path = Path()
      var index = unsafe readings.count - 1
      while index >= 0 {
        if unsafe readings[index].end == firsts.count - 1 {
          let ending = unsafe model.cost(readings[index].glyph, after)
          unsafe edges[index].backward = ending
          if unsafe edges[index].forward + ending < path.cost {
            (path.cost, path.first) = unsafe (edges[index].forward + ending, index)
          }
        }
        index -= 1
      }
      var behind = -1
      var edge = path.first
      while edge >= 0 {
        unsafe edges[edge].following = behind
        path.isDamaged = unsafe path.isDamaged || readings[edge].depth > 0
        path.length += 1
        (behind, path.first) = (edge, edge)
        edge = unsafe edges[edge].previous
      }
      return path
    }

    /// Goes the steps back.
    func sweepBackward() {
      var index = unsafe steps.count - 1
      while index >= 0 {
        let step = unsafe steps[index]
        let backward = unsafe cost(of: step) + edges[step.next].backward
        if unsafe backward < edges[step.edge].backward { unsafe edges[step.edge].backward = backward }
        index -= 1
      }
    }

    /// Adds the readings on the path, each run of damage with what speaks for it as it stands.
    func choose(_ path: Path, _ tokens: ArraySlice<Token>, _ scripts: ScalarClassSet, _ choices: inout [Choice]) {
      var edge = path.first
      var left = unsafe before
      while edge >= 0 {
        let reading = unsafe readings[edge]
        if reading.depth > 0 {
          (edge, left) = unsafe choose(from: edge, left, tokens, path.cost, scripts, &choices)
        } else {
          left = reading.glyph
          edge = unsafe edges[edge].following
        }
      }
    }

    /// Adds the run of damage that begins with an edge; returns the edge behind it, and what stands before that.
    private func choose(
      from start: Int, _ left: Glyph, _ tokens: ArraySlice<Token>, _ best: Int, _ scripts: ScalarClassSet,
      _ choices: inout [Choice]
    ) -> (edge: Int, left: Glyph) {
      var summary = DamagedRun.Summary()
      var (edge, end) = (start, 0)
      while edge >= 0, unsafe readings[edge].depth > 0 {
        unsafe summary.add(readings[edge])
        end = unsafe readings[edge].end
        edge = unsafe edges[edge].following
      }
      let base = tokens.startIndex
      let first = unsafe base + readings[start].start
      let last = base + end
      let run = unsafe DamagedRun(
        beforeLeft: first > base + 1 ? tokens[first - 2].glyph : first == base + 1 ? before : .edge,
        left: first > base ? tokens[first - 1].glyph : before, tokens: tokens[first..<last],
        right: last < tokens.endIndex ? tokens[last].glyph : after, readings: summary)
      let doubt = run.doubt(scripts)
      var (chosen, left) = (start, left)
      while chosen != edge {
        let reading = unsafe readings[chosen]
        let following = unsafe edges[chosen].following
        let right = unsafe following >= 0 ? readings[following].glyph : after
        unsafe choices.append(
          Choice(
            reading: reading, margin: margin(of: chosen, best),
            range: ByteRange(tokens[base + reading.start].offset, tokens[base + reading.end - 1].end),
            strangeness: model.cost(left, reading.glyph) + model.cost(reading.glyph, right), doubt: doubt))
        (chosen, left) = (following, reading.glyph)
      }
      return (edge, left)
    }

    /// By how much the best path that reads the tokens of `chosen` otherwise is dearer than `best`.
    private func margin(of chosen: Int, _ best: Int) -> Int {
      let reading = unsafe readings[chosen]
      var least = PathSearch.unreachable
      for index in unsafe firsts[max(0, reading.start - 12)]..<firsts[reading.end] {
        let other = unsafe readings[index]
        if index == chosen || other.end <= reading.start { continue }
        if other.glyph.value == reading.glyph.value, other.start == reading.start, other.end == reading.end { continue }
        least = unsafe min(least, edges[index].forward + edges[index].backward - best)
      }
      return least
    }
  }
}
