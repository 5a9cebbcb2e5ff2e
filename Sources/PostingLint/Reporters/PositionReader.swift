import SourceText

/// Turns the ranges of one file's findings into lines and columns, both from 1.
struct PositionReader {
  private let source: Source
  private let lines: LineIndex
  private let columns: ColumnReader
  /// How many columns of the first line a byte order mark takes that do not count.
  private var mark = 0

  /// A half-open range of lines and columns, both from 1.
  struct Place: Hashable {
    var start: Position
    var end: Position
  }

  init(_ source: Source, unit: ColumnUnit) {
    self.init(source, LineIndex(source.bytes), unit: unit)
  }

  init(_ report: FileReport, unit: ColumnUnit) {
    self.init(report.source, report.lines, unit: unit)
  }

  init(_ source: Source, _ lines: LineIndex, unit: ColumnUnit) {
    self.source = source
    self.lines = lines
    columns = ColumnReader(source.bytes, lines, unit: unit)
  }

  /// Counts columns as if there were no byte order mark, in a unit in which it is one.
  func withoutByteOrderMark() -> PositionReader {
    var result = self
    result.mark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
    return result
  }

  /// Whether all of the range has a place: a byte order mark that does not count has none.
  func hasPlace(_ range: ByteRange) -> Bool { mark == 0 || range.start >= 3 }

  /// The range as it is: one that takes in a line end ends in column 1 of the next line.
  func place(_ range: ByteRange) -> Place { Place(start: position(range.start), end: position(range.end)) }

  /// The range without a line end at its end, for formats that mark whole lines.
  func visiblePlace(_ range: ByteRange) -> Place {
    var range = range
    let line = lines.line(at: range.end)
    if line > lines.line(at: range.start), Int(lines.lineStarts[line]) == range.end {
      range.end = max(range.start, lines.contentRange(ofLine: line - 1, in: source.bytes).end)
    }
    return place(range)
  }

  /// The line and the column of an offset, both from 1.
  func position(_ offset: Int) -> Position {
    let position = columns.position(at: offset)
    let hidden = position.line == 0 ? min(mark, position.column) : 0
    return Position(line: position.line + 1, column: position.column - hidden + 1)
  }
}
