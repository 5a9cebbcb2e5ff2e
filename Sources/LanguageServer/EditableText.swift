package import SourceText

/// A range between two positions of the client's.
package struct PositionRange: Hashable, Sendable {
  /// Where it begins.
  package var start: Position
  /// Where it ends; a client may send it before `start`.
  package var end: Position

  /// Makes the range between two positions.
  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

/// One change of a document (LSP 3.17, `TextDocumentContentChangeEvent`).
package struct TextChange: Hashable, Sendable {
  /// What is replaced; `nil` for the whole text.
  package var range: PositionRange?
  /// What stands there afterwards, in UTF-8.
  package var text: [UInt8]

  /// Replaces a range, or the whole text.
  package init(range: PositionRange?, text: [UInt8]) {
    self.range = range
    self.text = text
  }
}

/// A text that a client changes piece by piece, with its lines.
package struct EditableText: Sendable {
  /// The text in UTF-8.
  package private(set) var bytes: [UInt8]
  /// The lines of the text.
  package private(set) var lines: LineIndex

  /// Takes a text in UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// Applies one change; a range outside the text is moved to its nearest end, an inverted one is turned round.
  package mutating func apply(_ change: TextChange, unit: ColumnUnit) {
    guard let range = change.range else {
      self = EditableText(change.text)
      return
    }
    let first = offset(of: range.start, unit: unit)
    let second = offset(of: range.end, unit: unit)
    let place = ByteRange(min(first, second), max(first, second))
    bytes.replaceSubrange(place.indices, with: change.text)
    lines = lines.replacing(place, length: change.text.count, in: bytes)
  }

  /// The offset of a position of the client's: never inside a character, never between CR and LF.
  package func offset(of position: Position, unit: ColumnUnit) -> Int {
    var offset = lines.offset(at: position, in: bytes, unit: unit)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// What finds columns of this text.
  package func columns(in unit: ColumnUnit) -> ColumnReader { ColumnReader(bytes, lines, unit: unit) }

  /// The position of an offset for the client, never behind the text of its line: between CR and LF there is none.
  package func position(of offset: Int, _ columns: ColumnReader) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let content = lines.contentRange(ofLine: lines.line(at: offset), in: bytes)
    return columns.position(at: min(offset, content.end))
  }
}
