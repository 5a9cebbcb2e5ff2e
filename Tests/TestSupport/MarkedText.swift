public import SourceText

/// A text in which `1️⃣` and `2️⃣` mark a range, or `‸` a place, so that nobody counts bytes.
public struct MarkedText: Sendable {
  /// The text without its marks.
  public let bytes: [UInt8]
  /// The bytes between the marks; from a lone mark the empty range there; `nil` without marks.
  public let range: ByteRange?

  /// Takes the marks out of a text.
  public init(_ text: String) {
    let marks = ["1️⃣", "2️⃣", "‸"].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    var places: [Int] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if let mark = marks.first(where: { source[index...].starts(with: $0) }) {
        places.append(bytes.count)
        index += mark.count
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    self.bytes = bytes
    range = places.first.map { ByteRange($0, places.last ?? $0) }
  }

  /// The text without its marks.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The line and column of the first mark, the column in UTF-16 units as in the language server protocol.
  public var position: Position { LineIndex(bytes).position(at: range?.start ?? 0, in: bytes, unit: .utf16) }
}
