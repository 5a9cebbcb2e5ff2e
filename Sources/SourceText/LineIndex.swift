/// The unit in which columns are counted.
public enum ColumnUnit: Sendable, CaseIterable {
  /// Unicode code points; a bad byte counts as one.
  case codePoints
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 code units; a bad byte counts as one.
  case utf16
}

/// A place in a text for people and editors.
public struct Position: Hashable, Sendable {
  /// The line, from 0.
  public var line: Int
  /// The column, from 0, in the unit that was asked for.
  public var column: Int

  /// Makes a position from a line and a column, both from 0.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Turns byte offsets into lines and columns, and back.
///
/// A line ends after LF, after CR LF, or after a CR alone. The line end belongs to the line that it ends. A byte-order
/// mark is one code point of the first line. Offsets outside the text are moved to its nearest end; an offset inside
/// a character has that character's column (of code points and UTF-16), so no position ever splits a character.
public struct LineIndex: Sendable {
  /// The offset of the first byte of each line; never empty. A file may have as many lines as bytes, so one takes four.
  public let lineStarts: [UInt32]
  /// The number of bytes of the text.
  public let count: Int

  /// Finds the lines of `bytes` in one pass.
  public init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var index = 0
    while true {
      index = ByteSearch.lineEnd(from: index, to: bytes.count, in: bytes)
      guard index < bytes.count else { break }
      index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      starts.append(UInt32(clamping: index))
    }
    lineStarts = starts
    count = bytes.count
  }

  /// The lines of `bytes`, which is this text with the bytes of `range` replaced by `length` others: only the lines
  /// at that place are read.
  package func replacing(_ range: ByteRange, length: Int, in bytes: [UInt8]) -> LineIndex {
    // A CR before the place may become one line end with what now follows.
    var first = line(at: range.start)
    if first > 0, Int(lineStarts[first]) == range.start { first -= 1 }
    var starts = Array(lineStarts[...first])
    let end = range.start + length
    for index in Int(lineStarts[first])..<end
    where bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
      starts.append(UInt32(clamping: index + 1))
    }
    // What ends a line behind the place still ends it.
    var next = line(at: range.end) + 1
    starts.reserveCapacity(starts.count + max(0, lineStarts.count - next))
    while next < lineStarts.count {
      starts.append(UInt32(clamping: Int(lineStarts[next]) - range.end + end))
      next += 1
    }
    return LineIndex(lineStarts: starts, count: bytes.count)
  }

  /// The lines of a text of `count` bytes, which start at `lineStarts`, as another pass over it found.
  package init(lineStarts: [UInt32], count: Int) {
    self.lineStarts = lineStarts
    self.count = count
  }

  /// The line, from 0, that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of `line` (from 0), its line end included; empty at the end for a line that is not there.
  public func range(ofLine line: Int) -> ByteRange {
    guard line >= 0, line < lineStarts.count else { return ByteRange(at: count) }
    return ByteRange(Int(lineStarts[line]), line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : count)
  }

  /// The bytes of `line` (from 0) without its line end.
  public func contentRange(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
    var range = range(ofLine: line)
    if range.end > range.start, bytes[range.end - 1] == 0x0A { range.end -= 1 }
    if range.end > range.start, bytes[range.end - 1] == 0x0D { range.end -= 1 }
    return range
  }

  /// The position of `offset` in `bytes`, the text that the index was made of.
  public func position(at offset: Int, in bytes: [UInt8], unit: ColumnUnit) -> Position {
    let offset = min(max(offset, 0), count)
    let line = line(at: offset)
    let start = Int(lineStarts[line])
    if unit == .utf8 { return Position(line: line, column: offset - start) }
    var column = 0
    var index = start
    while index < offset {
      let length = UTF8Scan.length(at: index, in: bytes)
      if index + length > offset { break }
      column += length == 4 && unit == .utf16 ? 2 : 1
      index += length
    }
    return Position(line: line, column: column)
  }

  /// The offset of `position`; a column past the line's content gives its end, a line past the last the text's end.
  public func offset(at position: Position, in bytes: [UInt8], unit: ColumnUnit) -> Int {
    if position.line < 0 { return 0 }
    guard position.line < lineStarts.count else { return count }
    let range = contentRange(ofLine: position.line, in: bytes)
    if unit == .utf8 { return range.start + min(max(position.column, 0), range.count) }
    var column = 0
    var index = range.start
    while index < range.end, column < position.column {
      let length = UTF8Scan.length(at: index, in: bytes)
      let width = length == 4 && unit == .utf16 ? 2 : 1
      if column + width > position.column { break }
      column += width
      index += length
    }
    return index
  }
}
