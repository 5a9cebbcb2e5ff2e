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
    let first = input[pos]
    switch first {
    case Byte.doubleQuote, Byte.singleQuote:
      let isTriple = at(pos + 1) == first && at(pos + 2) == first
      let isDouble = first == Byte.doubleQuote
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
    nodes.append(.scalar(type, style, range, isVerbatim: isVerbatim))
  }

  // MARK: Scalars without quotes

  private mutating func readBare(_ place: ValuePlace) {
    let start = pos
    while input[pos].isBare { pos += 1 }
    // A space may stand between a day and a time.
    if pos == start + 10, at(pos) == Byte.space, at(start + 4) == Byte.dash, at(start + 7) == Byte.dash,
      at(pos + 1).isDigit, at(pos + 2).isDigit, at(pos + 3) == Byte.colon
    {
      pos += 1
      while input[pos].isBare { pos += 1 }
    }
    guard pos > start, input.isValueEnd(pos, place) || isComplete(start, place) else {
      return recoverBare(from: start, place)
    }
    let first = input[start]
    if input.isBoolean(start, pos) {
      append(.boolean, .plain, from: start, isVerbatim: true)
    } else if let type = input.numberType(start, pos) {
      let isPlain =
        first != Byte.zero && input[pos - 1].isDigit && !(start..<pos).contains { input[$0] == Byte.underscore }
      append(type, .plain, from: start, isVerbatim: isPlain || pos == start + 1)
    } else if first.isDigit, let date = DateTime.read(bytes[start..<pos]) {
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
      guard isSign && input.isValueEnd(next + 1, .line) || byte == Byte.slash && at(next + 1) == byte || isAtPair(next)
      else {
        return false
      }
    case .array, .inlineTable:
      guard
        byte.isDigit || byte == Byte.doubleQuote || byte == Byte.singleQuote || byte == Byte.openBracket
          || byte == Byte.openBrace || place == .inlineTable && isAtPair(next)
      else { return false }
    }
    return input.isBoolean(start, pos) || input.numberType(start, pos) != nil
      || DateTime.read(bytes[start..<pos]) != nil
  }

  // MARK: Arrays

  /// Goes over blanks, line breaks and comments between items; whether there was a line break or a comment.
  private mutating func skipBetweenItems() -> Bool {
    var isLong = false
    while pos < end {
      switch input[pos] {
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
    nodes.append(.collection(isMapping: false, .flow, ByteRange(at: start)))
    pos += 1
    var count = 0
    var isReady = true
    items: while !isUnwinding {
      let isNewLine = skipBetweenItems()
      guard pos < end else {
        reportUnclosed(start)
        break
      }
      switch input[pos] {
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
    nodes[own].close(size: nodes.count - own, count: count, end: pos)
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
      switch input[pos] {
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
    closeInline(table, place)
  }

  private mutating func closeInline(_ table: Int, _ place: Int) {
    while open.count > place { leave() }
    nodes[Int(tables[table].node)].end = UInt32(truncatingIfNeeded: pos)
    // What stands below it is one run of nodes, whatever order its keys have.
    tables[table].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
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
      return input.isValueEnd(next, .line)
    }
    guard Self.isBareKey(at(index)) else { return false }
    while Self.isBareKey(at(index)) || at(index) == Byte.dot { index += 1 }
    while at(index).isBlank { index += 1 }
    return at(index) == Byte.equals
  }
}
