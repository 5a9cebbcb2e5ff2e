import DataTree
import SourceText

// What is made of a value that is no TOML.
extension Reader {
  // MARK: Text after a closing quote

  /// Something stands after a closing quote: an apostrophe or a quote of the text may have been taken for its end.
  mutating func recoverQuoted(from start: Int, _ place: ValuePlace) {
    if input.isValueEnd(pos, place) { return }
    let quote = bytes[start]
    let inner = pos - 1
    guard let last = laterQuote(quote, place), last > inner else { return }
    let isDouble = quote == Byte.doubleQuote
    let text = bytes[(start + 1)..<last]
    // Two texts with a comma or an equals sign forgotten between them are no text with a quote in it.
    guard isInText(inner, start: start) else { return }
    let fix: Fix?
    if isDouble {
      let places = text.indices.filter { bytes[$0] == quote && bytes[$0 - 1] != Byte.backslash }
      fix = Fix(TOMLErrorCode.escapeQuoteTitle, .unsafe, places.map { .insertion("\\", at: $0) })
    } else {
      let isPlain = !text.contains(Byte.doubleQuote) && !text.contains(Byte.backslash)
      let edits = [start, last].map { Edit(ByteRange($0, $0 + 1), "\"") }
      fix = isPlain ? Fix(TOMLErrorCode.doubleQuotesTitle, .safe, edits) : nil
    }
    report(isDouble ? .quoteInQuotes : .apostropheInQuotes, inner, inner + 1, fix: fix)
    pos = last + 1
  }

  /// Whether the quote at `index` stands in the middle of a text: with a letter on one side at least.
  private func isInText(_ index: Int, start: Int) -> Bool {
    let before = index > start + 1 ? bytes[index - 1] : 0
    let after = at(index + 1)
    return isTextByte(before) && isTextByte(after) || bytes[start] == Byte.doubleQuote && isTextByte(after)
      || isTextByte(after) && before.isBlank || after.isBlank && before.isBlank
  }

  private func isTextByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

  /// The last quote of the same kind on the line that ends the value, or in brackets the one before the next comma.
  private func laterQuote(_ quote: UInt8, _ place: ValuePlace) -> Int? {
    var index = pos
    var found: Int?
    while index < end, !bytes[index].isLineBreak {
      let byte = bytes[index]
      if byte == quote { found = index }
      if place != .line, byte == Byte.comma || byte == Byte.closeBracket || byte == Byte.closeBrace { break }
      if place == .line, byte == Byte.equals { return nil }
      index += 1
    }
    guard let found, input.isValueEnd(found + 1, place) else { return nil }
    return found
  }

  // MARK: Values without quotes

  /// Reads what should be a value and is none, and says what was probably meant.
  mutating func recoverBare(from start: Int, _ place: ValuePlace) {
    pos = start
    let last = bareEnd(start, place)
    if last == start { return recoverNothing(start) }
    let range = ByteRange(start, last)
    let text = bytes[start..<last]
    pos = last
    let hasColon = errors.last?.code == .colonForEquals && (errors.last?.range.end ?? 0) <= start
    if let length = typographicQuote(at: start) { return recoverTypographic(start, length, last) }
    if text.starts(with: "{{".utf8) || text.starts(with: "{%".utf8) {
      report(.placeholder, start, last)
      return append(.string, .plain, range, isVerbatim: true)
    }
    if oddSpace(at: start) > 0 {
      report(
        .nonBreakingSpace, start, start + oddSpace(at: start),
        fix: Fix(TOMLErrorCode.plainSpaceTitle, .safe, Edit(ByteRange(start, start + oddSpace(at: start)), " ")))
      pos = start + oddSpace(at: start)
      skipBlanks()
      if !input.isValueEnd(pos, place) { return readValue(place) }
      return append(.null, .plain, ByteRange(at: pos), isVerbatim: true)
    }
    if recoverWord(range) || recoverNumber(range) || recoverDate(range) { return }
    let code: TOMLErrorCode
    if let bad = text.firstIndex(where: { $0 < Byte.space && $0 != Byte.tab || $0 == 0x7F }) {
      report(.controlCharacter, bad, bad + 1)
      return append(.string, .plain, range, isVerbatim: true)
    }
    code = text.contains { isTextByte($0) } ? .missingQuotes : .unexpectedCharacter
    let fix = code == .missingQuotes ? quoteFix(range, hasColon: hasColon) : nil
    if hasColon, let colon = errors.popLast() {
      // A line of YAML is one mistake: the colon and the quotes are mended together.
      let edits = (colon.fix?.edits ?? []) + (fix?.edits ?? [])
      report(
        colon.code, colon.range.start, colon.range.end,
        fix: Fix(TOMLErrorCode.pairTitle, fix?.applicability ?? .unsafe, edits))
    } else {
      report(code, start, last, fix: fix)
    }
    append(.string, .plain, range, isVerbatim: true)
  }

  /// The end of a text without quotes: the end of the line, a comment, or in brackets a comma or a closing bracket.
  private func bareEnd(_ start: Int, _ place: ValuePlace) -> Int {
    var index = start
    // The braces of a template hold what would end a value.
    if at(start) == Byte.openBrace { index += 2 }
    while index < end, !bytes[index].isLineBreak {
      let byte = bytes[index]
      if byte == Byte.hash, index == start || bytes[index - 1].isBlank { break }
      if place != .line, byte == Byte.comma || byte == Byte.closeBracket || byte == Byte.closeBrace { break }
      index += 1
    }
    return trimmed(start, index)
  }

  private mutating func recoverNothing(_ start: Int) {
    // The equals sign, or the colon that stands for it.
    let sign = trimmed(0, start)
    // An equals sign alone would only lead to the next mistake.
    if let colon = errors.last, colon.code == .colonForEquals, colon.range.end == sign, let fix = colon.fix {
      errors.removeLast()
      report(colon.code, colon.range.start, colon.range.end, fix: Fix(fix.title, .displayOnly, fix.edits))
    }
    report(.missingValue, max(sign - 1, 0), sign)
    append(.null, .plain, ByteRange(at: start), isVerbatim: true)
  }

  private func quoteFix(_ range: ByteRange, hasColon: Bool) -> Fix? {
    let text = bytes[range.indices]
    let quoted: [UInt8]
    if !text.contains(Byte.doubleQuote), !text.contains(Byte.backslash) {
      quoted = [Byte.doubleQuote] + text + [Byte.doubleQuote]
    } else if !text.contains(Byte.singleQuote) {
      quoted = [Byte.singleQuote] + text + [Byte.singleQuote]
    } else {
      return nil
    }
    let first = text.first ?? 0
    // A text that begins as one does and holds no sign of another syntax.
    let isProse = isTextByte(first) && !text.contains { $0 == Byte.equals || $0 == Byte.doubleQuote || $0 == Byte.hash }
    return Fix(TOMLErrorCode.quoteTitle, isProse ? .safe : .unsafe, Edit(range, quoted))
  }

  // MARK: Words

  /// `True`, `yes`, `null` and the like.
  private mutating func recoverWord(_ range: ByteRange) -> Bool {
    guard range.count <= 6 else { return false }
    let word = String(decoding: bytes[range.indices].map(\.lowercased), as: UTF8.self)
    switch word {
    case "true", "false", "yes", "no", "on", "off":
      let value = word == "true" || word == "yes" || word == "on" ? "true" : "false"
      report(
        .booleanWord, range.start, range.end,
        fix: Fix(TOMLErrorCode.write(value), word == value ? .safe : .unsafe, Edit(range, value)))
      append(.boolean, .plain, range, isVerbatim: false)
    case "null", "nil", "none", "~":
      report(.nullWord, range.start, range.end)
      append(.null, .plain, range, isVerbatim: true)
    default: return false
    }
    return true
  }

  /// `017`, `1,5`, `.5`, `1_`.
  private mutating func recoverNumber(_ range: ByteRange) -> Bool {
    let text = bytes[range.indices]
    guard text.contains(where: \.isDigit),
      text.allSatisfy({
        $0.isDigit || $0 == Byte.dot || $0 == Byte.comma || $0 == Byte.plus || $0 == Byte.dash || $0 == Byte.underscore
          || $0 | 0x20 == UInt8(ascii: "e")
      }),
      text.drop(while: { $0 == Byte.plus || $0 == Byte.dash }).filter({ $0 == Byte.dash }).count < 2
    else { return false }
    if text.allSatisfy(\.isDigit) {
      let rest = text.drop { $0 == Byte.zero }
      report(
        .leadingZero, range.start, range.end,
        fix: Fix(TOMLErrorCode.quoteTitle, .unsafe, Edit(range, [Byte.doubleQuote] + text + [Byte.doubleQuote])))
      append(rest.isEmpty ? .string : .integer, .plain, range, isVerbatim: true)
      return true
    }
    let commas = text.filter { $0 == Byte.comma }.count
    if commas == 1, text.first != Byte.comma, text.last != Byte.comma,
      text.allSatisfy({ $0.isDigit || $0 == Byte.comma })
    {
      let point = text.map { $0 == Byte.comma ? Byte.dot : $0 }
      report(
        .decimalComma, range.start, range.end,
        fix: Fix(TOMLErrorCode.write(String(decoding: point, as: UTF8.self)), .unsafe, Edit(range, point)))
    } else {
      report(.badNumber, range.start, range.end)
    }
    append(.string, .plain, range, isVerbatim: true)
    return true
  }

  /// `28/06/2022`, `2022-6-1`, `2022-06-28T07:27:43+0200`.
  private mutating func recoverDate(_ range: ByteRange) -> Bool {
    let text = bytes[range.indices]
    let separators = text.filter { $0 == Byte.dash || $0 == Byte.slash || $0 == Byte.colon || $0 == Byte.dot }.count
    guard bytes[range.start].isDigit, separators >= 1, text.filter(\.isDigit).count >= 3, range.count >= 4,
      text.allSatisfy({
        $0.isDigit || $0 == Byte.dash || $0 == Byte.slash || $0 == Byte.colon || $0 == Byte.dot || $0 == Byte.plus
          || $0 == Byte.space || $0 | 0x20 == UInt8(ascii: "t") || $0 | 0x20 == UInt8(ascii: "z")
      })
    else { return false }
    report(.badDate, range.start, range.end)
    append(.string, .plain, range, isVerbatim: true)
    return true
  }

  // MARK: Curly quotes

  /// The number of bytes of a curly quote at `index`.
  private func typographicQuote(at index: Int) -> Int? {
    switch (at(index), at(index + 1), at(index + 2)) {
    case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB9), (0xE2, 0x80, 0xBA): 3
    case (0xC2, 0xAB, _), (0xC2, 0xBB, _): 2
    default: nil
    }
  }

  private mutating func recoverTypographic(_ start: Int, _ length: Int, _ last: Int) {
    var inner = ByteRange(start + length, last)
    if last >= start + length + 2, let closing = typographicQuote(at: last - 3).map({ last - 3 + $0 == last ? 3 : 0 }),
      closing > 0
    {
      inner.end = last - closing
    } else if last >= start + length + 2, typographicQuote(at: last - 2) == 2 {
      inner.end = last - 2
    } else if last > start + length, at(last - 1) == Byte.doubleQuote || at(last - 1) == Byte.singleQuote {
      inner.end = last - 1
    }
    // The guillemets of French have spaces inside, which are no part of the text.
    if at(start) == 0xC2 {
      while inner.start < inner.end, blankLength(at: inner.start) > 0 { inner.start += blankLength(at: inner.start) }
      while inner.end > inner.start, bytes[inner.end - 1].isBlank { inner.end -= 1 }
      if inner.end >= inner.start + 2, oddSpace(at: inner.end - 2) == 2 { inner.end -= 2 }
      if inner.end >= inner.start + 3, oddSpace(at: inner.end - 3) == 3 { inner.end -= 3 }
    }
    let text = bytes[inner.indices]
    let isPlain = !text.contains(Byte.doubleQuote) && !text.contains(Byte.backslash)
    report(
      .typographicQuotes, start, last,
      fix: isPlain
        ? Fix(
          TOMLErrorCode.straightQuoteTitle, .unsafe,
          Edit(ByteRange(start, last), [Byte.doubleQuote] + text + [Byte.doubleQuote])) : nil)
    append(.string, .plain, inner, isVerbatim: true)
  }

  private func blankLength(at index: Int) -> Int { at(index).isBlank ? 1 : oddSpace(at: index) }
}
