import SourceText

/// The metadata of Python's Markdown, which Pelican reads: lines `key: value`, each value a text with its quotes.
///
/// A line of four spaces or more goes on; a blank line, `---` or `...` ends it, and so does any other line.
enum MarkdownMetadata {
  /// The keys, in small letters, with their values; a list where there are several.
  static func read(_ bytes: [UInt8], in range: ByteRange) -> ReaderValue {
    var builder = MappingBuilder()
    var values: [[[UInt8]]] = []
    var current: Int?
    var isFirst = true
    for line in lines(bytes, in: range) {
      if isFirst, line.starts(with: Array("---".utf8)) {
        isFirst = false
        continue
      }
      isFirst = false
      if line.allSatisfy({ $0.isBlank }) || isEnd(line) { break }
      if let (key, value) = pair(line) {
        let identity = MappingBuilder.identity(.string(key))
        if let place = builder.place(of: identity) {
          values[place].append(value)
          current = place
        } else {
          current = values.count
          values.append([value])
          builder.set(identity, ReaderPair(.string(key), .null))
        }
      } else if let current, line.prefix(4).allSatisfy({ $0 == Byte.space }), line.count >= 4 {
        values[current].append(trimmed(line))
      } else {
        break
      }
    }
    return .mapping(
      builder.pairs.enumerated().map { index, pair in
        let texts = values[index].map { ReaderValue.string($0) }
        return ReaderPair(pair.key, texts.count == 1 ? texts[0] : .sequence(texts))
      })
  }

  /// The lines, tabs made spaces up to the next column of four.
  private static func lines(_ bytes: [UInt8], in range: ByteRange) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var column = 0
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case Byte.carriageReturn, Byte.lineFeed:
        if byte == Byte.carriageReturn, index < range.end, bytes[index] == Byte.lineFeed { index += 1 }
        lines.append([])
        column = 0
      case Byte.tab:
        let width = 4 - column % 4
        lines[lines.count - 1] += [UInt8](repeating: Byte.space, count: width)
        column += width
      default:
        lines[lines.count - 1].append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
      }
    }
    return lines
  }

  private static func isEnd(_ line: [UInt8]) -> Bool {
    guard line.starts(with: Array("---".utf8)) || line.starts(with: Array("...".utf8)) else { return false }
    return true
  }

  private static func pair(_ line: [UInt8]) -> (key: [UInt8], value: [UInt8])? {
    var start = 0
    while start < line.count, start < 3, line[start] == Byte.space { start += 1 }
    var end = start
    while end < line.count, line[end].isAlphanumeric || line[end] == Byte.dash || line[end] == Byte.underscore {
      end += 1
    }
    guard end > start, end < line.count, line[end] == Byte.colon else { return nil }
    return (Array(line[start..<end]).lowercasedASCII, trimmed(Array(line[(end + 1)...])))
  }

  /// Without the blanks of Unicode at both ends.
  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    var view = scalars[...]
    while let first = view.first, first.properties.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.properties.isWhitespace { view = view.dropLast() }
    return Array(String(view).utf8)
  }
}
