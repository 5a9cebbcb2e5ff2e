import SourceText

/// A text in which `1️⃣` and `2️⃣` mark a range, so that nobody counts bytes.
struct MarkedText {
  /// The text without its marks.
  let bytes: [UInt8]
  /// The bytes between the marks; from a lone mark the empty range there; `nil` without marks.
  let range: ByteRange?

  init(_ text: String) {
    let marks = ["1️⃣", "2️⃣"].map { Array($0.utf8) }
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
}
