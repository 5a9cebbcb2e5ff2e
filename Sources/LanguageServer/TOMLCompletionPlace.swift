import PostingLint
import SourceText

/// Finds what can be written at a place of TOML, from the lines: each is `key = value`, a `[table]`, or part of a list.
struct TOMLCompletionPlace {
  private let document: OpenDocument
  private let block: FrontMatter

  init(_ document: OpenDocument, _ block: FrontMatter) {
    self.document = document
    self.block = block
  }

  private var bytes: [UInt8] { document.bytes }
  private var first: Int { document.lines.line(at: block.content.start) }

  /// Looks at a place; `nil` outside the values and where nothing can be suggested.
  func find(at offset: Int) -> CompletionPlace? {
    let end = block.closing?.start ?? bytes.count
    guard offset >= block.content.start, block.closing == nil ? offset <= end : offset < end else { return nil }
    let number = document.lines.line(at: offset)
    let content = document.lines.contentRange(ofLine: number, in: bytes)
    let line = TOMLLine(ByteRange(content.start, min(offset, content.end)), bytes)
    guard !line.isComment, !line.isHeader, !isInText(before: line.text.start) else { return nil }
    var place = CompletionPlace(.toml, typed: line.text)
    let table = header(above: number)
    if let keys = line.keys {
      place.value = table.path + keys.map { .key($0) }
      place.typed = ByteRange(line.valueStart, line.text.end)
      narrow(&place)
      takeClosingQuote(&place)
      return place
    }
    if let keys = openList(above: number, from: table.line) {
      place.value = table.path + keys.map { .key($0) } + [.item]
      narrowItem(&place)
      takeClosingQuote(&place)
      return place
    }
    place.mapping = table.path
    place.hasColon = TOMLLine(content, bytes).keys != nil
    place.presentKeys = keys(from: table.line, around: number)
    return place
  }

  /// Leaves of a value what is to be replaced: of a list in brackets the last item.
  private func narrow(_ place: inout CompletionPlace) {
    guard !place.typed.isEmpty, bytes[place.typed.start] == Byte.openBracket else { return }
    place.value?.append(.item)
    place.typed.start += 1
    narrowItem(&place)
  }

  private func narrowItem(_ place: inout CompletionPlace) {
    if let comma = place.typed.indices.last(where: { bytes[$0] == Byte.comma || bytes[$0] == Byte.openBracket }) {
      place.typed.start = comma + 1
    }
    while place.typed.start < place.typed.end, bytes[place.typed.start] == Byte.space { place.typed.start += 1 }
  }

  /// The closing quote that an editor puts behind the caret goes with the text.
  private func takeClosingQuote(_ place: inout CompletionPlace) {
    let (start, end) = (place.typed.start, place.typed.end)
    guard start < end, end < bytes.count, bytes[start] == Byte.doubleQuote || bytes[start] == Byte.singleQuote,
      bytes[end] == bytes[start], end - start == 1 || bytes[end - 1] != bytes[start]
    else { return }
    place.typed.end += 1
  }

  private func line(_ number: Int) -> TOMLLine {
    TOMLLine(document.lines.contentRange(ofLine: number, in: bytes), bytes)
  }

  /// The table that a line stands in, and the number of the line after its heading.
  private func header(above number: Int) -> (path: [SchemaStep], line: Int) {
    for current in stride(from: number - 1, through: first, by: -1) {
      let line = line(current)
      if line.isHeader, let keys = line.headerKeys {
        return (keys.map { .key($0) } + (line.isItemHeader ? [.item] : []), current + 1)
      }
    }
    return ([], first)
  }

  /// The key whose list in brackets is still open above a line.
  private func openList(above number: Int, from start: Int) -> [[UInt8]]? {
    var open = 0
    for current in stride(from: number - 1, through: start, by: -1) {
      let line = line(current)
      let text = line.keys == nil ? line.text : ByteRange(line.valueStart, line.text.end)
      for byte in bytes[text.indices] {
        if byte == Byte.openBracket { open += 1 }
        if byte == Byte.closeBracket { open -= 1 }
      }
      if let keys = line.keys { return open > 0 ? keys : nil }
    }
    return nil
  }

  /// The first part of each key of the table that begins at a line, but for that of one line.
  private func keys(from start: Int, around number: Int) -> Set<[UInt8]> {
    var result: Set<[UInt8]> = []
    let last = block.closing.map { document.lines.line(at: $0.start) } ?? document.lines.lineStarts.count
    for current in start..<max(start, last) where current != number {
      let line = line(current)
      if line.isHeader { break }
      if let key = line.keys?.first { result.insert(key) }
    }
    return result
  }

  /// Whether a text over several lines is open at an offset.
  private func isInText(before offset: Int) -> Bool {
    var open: UInt8?
    var index = block.content.start
    while index + 2 < offset {
      let byte = bytes[index]
      let isTriple =
        (byte == Byte.doubleQuote || byte == Byte.singleQuote) && bytes[index + 1] == byte
        && bytes[index + 2] == byte
      if isTriple, open == nil || open == byte {
        open = open == nil ? byte : nil
        index += 3
      } else {
        index += 1
      }
    }
    return open != nil
  }
}

/// One line of TOML, read by its look alone: it may be half typed.
struct TOMLLine {
  /// The bytes without the blanks before them.
  let text: ByteRange
  /// The parts of the key, quotes left out, where a `=` follows.
  private(set) var keys: [[UInt8]]?
  /// The offset behind the `=` and the blanks after it.
  private(set) var valueStart: Int
  /// Whether there is a comment, at the start or before the end.
  private(set) var isComment = false
  /// Whether it opens a table.
  let isHeader: Bool
  /// Whether that is an item of a list.
  let isItemHeader: Bool
  /// The parts of the name of the table.
  private(set) var headerKeys: [[UInt8]]?

  /// Reads the bytes of `range`, which begins at the start of a line and holds no line end.
  init(_ range: ByteRange, _ bytes: [UInt8]) {
    var start = range.start
    while start < range.end, bytes[start] == Byte.space || bytes[start] == Byte.tab { start += 1 }
    text = ByteRange(start, range.end)
    valueStart = range.end
    let first = text.isEmpty ? 0 : bytes[start]
    // A line that begins with a bracket and holds nothing but a name is a heading; an item of a list has a comma or a quote.
    let name = Self.name(text, bytes)
    isHeader = first == Byte.openBracket && name != nil
    isItemHeader = isHeader && text.count > 1 && bytes[start + 1] == Byte.openBracket
    if isHeader, let name { headerKeys = Self.parts(name, bytes) }
    var quote: UInt8?
    for index in text.indices {
      let byte = bytes[index]
      if let open = quote {
        if byte == open, open == Byte.singleQuote || bytes[index - 1] != Byte.backslash { quote = nil }
      } else if byte == Byte.doubleQuote || byte == Byte.singleQuote {
        quote = byte
      } else if byte == Byte.hash {
        isComment = true
        return
      } else if byte == Byte.equals, keys == nil, !isHeader {
        keys = Self.parts(ByteRange(start, index), bytes)
        valueStart = index + 1
        while valueStart < range.end, bytes[valueStart] == Byte.space || bytes[valueStart] == Byte.tab {
          valueStart += 1
        }
      }
    }
  }

  /// The bytes between the brackets of a heading.
  private static func name(_ text: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
    var range = text
    while range.start < range.end, bytes[range.start] == Byte.openBracket { range.start += 1 }
    guard let close = range.indices.first(where: { bytes[$0] == Byte.closeBracket }), close > range.start else {
      return nil
    }
    range.end = close
    return range.indices.contains { bytes[$0] == Byte.comma } ? nil : range
  }

  /// The parts of a dotted key, quotes left out.
  private static func parts(_ range: ByteRange, _ bytes: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var part: [UInt8] = []
    var quote: UInt8?
    for byte in bytes[range.indices] {
      if let open = quote {
        if byte == open { quote = nil } else { part.append(byte) }
      } else if byte == Byte.doubleQuote || byte == Byte.singleQuote {
        quote = byte
      } else if byte == Byte.dot {
        result.append(part)
        part = []
      } else if byte != Byte.space, byte != Byte.tab {
        part.append(byte)
      }
    }
    return result + [part]
  }
}
