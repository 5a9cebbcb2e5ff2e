import PostingLint
import SourceText

/// What the reader of delimiters promises of any bytes.
enum FrontMatterLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let parts = FrontMatter(bytes)
    try require(FrontMatter(bytes) == parts, "a second reading differs")
    let ranges = [parts.byteOrderMark, parts.opening, parts.content, parts.closing, parts.body].compactMap(\.self)
    try RangeLaw.checkApart(parts.isPresent ? ranges : [parts.body], bytes, "parts")
    for range in ranges { try RangeLaw.checkWhole(range, bytes, "part") }
    try require(parts.body.end == bytes.count, "the body does not reach the end")
    try require(parts.isPresent || parts.content.isEmpty, "content without an opening")
    for problem in parts.problems {
      switch problem {
      case .missing: try require(!parts.isPresent, "front matter that is there is missing")
      case .missingOpening(let lines, _):
        try require(!parts.isPresent && !lines.isEmpty, "front matter without an opening is there")
        try RangeLaw.checkWhole(lines, bytes, "lines")
      case .delimiterInside(let range), .blanksBefore(let range), .textBefore(let range), .nearDelimiter(let range, _):
        try RangeLaw.checkWhole(range, bytes, "problem")
      case .unterminated(let opening, let insertion):
        try RangeLaw.checkWhole(opening, bytes, "opening")
        try RangeLaw.checkWhole(ByteRange(at: insertion), bytes, "insertion")
        try require(parts.closing == nil, "a closed block is not terminated")
      }
    }
    try checkLines(bytes)
    try checkEncoding(bytes)
  }

  /// Offsets and positions lead to each other.
  private static func checkLines(_ bytes: [UInt8]) throws(BrokenLaw) {
    let lines = LineIndex(bytes)
    for unit in ColumnUnit.allCases {
      for offset in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 16))
      where !RangeLaw.splitsCharacter(offset, bytes) {
        let position = lines.position(at: offset, in: bytes, unit: unit)
        let content = lines.contentRange(ofLine: position.line, in: bytes)
        try require(
          lines.offset(at: position, in: bytes, unit: unit) == min(offset, content.end),
          "\(offset) is at \(position), which is elsewhere")
      }
    }
    var end = 0
    for line in lines.lineStarts.indices {
      let range = lines.range(ofLine: line)
      try require(range.start == end, "line \(line) does not follow the one before")
      end = range.end
    }
    try require(end == bytes.count, "the lines do not reach the end")
  }

  private static func checkEncoding(_ bytes: [UInt8]) throws(BrokenLaw) {
    let scan = EncodingScan(bytes)
    try require(scan.invalid.isEmpty == RangeLaw.isUTF8(bytes), "bad bytes are found in good text, or the reverse")
  }
}
