/// Phrases of words, found longest first.
struct PhraseTable: Sendable {
  private struct Edge {
    var from: Int32
    var lemma: Int32
    var to: Int32
  }

  /// Edges by hash of their start and their word; `to` is 0 where a slot is free.
  private var edges: [Edge]
  private var edgeCount = 0
  /// What each node stands for: the first of its links; -1 where no phrase ends.
  private var payloads: [Int32] = [-1]
  private var links: [(value: Int32, next: Int32)] = []

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    edges = [Edge](repeating: Edge(from: 0, lemma: 0, to: 0), count: size)
    payloads.reserveCapacity(capacity)
    links.reserveCapacity(capacity)
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

  /// Adds a phrase; one phrase may have several values.
  mutating func add(_ phrase: [Int32], value: Int32) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for lemma in phrase {
      if edgeCount * 2 >= edges.count { grow() }
      let place = slot(node, lemma)
      if edges[place].to == 0 {
        edges[place] = Edge(from: node, lemma: lemma, to: Int32(truncatingIfNeeded: payloads.count))
        edgeCount += 1
        payloads.append(-1)
      }
      node = edges[place].to
    }
    let own = Int32(truncatingIfNeeded: links.count)
    var last = payloads[Int(node)]
    guard last >= 0 else {
      payloads[Int(node)] = own
      links.append((value, -1))
      return
    }
    while true {
      let link = links[Int(last)]
      if link.value == value { return }
      if link.next < 0 { break }
      last = link.next
    }
    links[Int(last)].next = own
    links.append((value, -1))
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(from: 0, lemma: 0, to: 0), count: old.count * 2)
    for edge in old where edge.to != 0 { edges[slot(edge.from, edge.lemma)] = edge }
  }

  /// The node after `node` by `lemma`; 0 is the first.
  func step(_ node: Int32, _ lemma: Int32) -> Int32? {
    let next = edges[slot(node, lemma)].to
    return next == 0 ? nil : next
  }

  /// Whether a phrase ends at `node`.
  func ends(at node: Int32) -> Bool { payloads[Int(node)] >= 0 }

  /// What ends at `node`, in the order of the vocabulary; empty where no phrase does.
  func values(at node: Int32) -> [Int32] {
    var result: [Int32] = []
    var link = payloads[Int(node)]
    while link >= 0 {
      result.append(links[Int(link)].value)
      link = links[Int(link)].next
    }
    return result
  }
}
