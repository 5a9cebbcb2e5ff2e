import SourceText

/// A place in a line and its column, in which a tab reaches to the next multiple of four (CommonMark 2.2).
struct LineCursor {
  /// The offset of what has not been read.
  private(set) var offset: Int
  /// The offset of the first byte from ``offset`` on that is no blank; the line's end where all are.
  private(set) var content: Int
  /// How many columns the content stands behind ``offset``.
  private(set) var indent = 0
  private let end: Int
  private var column = 0

  init(_ line: BlockScanner.Line) {
    offset = line.start
    content = line.start
    end = line.end
  }

  /// Whether nothing but blanks is left.
  var isBlank: Bool { content == end }

  /// The first byte that is no blank; 0 at the end of the line.
  func byte(in bytes: [UInt8]) -> UInt8 { content < end ? bytes[content] : 0 }

  /// Finds the content from ``offset`` on.
  @inline(__always)
  mutating func skipBlanks(in bytes: [UInt8]) {
    content = offset
    var reached = column
    while content < end {
      if bytes[content] == Byte.space {
        reached += 1
      } else if bytes[content] == Byte.tab {
        reached += 4 - reached % 4
      } else {
        break
      }
      content += 1
    }
    indent = reached - column
  }

  /// Goes on at the byte at `place`, which follows the content without a blank between.
  mutating func step(to place: Int, in bytes: [UInt8]) {
    column += indent + place - content
    offset = place
    skipBlanks(in: bytes)
  }

  /// Goes on `columns` columns further, which must be blank; the rest of a tab stays before the content.
  mutating func stepOver(columns: Int, in bytes: [UInt8]) {
    let aim = column + columns
    while column < aim, offset < content {
      let width = bytes[offset] == Byte.tab ? 4 - column % 4 : 1
      if column + width > aim { break }
      column += width
      offset += 1
    }
    indent -= columns
    column = aim
  }

  /// Steps over the `>` at the content, and the blank that belongs to it.
  mutating func stepOverQuoteMark(in bytes: [UInt8]) {
    step(to: content + 1, in: bytes)
    if indent > 0 { stepOver(columns: 1, in: bytes) }
  }

  /// Takes what follows for the start of a line.
  mutating func forgetIndent() {
    offset = content
    indent = 0
  }
}
