import SourceText

/// Turns the ranges of one file's findings into lines and columns, both from 1.
///
/// Findings come by position, so columns are counted on from the last finding: many of them on one long line cost one
/// pass over the line.
struct PositionReader {
  private let source: Source
  private let lines: LineIndex
  private let unit: ColumnUnit
  private var anchor = Anchor()

  private struct Anchor {
    var line = 0
    var offset = 0
    var column = 0
  }

  /// A half-open range of lines and columns, both from 1.
  struct Place: Hashable {
    var start: Position
    var end: Position
  }

  init(_ source: Source, unit: ColumnUnit) {
    self.init(source, LineIndex(source.bytes), unit: unit)
  }

  init(_ source: Source, _ lines: LineIndex, unit: ColumnUnit) {
    self.source = source
    self.lines = lines
    self.unit = unit
  }

  /// The range as it is: one that takes in a line end ends in column 1 of the next line.
  mutating func place(_ range: ByteRange) -> Place {
    anchor = reach(range.start)
    let end = reach(range.end)
    return Place(start: position(anchor), end: position(end))
  }

  /// The range without a line end at its end, for formats that mark whole lines.
  mutating func visiblePlace(_ range: ByteRange) -> Place {
    var range = range
    let line = lines.line(at: range.end)
    if line > lines.line(at: range.start), lines.lineStarts[line] == range.end {
      range.end = max(range.start, lines.contentRange(ofLine: line - 1, in: source.bytes).end)
    }
    return place(range)
  }

  private func position(_ anchor: Anchor) -> Position { Position(line: anchor.line + 1, column: anchor.column + 1) }

  private func reach(_ offset: Int) -> Anchor {
    let offset = min(max(offset, 0), lines.count)
    let line = lines.line(at: offset)
    let start = lines.lineStarts[line]
    if unit == .utf8 { return Anchor(line: line, offset: offset, column: offset - start) }
    var result =
      line == anchor.line && offset >= anchor.offset ? anchor : Anchor(line: line, offset: start, column: 0)
    while result.offset < offset {
      let length = UTF8Scan.length(at: result.offset, in: source.bytes)
      // An offset inside a character has the character's column.
      if result.offset + length > offset { break }
      result.column += length == 4 && unit == .utf16 ? 2 : 1
      result.offset += length
    }
    return result
  }
}
