import DataTree
import SourceText

// The tree that is made of the nodes when the text is read.
extension Reader {
  /// The tree; the state is used up, so that nothing of it is copied.
  mutating func makeTree() -> DataTree {
    while !open.isEmpty { leave() }
    setRanges()
    var places: [Int32] = []
    if isOutOfOrder {
      places = putInOrder()
    } else {
      for index in nodes.indices where nodes[index].kind == .scalar { nodes[index].detail = 0 }
      for table in tables {
        let place = Int(table.node)
        nodes[place].hasProperties = false
        nodes[place].close(size: Int(table.subtreeEnd) - place, count: Int(table.count), end: Int(nodes[place].end))
      }
    }
    tables = []
    let otherPlaces = repeats.map { item in
      let key = Int(item.key)
      return KeyPlace(
        key: NodeID(places.isEmpty ? key : Int(places[key])), range: ByteRange(Int(item.start), Int(item.end)))
    }.sorted { ($0.key.index, $0.range) < ($1.key.index, $1.range) }
    return DataTree(
      bytes: bytes, nodes: nodes, comments: comments,
      documents: [TreeDocument(root: NodeID(0))], otherPlaces: otherPlaces, decoder: TOMLText.decoder)
  }

  /// Gives every table without braces the range of what is in it.
  private mutating func setRanges() {
    // A table stands after the one around it, so each is complete when it is looked at.
    for index in tables.indices.reversed() where tables[index].kind != .inline {
      let table = tables[index]
      let range = ByteRange(Int(table.start), Int(table.end))
      nodes[Int(table.node)].start = UInt32(clamping: range.start)
      nodes[Int(table.node)].end = UInt32(clamping: range.end)
      let parent = Int(table.parent)
      if parent >= 0, tables[parent].kind != .inline { tables[parent].extend(range) }
    }
  }

  /// A collection whose children are being put in order.
  private struct Level {
    /// The next child in the order of the text, 0 or `end` after the last.
    var next: Int
    /// The end of a list in brackets; -1 for a chain.
    let end: Int
    /// The place of the collection in the new order.
    let place: Int
    let count: Int
    let isPairs: Bool
  }

  /// Moves the nodes of tables that were opened again to where the tables are; the new place of each node.
  private mutating func putInOrder() -> [Int32] {
    var places = [Int32](repeating: 0, count: nodes.count)
    var ordered: [Node] = []
    ordered.reserveCapacity(nodes.count)
    var levels: [Level] = []
    move(0, &ordered, &places, &levels)
    while let level = levels.last {
      let top = levels.count - 1
      if level.end < 0 ? level.next == 0 : level.next >= level.end {
        let end = Int(ordered[level.place].end)
        ordered[level.place].close(size: ordered.count - level.place, count: level.count, end: end)
        levels.removeLast()
        continue
      }
      let child = level.next
      let table = nodes[child].table
      if level.end < 0 {
        levels[top].next = Int(table < 0 ? nodes[child].detail : tables[table].next)
      } else {
        levels[top].next = table < 0 ? child + nodes[child].size : max(Int(tables[table].subtreeEnd), child + 1)
      }
      move(child, &ordered, &places, &levels)
      if level.isPairs { move(child + 1, &ordered, &places, &levels) }
    }
    nodes = ordered
    return places
  }

  private func move(_ index: Int, _ ordered: inout [Node], _ places: inout [Int32], _ levels: inout [Level]) {
    guard index < nodes.count else { return }
    var node = nodes[index]
    let place = ordered.count
    places[index] = Int32(truncatingIfNeeded: place)
    if node.kind == .scalar {
      node.detail = 0
    } else if node.table >= 0 {
      let table = tables[node.table]
      node.hasProperties = false
      levels.append(
        Level(
          next: Int(table.first), end: -1, place: place, count: Int(table.count), isPairs: node.kind == .mapping))
    } else {
      levels.append(
        Level(next: index + 1, end: index + node.size, place: place, count: node.count, isPairs: false))
    }
    ordered.append(node)
  }
}
