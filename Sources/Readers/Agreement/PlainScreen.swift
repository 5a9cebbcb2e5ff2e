import DataTree
import SourceText

/// Tells front matter that every reader of YAML reads alike, by looking at each byte and node once.
///
/// It says no where it is not sure; then the readers themselves are asked.
enum PlainScreen {
  /// Whether every reader of YAML makes the same of the nodes in a range.
  static func isPlain(_ tree: DataTree, in range: ByteRange) -> Bool {
    guard tree.roots.count == 1, let root = tree.root, tree[root].kind == .mapping, tree[root].style == .block,
      tree.properties.isEmpty, tree.documents.allSatisfy({ $0.startMarker == nil && $0.endMarker == nil }),
      bytesArePlain(tree.bytes, in: range)
    else { return false }
    for index in tree.nodes.indices where !isPlain(tree.nodes[index], tree) { return false }
    return keysArePlain(tree)
  }

  /// Whether the lines around the front matter of a page, and those in it, let every reader find the same text: a line
  /// `---` at the start of the file, another one with its line end below, and none that begins with three dashes or dots
  /// between them.
  static func fencesArePlain(_ bytes: [UInt8], around range: ByteRange) -> Bool {
    guard let start = lineEnd(bytes, after: 0), start == range.start, range.end >= start, isFence(bytes, at: 0),
      isFence(bytes, at: range.end), lineEnd(bytes, after: range.end) != nil
    else { return false }
    var place = start
    while place + 2 < range.end {
      let byte = bytes[place]
      if byte == Byte.dash || byte == Byte.dot, bytes[place + 1] == byte, bytes[place + 2] == byte { return false }
      guard let next = bytes[place..<range.end].firstIndex(of: Byte.lineFeed) else { break }
      place = next + 1
    }
    return true
  }

  private static func isFence(_ bytes: [UInt8], at start: Int) -> Bool {
    bytes.count >= start + 3 && bytes[start..<start + 3].allSatisfy { $0 == Byte.dash }
  }

  /// Where the line after the three characters at `start` begins; `nil` where they are not the whole line.
  private static func lineEnd(_ bytes: [UInt8], after start: Int) -> Int? {
    var place = start + 3
    if place < bytes.count, bytes[place] == Byte.carriageReturn { place += 1 }
    return place < bytes.count && bytes[place] == Byte.lineFeed ? place + 1 : nil
  }

  private static func bytesArePlain(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    for index in range.indices {
      let byte = bytes[index]
      if byte < 0x20 {
        if byte != Byte.lineFeed && byte != Byte.carriageReturn { return false }
        if byte == Byte.carriageReturn && !(index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed) {
          return false
        }
      } else if byte >= 0x7F {
        switch byte {
        case 0x7F, 0xC0, 0xC1, 0xED, 0xEF, 0xF5...: return false
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA1: return false
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
          return false
        default: break
        }
      }
    }
    return true
  }

  private static func isPlain(_ node: Node, _ tree: DataTree) -> Bool {
    switch node.kind {
    case .alias: return false
    case .sequence, .mapping: return true
    case .scalar: break
    }
    switch node.style {
    case .singleQuoted, .doubleQuoted: return node.isVerbatim
    case .plain: return node.isVerbatim && textIsPlain(tree.bytes, node.range)
    default: return false
    }
  }

  private static func textIsPlain(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard !range.isEmpty, range.end <= bytes.count else {
      // `[a:]` is a text to some and a mapping to others.
      return range.isEmpty
        && !(range.start < bytes.count
          && [Byte.closeBracket, Byte.closeBrace, Byte.comma].contains(bytes[range.start]))
    }
    let first = bytes[range.start]
    if first.isLetter || first >= 0x80 || first == Byte.slash || first == UInt8(ascii: "(") {
      // What flow collections read differently is left to the readers.
      for index in range.indices where !bytes[index].isLetter {
        switch bytes[index] {
        case Byte.colon where index + 1 < range.end && bytes[index + 1] != Byte.slash: return false
        case Byte.colon where index + 1 == range.end: return false
        case Byte.question, Byte.hash, Byte.openBracket, Byte.openBrace, Byte.closeBracket, Byte.closeBrace:
          return false
        default: break
        }
      }
      return range.count > 5 || !isWord(bytes, range)
    }
    guard first.isDigit else { return false }
    if range.indices.allSatisfy({ bytes[$0].isDigit }) {
      return range.count <= 15 && (first != Byte.zero || range.count == 1)
    }
    if isOrdinaryDay(bytes, range) { return true }
    let text = Array(bytes[range.indices])
    guard let written = WrittenTime(text), written.time == nil || isMoment(text) else { return false }
    return written.hasFullDay && written.calendarDay.isDay && written.year >= 1000
  }

  /// Whether a time after a full day is `T07:27:43Z`, with three digits of a fraction at most, as a clock shows it.
  private static func isMoment(_ text: [UInt8]) -> Bool {
    guard text.count == 20 || (22...24).contains(text.count), text[10] == UInt8(ascii: "T"),
      text.last == UInt8(ascii: "Z"),
      text[13] == Byte.colon, text[16] == Byte.colon, text.count == 20 || text[19] == Byte.dot
    else { return false }
    let digits = [11, 12, 14, 15, 17, 18] + Array(min(20, text.count - 1)..<text.count - 1)
    guard digits.allSatisfy({ text[$0].isDigit }) else { return false }
    func number(_ place: Int) -> Int { Int(text[place] - 0x30) * 10 + Int(text[place + 1] - 0x30) }
    return number(11) < 24 && number(14) < 60 && number(17) < 60
  }

  /// Whether a text is a day of four, two and two digits that every month has, as most dates are.
  private static func isOrdinaryDay(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count == 10, bytes[range.start + 4] == Byte.dash, bytes[range.start + 7] == Byte.dash else {
      return false
    }
    func number(_ offset: Int, _ count: Int) -> Int? {
      var value = 0
      for index in range.start + offset..<range.start + offset + count {
        guard bytes[index].isDigit else { return nil }
        value = value * 10 + Int(bytes[index] - Byte.zero)
      }
      return value
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2) else { return false }
    return year >= 1000 && (1...12).contains(month) && (1...28).contains(day)
  }

  /// Words that mean nothing, yes or no to some reader; `true` and `false` mean the same to all.
  private static func isWord(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    // No other letter begins one of them.
    switch bytes[range.start] | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "t"), UInt8(ascii: "f"): break
    default: return false
    }
    if isText("true", bytes, range) || isText("false", bytes, range) || isText("null", bytes, range) { return false }
    for word: StaticString in ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    where word.utf8CodeUnitCount == range.count && bytes.hasLetters(word, at: range.start, limit: range.end) {
      return true
    }
    return false
  }

  /// Whether the text is a word of the core schema.
  private static func isText(_ word: StaticString, _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    word.utf8CodeUnitCount == range.count && bytes.hasBytes(word, at: range.start, limit: range.end)
  }

  /// Whether the keys of each mapping are texts that differ even in small letters; every node is verbatim.
  private static func keysArePlain(_ tree: DataTree) -> Bool {
    for index in tree.nodes.indices where tree.nodes[index].kind == .mapping {
      let mapping = tree.nodes[index]
      guard mapping.count <= 64 else { return false }
      var keys: [ByteRange] = []
      keys.reserveCapacity(mapping.count / 2)
      var pairs = tree.pairs(of: NodeID(index))
      while let (key, _) = pairs.next() {
        let range = tree.content(of: key)
        guard tree[key].kind == .scalar, !range.isEmpty, range.count <= 200, !tree.bytes[range.start].isDigit,
          !isText("true", tree.bytes, range), !isText("false", tree.bytes, range),
          !isText("null", tree.bytes, range)
        else { return false }
        for other in keys where isSameKey(tree.bytes, other, range) { return false }
        keys.append(range)
      }
    }
    return true
  }

  private static func isSameKey(_ bytes: [UInt8], _ left: ByteRange, _ right: ByteRange) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.start + offset].lowercased != bytes[right.start + offset].lowercased { return false }
    return true
  }
}
