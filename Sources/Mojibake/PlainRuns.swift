// Runs of characters beyond ASCII that one look tells to be in order: nearly all of a text that is.
extension WindowFinder {
  /// Where the run at `start` ends, with ASCII behind it, if it is plainly in order: a letter or sign by itself that stands
  /// well between its neighbours, a word of Greek or Cyrillic, characters that no page has. Else `start`: it takes a closer
  /// look. `~end` where it is nothing but a letter that stands oddly.
  ///
  /// Nothing is read beyond `limit`.
  @inline(__always)
  static func plainEnd(_ text: Text, from start: Int, _ limit: Int, _ model: TextModel?) -> Int {
    guard start &+ 8 <= limit else { return start }
    let raw = unsafe UnsafeRawBufferPointer(text.bytes)
    let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    guard word & 0x80_C0E0 == 0x80C0 else {
      if word & 0x80C0_C0F0 == 0x80_80E0, isInNoPage(word) { return start &+ 3 }
      // Capitals with an accent stand at no start of a run of more.
      if word & 0xE0FF == 0x80C3 { return start }
      return unsafe word & 0xE0 == 0xC0 && word & 0xFF >= 0xCE
        ? letterEnd(text, from: start, limit) : farEnd(text, from: start, limit)
    }
    // Two bytes between ASCII.
    let value = UInt32(truncatingIfNeeded: (word & 0x1F) << 6 | word >> 8 & 0x3F)
    if value >= 0x380 { return unsafe letterEnd(text, from: start, limit) }
    guard value >= 0xA0, value < 0x370 else { return start }
    let kind = unsafe text.roles[Int(value)] >> 29
    if kind == Ordinariness.always.rawValue { return start &+ 2 }
    let before: UInt8 = start > 0 ? unsafe text.bytes[start &- 1] : 0x20
    guard kind == Ordinariness.byItsPairs.rawValue, value > 0xDE, value < 0x240, before < 0x80, let model,
      let cost = model.cost(of: value, betweenASCII: before, and: UInt8(truncatingIfNeeded: word >> 16))
    else { return start }
    return cost < strange ? start &+ 2 : value > 0xDF ? ~(start &+ 2) : start
  }

  /// Whether the three bytes that a word begins with, which have the form of a character, are one that no page has. Those are
  /// all that begin with E1, E3 to EC or EE, and with E0, whose second byte is one from A0 on.
  @inline(__always)
  private static func isInNoPage(_ word: UInt64) -> Bool {
    (0x5FFA | word >> 13 & 1) >> (word & 0x0F) & 1 != 0
  }

  /// The character of two bytes at `index`.
  @inline(__always)
  private static func pair(_ text: Text, at index: Int) -> UInt32? {
    let (lead, second) = unsafe (text.bytes[index], text.bytes[index + 1])
    guard lead >= 0xC2, second & 0xC0 == 0x80 else { return nil }
    return UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
  }

  /// The end of a run of characters that no page has, and of letters and signs that stand anywhere and could be no byte
  /// after the one before.
  private static func farEnd(_ text: Text, from start: Int, _ limit: Int) -> Int {
    let raw = unsafe UnsafeRawBufferPointer(text.bytes)
    let end = start + longest
    var index = start
    /// The roles of the last character, and those of all.
    var (last, all): (UInt32, UInt32) = (0, 0)
    while index < end, index + 4 <= limit {
      let word = unsafe UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      if word & 0x80 == 0 { return index }
      var (value, length): (UInt32, Int)
      if word & 0xC0_C0F0 == 0x80_80E0 {
        if isInNoPage(UInt64(word)) {
          last = 0
          index += 3
          continue
        }
        (value, length) = ((word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F, 3)
        guard value >= 0x800, value & 0xF800 != 0xD800, value < 0xF8C0 || (value >= 0xF900 && value < 0xFFC0) else {
          return start
        }
      } else {
        guard let value2 = unsafe pair(text, at: index), value2 >= 0xA0, value2 < 0x370 || value2 >= 0x530 else {
          return start
        }
        (value, length) = (value2, 2)
      }
      let roles = value < 0x2600 ? unsafe text.roles[Int(value)] : 0
      guard last & roles >> 16 & 0x0FFF == 0 else { return start }
      switch roles >> 29 {
      case Ordinariness.always.rawValue: break
      // No small letter of ASCII stands before it, and no other byte behind it.
      case Ordinariness.afterNoSmallLetter.rawValue:
        guard index > start, unsafe text.bytes[index + length] < 0x80 else { return start }
      default: return start
      }
      // ’ is a lead byte in Mac Roman alone, of letters that damage is not looked for in.
      last = value == 0x2019 ? 0 : roles
      all |= roles
      index += length
    }
    // As far as a run is gone through at once.
    return index >= end && index < limit && all == 0 ? index : start
  }

  /// The end of a word of Greek or Cyrillic by itself, in small letters but for the first, with ’ between them, or of one in
  /// letters of scripts that no page has; four letters at a time.
  private static func letterEnd(_ text: Text, from start: Int, _ limit: Int) -> Int {
    let raw = unsafe UnsafeRawBufferPointer(text.bytes)
    let before: UInt8 = start > 0 ? unsafe text.bytes[start - 1] : 0x20
    guard before < 0x80, !isLetter(before), let first = unsafe pair(text, at: start) else { return start }
    // The letters that may follow, by code point.
    let (low, high): (UInt64, UInt64) =
      first >= 0x530 ? (0x530, 0x800) : first < 0x400 ? (0x3AC, 0x3CF) : (0x430, 0x460)
    let lanes: UInt64 = 0x0001_0001_0001_0001
    let (fromLow, fromHigh) = (lanes &* (0x8000 - low), lanes &* (0x8000 - high))
    let end = min(limit - 8, start + longest)
    var index = start + 2
    var isLetter = true
    while index <= end {
      let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if word & 0x80 == 0 {
        return isLetter && !Self.isLetter(UInt8(truncatingIfNeeded: word)) ? index : start
      }
      let values = (word & 0x001F_001F_001F_001F) << 6 | word >> 8 & 0x003F_003F_003F_003F
      let shape = (word & 0xC0E0_C0E0_C0E0_C0E0) ^ 0x80C0_80C0_80C0_80C0
      // The top of a lane is set where it does not hold two bytes of one character, from `low` up to `high`.
      let others =
        ((shape &+ 0x7FFF_7FFF_7FFF_7FFF) | ~(values &+ fromLow) | (values &+ fromHigh)) & 0x8000_8000_8000_8000
      if others == 0 {
        index += 8
        isLetter = true
        continue
      }
      let count = others.trailingZeroBitCount >> 4
      index += 2 * count
      isLetter = isLetter || count > 0
      if count > 0 { continue }
      // The apostrophe of Ukrainian parts a word.
      guard word & 0xFF_FFFF == 0x99_80E2, first < 0x530, isLetter else { return start }
      index += 3
      isLetter = false
    }
    return start
  }
}
