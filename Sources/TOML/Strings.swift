import DataTree
import SourceText

// Strings ("String" of TOML 1.1.0).
extension Reader {
  /// Reads a string on one line up to its closing quote; whether its content is its value as it stands.
  mutating func readQuoted() -> Bool {
    let quote = input[pos]
    let start = pos
    var isVerbatim = true
    pos += 1
    while true {
      pos = input.skippingPrintable(pos, upTo: quote)
      if pos >= end { break }
      let byte = input[pos]
      if byte == quote {
        pos += 1
        return isVerbatim
      }
      if byte == Byte.backslash, quote == Byte.doubleQuote {
        isVerbatim = false
        readEscape(isMultiline: false)
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        break
      } else {
        pos += plainLength(byte)
      }
    }
    let last = trimmed(start + 1, pos)
    report(
      .unclosedQuote, start, start + 1,
      fix: last > start + 1
        ? Fix(
          TOMLErrorCode.closeQuoteTitle, .unsafe, .insertion(quote == Byte.doubleQuote ? "\"" : "'", at: last)) : nil)
    return isVerbatim
  }

  /// Reads a string in three quotes up to their end, which one or two more quotes of its text may stand before.
  mutating func readTripleQuoted() -> Bool {
    let quote = bytes[pos]
    let start = pos
    var isVerbatim = true
    pos = min(pos + 3, end)
    // The line break after the opening quotes is no part of the text.
    if lineBreak(at: pos) > 0 { readLineBreak() }
    while true {
      pos = input.skippingPrintable(pos, upTo: quote)
      if pos >= end { break }
      let byte = input[pos]
      if byte == quote {
        var count = 1
        while count < 5, at(pos + count) == quote { count += 1 }
        pos += count
        if count >= 3 { return isVerbatim }
      } else if byte == Byte.backslash, quote == Byte.doubleQuote {
        isVerbatim = false
        readEscape(isMultiline: true)
      } else if byte == Byte.lineFeed {
        pos += 1
      } else if byte == Byte.carriageReturn {
        isVerbatim = false
        readLineBreak()
      } else {
        pos += plainLength(byte)
      }
    }
    report(.unclosedQuote, start, min(start + 3, end))
    return isVerbatim
  }

  /// Reads a backslash and what it stands for.
  private mutating func readEscape(isMultiline: Bool) {
    let start = pos
    pos += 1
    let escape = at(pos)
    switch escape {
    case UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "f"), UInt8(ascii: "r"),
      Byte.doubleQuote, Byte.backslash:
      pos += 1
    case UInt8(ascii: "e"):
      pos += 1
      note(.newEscape, start, pos)
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = TOMLText.digits(of: escape)
      guard let value = TOMLText.number(at: pos + 1, count, end, in: bytes), Unicode.Scalar(value) != nil else {
        pos += 1
        let first = pos
        while pos < first + count, at(pos).hexValue != nil { pos += 1 }
        reportEscape(start)
        return
      }
      pos += 1 + count
      if count == 2 { note(.newEscape, start, pos) }
    case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn:
      // At the end of the line the missing quote is the mistake.
      guard isMultiline else { return at(pos).isBlank ? reportEscape(start) : () }
      var next = pos
      while at(next).isBlank { next += 1 }
      guard lineBreak(at: next) > 0 else { return reportEscape(start) }
      pos = next
    default:
      reportEscape(start)
    }
  }

  private mutating func reportEscape(_ start: Int) {
    report(
      .badEscape, start, max(pos, start + 1),
      fix: Fix(TOMLErrorCode.doubleBackslashTitle, .unsafe, .insertion("\\", at: start)))
  }
}
