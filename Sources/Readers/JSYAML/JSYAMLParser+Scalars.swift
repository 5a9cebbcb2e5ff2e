import DataTree
import SourceText

extension JSYAMLParser {
  private mutating func finish(_ text: [UInt8], _ style: NodeStyle, from start: Int, to stop: Int) {
    result = graph.append(.scalar, style, text, at: ByteRange(start, max(start, min(stop, end))))
  }

  /// The bytes of a piece; throws where js-yaml takes a character for no text.
  private func capture(_ start: Int, _ stop: Int, isQuoted: Bool) throws(Refusal) -> ArraySlice<UInt8> {
    guard start < stop else { return [] }
    var index = start
    while index < stop {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : UTF8Scan.length(at: index, in: bytes)
      var isBad = byte < 0x20 && byte != Byte.tab && (isQuoted || !byte.isLineBreak)
      if !isQuoted {
        isBad = isBad || byte == 0x7F
        if byte == 0xC2, index + 1 < end { isBad = bytes[index + 1] <= 0x9F && bytes[index + 1] != 0x85 }
        if byte == 0xEF, index + 2 < end { isBad = bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE }
      }
      if isBad { throw Refusal(.unprintable, ByteRange(index, min(index + length, end))) }
      index += length
    }
    return bytes[start..<stop]
  }

  private static func folded(_ breaks: Int) -> [UInt8] {
    breaks == 1 ? [Byte.space] : [UInt8](repeating: Byte.lineFeed, count: max(breaks - 1, 0))
  }

  mutating func readPlain(_ indent: Int, inFlow: Bool) throws(Refusal) -> Bool {
    guard position < end, !Self.isBlankOrEnd(byte), !Self.isFlowSign(byte) else { return false }
    switch byte {
    case Byte.hash, Byte.ampersand, Byte.asterisk, Byte.exclamation, Byte.bar, Byte.greater, Byte.singleQuote,
      Byte.doubleQuote, Byte.percent, Byte.at, Byte.backtick:
      return false
    case Byte.question, Byte.dash:
      if Self.isBlankOrEnd(at(1)) || (inFlow && Self.isFlowSign(at(1))) { return false }
    default: break
    }
    let start = position
    var text: [UInt8] = []
    var captureStart = position
    var captureEnd = position
    var pending: Int?
    scan: while position < end {
      if byte == Byte.colon {
        if Self.isBlankOrEnd(at(1)) || (inFlow && Self.isFlowSign(at(1))) { break }
      } else if byte == Byte.hash {
        if position > start, Self.isBlankOrEnd(bytes[position - 1]) { break }
      } else if position == lineStart && isSeparator() || (inFlow && Self.isFlowSign(byte)) {
        break
      } else if byte.isLineBreak {
        let saved = (line, lineStart, lineIndent, firstTab)
        let breaks = skip(comments: false)
        if lineIndent >= indent {
          pending = (pending ?? 0) + breaks
          continue
        }
        position = captureEnd
        (line, lineStart, lineIndent, firstTab) = saved
        break scan
      }
      if let breaks = pending {
        text += try capture(captureStart, captureEnd, isQuoted: false)
        text += Self.folded(breaks)
        captureStart = position
        captureEnd = position
        pending = nil
      }
      if !byte.isBlank { captureEnd = position + 1 }
      position += 1
    }
    text += try capture(captureStart, captureEnd, isQuoted: false)
    guard !text.isEmpty else { return false }
    finish(text, .plain, from: start, to: captureEnd)
    return true
  }

  mutating func readQuoted(_ indent: Int) throws(Refusal) -> Bool {
    guard byte == Byte.singleQuote || byte == Byte.doubleQuote, position < end else { return false }
    let quote = byte
    let start = position
    var text: [UInt8] = []
    position += 1
    var captureStart = position
    var captureEnd = position
    while position < end {
      if byte == quote {
        text += try capture(captureStart, position, isQuoted: true)
        position += 1
        guard quote == Byte.singleQuote, byte == quote, position < end else {
          finish(text, quote == Byte.singleQuote ? .singleQuoted : .doubleQuoted, from: start, to: position)
          return true
        }
        captureStart = position
        position += 1
        captureEnd = position
      } else if byte == Byte.backslash, quote == Byte.doubleQuote {
        text += try capture(captureStart, position, isQuoted: true)
        position += 1
        if byte.isLineBreak {
          skip(comments: false)
        } else {
          try takeEscape(into: &text)
        }
        captureStart = position
        captureEnd = position
      } else if byte.isLineBreak {
        text += try capture(captureStart, captureEnd, isQuoted: true)
        text += Self.folded(skip(comments: false))
        captureStart = position
        captureEnd = position
      } else if position == lineStart, isSeparator() {
        break
      } else {
        position += 1
        captureEnd = position
      }
    }
    throw Refusal(.unclosedQuote, ByteRange(start, start + 1))
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(Refusal) {
    let start = position - 1
    if byte != Byte.singleQuote, let value = EscapeTable.value(of: byte) {
      text += value
      position += 1
      return
    }
    guard let digits = EscapeTable.digits(after: byte) else { throw refusal(.escape, from: start) }
    var code: UInt32 = 0
    for offset in 1...digits {
      guard let digit = at(offset).hexValue else { throw refusal(.escape, from: start) }
      code = code << 4 | digit
    }
    position += digits + 1
    text += Surrogates.bytes(of: code)
    Surrogates.join(&text)
  }

  mutating func readBlockScalar(_ indent: Int) throws(Refusal) -> Bool {
    guard byte == Byte.bar || byte == Byte.greater, position < end else { return false }
    let isFolded = byte == Byte.greater
    let start = position
    var chomping = TokenScanner.Chomping.clip
    var isDetected = false
    var width = indent
    position += 1
    while position < end {
      if byte == Byte.plus || byte == Byte.dash {
        guard chomping == .clip else { throw refusal(.blockHeader, from: start) }
        chomping = byte == Byte.plus ? .keep : .strip
      } else if byte.isDigit {
        guard byte != Byte.zero, !isDetected else { throw refusal(.blockHeader, from: start) }
        width = indent + Int(byte - Byte.zero) - 1
        isDetected = true
      } else {
        break
      }
      position += 1
    }
    if byte.isBlank {
      while byte.isBlank, position < end { position += 1 }
      if byte == Byte.hash { while position < end, !byte.isLineBreak { position += 1 } }
    }
    var text: [UInt8] = []
    var emptyLines = 0
    var didRead = false
    var atMoreIndented = false
    var textEnd = position
    while position < end {
      guard byte.isLineBreak else { throw refusal(.blockHeader, from: start) }
      takeBreak()
      lineIndent = 0
      while !isDetected || lineIndent < width, byte == Byte.space, position < end {
        lineIndent += 1
        position += 1
      }
      if !isDetected, lineIndent > width { width = lineIndent }
      if byte.isLineBreak, position < end {
        emptyLines += 1
        continue
      }
      if lineIndent < width || position >= end { break }
      let breaks = didRead ? 1 + emptyLines : emptyLines
      if isFolded {
        if byte.isBlank {
          atMoreIndented = true
          text += [UInt8](repeating: Byte.lineFeed, count: breaks)
        } else if atMoreIndented {
          atMoreIndented = false
          text += [UInt8](repeating: Byte.lineFeed, count: emptyLines + 1)
        } else if emptyLines == 0 {
          if didRead { text.append(Byte.space) }
        } else {
          text += [UInt8](repeating: Byte.lineFeed, count: emptyLines)
        }
      } else {
        text += [UInt8](repeating: Byte.lineFeed, count: breaks)
      }
      didRead = true
      isDetected = true
      emptyLines = 0
      let captureStart = position
      while position < end, !byte.isLineBreak { position += 1 }
      text += try capture(captureStart, position, isQuoted: false)
      textEnd = position
    }
    if chomping == .keep {
      text += [UInt8](repeating: Byte.lineFeed, count: didRead ? 1 + emptyLines : emptyLines)
    } else if chomping == .clip, didRead {
      text.append(Byte.lineFeed)
    }
    finish(text, isFolded ? .folded : .literal, from: start, to: textEnd)
    return true
  }
}

/// Halves of characters that escapes of UTF-16 name.
enum Surrogates {
  /// The bytes of a code, half of a pair included.
  static func bytes(of code: UInt32) -> [UInt8] {
    if let scalar = Unicode.Scalar(code) { return Array(String(Character(scalar)).utf8) }
    guard code < 0x10000 else { return [0xEF, 0xBF, 0xBD] }
    return [UInt8(0xE0 | code >> 12), UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F)]
  }

  /// Makes one character of two halves at the end of a text.
  static func join(_ text: inout [UInt8]) {
    guard text.count >= 6 else { return }
    let start = text.count - 6
    guard text[start] == 0xED, text[start + 1] & 0xF0 == 0xA0, text[start + 3] == 0xED, text[start + 4] & 0xF0 == 0xB0
    else { return }
    let high = UInt32(text[start + 1] & 0x0F) << 6 | UInt32(text[start + 2] & 0x3F)
    let low = UInt32(text[start + 4] & 0x0F) << 6 | UInt32(text[start + 5] & 0x3F)
    guard let scalar = Unicode.Scalar(0x10000 + (high << 10 | low)) else { return }
    text.removeLast(6)
    text += String(Character(scalar)).utf8
  }

  /// Makes one character of every two halves that follow each other.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0xED) else { return text }
    var result: [UInt8] = []
    for byte in text {
      result.append(byte)
      join(&result)
    }
    return result
  }
}
