import SourceText

/// Finds the closing run of a code span (CommonMark 6.1: as long as the opening one).
///
/// The first search that fails has seen every run up to the end of the paragraph: it leaves the offset of the last run of
/// each length, and no later search without hope is made. So unbalanced backticks cost one pass.
struct BacktickRuns {
  /// Longer runs open nothing, as in other readers.
  private static let maximumLength = 80

  private var lastOfLength: [Int] = []

  /// The offset after the run that closes the one in `opening`, before `limit`.
  mutating func close(_ opening: ByteRange, in bytes: [UInt8], limit: Int) -> Int? {
    guard opening.count <= Self.maximumLength else { return nil }
    if !lastOfLength.isEmpty, lastOfLength[opening.count] < opening.end { return nil }
    var seen = [Int](repeating: -1, count: Self.maximumLength + 1)
    var index = opening.end
    while index < limit {
      guard bytes[index] == Byte.backtick else {
        index += 1
        continue
      }
      let start = index
      while index < limit, bytes[index] == Byte.backtick { index += 1 }
      if index - start == opening.count { return index }
      if index - start <= Self.maximumLength { seen[index - start] = start }
    }
    if lastOfLength.isEmpty { lastOfLength = seen }
    return nil
  }
}
