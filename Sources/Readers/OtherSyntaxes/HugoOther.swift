import DataTree
import JSON
import SourceText
import TOML

/// TOML and JSON as Hugo reads them.
///
/// Any line that begins with `+++` ends TOML; JSON ends at its own brace. Keys are in small letters, and of two that
/// differ only in that the one with capitals stays.
struct HugoOther {
  private let bytes: [UInt8]
  private let reader: Reader
  /// Whether it is 0.168, which reads TOML 1.1 and lifts `params`; 0.111 reads 1.0 and `\e`.
  private let isNew: Bool

  init(_ bytes: [UInt8], _ reader: Reader, isNew: Bool) {
    self.bytes = bytes
    self.reader = reader
    self.isNew = isNew
  }

  /// The reading; `nil` where the file has neither.
  func read() -> Reading? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, bytes[start].isBlank || bytes[start].isLineBreak { start += 1 }
    guard start < bytes.count else { return nil }
    let here = ByteRange(start, start + 1)
    switch bytes[start] {
    case Byte.plus:
      guard bytes[start...].starts(with: "+++".utf8) else { return .refused(reader, .noFrontMatter, here) }
      guard let end = tomlEnd(from: start + 3) else { return .refused(reader, .noClosingFence, here) }
      return reading(ByteRange(start + 3, end), tomlValue)
    case Byte.openBrace:
      guard let end = jsonEnd(from: start) else { return .refused(reader, .noClosingFence, here) }
      return reading(ByteRange(start, end), jsonValue)
    case Byte.less where !isNew:
      // A comment of HTML is passed over, and front matter below it is no more taken.
      guard bytes[start...].starts(with: "<!--".utf8), let fence = lineBeginning(with: "+++", from: start) else {
        return nil
      }
      return .refused(reader, .noFrontMatter, ByteRange(fence, fence + 3))
    default: return nil
    }
  }

  private func reading(
    _ range: ByteRange, _ value: (ByteRange) throws(Refusal) -> ReaderValue
  ) -> Reading {
    do throws(Refusal) {
      return Reading(reader: reader, result: .success(try value(range)), block: range)
    } catch {
      return Reading(reader: reader, result: .failure(error), block: range)
    }
  }

  private func lineBeginning(with word: String, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      index += 1
      if bytes[index - 1].isLineBreak, bytes[index...].starts(with: word.utf8) { return index }
    }
    return nil
  }

  private func tomlEnd(from start: Int) -> Int? { lineBeginning(with: "+++", from: start) }

  /// The offset after the brace that closes the first one; braces in texts do not count.
  private func jsonEnd(from start: Int) -> Int? {
    var depth = 0
    var index = start
    var isInText = false
    while index < bytes.count {
      switch bytes[index] {
      case Byte.backslash where isInText: index += 1
      case Byte.doubleQuote: isInText.toggle()
      case Byte.openBrace where !isInText: depth += 1
      case Byte.closeBrace where !isInText:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: TOML

  private func tomlValue(_ block: ByteRange) throws(Refusal) -> ReaderValue {
    var range = block
    // A carriage return at the very end is passed over.
    if range.count > 0, bytes[range.end - 1] == Byte.carriageReturn { range.end -= 1 }
    let result = TOMLParser.parse(bytes, in: range, options: TOMLOptions(version: .toml11))
    if let error = result.errors.first { throw Refusal(.value, error.range) }
    if !isNew {
      let refused = result.newer.first { error in
        error.code != .newEscape || bytes[min(error.range.start + 1, bytes.count - 1)] != UInt8(ascii: "e")
      }
      if let refused { throw Refusal(.value, refused.range) }
    }
    guard let root = result.tree.root else { return .mapping([]) }
    return try page(try TOMLValues(result.tree, keepsLineEnds: true).value(of: root, dates: tomlDate), isJSON: false)
  }

  private func tomlDate(_ date: TOMLDate, _ range: ByteRange) throws(Refusal) -> ReaderValue {
    var time = date.time
    if time.second == 60 {
      guard !isNew, date.kind == .offsetDateTime else { throw Refusal(.calendar, range) }
      time = time.normalized
    }
    switch date.kind {
    case .offsetDateTime: return .dateTime(time)
    case .localDateTime: return .local(.other, "toml.LocalDateTime " + date.text)
    case .localDate: return .local(.other, "toml.LocalDate " + date.text)
    case .localTime: return .local(.other, "toml.LocalTime " + date.text)
    }
  }

  // MARK: JSON

  private func jsonValue(_ block: ByteRange) throws(Refusal) -> ReaderValue {
    // Bytes that are no UTF-8 become U+FFFD without a word.
    let text = Array(String(decoding: bytes[block.indices], as: UTF8.self).utf8)
    let tree: DataTree
    do {
      tree = try JSONParser.parse(text)
    } catch {
      throw Refusal(.value, ByteRange(block.start, min(block.start + 1, block.end)))
    }
    guard let root = tree.root else { return .mapping([]) }
    return try page(jsonValue(root, tree), isJSON: true)
  }

  private func jsonValue(_ id: NodeID, _ tree: DataTree) -> ReaderValue {
    switch tree.type(of: id) {
    case .null: .null
    case .boolean: .bool(tree.utf8(of: id) == Array("true".utf8))
    case .integer, .float: Numbers.double(tree.utf8(of: id)).map { .float($0) } ?? .null
    case .string: .string(tree.utf8(of: id))
    case .sequence: .sequence(tree.children(of: id).map { jsonValue($0, tree) })
    case .mapping:
      .mapping(tree.pairs(of: id).map { ReaderPair(.string(tree.utf8(of: $0.key)), jsonValue($0.value, tree)) })
    }
  }

  // MARK: Pages

  /// What Hugo makes of the keys of a page.
  private func page(_ value: ReaderValue, isJSON: Bool) throws(Refusal) -> ReaderValue {
    guard case .mapping(var pairs) = lowered(value) else { return value }
    if isNew, let place = pairs.firstIndex(where: { isKey($0, "params") }),
      case .mapping(let inner) = pairs[place].value
    {
      pairs.remove(at: place)
      for pair in inner where !pairs.contains(where: { sameKey($0, pair) }) { pairs.append(pair) }
    }
    var result: [ReaderPair] = []
    for var pair in pairs {
      if isKey(pair, "title") { pair.value = titleText(pair.value) }
      if isKey(pair, "draft"), case .string(let word) = pair.value {
        pair.value = .bool(["true", "1", "t"].contains(String(decoding: word.map(\.lowercased), as: UTF8.self)))
      }
      if isKey(pair, "date"), !isDate(pair.value, isJSON: isJSON) {
        if isNew { throw Refusal(.calendar, ByteRange(0, min(1, bytes.count))) }
        continue
      }
      result.append(pair)
    }
    return .mapping(sorted(result))
  }

  private func isDate(_ value: ReaderValue, isJSON: Bool) -> Bool {
    switch value {
    case .string(let text): text.count >= 4 && text.prefix(4).allSatisfy(\.isDigit)
    case .float: !isJSON
    case .local(_, let text): !text.hasPrefix("toml.LocalTime")
    default: true
    }
  }

  private func titleText(_ value: ReaderValue) -> ReaderValue {
    switch value {
    case .int, .float: .text(Notation(.hugo).parts(of: value).text)
    case .local(_, let text): .text(String(text.drop { $0 != " " }.dropFirst()))
    default: value
    }
  }

  private func isKey(_ pair: ReaderPair, _ name: String) -> Bool {
    if case .string(let key) = pair.key { key == Array(name.utf8) } else { false }
  }

  private func sameKey(_ left: ReaderPair, _ right: ReaderPair) -> Bool {
    if case .string(let one) = left.key, case .string(let two) = right.key { one == two } else { false }
  }

  /// The value with all keys of mappings in small letters, sorted.
  private func lowered(_ value: ReaderValue) -> ReaderValue {
    guard case .mapping(let pairs) = value else { return value }
    var builder = MappingBuilder()
    // Keys in small letters first: those with capitals take their place.
    for isLower in [true, false] {
      for pair in pairs {
        guard case .string(let key) = pair.key else { continue }
        let name = key.map(\.lowercased)
        guard (name == key) == isLower else { continue }
        builder.set(name, ReaderPair(.string(name), lowered(pair.value)))
      }
    }
    return .mapping(builder.sorted)
  }

  private func sorted(_ pairs: [ReaderPair]) -> [ReaderPair] {
    var builder = MappingBuilder()
    for pair in pairs {
      if case .string(let key) = pair.key { builder.set(key, pair) }
    }
    return builder.sorted
  }
}
