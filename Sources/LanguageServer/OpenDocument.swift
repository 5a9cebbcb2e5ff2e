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
  /// The text, or what was known of it before it was lost.
  private(set) var text: EditableText
  /// Whether a change could not be read, so that the client's text is not known until it sends the whole of it.
  private(set) var isLost = false

  init(uri: DocumentURI, languageID: String, version: Int?, revision: Int, text: [UInt8]) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    self.revision = revision
    self.text = EditableText(text)
  }

  /// The text in UTF-8.
  var bytes: [UInt8] { text.bytes }

  /// The lines of the text.
  var lines: LineIndex { text.lines }

  /// Applies one change; `nil` is one that could not be read.
  mutating func apply(_ change: TextChange?, unit: ColumnUnit) {
    check = nil
    guard let change else {
      isLost = true
      return
    }
    if change.range == nil { isLost = false }
    if !isLost { text.apply(change, unit: unit) }
  }
}
