import SourceText
import Testing

/// A text with the place that a test speaks of, written as `‸` in it.
struct MarkedText {
  /// The text without the mark.
  let text: String
  /// The place of the mark, in UTF-16 units.
  let position: Position

  init(_ marked: String) throws {
    let bytes = Array(marked.utf8)
    let mark = Array("‸".utf8)
    let found = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
    let rest = Array(bytes[..<found] + bytes[(found + mark.count)...])
    text = String(decoding: rest, as: UTF8.self)
    position = LineIndex(rest).position(at: found, in: rest, unit: .utf16)
  }
}
