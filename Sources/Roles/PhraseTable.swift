/// Phrases of words, found longest first.
struct PhraseTable: Sendable {
  private struct Edge {
    var from: Int32
    var lemma: Int32
    var to: Int32
  }

  /// Edges by hash of their start and their word; `to` is 0 where a slot is free.
  private var edges: [Edge]
  /// What ends at each node, in the order of the vocabulary.
  private var values = NumberLists()

  init(_ reader: inout ImageReader) {
    let count = reader.count()
    var size = 16
    while size < count * 2 { size *= 2 }
    edges = [Edge](repeating: Edge(from: 0, lemma: 0, to: 0), count: size)
    for to in 0..<count {
      let edge = Edge(from: reader.number(), lemma: reader.number(), to: Int32(truncatingIfNeeded: to + 1))
      edges[slot(edge.from, edge.lemma)] = edge
    }
    values = reader.lists()
  }

  private func slot(_ node: Int32, _ lemma: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: lemma))
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash >> 32) & (edges.count - 1)
    while edges[place].to != 0, edges[place].from != node || edges[place].lemma != lemma {
      place = (place + 1) & (edges.count - 1)
    }
    return place
  }

  /// The node after `node` by `lemma`; 0 is the first.
  func step(_ node: Int32, _ lemma: Int32) -> Int32? {
    let next = edges[slot(node, lemma)].to
    return next == 0 ? nil : next
  }

  /// Whether a phrase ends at `node`.
  func ends(at node: Int32) -> Bool { !values.isEmpty(node) }

  /// What ends at `node`, in the order of the vocabulary; empty where no phrase does.
  func values(at node: Int32) -> [Int32] { Array(values[node]) }
}

/// Phrases while a vocabulary is read.
struct PhraseBuilder {
  private var edges: [(from: Int32, lemma: Int32)] = []
  private var nodes: [UInt64: Int32] = [:]
  private var values: [[Int32]] = [[]]

  /// Adds a phrase; one phrase may have several values.
  mutating func add(_ phrase: [Int32], value: Int32) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for lemma in phrase {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: lemma))
      if let next = nodes[key] {
        node = next
        continue
      }
      edges.append((node, lemma))
      node = Int32(truncatingIfNeeded: edges.count)
      nodes[key] = node
      values.append([])
    }
    if !values[Int(node)].contains(value) { values[Int(node)].append(value) }
  }

  /// Writes the phrases as ``PhraseTable/init(_:)`` reads them.
  func write(to writer: inout ImageWriter) {
    writer.write(edges.count)
    for edge in edges {
      writer.write(edge.from)
      writer.write(edge.lemma)
    }
    var lists = NumberLists()
    for list in values { lists.append(list) }
    writer.write(lists)
  }
}
