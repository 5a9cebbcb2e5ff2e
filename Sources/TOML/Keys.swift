import DataTree
import SourceText

// Keys ("Keys" of TOML 1.1.0) and headers ("Table", "Array of Tables").
extension Reader {
  /// Reads a key with its dots into `parts`, up to what follows its last part; false, with a report, where there is none.
  mutating func readKey() -> Bool {
    while parts.popLast() != nil {}
    while true {
      guard let part = readKeyPart() else { return false }
      parts.append(part)
      let after = pos
      skipBlanks()
      guard at(pos) == Byte.dot else {
        pos = after
        return true
      }
      let dot = pos
      pos += 1
      skipBlanks()
      if at(pos) == Byte.equals || at(pos) == Byte.closeBracket || at(pos) == Byte.dot || pos >= end
        || bytes[pos].isLineBreak
      {
        report(
          .emptyKeyPart, dot, dot + 1,
          fix: Fix(TOMLErrorCode.removeDotTitle, .unsafe, .deletion(ByteRange(dot, dot + 1))))
        if at(pos) == Byte.dot { return false }
        return true
      }
    }
  }

  @inline(__always) static func isBareKey(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == Byte.dash || byte == Byte.underscore
  }

  private mutating func readKeyPart() -> KeyPart? {
    let start = pos
    switch at(pos) {
    case Byte.doubleQuote, Byte.singleQuote:
      if at(pos + 1) == at(pos), at(pos + 2) == at(pos) {
        _ = readTripleQuoted()
        report(.multilineKey, start, min(start + 3, end))
        return nil
      }
      let errorCount = errors.count
      let isVerbatim = readQuoted()
      if errors.count > errorCount, at(pos - 1) != at(start) || pos == start + 1 { return nil }
      return KeyPart(
        range: ByteRange(start, pos), style: at(start) == Byte.doubleQuote ? .doubleQuoted : .singleQuoted,
        isVerbatim: isVerbatim)
    default:
      while Self.isBareKey(at(pos)) { pos += 1 }
      if pos == start || !input.isKeyEnd(pos) { return recoverKeyPart(from: start) }
      return KeyPart(range: ByteRange(start, pos), style: .plain, isVerbatim: true)
    }
  }

  /// Reads a header up to its closing brackets.
  mutating func readHeader() {
    let start = pos
    let isList = at(pos + 1) == Byte.openBracket
    pos += isList ? 2 : 1
    skipBlanks()
    if !isList, at(pos) == Byte.openBracket { return skipHeader(.badHeaderBrackets, from: start) }
    if at(pos) == Byte.closeBracket {
      while at(pos) == Byte.closeBracket { pos += 1 }
      report(.emptyHeader, start, pos)
      return
    }
    guard readKey() else { return skipLine() }
    skipBlanks()
    let closing = pos
    guard at(pos) == Byte.closeBracket else {
      if pos >= end || bytes[pos].isLineBreak || bytes[pos] == Byte.hash {
        closeHeader(from: start, isList: isList, missing: isList ? "]]" : "]")
      } else {
        skipHeader(.unclosedHeader, from: start)
      }
      return
    }
    pos += 1
    if isList {
      if at(pos) == Byte.closeBracket {
        pos += 1
      } else {
        skipBlanks()
        if at(pos) == Byte.closeBracket {
          pos += 1
          report(
            .badHeaderBrackets, closing, pos,
            fix: Fix(TOMLErrorCode.joinBracketsTitle, .safe, Edit(ByteRange(closing, pos), "]]")))
        } else {
          pos = closing + 1
          closeHeader(from: start, isList: true, missing: "]")
          return
        }
      }
    } else if at(pos) == Byte.closeBracket {
      pos += 1
      report(
        .badHeaderBrackets, closing, pos,
        fix: Fix(TOMLErrorCode.deleteBracketTitle, .unsafe, .deletion(ByteRange(closing + 1, pos))))
    }
    addHeader(isList: isList, place: pos)
  }

  private mutating func closeHeader(from start: Int, isList: Bool, missing: String) {
    let place = parts.last?.range.end ?? pos
    let last = at(pos - 1) == Byte.closeBracket ? pos : place
    report(
      .unclosedHeader, start, last, fix: Fix(TOMLErrorCode.closeBracketTitle, .safe, .insertion(missing, at: last)))
    addHeader(isList: isList, place: last)
  }

  private mutating func skipHeader(_ code: TOMLErrorCode, from start: Int) {
    report(code, start, trimmed(start, lineEnd(pos)))
    if code == .unclosedHeader { addHeader(isList: false, place: pos) }
    skipLine()
  }

  /// The end of the text from `start` on without the blanks before `end`.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return end
  }
}
