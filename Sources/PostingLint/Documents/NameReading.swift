import SourceText

/// Tells words of a text from names that machines look up by their bytes: paths, addresses, file names, keys, ids.
struct NameReading {
  private let bytes: [UInt8]
  /// Where the body starts: before it stand keys and values.
  private let body: Int
  private var last = (range: ByteRange(at: 0), isName: false)

  init(_ bytes: [UInt8], body: Int) {
    self.bytes = bytes
    self.body = body
  }

  /// Whether the word around `range` is such a name. Asked in order, each word is read once.
  mutating func isName(at range: ByteRange) -> Bool {
    if range.start >= last.range.start, range.end <= last.range.end { return last.isName }
    var word = range
    while word.start > 0, !Self.isEdge(bytes[word.start - 1]) { word.start -= 1 }
    while word.end < bytes.count, !Self.isEdge(bytes[word.end]) { word.end += 1 }
    last = (word, isName(word))
    return last.isName
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  private func isName(_ word: ByteRange) -> Bool {
    for offset in word.indices {
      switch bytes[offset] {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "="): return true
      // At the ends of a word it is emphasis.
      case UInt8(ascii: "_") where offset > word.start && offset + 1 < word.end: return true
      // A dot before a letter or a digit is followed by the kind of a file.
      case UInt8(ascii: ".") where offset + 1 < word.end && Self.isLetterOrDigit(bytes[offset + 1]): return true
      case UInt8(ascii: ":") where word.start < body: return true
      default: break
      }
    }
    return word.start < body && isID(word)
  }

  /// Whether a word of the front matter is a whole value in small letters.
  private func isID(_ word: ByteRange) -> Bool {
    if let first = bytes[word.indices].first(where: { Self.isLetterOrDigit($0) || $0 >= 0x80 }),
      first >= 0x41, first <= 0x5A
    {
      return false
    }
    var start = word.start
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == UInt8(ascii: "\"") { start -= 1 }
    var end = word.end
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: "\"") { end += 1 }
    let opens = start == 0 || Array(":-[,\n".utf8).contains(bytes[start - 1])
    return opens && (end >= bytes.count || Array(",]#\r\n".utf8).contains(bytes[end]))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }
}
