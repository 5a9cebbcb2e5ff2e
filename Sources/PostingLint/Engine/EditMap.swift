import SourceText

/// Where the bytes of a text stand after edits of it, and before them.
struct EditMap {
  /// The edits: sorted, none overlaps another.
  private let edits: [Edit]
  /// How far the text behind each edit has moved.
  private let distances: [Int32]

  init(_ edits: [Edit]) {
    self.edits = edits
    var distance = 0
    distances = edits.map { edit in
      distance += edit.replacement.count - edit.range.count
      return Int32(clamping: distance)
    }
  }

  private func distance(_ index: Int) -> Int { Int(distances[index]) }

  /// The ranges that the edits wrote, in the text after them.
  var written: [ByteRange] {
    edits.indices.map { index in
      let end = edits[index].range.end + distance(index)
      return ByteRange(end - edits[index].replacement.count, end)
    }
  }

  /// Where the byte at `offset` stands after the edits; for a byte that they replace, the end of what replaces it.
  func after(_ offset: Int) -> Int {
    let index = firstEdit { $0.range.end > offset }
    let moved = index == 0 ? 0 : distance(index - 1)
    guard index < edits.count, edits[index].range.start < offset else { return offset + moved }
    return edits[index].range.end + distance(index)
  }

  /// Where a range stands after the edits, with what they wrote at its ends.
  func after(_ range: ByteRange) -> ByteRange {
    let index = firstEdit { $0.range.end >= range.start }
    var start = range.start + (index == 0 ? 0 : distance(index - 1))
    if index < edits.count, edits[index].range.start < range.start {
      start = edits[index].range.start + (index == 0 ? 0 : distance(index - 1))
    }
    return ByteRange(start, after(range.end))
  }

  /// The range of the text before the edits that became `range` of the text after them: as a whole what was replaced,
  /// where it touches what was written.
  func before(_ range: ByteRange) -> ByteRange {
    ByteRange(before(range.start, isEnd: false), before(range.end, isEnd: true))
  }

  /// Whether one edit replaces the whole of a range.
  func isReplaced(_ range: ByteRange) -> Bool {
    let index = firstEdit { $0.range.end >= range.end }
    return index < edits.count && edits[index].range.contains(range)
  }

  private func before(_ offset: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.end + distance(middle) > offset { high = middle } else { low = middle + 1 }
    }
    let moved = low == 0 ? 0 : distance(low - 1)
    guard low < edits.count, edits[low].range.start + moved < offset else { return offset - moved }
    return isEnd ? edits[low].range.end : edits[low].range.start
  }

  private func firstEdit(where holds: (Edit) -> Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if holds(edits[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
