import SourceText

/// Shows one line of a file with a caret under a range, cut to the width of a screen.
struct Excerpt {
  /// How many columns of a line are shown where the width of the screen is not known.
  private static let usualWidth = 96
  /// How many columns before the range stay visible when the line is cut on its left.
  private static let lead = 32

  private let source: Source
  private let lines: LineIndex
  private let style: TerminalStyle
  private let width: Int
  private let margin: Int

  /// Excerpts of a file with `width` cells of a line, behind a gutter of `margin` cells.
  init(_ source: Source, _ lines: LineIndex, _ style: TerminalStyle, width: Int = usualWidth, margin: Int = 8) {
    self.source = source
    self.lines = lines
    self.style = style
    self.width = width
    self.margin = margin
  }

  /// Appends the line behind its gutter, and the caret line below it.
  func append(_ range: ByteRange, severity: Severity, to output: inout [UInt8]) {
    let line = lines.line(at: range.start)
    let content = lines.contentRange(ofLine: line, in: source.bytes)
    let number = String(line + 1)
    let window = Window(source.bytes, content, around: range, width: width, lead: min(Self.lead, width / 3))
    style.dim(&output) {
      $0 += repeatElement(Byte.space, count: max(0, margin - 3 - number.utf8.count))
      $0 += number.utf8
      $0 += " | ".utf8
    }
    output += window.text
    output.append(0x0A)
    style.dim(&output) {
      $0 += repeatElement(Byte.space, count: max(0, margin - 2))
      $0 += "| ".utf8
    }
    output += repeatElement(Byte.space, count: window.caretColumn)
    style.severity(severity, &output) { output in
      output.append(UInt8(ascii: "^"))
      output += repeatElement(Byte.tilde, count: max(0, window.caretWidth - 1))
    }
    output.append(0x0A)
  }

  /// The visible part of a line.
  private struct Window {
    var text: [UInt8] = []
    var caretColumn = 0
    var caretWidth = 1

    init(_ bytes: [UInt8], _ content: ByteRange, around range: ByteRange, width: Int, lead: Int) {
      let start = Self.start(bytes, content, range, lead: lead)
      var column = 0
      if start > content.start {
        text += Array("…".utf8)
        column = 1
      }
      var caretEnd = 0
      var index = start
      // What was gone through and stands in the line as it is printed.
      var written = start
      caretColumn = column
      while index < content.end {
        // Plain ASCII takes as many cells as bytes.
        let last = min(content.end, index + width - column, start + width * 8 + 1)
        var end = index
        while end < last, SafeText.isPlain(bytes[end]) { end += 1 }
        if end > index {
          if index <= range.start { caretColumn = column + min(range.start, end - 1) - index }
          if index < range.end { caretEnd = column + min(range.end, end) - index }
          column += end - index
          index = end
          continue
        }
        if index <= range.start { caretColumn = column }
        let plain = SafeText.plainLength(at: index, to: content.end, in: bytes)
        let length = plain > 0 ? plain : min(UTF8Scan.length(at: index, in: bytes), content.end - index)
        let cells =
          plain > 0 ? ScreenWidth.cells(of: index, length, in: bytes, []) : Self.cells(bytes, index, length)
        // Characters without a width could go on for the whole line.
        if column + cells > width || index - start > width * 8 { break }
        if plain == 0 {
          text += bytes[written..<index]
          // The guard against workflow commands needs what stands before.
          SafeText.append(bytes, ByteRange(index, index + length), to: &text)
          written = index + length
        }
        column += cells
        index += length
        if index <= range.end { caretEnd = column }
      }
      text += bytes[written..<index]
      if index < content.end { text += "…".utf8 }
      if range.start >= index { caretColumn = column }
      // The mark ends where the line does, so that it takes one line of the screen.
      caretColumn = min(caretColumn, width - 1)
      caretWidth = max(1, min(caretEnd, width) - caretColumn)
    }

    /// The cells of a terminal that a character takes as it is printed.
    private static func cells(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Int {
      var piece: [UInt8] = []
      SafeText.append(bytes, ByteRange(index, index + length), to: &piece)
      return length == 1 && piece.count > 1 ? piece.count : ScreenWidth.cells(of: index, length, in: bytes, piece)
    }

    /// Where the visible part starts: the start of the line, or `lead` characters before the range.
    private static func start(_ bytes: [UInt8], _ content: ByteRange, _ range: ByteRange, lead: Int) -> Int {
      guard range.start - content.start > lead * 2 else { return content.start }
      var index = min(range.start, content.end)
      var count = 0
      while index > content.start, count < lead {
        index -= 1
        while index > content.start, bytes[index] & 0xC0 == 0x80, range.start - index < lead * 8 { index -= 1 }
        count += 1
      }
      return index
    }
  }
}

/// How many cells of a terminal a character takes.
enum ScreenWidth {
  /// The cells of a text that is printed as it is.
  static func cells(of text: [UInt8]) -> Int {
    var cells = 0
    var index = 0
    while index < text.count {
      let length = max(1, min(UTF8Scan.length(at: index, in: text), text.count - index))
      cells += length == 1 ? 1 : self.cells(of: index, length, in: text, [])
      index += length
    }
    return cells
  }

  /// The cells of the character of `length` bytes at `index`, which is printed as `piece`.
  static func cells(of index: Int, _ length: Int, in bytes: [UInt8], _ piece: [UInt8]) -> Int {
    guard length > 1, let scalar = UTF8Scan.scalar(at: index, in: bytes)?.value else { return 1 }
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF:
      return piece.first == UInt8(ascii: "\\") ? piece.count : 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF:
      return 2
    default: return piece.first == UInt8(ascii: "\\") ? piece.count : 1
    }
  }
}
