import SourceText

/// A document that the client has open: its text as the client sees it, and what was found in it.
struct OpenDocument {
  let uri: DocumentURI
  /// The client's name for the kind of text (`markdown`).
  let languageID: String
  /// The client's number of this text, where it says one.
  var version: Int?
  /// Tells this text from all others that the server has seen.
  var revision: Int
  /// What was found in this text; `nil` until somebody asks.
  var check: DocumentCheck?
  /// The text in UTF-8.
  private(set) var bytes: [UInt8]
  /// The lines of the text.
  private(set) var lines: LineIndex

  init(uri: DocumentURI, languageID: String, version: Int?, revision: Int, text: [UInt8]) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    self.revision = revision
    bytes = text
    lines = LineIndex(text)
  }

  /// Applies one change; a range outside the text is moved to its nearest end, an inverted one is turned round.
  mutating func apply(_ change: TextChange, unit: ColumnUnit) {
    check = nil
    guard let range = change.range else {
      bytes = change.text
      lines = LineIndex(bytes)
      return
    }
    let first = offset(of: range.start, unit: unit)
    let second = offset(of: range.end, unit: unit)
    bytes.replaceSubrange(min(first, second)..<max(first, second), with: change.text)
    lines = LineIndex(bytes)
  }

  /// The offset of a position of the client's, never inside a character.
  func offset(of position: Position, unit: ColumnUnit) -> Int {
    var offset = lines.offset(at: position, in: bytes, unit: unit)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The position of an offset for the client, never behind the text of its line: between CR and LF there is none.
  func position(of offset: Int, unit: ColumnUnit) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let content = lines.contentRange(ofLine: lines.line(at: offset), in: bytes)
    return lines.position(at: min(offset, content.end), in: bytes, unit: unit)
  }
}
