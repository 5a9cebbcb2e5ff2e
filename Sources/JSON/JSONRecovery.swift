import DataTree
import SourceText

// What people write for a key or a value of JSON.
extension JSONReader {
  /// Reads what stands for a key and is no text in double quotes.
  mutating func recoverKey() {
    let start = index
    if readOtherQuotes() { return }
    while index < end, isPlain(bytes[index]) { index += 1 }
    guard index > start else { return skipItem(from: start) }
    let range = ByteRange(start, index)
    report(.bareKey, start, index, fix: quotes(range, range, .safe))
    append(.string, .plain, range)
  }

  /// Reads what stands for a value and is none.
  mutating func recoverValue() {
    let start = index
    if readOtherQuotes() { return }
    while index < end, isPlain(bytes[index]) { index += 1 }
    guard index > start else { return skipItem(from: start) }
    let word = ByteRange(start, index)
    let text = bytes[word.indices]
    switch String(decoding: text.map(\.lowercased), as: UTF8.self) {
    case "true", "yes": return replaceWord(word, "true", .boolean)
    case "false", "no": return replaceWord(word, "false", .boolean)
    case "null", "none", "nil", "undefined": return replaceWord(word, "null", .null)
    case "nan", "infinity", "-infinity", "inf", "-inf":
      report(.badNumber, start, index)
      return append(.float, .plain, word)
    default: break
    }
    let isNumber =
      text.contains { $0.isDigit }
      && text.allSatisfy { $0.isDigit || $0 == Byte.dot || $0 == Byte.plus || $0 == Byte.dash || $0 == Byte.underscore }
    if isNumber || text.starts(with: "0x".utf8) {
      report(.badNumber, start, index)
      return append(.string, .plain, word)
    }
    // A text without quotes goes to what ends an item.
    while index < end, !bytes[index].isLineBreak, bytes[index] != Byte.comma, bytes[index] != Byte.closeBrace,
      bytes[index] != Byte.closeBracket
    {
      index += 1
    }
    var last = index
    while last > start, bytes[last - 1].isBlank { last -= 1 }
    let range = ByteRange(start, last)
    report(.bareText, start, last, fix: quotes(range, range, .unsafe))
    append(.string, .plain, range)
  }

  private mutating func replaceWord(_ range: ByteRange, _ value: String, _ type: ValueType) {
    let isSame = bytes[range.indices].map(\.lowercased) == Array(value.utf8) || value == "null"
    report(
      .otherWord, range.start, range.end, fix: Fix(Titles.write(value), isSame ? .safe : .unsafe, Edit(range, value)))
    append(type, .plain, range)
  }

  /// Puts the text of `inner` in double quotes, in place of `outer`; `nil` where it holds a quote or a backslash.
  private func quotes(_ outer: ByteRange, _ inner: ByteRange, _ applicability: Applicability) -> Fix? {
    let text = bytes[inner.indices]
    guard !text.contains(where: { $0 == Byte.doubleQuote || $0 == Byte.backslash || $0 < Byte.space }) else {
      return nil
    }
    return Fix(Titles.quotes, applicability, Edit(outer, [Byte.doubleQuote] + text + [Byte.doubleQuote]))
  }

  /// Reads a text in single or curly quotes; false, and nothing read, where there is none on this line.
  private mutating func readOtherQuotes() -> Bool {
    let start = index
    let opening = quoteLength(at: start)
    guard opening > 0, start >= quotelessEnd else { return false }
    var last = start + opening
    while last < end, !bytes[last].isLineBreak {
      let length = quoteLength(at: last)
      // An apostrophe in a text has a letter after it; the closing one has not.
      if length > 0, !isLetter(last + length) {
        index = last + length
        let inner = ByteRange(start + opening, last)
        let isSingle = opening == 1
        report(
          isSingle ? .singleQuotes : .typographicQuotes, start, index,
          fix: quotes(ByteRange(start, index), inner, isSingle ? .safe : .unsafe))
        append(.string, .plain, inner)
        return true
      }
      last += max(length, 1)
    }
    quotelessEnd = last
    return false
  }

  /// The number of bytes of a single or curly quote at `index`; 0 where there is none.
  private func quoteLength(at index: Int) -> Int {
    switch (at(index), at(index + 1), at(index + 2)) {
    case (Byte.singleQuote, _, _): 1
    case (0xE2, 0x80, 0x98...0x9F): 3
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _): 2
    default: 0
    }
  }

  private func isLetter(_ index: Int) -> Bool { at(index).isAlphanumeric || at(index) >= 0x80 }

  /// Goes over what is neither key nor value, at least one character.
  private mutating func skipItem(from start: Int) {
    let length = UTF8Scan.length(at: start, in: bytes)
    let byte = bytes[start]
    let code: JSONMistake.Code =
      byte < Byte.space || byte == 0x7F
      ? .controlCharacter : byte >= 0x80 && length == 1 ? .invalidUTF8 : .unexpectedCharacter
    report(code, start, start + length)
    index = min(start + length, end)
    while index < end, !bytes[index].isLineBreak, bytes[index] != Byte.comma, bytes[index] != Byte.closeBrace,
      bytes[index] != Byte.closeBracket, bytes[index] != Byte.colon
    {
      index += 1
    }
    append(.string, .plain, ByteRange(start, index))
  }
}
