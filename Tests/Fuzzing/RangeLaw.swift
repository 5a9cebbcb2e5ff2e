import SourceText

/// What holds for every range that a reader gives.
enum RangeLaw {
  /// The range is inside the text.
  static func checkInside(
    _ range: ByteRange, _ bytes: [UInt8], _ what: @autoclosure () -> String
  ) throws(BrokenLaw) {
    try require(
      range.start >= 0 && range.end >= range.start && range.end <= bytes.count,
      "\(what()): \(range) is outside 0..<\(bytes.count)")
  }

  /// The range is inside the text, and neither end is inside a character.
  static func checkWhole(
    _ range: ByteRange, _ bytes: [UInt8], _ what: @autoclosure () -> String
  ) throws(BrokenLaw) {
    try checkInside(range, bytes, what())
    for offset in [range.start, range.end] {
      try require(!splitsCharacter(offset, bytes), "\(what()): \(range) cuts a character at \(offset)")
    }
  }

  /// The ranges are inside the text, in order, and share no byte.
  static func checkApart(
    _ ranges: [ByteRange], _ bytes: [UInt8], _ what: @autoclosure () -> String
  ) throws(BrokenLaw) {
    for range in ranges { try checkInside(range, bytes, what()) }
    for (left, right) in zip(ranges, ranges.dropFirst()) {
      try require(left.end <= right.start, "\(what()): \(left) and \(right) are not in order and apart")
    }
  }

  /// Whether an offset is between two bytes of one well-formed character.
  static func splitsCharacter(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return false }
    for start in max(0, offset - 3)..<offset {
      if let scalar = UTF8Scan.scalar(at: start, in: bytes), start + scalar.length > offset { return true }
    }
    return false
  }

  /// Whether all bytes are UTF-8.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Both texts of a message say something, on one line.
  static func checkMessage(_ message: Message, _ what: @autoclosure () -> String) throws(BrokenLaw) {
    try require(!message.fr.isEmpty && !message.en.isEmpty, "\(what()): an empty message")
  }

  /// The edits of a fix are inside the text, in order, apart, and cut no character.
  static func checkEdits(_ edits: [Edit], _ bytes: [UInt8], _ what: @autoclosure () -> String) throws(BrokenLaw) {
    try checkApart(edits.map(\.range), bytes, what())
    for edit in edits {
      try checkWhole(edit.range, bytes, what())
      try require(Array(bytes[edit.range.indices]) != edit.replacement, "\(what()): an edit that changes nothing")
    }
  }
}
