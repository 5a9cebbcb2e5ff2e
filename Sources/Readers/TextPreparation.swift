import SourceText
import YAML

/// Makes of a file's bytes the text that a reader parses, or refuses them.
///
/// The bytes stay as they are, and so do all ranges, unless the reader itself changes the text.
struct TextPreparation {
  private let quirks: Profile.Quirks

  init(_ quirks: Profile.Quirks) { self.quirks = quirks }

  /// The bytes to parse.
  func prepare(_ bytes: [UInt8], _ range: ByteRange) throws(Refusal) -> ([UInt8], ByteRange) {
    var bytes = bytes
    var range = range
    if quirks.readsUTF16, range.start == 0 {
      let encoding = YAMLEncoding.detect(bytes)
      if encoding != .utf8 {
        bytes = encoding.utf8(bytes)
        range = ByteRange(0, bytes.count)
      }
    }
    if let bad = Self.firstBadByte(bytes, range) {
      guard quirks.replacesBadBytes || quirks.readsLatin1 else { throw Refusal(.encoding, ByteRange(bad, bad + 1)) }
      bytes =
        quirks.readsLatin1 ? latin1(bytes, range) : Array(String(decoding: bytes[range.indices], as: UTF8.self).utf8)
      range = ByteRange(0, bytes.count)
    }
    if quirks.trimsLines {
      bytes = trimmedLines(bytes, range)
      range = ByteRange(0, bytes.count)
    }
    if quirks.dropsCR, bytes[range.indices].contains(Byte.carriageReturn) {
      bytes = bytes[range.indices].filter { $0 != Byte.carriageReturn }
      range = ByteRange(0, bytes.count)
    }
    if quirks.readsLikePHP { preparePHP(&bytes, &range) }
    if quirks.cutsLastDashes, bytes[range.indices].suffix(3).elementsEqual("---".utf8) { range.end -= 3 }
    if quirks.expandsTabs, bytes[range.indices].contains(Byte.tab) {
      bytes = expandedTabs(bytes, range)
      range = ByteRange(0, bytes.count)
    }
    if quirks.refusesLoneCR, let place = loneCR(bytes, range) {
      throw Refusal(.character, ByteRange(place, place + 1))
    }
    if quirks.characters == .yaml11 { try refuseUnprintable(bytes, range) }
    return (bytes, range)
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

  private func latin1(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes[range.indices] {
      if byte < 0x80 { result.append(byte) } else { result += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
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

  private func expandedTabs(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    for byte in bytes[range.indices] {
      if byte == Byte.tab {
        let width = 4 - column % 4
        result += [UInt8](repeating: Byte.space, count: width)
        column += width
      } else {
        result.append(byte)
        column = byte.isLineBreak ? 0 : column + (byte & 0xC0 == 0x80 ? 0 : 1)
      }
    }
    return result
  }

  /// The lines of Python's `splitlines`, without the blanks at their ends.
  private func trimmedLines(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    var line: [Unicode.Scalar] = []
    func end() {
      while let last = line.last, last.properties.isWhitespace || (0x1C...0x1F).contains(last.value) {
        line.removeLast()
      }
      for scalar in line { result += String(Character(scalar)).utf8 }
      result.append(Byte.lineFeed)
      line = []
    }
    var wasCarriageReturn = false
    for scalar in String(decoding: bytes[range.indices], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A where wasCarriageReturn: wasCarriageReturn = false
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        wasCarriageReturn = scalar.value == 0x0D
        end()
      default:
        wasCarriageReturn = false
        line.append(scalar)
      }
    }
    if !line.isEmpty { end() }
    return result
  }
}
