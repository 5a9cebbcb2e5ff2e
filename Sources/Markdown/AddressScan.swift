import SourceText

/// Finds web and e-mail addresses that stand in the text without any mark, much as GitHub's autolink extension does.
struct AddressScan {
  private let bytes: [UInt8]
  private let start: Int
  private let limit: Int

  /// Looks at the bytes from `start` up to `limit`.
  init(_ bytes: [UInt8], start: Int, limit: Int) {
    self.bytes = bytes
    self.start = start
    self.limit = limit
  }

  /// The address to which the `:`, `@` or `w` at `position` belongs.
  func address(around position: Int) -> MarkdownRegion? {
    switch bytes[position] {
    case Byte.colon: url(colon: position)
    case Byte.at: mailbox(at: position)
    default: www(at: position)
    }
  }

  // MARK: The web

  private func url(colon: Int) -> MarkdownRegion? {
    var first = colon
    while first > start, colon - first < 16, bytes[first - 1].isLetter { first -= 1 }
    guard first < colon else { return nil }
    if bytes.hasBytes("//", at: colon + 1, limit: limit) {
      guard TargetScan.startsWithKnownScheme(bytes, ByteRange(first, colon + 1)) else { return nil }
      return region(from: first, after: colon + 3)
    }
    guard colon - first == 6, bytes.hasLetters("mailto", at: first, limit: colon), colon + 1 < limit,
      bytes[colon + 1].isAlphanumeric
    else { return nil }
    return region(from: first, after: colon + 1)
  }

  private func www(at position: Int) -> MarkdownRegion? {
    guard bytes.hasLetters("www.", at: position, limit: limit), position == start || isBoundary(bytes[position - 1])
    else { return nil }
    return region(from: position, after: position + 4)
  }

  private func isBoundary(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isAlphanumeric && byte != Byte.dot && byte != Byte.at && byte != Byte.dash
  }

  /// The URL from `first`; something must stand after `minimum`, and closing punctuation belongs to the sentence.
  private func region(from first: Int, after minimum: Int) -> MarkdownRegion? {
    var end = minimum
    var open = 0
    while end < limit, !isStop(at: end) {
      if bytes[end] == Byte.openParenthesis { open += 1 }
      if bytes[end] == Byte.closeParenthesis { open -= 1 }
      end += 1
    }
    while end > minimum {
      let byte = bytes[end - 1]
      if byte == Byte.closeParenthesis, open < 0 {
        open += 1
      } else if !isClosingPunctuation(byte) {
        break
      }
      end -= 1
    }
    return end > minimum ? MarkdownRegion(ByteRange(first, end), .bareURL) : nil
  }

  /// Blanks, brackets and quotes end an address; so do the blanks, quotes and dashes outside ASCII.
  private func isStop(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte <= Byte.space || byte == 0x7F { return true }
    switch byte {
    case Byte.less, Byte.greater, Byte.openBracket, Byte.closeBracket, Byte.doubleQuote, Byte.backtick, Byte.backslash,
      Byte.bar, Byte.openBrace, Byte.closeBrace:
      return true
    case 0xC2: return true
    case 0xE2, 0xE3: return index + 1 < limit && bytes[index + 1] == 0x80
    default: return false
    }
  }

  private func isClosingPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.question, Byte.exclamation, Byte.dot, UInt8(ascii: ","), Byte.colon, UInt8(ascii: ";"), Byte.asterisk,
      Byte.underscore, Byte.tilde, Byte.singleQuote:
      true
    default: false
    }
  }

  // MARK: Mail

  private func mailbox(at position: Int) -> MarkdownRegion? {
    var first = position
    while first > start, isMailByte(bytes[first - 1]) { first -= 1 }
    while first < position, isJoint(bytes[first]) || bytes[first] & 0xC0 == 0x80 { first += 1 }
    var end = position + 1
    var lastDot = position
    while end < limit, bytes[end] != Byte.plus, isMailByte(bytes[end]) {
      if bytes[end] == Byte.dot { lastDot = end }
      end += 1
    }
    while end > position, isJoint(bytes[end - 1]) { end -= 1 }
    guard first < position, end > position + 1, lastDot > position + 1, isMailByte(bytes[position + 1]) else {
      return nil
    }
    return MarkdownRegion(ByteRange(first, end), .bareAddress)
  }

  /// Letters, digits and `. - _ +`; letters outside ASCII, so that an address with an accent is seen whole.
  private func isMailByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || isJoint(byte) || byte == Byte.plus || byte >= 0xC3 && byte <= 0xDF
      || byte >= 0x80 && byte < 0xC0
  }

  private func isJoint(_ byte: UInt8) -> Bool {
    byte == Byte.dot || byte == Byte.dash || byte == Byte.underscore
  }
}
