import SourceText

/// The bytes of many ranges, for asking whether another range touches one.
struct CoveredBytes {
  private var ranges: [ByteRange] = []

  init(_ unsorted: some Sequence<ByteRange>) {
    for range in unsorted.sorted() {
      if let last = ranges.last, range.start <= last.end {
        ranges[ranges.count - 1] = last.union(range)
      } else {
        ranges.append(range)
      }
    }
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
