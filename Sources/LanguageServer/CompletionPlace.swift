import PostingLint
import SourceText

/// What can be written at a place of the values, found from the lines: while somebody types, the block is hardly ever
/// good YAML, TOML or JSON.
struct CompletionPlace {
  /// How the values are written.
  let syntax: Document.Syntax
  /// The mapping that a key would stand in, where a key can stand here.
  var mapping: [SchemaStep]?
  /// The keys that this mapping has already.
  var presentKeys: Set<[UInt8]> = []
  /// The value that would stand here, where one can.
  var value: [SchemaStep]?
  /// What of the key or value is typed already; it ends at the place.
  var typed: ByteRange
  /// Whether a colon follows already.
  var hasColon = false
  /// Whether the value stands between quotes that are typed already.
  var isQuoted = false
  /// Whether a blank is missing before the value.
  var wantsBlank = false

  /// A place of which nothing is known yet.
  init(_ syntax: Document.Syntax, typed: ByteRange) {
    self.syntax = syntax
    self.typed = typed
  }

  /// Looks at the place; `nil` outside the values and where nothing can be suggested.
  static func find(_ document: OpenDocument, _ form: Document.Form, at offset: Int) -> CompletionPlace? {
    var block = FrontMatter(document.bytes)
    if case .data(let syntax) = form {
      block.syntax = syntax
      (block.opening, block.closing) = (ByteRange(at: 0), nil)
      block.content = ByteRange(0, document.bytes.count)
    }
    guard block.isPresent else { return nil }
    switch block.syntax {
    case .yaml: return CompletionPlace(document, block, at: offset)
    case .toml: return TOMLCompletionPlace(document, block).find(at: offset)
    case .json: return JSONCompletionPlace(document.bytes, block).find(at: offset)
    }
  }

  private init?(_ document: OpenDocument, _ block: FrontMatter, at offset: Int) {
    syntax = .yaml
    // While the closing line is missing, everything below may still become front matter.
    let end = block.closing?.start ?? document.bytes.count
    let number = document.lines.line(at: offset)
    let content = document.lines.contentRange(ofLine: number, in: document.bytes)
    guard content.start >= block.content.start, content.start < end || block.closing == nil else { return nil }
    let first = document.lines.line(at: block.content.start)
    let last = block.closing.map { document.lines.line(at: $0.start) } ?? document.lines.lineStarts.count
    let surroundings = FrontMatterLines(document: document, first: first, end: last)
    let line = FrontMatterLine(ByteRange(content.start, min(offset, content.end)), in: document.bytes)
    guard !Self.isInComment(line.text, document.bytes), line.text.start <= offset else { return nil }
    typed = line.text
    if let key = line.key {
      guard offset >= line.valueStart else { return nil }
      value = surroundings.way(to: key, of: line, number)
      typed.start = line.valueStart
      wantsBlank = document.bytes[typed.start - 1] == Byte.colon
      let isList = !typed.isEmpty && document.bytes[typed.start] == UInt8(ascii: "[")
      if isList { value?.append(.item) }
      narrow(document.bytes, inBrackets: isList)
      return
    }
    if let (key, open, number) = surroundings.openList(above: number) {
      value = surroundings.way(to: key, of: open, number) + [.item]
      narrow(document.bytes, inBrackets: true)
      return
    }
    let whole = FrontMatterLine(content, in: document.bytes)
    hasColon = whole.key != nil
    if line.dashes.isEmpty {
      mapping = surroundings.parents(of: number, level: line.column, isItem: false)
    } else {
      let item =
        surroundings.parents(of: number, level: line.dashes[0], isItem: true)
        + [SchemaStep](repeating: .item, count: line.dashes.count)
      mapping = item
      value = item
      narrow(document.bytes, inBrackets: false)
    }
    presentKeys = surroundings.keys(around: number, column: line.column)
  }

  /// Leaves of the typed value what is to be replaced: without an opening quote, and of a list in brackets the last
  /// item.
  mutating func narrow(_ bytes: [UInt8], inBrackets: Bool) {
    if inBrackets {
      let separators = Array("[,".utf8)
      if let last = typed.indices.last(where: { separators.contains(bytes[$0]) }) { typed.start = last + 1 }
      while typed.start < typed.end, bytes[typed.start] == 0x20 { typed.start += 1 }
    }
    guard !typed.isEmpty, bytes[typed.start] == UInt8(ascii: "\"") || bytes[typed.start] == UInt8(ascii: "'") else {
      return
    }
    isQuoted = true
    typed.start += 1
  }

  private static func isInComment(_ text: ByteRange, _ bytes: [UInt8]) -> Bool {
    text.indices.contains { index in
      bytes[index] == UInt8(ascii: "#") && (index == text.start || bytes[index - 1] == 0x20)
    }
  }
}

/// The lines between the delimiters.
struct FrontMatterLines {
  let document: OpenDocument
  /// The number of the first line.
  let first: Int
  /// The number after the last line.
  let end: Int

  private func line(_ number: Int) -> FrontMatterLine {
    FrontMatterLine(document.lines.contentRange(ofLine: number, in: document.bytes), in: document.bytes)
  }

  /// The way to the mapping or list that a line stands in, by the indentation of the lines above it.
  ///
  /// `level` is the column of the line's key, or of its dash where it is an item. A list may stand at the column of
  /// the key that it belongs to (YAML 1.2.2, 8.2.1).
  func parents(of number: Int, level: Int, isItem: Bool) -> [SchemaStep] {
    var path: [SchemaStep] = []
    var level = level
    var isItem = isItem
    var current = number - 1
    while current >= first, level > 0 || isItem {
      let line = line(current)
      current -= 1
      if line.isEmpty { continue }
      if let key = line.key, line.column < level || (isItem && line.dashes.isEmpty && line.column == level) {
        path.insert(.key(key), at: 0)
        level = line.column
        isItem = false
      }
      // The dashes before a key: the mapping that the key stands in is an item itself.
      for dash in line.dashes.reversed() where dash < level {
        path.insert(.item, at: 0)
        level = dash
        isItem = true
      }
    }
    return path
  }

  /// The way to the value of the key that a line begins with.
  func way(to key: [UInt8], of line: FrontMatterLine, _ number: Int) -> [SchemaStep] {
    parents(of: number, level: line.level, isItem: !line.dashes.isEmpty)
      + [SchemaStep](repeating: .item, count: line.dashes.count) + [.key(key)]
  }

  /// The key above a line whose value is a list in brackets that is still open there, with its line.
  func openList(above number: Int) -> (key: [UInt8], line: FrontMatterLine, number: Int)? {
    var open = 0
    for current in stride(from: number - 1, through: first, by: -1) {
      let line = line(current)
      let text = line.key == nil ? line.text : ByteRange(line.valueStart, line.text.end)
      for byte in document.bytes[text.indices] {
        if byte == UInt8(ascii: "[") { open += 1 }
        if byte == UInt8(ascii: "]") { open -= 1 }
      }
      guard let key = line.key else { continue }
      let begins = !text.isEmpty && document.bytes[text.start] == UInt8(ascii: "[")
      return begins && open > 0 ? (key, line, current) : nil
    }
    return nil
  }

  /// The keys of the mapping that a line stands in: those at its column, up to the lines that end the mapping.
  func keys(around number: Int, column: Int) -> Set<[UInt8]> {
    var result: Set<[UInt8]> = []
    for direction in [-1, 1] {
      var current = number + direction
      while current >= first, current < end {
        let line = line(current)
        current += direction
        if line.isEmpty || line.column > column { continue }
        if line.column < column || (direction > 0 && !line.dashes.isEmpty) { break }
        if let key = line.key { result.insert(key) }
        if !line.dashes.isEmpty { break }
      }
    }
    return result
  }
}
