/// Turns offsets of one text into positions; many places in one long line take one pass over the line together.
///
/// A class, because those who write one text's positions share what was counted.
package final class ColumnReader {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let unit: ColumnUnit
  /// The first character of each stretch of the text that was counted; the stretches of short lines are left out.
  private var marks: [Mark] = []
  /// The number of bytes in a stretch.
  private static let stretch = 512

  /// Where a character starts.
  private struct Mark {
    var offset = 0
    /// In its line, from 0; -1 where nobody has counted yet.
    var column = -1
  }

  /// Reads positions of `bytes`, whose lines are `lines`, with columns in `unit`.
  package init(_ bytes: [UInt8], _ lines: LineIndex, unit: ColumnUnit) {
    self.bytes = bytes
    self.lines = lines
    self.unit = unit
  }

  /// The position of the character that holds the byte at `offset`; an offset outside the text is moved to its end.
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), lines.count)
    let line = lines.line(at: offset)
    let start = Int(lines.lineStarts[line])
    if unit == .utf8 { return Position(line: line, column: offset - start) }
    var mark = offset - start < Self.stretch ? Mark(offset: start, column: 0) : known(before: offset, start)
    advance(&mark, to: offset)
    return Position(line: line, column: mark.column)
  }

  /// The last mark at or before `offset` in the line that begins at `start`; all stretches up to it are counted.
  private func known(before offset: Int, _ start: Int) -> Mark {
    if marks.isEmpty { marks = [Mark](repeating: Mark(), count: bytes.count / Self.stretch + 1) }
    let last = offset / Self.stretch
    let first = start / Self.stretch + 1
    var index = last
    while index >= first, marks[index].column < 0 { index -= 1 }
    var mark = index < first ? Mark(offset: start, column: 0) : marks[index]
    while index < last {
      index = max(index + 1, first)
      let from = index * Self.stretch
      while mark.offset < from { step(&mark) }
      marks[index] = mark
    }
    // The first character of a stretch may start behind the place that is asked for.
    return mark.offset <= offset ? mark : known(before: last * Self.stretch - 1, start)
  }

  private func advance(_ mark: inout Mark, to offset: Int) {
    while mark.offset < offset {
      var next = mark
      step(&next)
      // An offset inside a character has the character's column.
      if next.offset > offset { return }
      mark = next
    }
  }

  private func step(_ mark: inout Mark) {
    let length = UTF8Scan.length(at: mark.offset, in: bytes)
    mark.column += length == 4 && unit == .utf16 ? 2 : 1
    mark.offset += length
  }
}
