import SourceText

/// The bytes of many ranges, for asking whether another range touches one.
struct CoveredBytes {
  private var ranges: [ByteRange] = []

  init(_ unsorted: some Sequence<ByteRange>) {
    ranges = unsorted.sorted()
    // In place, as there may be as many as the text has words.
    var count = 0
    for index in ranges.indices {
      if count > 0, ranges[index].start <= ranges[count - 1].end {
        ranges[count - 1] = ranges[count - 1].union(ranges[index])
      } else {
        ranges[count] = ranges[index]
        count += 1
      }
    }
    ranges.removeLast(ranges.count - count)
  }

  /// Whether the range shares a byte with one of these, or is the same empty range.
  func touches(_ range: ByteRange) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end < range.start || (ranges[middle].end == range.start && !range.isEmpty) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ranges.count && (ranges[low].overlaps(range) || ranges[low].contains(range))
  }
}
