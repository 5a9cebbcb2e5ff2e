import SourceText

/// What a reader finds of front matter in a file.
enum FoundFrontMatter: Hashable, Sendable {
  /// The bytes that it parses.
  case block(ByteRange)
  /// The page has no metadata.
  case empty
  /// The reader reads nothing.
  case null
  /// The reader stops.
  case refused(Refusal)
}

/// Finds the front matter of a page by the rules of a reader.
struct FenceFinder {
  private let bytes: [UInt8]
  private let rules: FenceRules

  /// What the reader finds.
  static func find(_ bytes: [UInt8], _ rules: FenceRules) -> FoundFrontMatter {
    FenceFinder(bytes: bytes, rules: rules).find()
  }

  /// Whether the reader takes the first line for an opening fence.
  static func opens(_ bytes: [UInt8], _ rules: FenceRules) -> Bool {
    let finder = FenceFinder(bytes: bytes, rules: rules)
    return finder.opens(finder.line(at: finder.start))
  }

  /// Where the opening fence must stand.
  private var start: Int {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), rules.takesBOM { start = 3 }
    if rules.takesBlankLinesBefore {
      while start < bytes.count, isBlank(line(at: start)) { start = line(at: start).next }
    }
    if rules.takesBlanksBefore {
      while start < bytes.count, bytes[start].isBlank { start += 1 }
    }
    return start
  }

  private func find() -> FoundFrontMatter {
    let start = start
    let opening = line(at: start)
    guard opens(opening) else { return missing(at: start) }
    if rules.opening == .dashesAndLanguage, opening.next == opening.end {
      // Without a line end gray-matter takes all but the last character for the name of a language.
      guard let last = bytes[start..<opening.end].dropFirst(3).last, !last.isBlank, !last.isLineBreak else {
        return .empty
      }
      return .refused(Refusal(.noFrontMatter, ByteRange(start, opening.end)))
    }
    if rules.opening == .dashesAndLanguage, namesLanguage(opening) {
      return .refused(Refusal(.noFrontMatter, ByteRange(start, opening.end)))
    }
    if rules.opening == .optional { return .block(ByteRange(start, bytes.count)) }
    var content = opening.next
    if rules.refusesBlankFirstLine, content >= bytes.count || isBlank(line(at: content)) { return .empty }
    var place = content
    while place < bytes.count {
      let line = line(at: place)
      if closes(line) {
        var end = place
        if rules.cutsLastLineEnd, end > content {
          end -= 1
          if end > content, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
        }
        if rules.keepsOpening { content = start }
        return .block(ByteRange(content, end))
      }
      place = line.next
    }
    switch rules.unclosed {
    case .none: return .empty
    case .rest: return .block(ByteRange(content, bytes.count))
    case .refused: return .refused(Refusal(.noClosingFence, ByteRange(start, opening.end)))
    }
  }

  private func missing(at start: Int) -> FoundFrontMatter {
    if rules.opening == .library { return .block(ByteRange(start, bytes.count)) }
    switch rules.missing {
    case .empty: return .empty
    case .null: return .null
    case .emptyUnlessDashes:
      guard signs(line(at: start), Byte.dash).count >= 3 else { return .empty }
      return .refused(Refusal(.noFrontMatter, ByteRange(start, line(at: start).end)))
    case .refused: return .refused(Refusal(.noFrontMatter, ByteRange(start, line(at: start).end)))
    }
  }

  /// A line without its line end, and where the next one starts.
  private struct Line {
    var start: Int
    var end: Int
    var next: Int
  }

  private func line(at start: Int) -> Line {
    var end = start
    while end < bytes.count, bytes[end] != Byte.lineFeed {
      if bytes[end] == Byte.carriageReturn {
        let isPair = end + 1 < bytes.count && bytes[end + 1] == Byte.lineFeed
        if isPair { return Line(start: start, end: end, next: end + 2) }
        if rules.takesLoneCR { return Line(start: start, end: end, next: end + 1) }
      }
      end += 1
    }
    return Line(start: start, end: end, next: min(end + 1, bytes.count))
  }

  private func isBlank(_ line: Line) -> Bool {
    bytes[line.start..<line.end].allSatisfy { $0.isBlank || $0 == Byte.carriageReturn }
  }

  /// How many signs begin the line, and whether only blanks follow.
  private func signs(_ line: Line, _ sign: UInt8) -> (count: Int, rest: ArraySlice<UInt8>) {
    var place = line.start
    while place < line.end, bytes[place] == sign { place += 1 }
    return (place - line.start, bytes[place..<line.end])
  }

  private func opens(_ line: Line) -> Bool {
    let (count, rest) = signs(line, Byte.dash)
    let isBlankRest = rest.allSatisfy { $0.isBlank || $0 == Byte.carriageReturn }
    switch rules.opening {
    case .library, .dashesAndBlanks: return count == 3 && isBlankRest && line.next > line.end
    case .exactDashes: return count == 3 && rest.isEmpty
    case .dashesAndLanguage: return count == 3
    case .manyDashes: return count >= 3 && isBlankRest
    case .beginsWithDashes: return count >= 3
    case .dashesAndComment:
      return count == 3 && (rest.first.map { $0 == Byte.space || $0.isLineBreak } ?? true)
    case .optional: return true
    }
  }

  /// Whether the opening line asks for another language than YAML.
  private func namesLanguage(_ line: Line) -> Bool {
    let name = signs(line, Byte.dash).rest.filter { !$0.isBlank && $0 != Byte.carriageReturn }
    return !name.isEmpty && !Array(name).isOne(of: "yaml", "yml", "json")
  }

  private func closes(_ line: Line) -> Bool {
    if rules.closingNeedsLineEnd, line.next == line.end { return false }
    let (count, rest) = signs(line, Byte.dash)
    let isBlankRest = rest.allSatisfy { $0.isBlank || $0 == Byte.carriageReturn }
    switch rules.closing {
    case .dashes: return count == 3 && isBlankRest
    case .exactDashes: return count == 3 && rest.isEmpty
    case .beginsWithDashes: return count >= 3
    case .manyDashes: return count >= 3 && isBlankRest
    case .beginsWithEither: return count >= 3 || signs(line, Byte.dot).count >= 3
    case .dashesOrDots, .beginsWithMark:
      if count == 3 && isBlankRest { return true }
      let (dots, rest) = signs(line, Byte.dot)
      return dots == 3 && rest.allSatisfy(\.isBlank)
    }
  }

  // MARK: Further blocks

  /// The blocks that follow the closing line at `closing`, with nothing but blank lines between: each opens with `---`
  /// above a line that is not blank, and closes with `---` or `...`.
  static func blocks(below closing: Int, in bytes: [UInt8]) -> [ByteRange] {
    var found: [ByteRange] = []
    var place = closing
    while place < bytes.count {
      var start = nextLine(place, in: bytes)
      while start < bytes.count, isMark([], at: start, in: bytes) { start = nextLine(start, in: bytes) }
      let content = nextLine(start, in: bytes)
      guard isMark(dashes, at: start, in: bytes), content < bytes.count, !isMark([], at: content, in: bytes) else {
        break
      }
      var end = content
      while end < bytes.count, !isMark(dashes, at: end, in: bytes), !isMark(dots, at: end, in: bytes) {
        end = nextLine(end, in: bytes)
      }
      guard end < bytes.count else { break }
      found.append(ByteRange(content, end))
      place = end
    }
    return found
  }

  private static let dashes = Array("---".utf8)
  private static let dots = Array("...".utf8)

  private static func nextLine(_ start: Int, in bytes: [UInt8]) -> Int {
    (bytes[start...].firstIndex(of: Byte.lineFeed) ?? bytes.count - 1) + 1
  }

  /// Whether the line at `start` holds `mark` and blanks alone.
  private static func isMark(_ mark: [UInt8], at start: Int, in bytes: [UInt8]) -> Bool {
    let line = bytes[start...].prefix { $0 != Byte.lineFeed }
    return line.starts(with: mark) && line.dropFirst(mark.count).allSatisfy { $0.isBlank || $0 == Byte.carriageReturn }
  }
}
