import SourceText
import YAML

/// The text that a reader parses, and where it stood in the file.
struct PreparedText {
  /// What is parsed.
  var bytes: [UInt8]
  /// The part of ``bytes`` that is the front matter.
  var range: ByteRange
  /// The texts that were written anew on the way, the first one first.
  private var steps: [RewrittenText] = []

  init(_ bytes: [UInt8], _ range: ByteRange) {
    self.bytes = bytes
    self.range = range
  }

  /// Goes on with `text`, which was made of ``range``.
  mutating func take(_ text: RewrittenText) {
    bytes = text.bytes
    range = ByteRange(0, bytes.count)
    steps.append(text)
  }

  /// Where a part of ``bytes`` stands in the file.
  func source(of range: ByteRange) -> ByteRange {
    steps.reversed().reduce(range) { range, text in
      let start = text.source(of: range.start)
      return ByteRange(start, max(start, text.source(of: range.end)))
    }
  }
}

/// A text that is made of another one piece by piece.
struct RewrittenText {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  /// Where pieces start, here and in the other text: those alone that do not simply follow the one before.
  private var places: [(here: Int32, there: Int32)] = []
  private let end: Int

  /// Begins a text that is made of what stands in `range`.
  init(of range: ByteRange) {
    end = range.end
    bytes.reserveCapacity(range.count)
  }

  /// Writes a piece that stands at `place` in the other text.
  mutating func write(_ piece: some Collection<UInt8>, from place: Int) {
    if let last = places.last, Int(last.there) + bytes.count - Int(last.here) == place {
      bytes += piece
      return
    }
    places.append((Int32(truncatingIfNeeded: bytes.count), Int32(truncatingIfNeeded: place)))
    bytes += piece
  }

  /// The offset in the other text of what stands at `offset` here.
  func source(of offset: Int) -> Int {
    if offset >= bytes.count { return end }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].here) > offset { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return end }
    let next = low < places.count ? Int(places[low].there) : end
    return min(Int(places[low - 1].there) + offset - Int(places[low - 1].here), next)
  }
}

/// Makes of a file's bytes the text that a reader parses, or refuses them.
struct TextPreparation {
  private let quirks: Profile.Quirks

  init(_ quirks: Profile.Quirks) { self.quirks = quirks }

  /// The bytes to parse.
  func prepare(_ bytes: [UInt8], _ range: ByteRange) throws(Refusal) -> PreparedText {
    var text = PreparedText(bytes, range)
    if quirks.readsUTF16, range.start == 0 {
      let encoding = YAMLEncoding.detect(bytes)
      if encoding != .utf8 { text.take(inUTF8(bytes, encoding)) }
    }
    if let bad = Self.firstBadByte(text.bytes, text.range) {
      guard quirks.replacesBadBytes || quirks.readsLatin1 else {
        throw Refusal(.encoding, text.source(of: ByteRange(bad, bad + 1)))
      }
      text.take(quirks.readsLatin1 ? latin1(text.bytes, text.range) : repaired(text.bytes, text.range))
    }
    if quirks.trimsLines { text.take(trimmedLines(text.bytes, text.range)) }
    if quirks.dropsCR, text.bytes[text.range.indices].contains(Byte.carriageReturn) {
      text.take(withoutCR(text.bytes, text.range))
    }
    if quirks.readsLikePHP { preparePHP(&text.bytes, &text.range) }
    if quirks.cutsLastDashes, text.bytes[text.range.indices].suffix(3).elementsEqual("---".utf8) { text.range.end -= 3 }
    if quirks.expandsTabs, text.bytes[text.range.indices].contains(Byte.tab) {
      text.take(expandedTabs(text.bytes, text.range))
    }
    return text
  }

  private func inUTF8(_ bytes: [UInt8], _ encoding: YAMLEncoding) -> RewrittenText {
    var text = RewrittenText(of: ByteRange(0, bytes.count))
    let isWide = encoding == .utf32LittleEndian || encoding == .utf32BigEndian
    let converted = encoding.utf8(bytes)
    var (index, place) = (0, 0)
    while index < converted.count, let (scalar, length) = UTF8Scan.scalar(at: index, in: converted) {
      text.write(converted[index..<index + length], from: place)
      index += length
      place += isWide || scalar.value > 0xFFFF ? 4 : 2
    }
    return text
  }

  /// Refuses a text that holds characters which the reader does not take.
  func check(_ text: PreparedText) throws(Refusal) {
    if quirks.refusesLoneCR, let place = loneCR(text.bytes, text.range) {
      throw Refusal(.character, ByteRange(place, place + 1))
    }
    if quirks.characters == .yaml11 { try refuseUnprintable(text.bytes, text.range) }
  }

  /// What symfony/yaml takes away by patterns before it reads a line: a version at the start, and white space of any
  /// kind after a dash.
  private func preparePHP(_ bytes: inout [UInt8], _ range: inout ByteRange) {
    let version = Array("%YAML".utf8)
    if bytes[range.indices].starts(with: version), range.count > 6,
      bytes[range.start + 5] == Byte.space || bytes[range.start + 5] == Byte.colon, bytes[range.start + 6].isDigit,
      let lineEnd = bytes[range.indices].firstIndex(of: Byte.lineFeed)
    {
      range.start = lineEnd + 1
    }
    var isIndentation = true
    for index in range.indices {
      let byte = bytes[index]
      if isIndentation, byte == Byte.dash, index + 2 < range.end, bytes[index + 1] == 0xC2, bytes[index + 2] == 0xA0 {
        bytes[index + 1] = Byte.space
        bytes[index + 2] = Byte.space
      }
      isIndentation = byte == Byte.lineFeed || (isIndentation && byte == Byte.space)
    }
  }

  /// The first byte that is no UTF-8.
  static func firstBadByte(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    var index = range.start
    while index < range.end {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let (_, length) = UTF8Scan.scalar(at: index, in: bytes), index + length <= range.end else { return index }
      index += length
    }
    return nil
  }

  private func latin1(_ bytes: [UInt8], _ range: ByteRange) -> RewrittenText {
    var result = RewrittenText(of: range)
    for index in range.indices {
      let byte = bytes[index]
      result.write(byte < 0x80 ? [byte] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F], from: index)
    }
    return result
  }

  /// The text with U+FFFD for what is no UTF-8.
  private func repaired(_ bytes: [UInt8], _ range: ByteRange) -> RewrittenText {
    var result = RewrittenText(of: range)
    var index = range.start
    while index < range.end {
      let start = index
      while index < range.end, let length = lengthOfCharacter(at: index, in: bytes, range) { index += length }
      result.write(bytes[start..<index], from: start)
      let bad = index
      while index < range.end, lengthOfCharacter(at: index, in: bytes, range) == nil { index += 1 }
      if index > bad { result.write(String(decoding: bytes[bad..<index], as: UTF8.self).utf8, from: bad) }
    }
    return result
  }

  private func lengthOfCharacter(at index: Int, in bytes: [UInt8], _ range: ByteRange) -> Int? {
    if bytes[index] < 0x80 { return 1 }
    guard let (_, length) = UTF8Scan.scalar(at: index, in: bytes), index + length <= range.end else { return nil }
    return length
  }

  private func withoutCR(_ bytes: [UInt8], _ range: ByteRange) -> RewrittenText {
    var result = RewrittenText(of: range)
    var index = range.start
    while index < range.end {
      let end = bytes[index..<range.end].firstIndex(of: Byte.carriageReturn) ?? range.end
      result.write(bytes[index..<end], from: index)
      index = end + 1
    }
    return result
  }

  private func refuseUnprintable(_ bytes: [UInt8], _ range: ByteRange) throws(Refusal) {
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      var length = 1
      var isBad = byte == 0x7F || (byte < 0x20 && byte != Byte.tab && !byte.isLineBreak)
      if byte == 0xC2, index + 1 < range.end {
        length = 2
        isBad = bytes[index + 1] <= 0x9F && bytes[index + 1] != 0x85
      } else if byte == 0xEF, index + 2 < range.end {
        length = 3
        isBad = bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
      }
      if isBad { throw Refusal(.unprintable, ByteRange(index, index + length)) }
      index += length
    }
  }

  private func loneCR(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    range.indices.first { place in
      bytes[place] == Byte.carriageReturn && !(place + 1 < range.end && bytes[place + 1] == Byte.lineFeed)
    }
  }

  private func expandedTabs(_ bytes: [UInt8], _ range: ByteRange) -> RewrittenText {
    var result = RewrittenText(of: range)
    var column = 0
    for index in range.indices {
      let byte = bytes[index]
      if byte == Byte.tab {
        let width = 4 - column % 4
        result.write([UInt8](repeating: Byte.space, count: width), from: index)
        column += width
      } else {
        result.write(CollectionOfOne(byte), from: index)
        column = byte.isLineBreak ? 0 : column + (byte & 0xC0 == 0x80 ? 0 : 1)
      }
    }
    return result
  }

  /// The lines of Python's `splitlines`, without the blanks at their ends.
  private func trimmedLines(_ bytes: [UInt8], _ range: ByteRange) -> RewrittenText {
    var result = RewrittenText(of: range)
    var line = ByteRange(at: range.start)
    // The end of the last character of the line that is no blank.
    var content = range.start
    func end() {
      result.write(bytes[line.start..<content], from: line.start)
      result.write(CollectionOfOne(Byte.lineFeed), from: content)
    }
    var index = range.start
    var wasCarriageReturn = false
    while index < range.end {
      let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes) ?? (value: Unicode.Scalar(bytes[index]), length: 1)
      let next = index + length
      switch scalar.value {
      case 0x0A where wasCarriageReturn:
        wasCarriageReturn = false
        line.start = next
        content = next
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        wasCarriageReturn = scalar.value == 0x0D
        end()
        line.start = next
        content = next
      default:
        wasCarriageReturn = false
        if !scalar.properties.isWhitespace, scalar.value != 0x1F { content = next }
      }
      index = next
    }
    if line.start < range.end { end() }
    return result
  }
}
