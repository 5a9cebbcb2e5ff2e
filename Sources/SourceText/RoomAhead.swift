extension Array {
  /// Makes room for what the rest of a large text will add, of which `position` of `total` bytes were read: as many a byte
  /// as so far, and some more. An array that doubles whenever it is full holds three times as much for a moment.
  @inlinable
  package mutating func makeRoom(at position: Int, of total: Int) {
    if count == capacity, count >= 1 << 14 { makeMoreRoom(position, total) }
  }

  @inline(never) @usableFromInline
  package mutating func makeMoreRoom(_ position: Int, _ total: Int) {
    let (product, overflow) = count.multipliedReportingOverflow(by: Swift.max(total - position, 0))
    guard position > 0, !overflow else { return }
    // What is reserved and never used takes no room, but an array that must grow near the end of the text is there twice. More
    // than one a byte there cannot be, however many stand at the start.
    let expected = product / position
    reserveCapacity(count + Swift.min(expected + expected / 4, total) + count / 8)
  }
}
