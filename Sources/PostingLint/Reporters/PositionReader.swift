import SourceText

/// Turns the ranges of one file's findings into lines and columns, both from 1.
struct PositionReader {
  private let source: Source
  private let lines: LineIndex
  private let columns: ColumnReader

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

  private func position(_ offset: Int) -> Position {
    let position = columns.position(at: offset)
    return Position(line: position.line + 1, column: position.column + 1)
  }
}
