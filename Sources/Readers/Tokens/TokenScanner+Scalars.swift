import DataTree
import SourceText

extension TokenScanner {
  /// Cuts a plain text, folded over its lines.
  mutating func fetchPlain() throws(Refusal) {
    let start = position
    let needed = indent + 1
    let isLineValue = isLineValue
    var text: [UInt8] = []
    // What is read and stands in the value as it is written.
    var written = position
    var textEnd = position
    var gap = LineGap()
    while position < end, !isMarker(Byte.dash), !isMarker(Byte.dot), at() != Byte.hash {
      let length = try plainLength(isLineValue: isLineValue)
      if length == 0 { break }
      allowsKey = false
      if gap.hasBreak || dialect.dropsTabs {
        text += bytes[written..<textEnd]
        text += gap.joined
        written = position
      }
      advance(length)
      textEnd = position
      gap = LineGap()
      var sawBlank = false
      while position < end {
        if at() == Byte.space || (at() == Byte.tab && (dialect.tabInPlainText || gap.hasBreak && flowLevel > 0)) {
          if gap.hasBreak, column < needed, at() == Byte.tab, flowLevel == 0 || dialect.tabs == .exceptBeforeKeys {
            throw refusal(.tab)
          }
          if dialect.dropsTabs, !gap.hasBreak, at() != Byte.tab { gap.blanks.append(at()) }
          advance()
          sawBlank = true
        } else if breakLength(at: position) > 0 {
          gap.add(takeBreak())
        } else {
          break
        }
      }
      if gap.hasBreak { allowsKey = true }
      if !sawBlank, !gap.hasBreak { break }
      if flowLevel == 0, column < needed { break }
    }
    if dialect.readsLines, flowLevel == 0, at() == Byte.hash, position < end { skipCommentedLines(needed) }
    text += bytes[written..<textEnd]
    add(ReaderToken(kind: .scalar, range: ByteRange(start, textEnd), text: text))
  }

  /// Passes over a comment inside a plain text with all lines of the text after it: symfony/yaml makes one line of the
  /// text before it looks for comments.
  private mutating func skipCommentedLines(_ needed: Int) {
    repeat {
      while position < end, breakLength(at: position) == 0 { advance() }
      while position < end {
        if at().isBlank {
          advance()
        } else if breakLength(at: position) > 0 {
          _ = takeBreak()
        } else {
          break
        }
      }
    } while position < end && column >= needed
    allowsKey = true
  }

  /// The bytes up to the next blank or sign that ends a plain text.
  private func plainLength(isLineValue: Bool) throws(Refusal) -> Int {
    var place = position
    while place < end {
      let byte = bytes[place]
      if byte.isBlank || breakLength(at: place) > 0 { break }
      if byte == Byte.colon {
        let next = place + 1 < end ? bytes[place + 1] : 0
        if isLineValue {
          guard endsLine(place + 1) else { throw Refusal(.colonInValue, ByteRange(place, place + 1)) }
        } else if place + 1 >= end || next.isBlank || breakLength(at: place + 1) > 0 {
          break
        }
        if flowLevel > 0, Self.isFlowSign(next) || (next == Byte.question && dialect.flowColon == .libyaml) {
          if dialect.flowColon == .libyaml { throw Refusal(.character, ByteRange(place, place + 1)) }
          if dialect.flowColon == .pyYAML { break }
        }
        if dialect.flowColon == .goccy, isInBraces, lastKind != .value { break }
      } else if flowLevel > 0, Self.isFlowSign(byte) || (byte == Byte.question && dialect.questionEndsFlowText) {
        break
      }
      place += 1
    }
    return place - position
  }

  /// Whether only spaces are left on the line, or no blank follows.
  private func endsLine(_ start: Int) -> Bool {
    var place = start
    guard place < end, bytes[place].isBlank else { return true }
    while place < end, bytes[place].isBlank { place += 1 }
    return place >= end || breakLength(at: place) > 0
  }

  private static func isFlowSign(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.openBracket || byte == Byte.closeBracket || byte == Byte.openBrace
      || byte == Byte.closeBrace
  }

  /// Cuts a text in quotes.
  mutating func fetchQuoted() throws(Refusal) {
    let start = position
    let quote = at()
    var text: [UInt8] = []
    advance()
    while true {
      if (!dialect.readsLines && (isMarker(Byte.dash) || isMarker(Byte.dot))) || position >= end {
        throw Refusal(.unclosedQuote, ByteRange(start, min(start + 1, end)))
      }
      var gap = LineGap()
      while position < end, !isBlankOrEnd(0) {
        let byte = at()
        if byte == quote {
          guard quote == Byte.singleQuote, at(1) == quote else { break }
          text.append(quote)
          advance(2)
        } else if quote == Byte.doubleQuote, byte == Byte.backslash {
          if breakLength(at: position + 1) > 0 {
            advance()
            _ = takeBreak()
            gap.hasBreak = true
            break
          }
          try takeEscape(into: &text)
        } else {
          text.append(byte)
          advance()
        }
      }
      if at() == quote, position < end, !gap.hasBreak {
        advance()
        break
      }
      while position < end {
        if at().isBlank {
          if !gap.hasBreak { gap.blanks.append(at()) }
          advance()
        } else if breakLength(at: position) > 0 {
          gap.add(takeBreak())
        } else {
          break
        }
      }
      text += gap.joined
    }
    add(
      ReaderToken(
        kind: .scalar, range: ByteRange(start, position), text: text,
        style: quote == Byte.singleQuote ? .singleQuoted : .doubleQuoted))
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(Refusal) {
    let start = position
    let sign = at(1)
    if let value = EscapeTable.value(of: sign),
      sign != Byte.slash || dialect.escapesSlash, sign != Byte.singleQuote || dialect.escapesApostrophe
    {
      text += value
      return advance(2)
    }
    guard let digits = EscapeTable.digits(after: sign) else { throw refusal(.escape, from: start) }
    var code: UInt32 = 0
    for offset in 2..<2 + digits {
      guard let digit = at(offset).hexValue else { throw refusal(.escape, from: start) }
      code = code << 4 | digit
    }
    advance(2 + digits)
    if let scalar = Unicode.Scalar(code) {
      text += String(Character(scalar)).utf8
    } else if dialect.allowsSurrogates, code < 0x10000 {
      text += Surrogates.bytes(of: code)
      if dialect.joinsSurrogates { Surrogates.join(&text) }
    } else {
      throw refusal(.escape, from: start)
    }
  }

  /// Cuts the header and the lines of a block scalar.
  mutating func fetchBlockScalar() throws(Refusal) {
    let start = position
    let isFolded = at() == Byte.greater
    advance()
    let header = try takeBlockHeader(from: start)
    var width = header.increment > 0 ? max(indent, 0) + header.increment : 0
    var breaks: [[UInt8]] = []
    var textEnd = position
    try takeBlockBreaks(&width, &breaks)
    var text: [UInt8] = []
    var lastBreak: [UInt8] = []
    var wasBlank = false
    if dialect.stumblesOverBlocks, header.increment > 0, at() == Byte.space, column == width {
      throw refusal(.blockHeader, from: start)
    }
    while column == width, position < end {
      // symfony/yaml takes a tab at the start of a line for text like any other.
      let isBlank = dialect.readsLines ? at() == Byte.space : at().isBlank
      if isFolded, lastBreak.first == Byte.lineFeed, !wasBlank, !isBlank {
        if breaks.isEmpty { text.append(Byte.space) }
      } else {
        text += lastBreak
      }
      for one in breaks { text += one }
      breaks = []
      wasBlank = isBlank
      let lineStart = position
      while position < end, breakLength(at: position) == 0 { advance() }
      text += bytes[lineStart..<position]
      textEnd = position
      lastBreak = position < end ? takeBreak() : []
      try takeBlockBreaks(&width, &breaks)
    }
    if dialect.stumblesOverBlocks, header.chomping == .keep, text.isEmpty {
      if position < end { throw refusal(.blockHeader, from: start) }
      text = [Byte.lineFeed]
      breaks = []
    }
    if dialect.readsLines, text.isEmpty {
      // symfony/yaml counts the header's line and the one after as lines of the text, where there is one.
      let lines = position < end ? breaks.count + 2 : breaks.count
      let count = isFolded ? lines : max(lines - 1, 0)
      let kept = header.chomping == .keep ? count : header.chomping == .clip ? min(count, 1) : 0
      text = [UInt8](repeating: Byte.lineFeed, count: kept)
      breaks = []
    }
    if header.chomping != .strip { text += lastBreak }
    if header.chomping == .keep { for one in breaks { text += one } }
    add(
      ReaderToken(
        kind: .scalar, range: ByteRange(start, textEnd), text: text, style: isFolded ? .folded : .literal))
  }

  /// What happens to the last line ends of a block scalar (8.1.1.2).
  enum Chomping: Sendable {
    case clip
    case strip
    case keep
  }

  private mutating func takeBlockHeader(from start: Int) throws(Refusal) -> (chomping: Chomping, increment: Int) {
    var chomping = Chomping.clip
    var increment = 0
    var sawSign = false
    for _ in 0..<2 {
      if !sawSign, at() == Byte.plus || at() == Byte.dash {
        chomping = at() == Byte.plus ? .keep : .strip
        sawSign = true
        advance()
      } else if increment == 0, at().isDigit {
        increment = Int(at() - Byte.zero)
        if increment == 0, !dialect.readsLines { throw refusal(.blockHeader, from: start) }
        advance()
        while dialect.readsLines, at().isDigit, increment < 100 {
          increment = increment * 10 + Int(at() - Byte.zero)
          advance()
        }
      }
    }
    if !dialect.commentAfterBlockHeader, !(at() == Byte.space || position >= end || breakLength(at: position) > 0) {
      throw refusal(.blockHeader, from: start)
    }
    while at() == Byte.space || (at() == Byte.tab && dialect.tabs == .exceptBeforeKeys) { advance() }
    if at() == Byte.hash { while position < end, breakLength(at: position) == 0 { advance() } }
    guard position >= end || breakLength(at: position) > 0 else { throw refusal(.blockHeader, from: start) }
    if position < end { _ = takeBreak() }
    return (chomping, increment)
  }

  private mutating func takeBlockBreaks(_ width: inout Int, _ breaks: inout [[UInt8]]) throws(Refusal) {
    var widest = 0
    while position < end {
      while width == 0 || column < width, at() == Byte.space, position < end { advance() }
      if !dialect.readsLines || breakLength(at: position) == 0 { widest = max(widest, column) }
      if width == 0 || column < width, at() == Byte.tab, position < end, dialect.tabs == .exceptBeforeKeys {
        throw refusal(.tab)
      }
      guard breakLength(at: position) > 0 else { break }
      breaks.append(takeBreak())
    }
    if width == 0 { width = max(widest, indent + 1, 1) }
  }
}

/// What stands between two pieces of a text that goes over lines.
struct LineGap {
  /// The blanks before the first line break.
  var blanks: [UInt8] = []
  /// Whether there is a line break, escaped or not.
  var hasBreak = false
  private var first: [UInt8] = []
  private var later: [UInt8] = []
  private var sawFirst = false

  init() {}

  /// Takes a line break.
  mutating func add(_ text: [UInt8]) {
    if hasBreak {
      later += text
    } else {
      hasBreak = true
      first = text
    }
  }

  /// What it is in the value: one line break is a space, more are one less.
  var joined: [UInt8] {
    guard hasBreak else { return blanks }
    if first == [Byte.lineFeed] { return later.isEmpty ? [Byte.space] : later }
    return first + later
  }
}

/// The escapes of double quotes (YAML 1.2.2, 5.7).
enum EscapeTable {
  /// What an escape of one character stands for.
  static func value(of sign: UInt8) -> [UInt8]? {
    switch sign {
    case UInt8(ascii: "0"): [0]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"), Byte.tab: [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case Byte.space, Byte.doubleQuote, Byte.slash, Byte.backslash, Byte.singleQuote: [sign]
    case UInt8(ascii: "N"): [0xC2, 0x85]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case UInt8(ascii: "L"): [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): [0xE2, 0x80, 0xA9]
    default: nil
    }
  }

  /// How many hexadecimal digits follow.
  static func digits(after sign: UInt8) -> Int? {
    switch sign {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }
}
