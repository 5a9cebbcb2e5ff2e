public import SourceText

/// Takes apart a value in which people name several addresses: `a@b.fr, c@d.fr`, `a@b.fr;c@d.fr`, `a@b.fr et c@d.fr`.
public enum AddressList {
  /// One entry: an address, an identifier, or whatever else stands between two separators.
  public struct Entry: Hashable, Sendable {
    /// The entry without blanks around it; of `Name <address>` the address.
    public var range: ByteRange
    /// What separates it from the entry before, blanks included; `nil` for the first.
    public var separator: ByteRange?
  }

  /// The entries in `range`, which is cut to `bytes`; none is empty.
  ///
  /// Entries are separated by `,` `;` `|`, line ends, the words *et*, *and*, *ou*, *or*, the sign `&` between blanks,
  /// and by blanks alone where an `@` stands on both sides. Separators in quotes and in angle brackets do not count.
  public static func split(_ bytes: [UInt8], in range: ByteRange) -> [Entry] {
    var entries: [Entry] = []
    for piece in ranges(bytes, in: range) {
      let end = entries.last?.range.end
      entries.append(Entry(range: piece, separator: end.map { ByteRange($0, piece.start) }))
    }
    return entries
  }

  /// The ranges of the entries, as above.
  package static func ranges(_ bytes: [UInt8], in range: ByteRange) -> [ByteRange] {
    pieces(bytes, bytes.clamped(range))
  }

  /// Whether a comma between `address` and `text` stands for a dot: the address has none behind its `@`, and the text is
  /// the end of a host's name.
  public static func isEnd(_ text: ArraySlice<UInt8>, of address: ArraySlice<UInt8>) -> Bool {
    guard TopLevelDomain.isKnown(text), let at = address.lastIndex(of: Byte.at), at + 1 < address.endIndex else {
      return false
    }
    return !address[at...].contains(Byte.dot)
  }

  /// The parts between punctuation, each cut again into words.
  private static func pieces(_ bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    var quote = false
    var angle = false
    var start = range.start
    for index in range.start...range.end {
      if index < range.end {
        let byte = bytes[index]
        if byte == Byte.doubleQuote { quote.toggle() }
        if !quote, byte == Byte.less || byte == Byte.greater { angle = byte == Byte.less }
        if quote || angle || !isPunctuation(byte) { continue }
      }
      addWords(bytes, bytes.trimmed(ByteRange(start, index)), &result)
      start = index + 1
    }
    return result
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.semicolon || byte == UInt8(ascii: "|") || byte == 0x0A
      || byte == 0x0D
  }

  /// Cuts `range` at conjunctions, and at blanks between two words that both hold an `@`.
  private static func addWords(_ bytes: [UInt8], _ range: ByteRange, _ result: inout [ByteRange]) {
    var entry: ByteRange?
    var hasAt = false
    var index = range.start
    var quote = false
    while index < range.end {
      while index < range.end, AddressByte.isWhitespace(bytes[index]) { index += 1 }
      let start = index
      var wordHasAt = false
      while index < range.end, quote || !AddressByte.isWhitespace(bytes[index]) {
        if bytes[index] == Byte.doubleQuote { quote.toggle() }
        if bytes[index] == Byte.at { wordHasAt = true }
        index += 1
      }
      let word = ByteRange(start, index)
      if word.isEmpty { break }
      if let open = entry {
        let isConjunction = isConjunction(bytes, word) && word.end < range.end
        if isConjunction || hasAt && wordHasAt {
          add(bytes, open, &result)
          entry = isConjunction ? nil : word
          hasAt = wordHasAt
          continue
        }
        entry = ByteRange(open.start, word.end)
        hasAt = hasAt || wordHasAt
      } else {
        entry = word
        hasAt = wordHasAt
      }
    }
    if let entry { add(bytes, entry, &result) }
  }

  private static func isConjunction(_ bytes: [UInt8], _ word: ByteRange) -> Bool {
    let words: [StaticString] = ["et", "and", "ou", "or", "&", "/"]
    return words.contains { text in
      word.count == text.utf8CodeUnitCount && bytes.hasLetters(text, at: word.start, limit: word.end)
    }
  }

  private static func add(_ bytes: [UInt8], _ range: ByteRange, _ result: inout [ByteRange]) {
    var range = range
    if bytes[range.end - 1] == Byte.greater,
      let open = bytes[range.indices].lastIndex(of: Byte.less), open + 1 < range.end - 1
    {
      range = bytes.trimmed(ByteRange(open + 1, range.end - 1))
    }
    if !range.isEmpty { result.append(range) }
  }
}
