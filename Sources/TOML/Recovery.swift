import DataTree
import SourceText

// What is made of a line that is no TOML.
extension Reader {
  /// Looks at a line that begins with neither a bracket nor a comment; whether it was read as something that people
  /// write for a pair or a comment.
  mutating func recoverLine() -> Bool {
    let start = pos
    switch bytes[pos] {
    case Byte.slash where at(pos + 1) == Byte.slash:
      let last = lineEnd(pos)
      report(
        .slashComment, start, trimmed(start, last),
        fix: Fix(TOMLErrorCode.hashTitle, .safe, Edit(ByteRange(start, start + 2), "#")))
      pos = last
      return true
    case Byte.dash where isAtDash(pos):
      skipDashes()
      return true
    case Byte.less, Byte.equals, Byte.greater:
      let mark = bytes[pos]
      let last = lineEnd(pos)
      guard last >= pos + 7, bytes[pos..<pos + 7].allSatisfy({ $0 == mark }) else { return false }
      report(.mergeConflict, start, last)
      pos = last
      return true
    case 0xC2, 0xE2, 0xE3:
      let length = oddSpace(at: pos)
      guard length > 0 else { return false }
      readOddSpaces(length)
      return true
    default: return false
    }
  }

  /// The number of bytes of a non-breaking or other odd space at `index`, 0 where there is none.
  func oddSpace(at index: Int) -> Int {
    switch (at(index), at(index + 1), at(index + 2)) {
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): 3
    default: 0
    }
  }

  private mutating func readOddSpaces(_ first: Int) {
    let start = pos
    pos += first
    while true {
      let length = at(pos).isBlank ? 1 : oddSpace(at: pos)
      if length == 0 { break }
      pos += length
    }
    report(
      .nonBreakingSpace, start, pos,
      fix: Fix(TOMLErrorCode.plainSpaceTitle, .safe, Edit(ByteRange(start, pos), " ")))
  }

  /// Whether a dash and a blank begin an item of a list as YAML has it; a dash alone may be a key.
  private func isAtDash(_ index: Int) -> Bool {
    guard at(index) == Byte.dash, at(index + 1).isBlank else { return false }
    var next = index + 1
    while at(next).isBlank { next += 1 }
    return at(next) != Byte.equals && at(next) != Byte.dot
  }

  /// Goes over the lines of a list as YAML has them.
  private mutating func skipDashes() {
    let start = pos
    var last = pos
    while isAtDash(pos) {
      last = trimmed(pos, lineEnd(pos))
      pos = lineEnd(pos)
      while pos < end, bytes[pos].isBlank || bytes[pos].isLineBreak { pos += 1 }
    }
    report(.dashList, start, last)
  }

  // MARK: Keys

  /// What follows a key is no equals sign: whether the value can be read all the same.
  mutating func recoverEquals(from start: Int) -> Bool {
    let keyEnd = parts.last?.range.end ?? start
    switch at(pos) {
    case Byte.colon:
      let hasBlank = at(pos + 1).isBlank || at(pos + 1).isLineBreak
      report(
        .colonForEquals, pos, pos + 1,
        fix: Fix(
          TOMLErrorCode.equalsTitle, .safe, Edit(ByteRange(keyEnd, pos + 1), hasBlank ? " =" : " = ")))
      pos += 1
      if at(pos) == Byte.equals { pos += 1 }
      return true
    case Byte.doubleQuote, Byte.singleQuote, Byte.openBrace, Byte.openBracket:
      report(
        .missingEquals, pos, pos + 1,
        fix: Fix(TOMLErrorCode.equalsTitle, .safe, Edit(ByteRange(keyEnd, pos), " = ")))
      return true
    default:
      report(.keyWithoutValue, start, max(trimmed(start, lineEnd(pos)), start + 1))
      return false
    }
  }

  /// A key part starts or goes on with what no bare key holds: the part as it was meant, or `nil`.
  mutating func recoverKeyPart(from start: Int) -> KeyPart? {
    if at(start) == Byte.equals, pos == start {
      report(.missingKey, start, start + 1)
      return nil
    }
    // The key as it was meant goes to the equals sign or the colon of its line, or to the bracket of its header.
    var index = start
    var isName = true
    while index < end, !bytes[index].isLineBreak {
      let byte = bytes[index]
      if byte == Byte.equals || byte == Byte.closeBracket || byte == Byte.dot { break }
      if byte == Byte.colon, at(index + 1).isBlank { break }
      if byte == Byte.hash || byte == Byte.doubleQuote || byte == Byte.backslash || byte == Byte.comma
        || byte == Byte.openBrace || byte == Byte.closeBrace || byte < Byte.space
      {
        isName = false
        break
      }
      index += UTF8Scan.length(at: index, in: bytes)
    }
    index = min(index, end)
    let last = trimmed(start, index)
    guard isName, last > start, index < end, !bytes[index].isLineBreak, isWordStart(bytes[start]) else {
      reportNoPair(from: start)
      return nil
    }
    let range = ByteRange(start, last)
    report(
      .keyNeedsQuotes, start, last,
      fix: Fix(
        TOMLErrorCode.quoteKeyTitle, .safe, Edit(range, Array("\"".utf8) + bytes[start..<last] + Array("\"".utf8))))
    pos = last
    return KeyPart(range: range, style: .plain, isVerbatim: true)
  }

  /// Whether a text begins as a name does: with a letter, a digit, `_` or a character beyond ASCII.
  private func isWordStart(_ first: UInt8) -> Bool {
    first.isAlphanumeric || first == Byte.underscore || first == Byte.at || first >= 0x80
  }

  private mutating func reportNoPair(from start: Int) {
    // A line of nothing but mistakes must not be gone through for each of them.
    guard errors.count < 1_000 else { return }
    // The text ends where a key should begin.
    guard start < end else { return report(.emptyHeader, max(start - 1, 0), start) }
    let last = max(trimmed(start, lineEnd(start)), start + 1)
    let first = bytes[start]
    if first < Byte.space || first == 0x7F {
      report(.controlCharacter, start, start + 1)
    } else if first >= 0x80, UTF8Scan.scalar(at: start, in: bytes) == nil {
      report(.invalidUTF8, start, start + 1)
    } else {
      report(.keyWithoutValue, start, last)
    }
  }

  // MARK: The end of a line

  /// Something stands between a complete pair or header and the end of its line.
  mutating func recoverLineEnd(_ code: TOMLErrorCode) {
    let start = pos
    let byte = bytes[pos]
    if byte == Byte.comma || byte == UInt8(ascii: ";") {
      let next = pos + 1
      if input.isValueEnd(next, .line) {
        report(
          .trailingComma, start, next,
          fix: Fix(TOMLErrorCode.deleteCommaTitle, .safe, .deletion(ByteRange(start, next))))
        pos = next
        finishLine(after: code)
        return
      }
    }
    if byte == Byte.slash, at(pos + 1) == Byte.slash {
      report(
        .slashComment, start, trimmed(start, lineEnd(pos)),
        fix: Fix(TOMLErrorCode.hashTitle, .safe, Edit(ByteRange(start, start + 2), "#")))
      skipLine()
      return
    }
    if oddSpace(at: pos) > 0 {
      readOddSpaces(oddSpace(at: pos))
      finishLine(after: code)
      return
    }
    if code == .textAfterValue, isAtPair(pos) {
      report(
        .missingLineBreak, start, trimmed(start, lineEnd(pos)),
        fix: Fix(TOMLErrorCode.lineBreakTitle, .unsafe, .insertion("\n", at: start)))
      // The line is read on as one of its own.
      return
    }
    if byte < Byte.space || byte == 0x7F {
      report(.controlCharacter, start, start + 1)
    } else {
      report(code, start, max(commentOrLineEnd(start), start + 1))
    }
    skipLine()
  }

  /// The end of the text before a comment or the end of the line, without blanks.
  func commentOrLineEnd(_ start: Int) -> Int {
    var index = start
    while index < end, !bytes[index].isLineBreak {
      if bytes[index] == Byte.hash, index > start, bytes[index - 1].isBlank { break }
      index += 1
    }
    return trimmed(start, index)
  }

  /// Whether a bare key and an equals sign stand at `index`.
  func isAtPair(_ index: Int) -> Bool {
    var index = index
    guard at(index).isLetter else { return false }
    while Self.isBareKey(at(index)) { index += 1 }
    while at(index).isBlank { index += 1 }
    return at(index) == Byte.equals
  }
}
