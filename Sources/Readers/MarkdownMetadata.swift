import SourceText

/// The metadata of Python's Markdown, which Pelican reads: lines `key: value`, each value a text with its quotes.
///
/// A line of four spaces or more goes on; a blank line, `---` or `...` ends it, and so does any other line.
enum MarkdownMetadata {
  /// The keys, in small letters, with their values; a list where there are several.
  static func read(_ bytes: [UInt8], in range: ByteRange) -> ReaderValue { scan(bytes, in: range).value }

  /// The line at which they end although text follows, which is then text of the page; `nil` where there is none, or
  /// no key above it.
  static func end(_ bytes: [UInt8], in range: ByteRange) -> (line: ByteRange, isBlank: Bool)? {
    let (value, rest) = scan(bytes, in: range)
    guard case .mapping(let pairs) = value, !pairs.isEmpty, let first = rest.first, !isEnd(first.text),
      let text = rest.first(where: { !$0.isBlank }), !isEnd(text.text)
    else { return nil }
    return (first.isBlank ? text.range : first.range, first.isBlank)
  }

  /// The keys with their values, and the lines that are no part of them.
  private static func scan(_ bytes: [UInt8], in range: ByteRange) -> (value: ReaderValue, rest: ArraySlice<Line>) {
    var builder = MappingBuilder()
    var values: [[[UInt8]]] = []
    var current: Int?
    var rest = lines(bytes, in: range)[...]
    if rest.first?.text.starts(with: Array("---".utf8)) == true { rest.removeFirst() }
    while let first = rest.first, !first.isBlank, !isEnd(first.text) {
      let line = first.text
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
      rest.removeFirst()
    }
    let pairs = builder.pairs.enumerated().map { index, pair in
      let texts = values[index].map { ReaderValue.string($0) }
      return ReaderPair(pair.key, texts.count == 1 ? texts[0] : .sequence(texts))
    }
    return (.mapping(pairs), rest)
  }

  private struct Line {
    /// Tabs made spaces up to the next column of four.
    var text: [UInt8] = []
    /// Its bytes, without the line end.
    var range: ByteRange

    var isBlank: Bool { text.allSatisfy(\.isBlank) }
  }

  private static func lines(_ bytes: [UInt8], in range: ByteRange) -> [Line] {
    var lines = [Line(range: ByteRange(range.start, range.start))]
    var column = 0
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case Byte.carriageReturn, Byte.lineFeed:
        if byte == Byte.carriageReturn, index < range.end, bytes[index] == Byte.lineFeed { index += 1 }
        lines.append(Line(range: ByteRange(index, index)))
        column = 0
        continue
      case Byte.tab:
        let width = 4 - column % 4
        lines[lines.count - 1].text += [UInt8](repeating: Byte.space, count: width)
        column += width
      default:
        lines[lines.count - 1].text.append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      lines[lines.count - 1].range.end = index
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
