import DataTree
import SourceText

/// The state of one reading; its parts by meaning are in the extensions beside this file.
///
/// The reader goes over the bytes once. Nodes are appended in the order of the text; the pairs of a table are chained
/// (see ``Table``), and only where the text goes back to a table that was left is the tree put in order at the end.
struct Reader {
  let input: Input
  /// The same bytes, for those who take an array.
  let bytes: [UInt8]
  /// The offset after the last byte to read.
  var end: Int { input.end }
  let options: TOMLOptions

  /// The next byte to read.
  var pos: Int

  var nodes: [Node] = []
  var tables: [Table] = []
  /// The tables that the text is inside of, by their place in `tables`, the root first.
  var open: [Int] = []
  /// The table that the pairs of a line go to.
  var current = 0
  /// Whether the text went back to a table that was left.
  var isOutOfOrder = false
  /// Keys of large tables.
  var keyIndex = KeyIndex()
  /// The parts of the key that was read last.
  var parts: [KeyPart] = []
  /// Further places of keys, by the place of the node in `nodes`.
  var repeats: [Repeat] = []

  var comments: [ByteRange] = []
  var errors: [TOMLError] = []
  var newer: [TOMLError] = []
  /// How many arrays and inline tables are open.
  var depth = 0
  /// Whether the arrays and inline tables that are open end here, one of them having no closing bracket.
  var isUnwinding = false

  init(_ bytes: [UInt8], _ input: Input, from start: Int, options: TOMLOptions) {
    self.input = input
    self.bytes = bytes
    self.options = options
    pos = start
    let count = end - start
    nodes.reserveCapacity(count < 4_096 ? max(count / 8, 16) : min(count / 12, 1 << 20))
    nodes.append(.table(0, isList: false, .block, ByteRange(at: start)))
    tables.append(Table(node: 0, kind: .root, parent: -1, depth: 0, place: start))
    tables[0].openPlace = 0
    open.append(0)
  }

  /// The byte at `index`, or 0 outside the text.
  @inline(__always) func at(_ index: Int) -> UInt8 { input[index] }

  /// Reads the whole text.
  mutating func readDocument() {
    if bytes[pos..<end].starts(with: [0xEF, 0xBB, 0xBF]) { pos += 3 }
    while pos < end {
      let byte = input[pos]
      switch byte {
      case Byte.space, Byte.tab, Byte.lineFeed: pos += 1
      case Byte.carriageReturn: readLineBreak()
      case Byte.hash: readComment()
      case Byte.openBracket:
        readHeader()
        finishLine(after: .textAfterHeader)
      default:
        if !recoverLine() { readPair() }
      }
    }
  }

  /// The tree and the mistakes.
  mutating func result() -> TOMLResult {
    let isSorted = zip(errors, errors.dropFirst()).allSatisfy { $0.range.start <= $1.range.start }
    if !isSorted { errors.sort { ($0.range, $0.code.rawValue) < ($1.range, $1.code.rawValue) } }
    newer.sort { $0.range < $1.range }
    if options.version == .toml10, !newer.isEmpty {
      errors = (errors + newer).sorted { ($0.range, $0.code.rawValue) < ($1.range, $1.code.rawValue) }
    }
    return TOMLResult(tree: makeTree(), errors: errors, newer: newer)
  }

  // MARK: Mistakes

  mutating func report(
    _ code: TOMLErrorCode, _ start: Int, _ end: Int, related: ByteRange? = nil, fix: Fix? = nil
  ) {
    // A text of nothing but mistakes must not cost more memory than it is worth.
    guard errors.count < 1_000 else { return }
    errors.append(TOMLError(code, ByteRange(start, end), related: related, fix: fix))
  }

  mutating func note(_ code: TOMLErrorCode, _ start: Int, _ end: Int) {
    guard newer.count < 1_000 else { return }
    newer.append(TOMLError(code, ByteRange(start, end)))
  }

  // MARK: Lines

  /// The number of bytes of the line break at `index`, 0 where there is none; a carriage return alone counts as one.
  @inline(__always) func lineBreak(at index: Int) -> Int {
    switch at(index) {
    case Byte.lineFeed: 1
    case Byte.carriageReturn: at(index + 1) == Byte.lineFeed ? 2 : 1
    default: 0
    }
  }

  /// The end of the line without its line break.
  func lineEnd(_ index: Int) -> Int { input.lineEnd(index) }

  @inline(__always) mutating func skipBlanks() {
    while at(pos).isBlank { pos += 1 }
  }

  /// Reads a line break, and says so where it is a carriage return alone.
  mutating func readLineBreak() {
    let length = lineBreak(at: pos)
    if length == 1, bytes[pos] == Byte.carriageReturn { report(.loneCarriageReturn, pos, pos + 1) }
    pos += max(length, 1)
  }

  /// Reads from `#` to the end of the line.
  mutating func readComment() {
    let start = pos
    pos += 1
    while true {
      pos = input.skippingPrintable(pos)
      if input.isBreakOrEnd(pos) { break }
      pos += plainLength(input[pos])
    }
    comments.append(ByteRange(start, pos))
  }

  /// The number of bytes of a character of a text or a comment; what may stand in none is reported.
  @inline(__always) mutating func plainLength(_ byte: UInt8) -> Int {
    if byte &- 0x20 < 0x5F { return 1 }
    return oddLength(byte)
  }

  private mutating func oddLength(_ byte: UInt8) -> Int {
    // Nearly all letters of two bytes: U+0080 to U+07FF.
    if byte >= 0xC2, byte < 0xE0, at(pos + 1) & 0xC0 == 0x80 { return 2 }
    if byte == Byte.tab || !options.checksCharacters { return 1 }
    if byte < 0x80 {
      report(.controlCharacter, pos, pos + 1)
      return 1
    }
    guard let scalar = UTF8Scan.scalar(at: pos, in: bytes), pos + scalar.length <= end else {
      report(.invalidUTF8, pos, pos + 1)
      return 1
    }
    return scalar.length
  }

  /// Reads the rest of a line that is complete: blanks, a comment, the line break. Anything else is a mistake.
  mutating func finishLine(after code: TOMLErrorCode) {
    skipBlanks()
    if pos >= end { return }
    switch input[pos] {
    case Byte.lineFeed: pos += 1
    case Byte.carriageReturn: readLineBreak()
    case Byte.hash: readComment()
    default: recoverLineEnd(code)
    }
  }

  /// Goes to the end of the line; a comment on the way is kept.
  mutating func skipLine() {
    while pos < end, !bytes[pos].isLineBreak {
      if bytes[pos] == Byte.hash, pos > 0, bytes[pos - 1].isBlank {
        readComment()
        return
      }
      pos += plainLength(bytes[pos])
    }
  }

  // MARK: Pairs

  /// Reads `key = value` up to the end of its line.
  private mutating func readPair() {
    let start = pos
    guard readKey() else {
      if pos == start, pos < end { pos += UTF8Scan.length(at: pos, in: bytes) }
      skipLine()
      return
    }
    skipBlanks()
    if at(pos) == Byte.equals, pos < end {
      pos += 1
    } else if !recoverEquals(from: start) {
      skipLine()
      return
    }
    guard let key = addKey(to: current) else {
      skipLine()
      return
    }
    skipBlanks()
    let before = errors.count
    readValue(.line)
    close(key)
    if isUnwinding {
      isUnwinding = false
      return
    }
    // What is left of a line with a mistake belongs to that mistake.
    if errors.count > before, at(pos) != Byte.hash, pos < end, !bytes[pos].isLineBreak {
      skipBlanks()
      skipLine()
    } else {
      finishLine(after: .textAfterValue)
    }
  }
}
