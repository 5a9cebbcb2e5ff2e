/// The readings of a window as the edges of a graph: where they stand in a ``GraphStore``.
///
/// Nothing in it depends on what is known of the text, so it serves every search of the window.
struct WindowGraph {
  let tokens: Range<Int>
  /// Tokens as they stand, and readings, by start.
  let readings: Range<Int>
  /// For each token, the first reading that starts there, counted from that of the graph; one more entry than tokens.
  let firsts: Range<Int>
  let steps: Range<Int>

  /// Whether there is anything to choose from.
  var hasReadings: Bool { readings.count > tokens.count }
}

/// Graphs, one behind the other.
struct GraphStore {
  /// One reading right after another, both counted from the first of their graph.
  struct Step {
    private let edges: (last: Int32, next: Int32)
    private let price: Int16
    /// Whether both read damage of one kind.
    let isOfOneKind: Bool

    fileprivate init(_ last: Int, _ next: Int, cost: Int, isOfOneKind: Bool) {
      edges = (Int32(clamping: last), Int32(clamping: next))
      price = Int16(clamping: cost)
      self.isOfOneKind = isOfOneKind
    }

    var edge: Int { Int(edges.last) }
    var next: Int { Int(edges.next) }
    /// What the two characters cost side by side.
    var cost: Int { Int(price) }
  }

  private(set) var tokens: [Token] = []
  private(set) var readings: [Reading] = []
  private(set) var firsts: [Int] = []
  /// All steps to a reading stand before those from it.
  private(set) var steps: [Step] = []
  let model: TextModel
  /// For each place between tokens of the graph that is made, one reading that ends there, and for each reading another that
  /// ends where it ends; -1 for none.
  private var lastIncoming: [Int] = []
  private var nextIncoming: [Int] = []
  /// With as many steps, a store is full: windows that differ so much seldom come again.
  private static let most = 1 << 13

  /// Makes room for so many graphs of short windows.
  init(model: TextModel, room: Int) {
    self.model = model
    tokens.reserveCapacity(room * 3)
    readings.reserveCapacity(room * 8)
    firsts.reserveCapacity(room * 4)
    steps.reserveCapacity(room * 12)
    lastIncoming.reserveCapacity(16)
    nextIncoming.reserveCapacity(32)
  }

  var isFull: Bool { steps.count > Self.most }

  /// Adds the graph of a lattice.
  mutating func add(_ lattice: Lattice) -> WindowGraph {
    let (firstToken, firstReading, firstFirst, firstStep) = (tokens.count, readings.count, firsts.count, steps.count)
    let count = lattice.tokens.count
    lastIncoming.removeAll(keepingCapacity: true)
    nextIncoming.removeAll(keepingCapacity: true)
    lastIncoming.append(contentsOf: repeatElement(-1, count: count + 1))
    for (start, token) in lattice.tokens.enumerated() {
      tokens.append(token)
      firsts.append(readings.count - firstReading)
      let asIs = Reading(
        start: start, end: start + 1, glyph: token.glyph, pages: 0, innerPages: 0, depth: 0, kind: .asIs)
      add(asIs, after: firstReading)
      for depth in 1...Lattice.deepest {
        for index in lattice.readings(at: start, depth: depth) { add(lattice.readings[index], after: firstReading) }
      }
    }
    firsts.append(readings.count - firstReading)
    return WindowGraph(
      tokens: firstToken..<tokens.count, readings: firstReading..<readings.count, firsts: firstFirst..<firsts.count,
      steps: firstStep..<steps.count)
  }

  /// Adds a reading with the steps to it.
  private mutating func add(_ reading: Reading, after first: Int) {
    let number = readings.count - first
    var incoming = lastIncoming[reading.start]
    while incoming >= 0 {
      let last = readings[first + incoming]
      steps.append(
        Step(
          incoming, number, cost: model.cost(last.glyph, reading.glyph),
          isOfOneKind: reading.depth > 0 && last.depth == reading.depth && last.pages & reading.pages != 0))
      incoming = nextIncoming[incoming]
    }
    readings.append(reading)
    nextIncoming.append(lastIncoming[reading.end])
    lastIncoming[reading.end] = number
  }

  /// The readings of a graph, where those of each start begin, and the steps between them.
  @inline(__always)
  func withParts<Result>(
    of graph: WindowGraph,
    _ body: (UnsafeBufferPointer<Reading>, UnsafeBufferPointer<Int>, UnsafeBufferPointer<Step>) -> Result
  ) -> Result {
    unsafe readings.withUnsafeBufferPointer { readings in
      unsafe firsts.withUnsafeBufferPointer { firsts in
        unsafe steps.withUnsafeBufferPointer { steps in
          unsafe body(
            UnsafeBufferPointer(rebasing: readings[graph.readings]),
            UnsafeBufferPointer(rebasing: firsts[graph.firsts]),
            UnsafeBufferPointer(rebasing: steps[graph.steps]))
        }
      }
    }
  }

  /// Takes the last graph out again.
  mutating func drop(_ graph: WindowGraph) {
    tokens.removeSubrange(graph.tokens)
    readings.removeSubrange(graph.readings)
    firsts.removeSubrange(graph.firsts)
    steps.removeSubrange(graph.steps)
  }
}
