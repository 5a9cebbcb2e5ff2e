import DataTree
import JSON
import SourceText
import TOML

/// TOML and JSON as Nikola and python-frontmatter read them: TOML through the package `toml` 0.10.2, which is looser than
/// TOML 1.0 in many places, JSON through Python's own module.
struct PythonOther {
  private let bytes: [UInt8]
  private let reader: Reader

  init(_ written: [UInt8], _ reader: Reader) {
    // Python reads text with line feeds for all line ends.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    for (index, byte) in written.enumerated() {
      if byte == Byte.carriageReturn {
        if index + 1 < written.count, written[index + 1] == Byte.lineFeed { continue }
        bytes.append(Byte.lineFeed)
      } else {
        bytes.append(byte)
      }
    }
    self.bytes = bytes
    self.reader = reader
  }

  // MARK: Nikola

  /// Nikola takes TOML between a first line `+++` and the next; anything else in plus signs or braces is text.
  func nikola() -> Reading? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var first = start
    while first < bytes.count, bytes[first].isBlank || bytes[first].isLineBreak { first += 1 }
    guard first < bytes.count else { return nil }
    switch bytes[first] {
    case Byte.plus, Byte.openBrace, Byte.openBracket, Byte.hash, Byte.less, UInt8(ascii: ";"): break
    case Byte.dash:
      let name = bytes[first...].prefix { !$0.isLineBreak }
      if name.elementsEqual("---toml".utf8) || name.elementsEqual("---json".utf8) { return empty }
      return nil
    default: return nil
    }
    guard bytes[start...].starts(with: "+++\n".utf8) else { return empty }
    var end = start + 3
    while end < bytes.count, !bytes[end...].starts(with: "\n+++\n".utf8) { end += 1 }
    guard end > start + 3 else { return empty }
    return toml(ByteRange(start + 4, end))
  }

  private var empty: Reading { Reading(reader: reader, result: .success(.mapping([])), block: nil) }

  // MARK: python-frontmatter

  /// python-frontmatter takes TOML between lines of three plus signs or more, JSON between lines of a brace alone.
  func pythonFrontmatter() -> Reading? {
    var start = 0
    while start < bytes.count, bytes[start].isBlank || bytes[start].isLineBreak { start += 1 }
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case Byte.plus:
      guard isPlusLine(start) else { return empty }
      let content = nextLine(start)
      var line = content
      while line < bytes.count, !isPlusLine(line) { line = nextLine(line) }
      return line < bytes.count ? toml(ByteRange(content, line)) : empty
    case Byte.openBrace:
      guard isBraceLine(start, Byte.openBrace) else { return empty }
      let content = nextLine(start)
      var line = content
      while line < bytes.count, !isBraceLine(line, Byte.closeBrace), !isBraceLine(line, Byte.openBrace) {
        line = nextLine(line)
      }
      return line < bytes.count ? json(ByteRange(content, line)) : empty
    case Byte.openBracket: return empty
    default: return nil
    }
  }

  private func nextLine(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] != Byte.lineFeed { index += 1 }
    return min(index + 1, bytes.count)
  }

  private func isPlusLine(_ start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == Byte.plus { index += 1 }
    guard index >= start + 3 else { return false }
    while index < bytes.count {
      // A non-breaking space is a blank for Python.
      if bytes[index].isBlank {
        index += 1
      } else if bytes[index...].starts(with: [0xC2, 0xA0]) {
        index += 2
      } else {
        break
      }
    }
    return index >= bytes.count || bytes[index] == Byte.lineFeed
  }

  private func isBraceLine(_ start: Int, _ brace: UInt8) -> Bool {
    start < bytes.count && bytes[start] == brace && (start + 1 >= bytes.count || bytes[start + 1] == Byte.lineFeed)
  }

  private func json(_ block: ByteRange) -> Reading {
    let text = [Byte.openBrace] + bytes[block.indices] + [Byte.closeBrace]
    let result = JSONReader.read(text)
    // Python's module takes NaN and Infinity.
    let mistake = result.mistakes.first { mistake in
      let word = String(decoding: text[mistake.range.indices], as: UTF8.self)
      return !["NaN", "Infinity", "-Infinity"].contains(word)
    }
    let tree = result.tree
    guard mistake == nil, let root = tree.root else { return .refused(reader, .value, block, block: block) }
    return Reading(reader: reader, result: .success(value(root, tree)), block: block)
  }

  private func value(_ id: NodeID, _ tree: DataTree) -> ReaderValue {
    switch tree.type(of: id) {
    case .null: return .null
    case .boolean: return .bool(tree.utf8(of: id) == Array("true".utf8))
    case .integer:
      let text = tree.utf8(of: id)
      let isNegative = text.first == Byte.dash
      return .int(Numbers.whole(text.dropFirst(isNegative ? 1 : 0), base: 10, isNegative: isNegative) ?? "0")
    case .float: return Numbers.double(tree.utf8(of: id)).map { .float($0) } ?? .null
    case .string: return .string(tree.utf8(of: id))
    case .sequence: return .sequence(tree.children(of: id).map { value($0, tree) })
    case .mapping:
      var builder = MappingBuilder()
      for pair in tree.pairs(of: id) {
        let key = tree.utf8(of: pair.key)
        builder.set(key, ReaderPair(.string(key), value(pair.value, tree)))
      }
      return .mapping(builder.pairs)
    }
  }

  // MARK: TOML

  private func toml(_ block: ByteRange) -> Reading {
    let result = TOMLParser.parse(bytes, in: block, options: TOMLOptions(version: .toml10, checksCharacters: false))
    // What the package takes all the same.
    let error = result.errors.first { !isTaken($0) }
    if let error { return .refused(reader, .value, error.range, block: block) }
    guard let root = result.tree.root else { return empty }
    do throws(Refusal) {
      let values = TOMLValues(result.tree, takesLargeNumbers: true, isLoose: true)
      return Reading(reader: reader, result: .success(try values.value(of: root, dates: date)), block: block)
    } catch {
      return Reading(reader: reader, result: .failure(error), block: block)
    }
  }

  private func isTaken(_ error: TOMLError) -> Bool {
    switch error.code {
    case .emptyKeyPart, .controlCharacter, .loneCarriageReturn, .closedTable, .dottedIntoTable, .nonBreakingSpace: true
    // What these are for the package is told where their values are made.
    case .badDate, .badNumber: true
    case .missingQuotes: error.range.count < 5
    case .keyNeedsQuotes:
      bytes[error.range.indices].allSatisfy {
        $0 >= 0x80 || $0.isAlphanumeric || $0 == Byte.dash || $0 == Byte.underscore
      }
    default: false
    }
  }

  private func date(_ date: TOMLDate, _ range: ByteRange) throws(Refusal) -> ReaderValue {
    if date.time.second == 60 || date.time.year == 0 { throw Refusal(.calendar, range) }
    switch date.kind {
    case .localDate: return .date(date.time)
    case .localTime: throw Refusal(.calendar, range)
    case .offsetDateTime, .localDateTime:
      var time = date.time
      // A small z is passed over.
      if bytes[max(range.end - 1, 0)] == UInt8(ascii: "z") { time.offset = nil }
      return time.offset == nil ? LooseScalar.naive(time) : .dateTime(time)
    }
  }
}
