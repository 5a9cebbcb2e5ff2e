import DataTree
import SourceText

/// What a value stands in, which decides what ends it.
enum ValuePlace {
  /// The line of a pair.
  case line
  /// Brackets.
  case array
  /// Braces.
  case inlineTable
}

// Values: arrays, inline tables and scalars.
extension Reader {
  /// Reads a value into one node and those below it; where there is none the node is an empty `null`.
  mutating func readValue(_ place: ValuePlace) {
    let start = pos
    switch at(pos) {
    case Byte.doubleQuote, Byte.singleQuote:
      let isTriple = at(pos + 1) == bytes[pos] && at(pos + 2) == bytes[pos]
      let isDouble = bytes[pos] == Byte.doubleQuote
      let count = errors.count
      let isVerbatim = isTriple ? readTripleQuoted() : readQuoted()
      let isClosed = errors.count == count || errors.last?.code != .unclosedQuote
      let style: NodeStyle =
        isTriple
        ? (isDouble ? .tripleDoubleQuoted : .tripleSingleQuoted) : isDouble ? .doubleQuoted : .singleQuoted
      if !isTriple, isClosed { recoverQuoted(from: start, place) }
      append(.string, style, from: start, isVerbatim: isVerbatim)
    case Byte.openBracket: readArray()
    case Byte.openBrace where at(pos + 1) == Byte.openBrace || at(pos + 1) == Byte.percent: readBare(place)
    case Byte.openBrace: readInlineTable()
    default: readBare(place)
    }
  }

  mutating func append(_ type: ValueType, _ style: NodeStyle, from start: Int, isVerbatim: Bool) {
    append(type, style, ByteRange(start, pos), isVerbatim: isVerbatim)
  }

  mutating func append(_ type: ValueType, _ style: NodeStyle, _ range: ByteRange, isVerbatim: Bool) {
    nodes.makeRoom(at: pos, of: end)
    nodes.append(
      Node(
        kind: .scalar, style: style, type: type, isVerbatim: isVerbatim, range: range, subtreeEnd: nodes.count + 1))
  }

  // MARK: Scalars without quotes

  /// Whether the bytes at `index` can be part of a number, a date or a word.
  @inline(__always) private func isBare(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == Byte.dash || byte == Byte.underscore || byte == Byte.plus || byte == Byte.dot
      || byte == Byte.colon
  }

  private mutating func readBare(_ place: ValuePlace) {
    let start = pos
    while isBare(at(pos)) { pos += 1 }
    // A space may stand between a day and a time.
    if pos == start + 10, at(pos) == Byte.space, at(start + 4) == Byte.dash, at(start + 7) == Byte.dash,
      at(pos + 1).isDigit, at(pos + 2).isDigit, at(pos + 3) == Byte.colon
    {
      pos += 1
      while isBare(at(pos)) { pos += 1 }
    }
    guard pos > start, isValueEnd(pos, place) || isComplete(start, place) else {
      return recoverBare(from: start, place)
    }
    let text = bytes[start..<pos]
    let first = bytes[start]
    if first.isLetter, text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) {
      append(.boolean, .plain, from: start, isVerbatim: true)
    } else if let type = numberType(start, pos) {
      let isPlain = first != Byte.zero && !text.contains(Byte.underscore) && bytes[pos - 1].isDigit
      append(type, .plain, from: start, isVerbatim: isPlain || text.count == 1)
    } else if first.isDigit, let date = DateTime.read(text) {
      if !date.exists { report(.impossibleDate, start, pos) }
      if !date.hasSeconds { note(.timeWithoutSeconds, start, pos) }
      let isPlain =
        date.hasSeconds && (date.kind == .localDate || date.kind == .localTime || at(start + 10) == UInt8(ascii: "T"))
        && bytes[pos - 1] != UInt8(ascii: "z")
      append(.string, .plain, from: start, isVerbatim: isPlain)
    } else {
      recoverBare(from: start, place)
    }
  }

  /// Whether the value from `start` to `pos` is one, and what follows it a mistake of its own.
  private func isComplete(_ start: Int, _ place: ValuePlace) -> Bool {
    var next = pos
    while at(next).isBlank { next += 1 }
    let byte = at(next)
    switch place {
    case .line:
      let isSign = byte == Byte.comma || byte == UInt8(ascii: ";")
      guard isSign && isValueEnd(next + 1, .line) || byte == Byte.slash && at(next + 1) == byte || isAtPair(next) else {
        return false
      }
    case .array, .inlineTable:
      guard
        byte.isDigit || byte == Byte.doubleQuote || byte == Byte.singleQuote || byte == Byte.openBracket
          || byte == Byte.openBrace || place == .inlineTable && isAtPair(next)
      else { return false }
    }
    let text = bytes[start..<pos]
    return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) || numberType(start, pos) != nil
      || DateTime.read(text) != nil
  }

  /// Whether what stands at `index`, after blanks, ends a value.
  func isValueEnd(_ index: Int, _ place: ValuePlace) -> Bool {
    var index = index
    while at(index).isBlank { index += 1 }
    switch at(index) {
    case Byte.lineFeed, Byte.carriageReturn, Byte.hash: return true
    case Byte.comma, Byte.closeBracket, Byte.closeBrace: return place != .line
    default: return index >= end
    }
  }

  /// The type of the number that is the whole text ("Integer", "Float"); `nil` where it is none.
  private func numberType(_ start: Int, _ end: Int) -> ValueType? {
    var index = start
    let isSigned = bytes[index] == Byte.plus || bytes[index] == Byte.dash
    if isSigned { index += 1 }
    let whole = index
    let first = index < end ? bytes[index] : 0
    if first == Byte.zero, !isSigned, index + 2 < end {
      switch bytes[index + 1] {
      case UInt8(ascii: "x"): return digits(index + 2, end) { $0.hexValue != nil } == end ? .integer : nil
      case UInt8(ascii: "o"): return digits(index + 2, end) { $0 &- Byte.zero < 8 } == end ? .integer : nil
      case UInt8(ascii: "b"): return digits(index + 2, end) { $0 &- Byte.zero < 2 } == end ? .integer : nil
      default: break
      }
    }
    if first == UInt8(ascii: "i") || first == UInt8(ascii: "n") {
      let text = bytes[index..<end]
      return text.elementsEqual("inf".utf8) || text.elementsEqual("nan".utf8) ? .float : nil
    }
    guard let afterWhole = digits(index, end, where: \.isDigit) else { return nil }
    if first == Byte.zero, afterWhole > whole + 1 { return nil }
    index = afterWhole
    if index == end { return .integer }
    if bytes[index] == Byte.dot {
      guard let after = digits(index + 1, end, where: \.isDigit) else { return nil }
      index = after
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == Byte.plus || bytes[index] == Byte.dash { index += 1 }
      guard let after = digits(index, end, where: \.isDigit) else { return nil }
      index = after
    }
    return index == end ? .float : nil
  }

  /// The index after digits with single underscores between them; `nil` where there are none.
  @inline(__always) private func digits(_ start: Int, _ end: Int, where isDigit: (UInt8) -> Bool) -> Int? {
    var index = start
    while index < end {
      if isDigit(bytes[index]) {
        index += 1
      } else if bytes[index] == Byte.underscore, index > start, index + 1 < end, isDigit(bytes[index + 1]) {
        index += 2
      } else {
        break
      }
    }
    return index > start ? index : nil
  }

  // MARK: Arrays

  /// Goes over blanks, line breaks and comments between items; whether there was a line break or a comment.
  private mutating func skipBetweenItems() -> Bool {
    var isLong = false
    while pos < end {
      switch bytes[pos] {
      case Byte.space, Byte.tab: pos += 1
      case Byte.lineFeed:
        isLong = true
        pos += 1
      case Byte.carriageReturn:
        isLong = true
        readLineBreak()
      case Byte.hash:
        isLong = true
        readComment()
      default: return isLong
      }
    }
    return isLong
  }

  private mutating func readArray() {
    let start = pos
    let own = nodes.count
    guard depth < options.depthLimit else { return skipDeep() }
    depth += 1
    defer { depth -= 1 }
    nodes.append(
      Node(
        kind: .sequence, style: .flow, type: .sequence, isVerbatim: false, range: ByteRange(at: start),
        subtreeEnd: own + 1))
    pos += 1
    var count = 0
    var isReady = true
    items: while !isUnwinding {
      let isNewLine = skipBetweenItems()
      guard pos < end else {
        reportUnclosed(start)
        break
      }
      switch bytes[pos] {
      case Byte.closeBracket:
        pos += 1
        break items
      case Byte.comma:
        if isReady { reportComma(pos) }
        isReady = true
        pos += 1
      case Byte.closeBrace:
        reportWrongBracket(expected: "]", opening: start)
        pos += 1
        break items
      default:
        if isNewLine, isAtPairOrHeader() {
          closeBracket(start, "]")
          break items
        }
        if !isReady { reportMissingComma() }
        let before = pos
        readValue(.array)
        if pos == before { pos += 1 }
        count += 1
        isReady = false
      }
    }
    finish(own, count)
  }

  private mutating func finish(_ own: Int, _ count: Int) {
    nodes[own].end = UInt32(clamping: pos)
    nodes[own].subtreeEnd = Int32(clamping: nodes.count)
    nodes[own].count = Int32(clamping: count)
  }

  private mutating func skipDeep() {
    let start = pos
    report(.tooDeep, start, start + 1)
    // Nothing that is deeper is read: the rest would only give more mistakes.
    pos = end
    isUnwinding = true
    append(.null, .plain, ByteRange(at: start), isVerbatim: true)
  }

  // MARK: Inline tables

  private mutating func readInlineTable() {
    let start = pos
    guard depth < options.depthLimit else { return skipDeep() }
    depth += 1
    defer { depth -= 1 }
    pos += 1
    let place = open.count
    let table = beginTable(.inline, in: -1, depth: 0, place: start)
    let node = Int(tables[table].node)
    var isReady = true
    var comma: Int?
    var isLong = false
    pairs: while !isUnwinding {
      let gap = pos
      let isNewLine = skipBetweenItems()
      if isNewLine, !isLong {
        isLong = true
        note(.lineBreakInInlineTable, start, max(gap, start + 1))
      }
      guard pos < end else {
        reportUnclosed(start)
        break
      }
      switch bytes[pos] {
      case Byte.closeBrace:
        if let comma, isReady { note(.commaInInlineTable, comma, comma + 1) }
        pos += 1
        break pairs
      case Byte.comma:
        if isReady { reportComma(pos) }
        isReady = true
        comma = pos
        pos += 1
      case Byte.closeBracket:
        reportWrongBracket(expected: "}", opening: start)
        pos += 1
        break pairs
      default:
        // A header or the next pair: the brace was forgotten.
        if isNewLine, at(pos) == Byte.openBracket || !isReady && isAtPairOrHeader() {
          closeBracket(start, "}")
          break pairs
        }
        if !isReady { reportMissingComma() }
        readInlinePair(table)
        isReady = false
      }
    }
    closeInline(node, place)
  }

  private mutating func closeInline(_ node: Int, _ place: Int) {
    while open.count > place { leave() }
    nodes[node].end = UInt32(clamping: pos)
    // What stands below it is one run of nodes, whatever order its keys have.
    nodes[node].subtreeEnd = Int32(clamping: nodes.count)
  }

  private mutating func readInlinePair(_ table: Int) {
    let start = pos
    guard readKey() else { return skipItem(from: start) }
    skipBlanks()
    if at(pos) == Byte.equals {
      pos += 1
    } else if !recoverEquals(from: start) {
      return skipItem(from: start)
    }
    let outer = depth
    guard let slot = addKey(to: table) else { return skipItem(from: start) }
    skipBlanks()
    readValue(.inlineTable)
    depth = outer
    close(slot)
  }

  /// Goes to the end of an item of an array or an inline table.
  private mutating func skipItem(from start: Int) {
    while pos < end, !bytes[pos].isLineBreak, bytes[pos] != Byte.comma, bytes[pos] != Byte.closeBrace,
      bytes[pos] != Byte.closeBracket
    {
      pos += plainLength(bytes[pos])
    }
    if pos == start, pos < end { pos += 1 }
  }

  // MARK: Mistakes between items

  private mutating func reportComma(_ place: Int) {
    report(
      .extraComma, place, place + 1,
      fix: Fix(TOMLErrorCode.deleteCommaTitle, .unsafe, .deletion(ByteRange(place, place + 1))))
  }

  private mutating func reportMissingComma() {
    let place = nodes.last.map { Int($0.end) } ?? pos
    report(
      .missingComma, pos, min(pos + UTF8Scan.length(at: pos, in: bytes), end),
      fix: place > 0 && place <= pos
        ? Fix(TOMLErrorCode.commaTitle, .unsafe, .insertion(",", at: contentEnd())) : nil)
  }

  /// The end of what stands before the blanks, line breaks and comments before `pos`.
  private func contentEnd() -> Int {
    var index = pos
    var comment = comments.count - 1
    while index > 0 {
      if comment >= 0, comments[comment].end == index {
        index = comments[comment].start
        comment -= 1
      } else if bytes[index - 1].isBlank || bytes[index - 1].isLineBreak {
        index -= 1
      } else {
        break
      }
    }
    return index
  }

  private mutating func reportWrongBracket(expected: String, opening: Int) {
    report(
      .wrongBracket, pos, pos + 1, related: ByteRange(opening, opening + 1),
      fix: Fix(TOMLErrorCode.closeBracketTitle, .unsafe, Edit(ByteRange(pos, pos + 1), expected)))
  }

  private mutating func reportUnclosed(_ opening: Int) {
    report(.unclosedBracket, opening, opening + 1)
    isUnwinding = true
  }

  private mutating func closeBracket(_ opening: Int, _ bracket: String) {
    let place = contentEnd()
    isUnwinding = true
    report(
      .unclosedBracket, opening, opening + 1,
      fix: Fix(TOMLErrorCode.closeBracketTitle, .unsafe, .insertion(bracket, at: place)))
    // The line is read again as one of the table around.
    while pos > place, !bytes[pos - 1].isLineBreak { pos -= 1 }
  }

  /// Whether the line at `pos` is a header or a pair, which no item of an array is.
  private func isAtPairOrHeader() -> Bool {
    var index = pos
    if at(index) == Byte.openBracket {
      // `[name]` alone on its line could be an item as well: only a list of lists of bare words would have it.
      index += at(index + 1) == Byte.openBracket ? 2 : 1
      let name = index
      while Self.isBareKey(at(index)) || at(index) == Byte.dot { index += 1 }
      guard index > name, bytes[name].isLetter, at(index) == Byte.closeBracket else { return false }
      let next = at(index + 1) == Byte.closeBracket ? index + 2 : index + 1
      return isValueEnd(next, .line)
    }
    guard Self.isBareKey(at(index)) else { return false }
    while Self.isBareKey(at(index)) || at(index) == Byte.dot { index += 1 }
    while at(index).isBlank { index += 1 }
    return at(index) == Byte.equals
  }
}
