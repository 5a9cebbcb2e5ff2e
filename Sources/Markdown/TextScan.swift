import SourceText

extension [UInt8] {
  /// The offset of the first `first` that `second` follows, from `index`, both before `limit`.
  func firstPair(_ first: UInt8, _ second: UInt8, from index: Int, limit: Int) -> Int? {
    var index = index
    while index + 1 < limit {
      if self[index] == first, self[index + 1] == second { return index }
      index += 1
    }
    return nil
  }

  /// The offset after the template tag that opens at `start`, which is no longer than templates are.
  func endOfTemplate(at start: Int, limit: Int) -> Int? {
    guard start + 1 < limit, self[start + 1] == Byte.openBrace || self[start + 1] == Byte.percent else { return nil }
    let close = self[start + 1] == Byte.percent ? Byte.percent : Byte.closeBrace
    return firstPair(close, Byte.closeBrace, from: start + 2, limit: Swift.min(limit, start + 200)).map { $0 + 2 }
  }

  /// `range` without the blanks and line ends at its ends.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var range = range
    while range.start < range.end, self[range.start].isWhitespace { range.start += 1 }
    while range.end > range.start, self[range.end - 1].isWhitespace { range.end -= 1 }
    return range
  }
}
