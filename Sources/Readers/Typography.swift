import SourceText

/// What pandoc's Markdown makes of the plain quotes, dashes and points of a text.
enum Typography {
  /// The value with all its texts set.
  static func apply(_ value: ReaderValue) -> ReaderValue {
    switch value {
    case .string(let text): .string(inline(text))
    case .blocks(let text): .blocks(blocks(text))
    case .sequence(let items): .sequence(items.map(apply))
    case .mapping(let pairs): .mapping(pairs.map { ReaderPair($0.key, apply($0.value)) })
    default: value
    }
  }

  /// A text without its outer blanks, with one blank for several, curly quotes, dashes and an ellipsis.
  static func inline(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte.isBlank {
        while index < text.count, text[index].isBlank { index += 1 }
        if !result.isEmpty, index < text.count, !text[index].isLineBreak, result.last != Byte.lineFeed {
          result.append(Byte.space)
        }
        continue
      }
      if byte == Byte.dot, text[index...].starts(with: Array("...".utf8)) {
        result += "…".utf8
        index += 3
      } else if byte == Byte.dash, text[index...].starts(with: Array("---".utf8)) {
        result += "—".utf8
        index += 3
      } else if byte == Byte.dash, text[index...].starts(with: Array("--".utf8)) {
        result += "–".utf8
        index += 2
      } else if byte == Byte.singleQuote {
        result += "’".utf8
        index += 1
      } else if byte == Byte.doubleQuote {
        let opens = index == 0 || text[index - 1].isBlank || text[index - 1] == Byte.colon
        result += (opens ? "“" : "”").utf8
        index += 1
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The paragraphs of a text.
  private static func blocks(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var paragraph: [UInt8] = []
    func add(_ block: [UInt8]) {
      if !result.isEmpty { result.append(Byte.space) }
      result += block
    }
    func end() {
      if !paragraph.isEmpty { add(Array("<Para>".utf8) + inline(paragraph)) }
      paragraph = []
    }
    for line in text.split(separator: Byte.lineFeed, omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0.isBlank }
      if trimmed.isEmpty {
        end()
      } else if trimmed.count >= 3, trimmed.allSatisfy({ $0 == Byte.dash }), paragraph.isEmpty {
        end()
        add(Array("<HorizontalRule>null".utf8))
      } else {
        if !paragraph.isEmpty { paragraph.append(Byte.lineFeed) }
        paragraph += trimmed
      }
    }
    // What no line end follows is no paragraph of its own.
    if !paragraph.isEmpty, text.last != Byte.lineFeed {
      add(Array("<Plain>".utf8) + inline(paragraph))
    } else {
      end()
    }
    return result
  }
}
