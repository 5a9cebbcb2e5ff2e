import SourceText

/// Tells where an invisible character does its work: spelling, the direction of writing, the parts of an emoji.
struct InvisibleUse {
  private let bytes: [UInt8]
  /// The lines that were looked through last, and whether a letter that is written from the right stands in them.
  private var lines = (range: ByteRange(at: 0), isRightToLeft: false)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether the character in `range` belongs where it stands. Asked in order, it is linear in the text.
  mutating func isAtWork(_ scalar: Unicode.Scalar, _ range: ByteRange) -> Bool {
    let before = CodePoint.before(range.start, in: bytes)
    let after = range.end < bytes.count ? UTF8Scan.scalar(at: range.end, in: bytes)?.value : nil
    switch scalar.value {
    case 0x200C:
      return isJoined(before) || isJoined(after)
    case 0x200D:
      return isJoined(before) || isJoined(after) || (isEmoji(endingAt: range.start) && isEmoji(at: range.end))
    case 0x200B, 0x2060:
      return isWrittenWithoutSpaces(before) || isWrittenWithoutSpaces(after)
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202C, 0x2066...0x2069:
      return isNearRightToLeft(range)
    case 0x34F:
      // It keeps marks of one letter apart, in Hebrew above all.
      return after.map { $0.properties.generalCategory == .nonspacingMark } ?? false
    case 0x115F, 0x1160, 0x3164, 0xFFA0:
      return isHangul(before) || isHangul(after)
    default: return false
    }
  }

  /// Scripts whose spelling needs joiners (Unicode Standard, section 23.2): Arabic, Syriac, those of India, of
  /// South-East Asia, and Mongolian.
  private func isJoined(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x600...0x109F, 0x1780...0x18AF, 0x1B00...0x1BBF, 0xA980...0xA9DF, 0xA8E0...0xA8FF, 0xFB50...0xFDFF,
      0xFE70...0xFEFC, 0x11000...0x11FFF, 0x1E900...0x1E95F:
      true
    default: false
    }
  }

  /// Scripts that mark the ends of words with U+200B: Thai, Lao, Tibetan, Burmese, Khmer, Tai, Balinese, Javanese.
  private func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0xE00...0x109F, 0x1780...0x17FF, 0x1950...0x1AAF, 0x1B00...0x1B7F, 0xA980...0xA9FF, 0xAA60...0xAADF: true
    default: false
    }
  }

  /// Whether a letter is Korean: beside one, a filler stands for the part of a syllable that is not written.
  private func isHangul(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x1100...0x115E, 0x1161...0x11FF, 0x3131...0x3163, 0x3165...0x318E, 0xA960...0xA97C, 0xAC00...0xD7FB,
      0xFFA1...0xFFDC:
      true
    default: false
    }
  }

  // MARK: Emoji

  private func isEmoji(endingAt offset: Int) -> Bool {
    if let scalar = CodePoint.before(offset, in: bytes), CodePoint.isEmojiPart(scalar) { return true }
    return escape(endingAt: offset).map(CodePoint.isEmojiPart) ?? false
  }

  private func isEmoji(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    if let scalar = UTF8Scan.scalar(at: offset, in: bytes)?.value, CodePoint.isEmojiPart(scalar) { return true }
    return escape(at: offset).map(CodePoint.isEmojiPart) ?? false
  }

  /// The character of a YAML escape, `\uFE0F` or `\U0001F469`, that ends at `offset`.
  private func escape(endingAt offset: Int) -> Unicode.Scalar? {
    [6, 10].lazy.compactMap { offset >= $0 ? escape(at: offset - $0, ending: offset) : nil }.first
  }

  /// The character of the YAML escape that begins at `offset`, which must end at `end` where that is given.
  private func escape(at offset: Int, ending end: Int? = nil) -> Unicode.Scalar? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\") else { return nil }
    let length: Int
    switch bytes[offset + 1] {
    case UInt8(ascii: "u"): length = 6
    case UInt8(ascii: "U"): length = 10
    default: return nil
    }
    guard offset + length <= bytes.count, offset + length == end ?? (offset + length) else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(offset + 2)..<(offset + length)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return Unicode.Scalar(value)
  }

  // MARK: Direction

  /// Whether a Hebrew or Arabic letter stands in the line of `range`, or in one of the two lines before or after it.
  private mutating func isNearRightToLeft(_ range: ByteRange) -> Bool {
    if range.start >= lines.range.start, range.end <= lines.range.end { return lines.isRightToLeft }
    let own = line(around: range)
    var near = own
    for _ in 0..<2 {
      near.start = line(around: ByteRange(at: max(near.start - 1, 0))).start
      near.end = line(around: ByteRange(at: min(near.end + 1, bytes.count))).end
    }
    lines = (own, holdsRightToLeft(near))
    return lines.isRightToLeft
  }

  private func line(around range: ByteRange) -> ByteRange {
    var range = range
    while range.start > 0, bytes[range.start - 1] != 0x0A { range.start -= 1 }
    while range.end < bytes.count, bytes[range.end] != 0x0A { range.end += 1 }
    return range
  }

  /// The lead bytes D6 to DF are Hebrew, Arabic, Syriac, Thaana and NKo, all written from the right.
  private func holdsRightToLeft(_ range: ByteRange) -> Bool {
    var index = range.start
    while index < range.end {
      switch bytes[index] {
      // U+061C is a mark itself.
      case 0xD8 where index + 1 < range.end && bytes[index + 1] == 0x9C: index += 1
      case 0xD6...0xDF: return true
      case 0xE0 where index + 1 < range.end && bytes[index + 1] >= 0xA0 && bytes[index + 1] <= 0xA3: return true
      case 0xEF, 0xF0:
        if let scalar = UTF8Scan.scalar(at: index, in: bytes)?.value.value {
          switch scalar {
          case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
          default: break
          }
        }
      default: break
      }
      index += 1
    }
    return false
  }
}
