public import SourceText

/// Recognises `mailto:` and what people write in its place.
struct MailtoScheme {
  /// What stands where the scheme should; empty where nothing does.
  var range: ByteRange
  /// Whether it is `mailto:`, in whatever case.
  var isRight: Bool

  /// Reads the start of `range`: `mailto:`, `mailto :`, `mailto=`, `mailto：`, `mailto//`, `mail:`, `e-mail:`, `malito:`,
  /// `malto:`, `http://mailto:`.
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
      if next == Byte.colon || next == Byte.equals || next == Byte.semicolon {
        after += 1
      } else if let sign = Self.signs.first(where: { bytes[after..<end].starts(with: $0.utf8) }) {
        after += sign.utf8.count
      }
      // "mailtoujours@…" is an address and no scheme.
      if after == start + 6 { after = start }
    } else if bytes.hasLetters("http://mailto:", at: start, limit: end) {
      after += 14
    } else if bytes.hasLetters("https://mailto:", at: start, limit: end) {
      after += 15
    } else {
      after = Self.misspelled(bytes, range) ?? Self.slip(bytes, range) ?? start
    }
    self.range = ByteRange(start, after)
  }

  /// What stands for the colon now and then: the full-width one of East Asian keyboards, and slashes alone.
  private static let signs = ["：", "//"]

  /// The offset after a word that has one slip in `mailto`, and a colon.
  private static func slip(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    let word = bytes[range.indices].prefix(8).prefix { $0 != Byte.colon }
    guard (5...7).contains(word.count), word.endIndex < range.end, bytes[word.endIndex] == Byte.colon,
      EditDistance.distance(word.map { $0 | 0x20 }, Array("mailto".utf8), limit: 1) != nil
    else { return nil }
    return word.endIndex + 1
  }

  /// The offset after up to eight letters of `e-mailto`, m, a and i among them, and a colon: no other scheme is made so.
  private static func misspelled(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    var index = range.start
    var seen = (m: false, a: false, i: false)
    while index < range.end, index - range.start < 9 {
      switch bytes[index] | 0x20 {
      case UInt8(ascii: "m"): seen.m = true
      case UInt8(ascii: "a"): seen.a = true
      case UInt8(ascii: "i"): seen.i = true
      case UInt8(ascii: "e"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "o"), Byte.dash: break
      default:
        guard index - range.start >= 4, bytes[index] == Byte.colon, seen == (true, true, true) else {
          return nil
        }
        return index + 1
      }
      index += 1
    }
    guard index - range.start >= 4, index < range.end, bytes[index] == Byte.colon, seen == (true, true, true)
    else {
      return nil
    }
    return index + 1
  }
}

extension MailtoURI {
  /// Whether a link target, whose escapes are decoded, is meant to write to someone: it starts with `mailto:` or
  /// something like it, or it is an e-mail address without any scheme.
  ///
  /// A name with an `@` is an address where its end is that of a host and not of a file: `logo@2x.png`, `plan@2024.pdf`
  /// and `paquet@1.2.3` are files and versions.
  public static func isMeant(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    let range = bytes.trimmed(bytes.clamped(range))
    let scheme = MailtoScheme(bytes, range)
    if scheme.isRight || !scheme.range.isEmpty { return true }
    var at: Int?
    var end = range.end
    for index in range.indices {
      switch bytes[index] {
      case Byte.at where index == range.start: return false
      case Byte.at: at = at ?? index
      case Byte.question, Byte.comma, Byte.semicolon, Byte.space, Byte.ampersand:
        end = index
      case Byte.colon, UInt8(ascii: "/"), UInt8(ascii: "#"): return false
      default: break
      }
      if end < range.end { break }
    }
    guard let at else {
      let text = bytes[range.indices].prefix { $0 != Byte.question }
      return AddressMending.mayMend(text) && AddressMending.mended(Array(text)) != nil
    }
    return hasHostName(bytes, ByteRange(at + 1, end))
  }

  /// Whether the name in `range` ends as those of hosts do; signs round it do not count.
  private static func hasHostName(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    var name = bytes[range.indices]
    while let last = name.last, !last.isAlphanumeric, last < 0x80 { name.removeLast() }
    guard let dot = name.lastIndex(of: Byte.dot), dot > name.startIndex else { return false }
    let label = name[(dot + 1)...]
    return TopLevelDomain.isKnown(label) && !TopLevelDomain.isDocument(label)
  }
}
