public import SourceText

/// Recognises `mailto:` and what people write in its place.
struct MailtoScheme {
  /// What stands where the scheme should; empty where nothing does.
  var range: ByteRange
  /// Whether it is `mailto:`, in whatever case.
  var isRight: Bool

  /// Reads the start of `range`: `mailto:`, `mailto :`, `mailto=`, `mail:`, `e-mail:`, `malito:`, `http://mailto:`.
  init(_ bytes: [UInt8], _ range: ByteRange) {
    let start = range.start
    let end = range.end
    isRight = bytes.hasLetters("mailto:", at: start, limit: end)
    var after = start
    if isRight {
      after += 7
    } else if bytes.hasLetters("mailto", at: start, limit: end) {
      after += 6
      while after < end, AddressByte.isWhitespace(bytes[after]) { after += 1 }
      let next = after < end ? bytes[after] : 0
      if next == AddressByte.colon || next == AddressByte.equals || next == AddressByte.semicolon { after += 1 }
      // "mailtoujours@…" is an address and no scheme.
      if after == start + 6 { after = start }
    } else if bytes.hasLetters("http://mailto:", at: start, limit: end) {
      after += 14
    } else if bytes.hasLetters("https://mailto:", at: start, limit: end) {
      after += 15
    } else {
      after = Self.misspelled(bytes, range) ?? start
    }
    self.range = ByteRange(start, after)
  }

  /// The offset after up to eight letters of `e-mailto`, m, a and i among them, and a colon: no other scheme is made so.
  private static func misspelled(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    let letters = Array("e-mailto".utf8)
    var index = range.start
    while index < range.end, index - range.start < 9, letters.contains(bytes[index] | 0x20) { index += 1 }
    guard index - range.start >= 4, index < range.end, bytes[index] == AddressByte.colon else { return nil }
    let word = bytes[range.start..<index].map { $0 | 0x20 }
    guard Array("mai".utf8).allSatisfy(word.contains) else { return nil }
    return index + 1
  }
}

extension MailtoURI {
  /// Whether a link target is meant to write to someone: it starts with `mailto:` or something like it, or it is an
  /// e-mail address without any scheme.
  public static func isMeant(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    let range = bytes.trimmed(bytes.clamped(range))
    let scheme = MailtoScheme(bytes, range)
    if scheme.isRight || !scheme.range.isEmpty { return true }
    var hasAt = false
    for index in range.indices {
      switch bytes[index] {
      case AddressByte.at where index == range.start: return false
      case AddressByte.at: hasAt = true
      case AddressByte.question, AddressByte.comma, AddressByte.semicolon: return hasAt
      case AddressByte.colon, UInt8(ascii: "/"), UInt8(ascii: "#"): return false
      default: break
      }
    }
    return hasAt
  }
}
