import SourceText

/// Lays words out in lines of a screen, the second and later ones behind a margin.
///
/// Only blanks of ASCII part words: a no-break space keeps its neighbours together. A word that is wider than a line has
/// a line of its own and is not cut, so that an address can still be copied.
struct WrappedText {
  private let width: Int
  private let margin: Int
  private var column: Int
  private var isAtStart = true

  /// Text whose first line begins at `column`, at the margin where none is given; all in cells of a terminal.
  init(width: Int, margin: Int, column: Int? = nil) {
    self.width = width
    self.margin = margin
    self.column = column ?? margin
  }

  /// Adds the words of a text.
  mutating func add(words text: [UInt8], _ output: inout [UInt8]) {
    for word in text.split(separator: Byte.space) { add(Array(word), &output) { $1 += $0 } }
  }

  /// Adds one word, painted by `paint`.
  mutating func add(
    _ word: String, _ output: inout [UInt8], _ paint: ([UInt8], inout [UInt8]) -> Void
  ) {
    add(Array(word.utf8), &output, paint)
  }

  private mutating func add(_ word: [UInt8], _ output: inout [UInt8], _ paint: ([UInt8], inout [UInt8]) -> Void) {
    let cells = ScreenWidth.cells(of: word)
    if !isAtStart {
      if column + 1 + cells > width, column > margin {
        output.append(Byte.lineFeed)
        output += [UInt8](repeating: Byte.space, count: margin)
        column = margin
      } else {
        output.append(Byte.space)
        column += 1
      }
    }
    isAtStart = false
    paint(word, &output)
    column += cells
  }
}
