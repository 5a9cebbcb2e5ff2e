public import DataTree
public import SourceText

/// What was read from a JSON text: always a tree, and what is wrong with the text.
public struct JSONResult: Sendable {
  /// The nodes; empty where there was no value.
  public var tree: DataTree
  /// Mistakes, in the order of the text: the text is no JSON.
  public var mistakes: [JSONMistake]
  /// Where the value ends.
  public var end: Int
}

/// Reads JSON (RFC 8259) with what people write for it, in one pass and linear time.
///
/// Nothing is thrown: mistakes are collected, what follows them is still read, and a tree always comes back.
/// ``JSONParser`` reads the same texts faster, and refuses one with a mistake.
public struct JSONReader {
  /// How many collections may be open at once.
  public static let depthLimit = 1_000

  let input: Input
  /// The same bytes, for those who take an array.
  let bytes: [UInt8]
  var end: Int { input.end }
  var index: Int
  var nodes: [Node] = []
  var comments: [ByteRange] = []
  var mistakes: [JSONMistake] = []
  /// Whether the collections that are open end here.
  var isUnwinding = false
  /// Up to where no closing quote was found, so that no line is searched twice.
  var quotelessEnd = 0

  /// Reads `bytes`, or only those in `range`; every range in the result counts in the whole of `bytes`.
  ///
  /// - Parameter allowsTextAfter: whether text may follow the value, as below front matter.
  public static func read(_ bytes: [UInt8], in range: ByteRange? = nil, allowsTextAfter: Bool = false) -> JSONResult {
    let end = min(max(range?.end ?? bytes.count, 0), bytes.count)
    let start = min(max(range?.start ?? 0, 0), end)
    guard end < Int32.max else {
      return JSONResult(
        tree: DataTree(bytes: bytes), mistakes: [JSONMistake(.tooLarge, ByteRange(at: start))], end: end)
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var reader = unsafe JSONReader(bytes, Input(buffer, end: end), from: start)
      reader.readText(allowsTextAfter: allowsTextAfter)
      if reader.mistakes.count > 1 {
        reader.mistakes.sort { ($0.range, $0.code.rawValue) < ($1.range, $1.code.rawValue) }
      }
      let tree = DataTree(
        bytes: bytes, nodes: reader.nodes, roots: reader.nodes.isEmpty ? [] : [NodeID(0)], comments: reader.comments,
        decoder: JSONString.decoder)
      return JSONResult(tree: tree, mistakes: reader.mistakes, end: reader.index)
    }
  }

  private init(_ bytes: [UInt8], _ input: Input, from start: Int) {
    self.bytes = bytes
    self.input = input
    index = start
    let count = end - start
    nodes.reserveCapacity(count < 4_096 ? count / 8 + 1 : min(count / 12, 1 << 20))
  }

  private mutating func readText(allowsTextAfter: Bool) {
    if bytes[index..<end].starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
    skipBlanks()
    guard index < end else { return report(.empty, index, index) }
    readValue(depth: 0)
    if allowsTextAfter { return }
    skipBlanks()
    if index < end, !isUnwinding { report(.textAfterValue, index, index + UTF8Scan.length(at: index, in: bytes)) }
    index = end
  }

  /// The byte at `index`, or 0 outside the text.
  @inline(__always) func at(_ index: Int) -> UInt8 { input[index] }

  mutating func report(
    _ code: JSONMistake.Code, _ start: Int, _ end: Int, related: ByteRange? = nil, fix: Fix? = nil
  ) {
    // A text of nothing but mistakes must not cost more memory than it is worth.
    guard mistakes.count < 1_000 else { return }
    mistakes.append(JSONMistake(code, ByteRange(start, min(end, self.end)), related: related, fix: fix))
  }

  /// Goes over blanks and line breaks, and over comments, which are mistakes.
  mutating func skipBlanks() {
    while true {
      switch input[index] {
      case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn: index += 1
      case Byte.slash where at(index + 1) == Byte.slash || at(index + 1) == Byte.asterisk: readComment()
      case Byte.hash: readComment()
      default: return
      }
    }
  }

  private mutating func readComment() {
    let start = index
    if at(index) == Byte.slash, at(index + 1) == Byte.asterisk {
      index += 2
      while index < end, !(bytes[index] == Byte.asterisk && at(index + 1) == Byte.slash) { index += 1 }
      index = min(index + 2, end)
    } else {
      while index < end, !bytes[index].isLineBreak { index += 1 }
    }
    comments.append(ByteRange(start, index))
    report(.comment, start, index, fix: Fix(Titles.removeComment, .unsafe, .deletion(removal(of: start))))
  }

  /// The comment from `start` to `index` with the blanks before it, and its whole line where nothing else stands there.
  private func removal(of start: Int) -> ByteRange {
    var range = ByteRange(start, index)
    while range.start > 0, bytes[range.start - 1].isBlank { range.start -= 1 }
    let isAtLineStart = range.start == 0 || bytes[range.start - 1].isLineBreak
    guard isAtLineStart, range.end < end, bytes[range.end].isLineBreak else { return range }
    let isPair = bytes[range.end] == Byte.carriageReturn && at(range.end + 1) == Byte.lineFeed
    range.end += isPair ? 2 : 1
    return range
  }

  // MARK: Values

  mutating func readValue(depth: Int) {
    switch at(index) {
    case Byte.openBrace: readCollection(.mapping, depth: depth)
    case Byte.openBracket: readCollection(.sequence, depth: depth)
    case Byte.doubleQuote: readString()
    default: if !readPlain() { recoverValue() }
    }
  }

  mutating func append(_ type: ValueType, _ style: NodeStyle, _ range: ByteRange, isVerbatim: Bool = true) {
    nodes.makeRoom(at: index, of: end)
    nodes.append(.scalar(type, style, range, isVerbatim: isVerbatim))
  }

  private mutating func readCollection(_ type: ValueType, depth: Int) {
    let start = index
    guard depth < Self.depthLimit else {
      report(.tooDeep, start, start + 1)
      append(.null, .plain, ByteRange(at: start))
      // Nothing that is deeper is read: the rest would only give more mistakes.
      isUnwinding = true
      index = end
      return
    }
    let own = nodes.count
    let isMapping = type == .mapping
    nodes.append(.collection(isMapping: isMapping, .flow, ByteRange(at: start)))
    index += 1
    let count = readItems(isMapping: isMapping, from: start, depth: depth)
    nodes[own].close(size: nodes.count - own, count: count, end: index)
  }

  /// Reads up to the closing bracket; the number of items.
  private mutating func readItems(isMapping: Bool, from start: Int, depth: Int) -> Int {
    var count = 0
    var comma: Int?
    var isReady = true
    while !isUnwinding {
      skipBlanks()
      guard index < end else {
        report(.unclosedBracket, start, start + 1)
        isUnwinding = true
        break
      }
      let byte = bytes[index]
      if byte == Byte.closeBrace || byte == Byte.closeBracket {
        if let comma, isReady {
          report(
            .trailingComma, comma, comma + 1,
            fix: Fix(Titles.removeComma, .safe, .deletion(ByteRange(comma, comma + 1))))
        }
        if isMapping != (byte == Byte.closeBrace) {
          report(
            .wrongBracket, index, index + 1, related: ByteRange(start, start + 1),
            fix: Fix(
              Titles.closeBracket, .unsafe, Edit(ByteRange(index, index + 1), isMapping ? "}" : "]")))
        }
        index += 1
        break
      }
      if byte == Byte.comma || byte == UInt8(ascii: ";") {
        if isReady {
          report(
            .extraComma, index, index + 1,
            fix: Fix(Titles.removeComma, .unsafe, .deletion(ByteRange(index, index + 1))))
        } else if byte != Byte.comma {
          report(
            .missingComma, index, index + 1,
            fix: Fix(Titles.addComma, .safe, Edit(ByteRange(index, index + 1), ",")))
        }
        comma = isReady ? comma : index
        isReady = true
        index += 1
        continue
      }
      if !isReady { reportMissingComma() }
      if isMapping { readPair(depth: depth) } else { readValue(depth: depth + 1) }
      count += 1
      isReady = false
    }
    return count
  }

  private mutating func reportMissingComma() {
    report(
      .missingComma, index, index + UTF8Scan.length(at: index, in: bytes),
      fix: Fix(Titles.addComma, .safe, .insertion(",", at: contentEnd())))
  }

  /// The end of what stands before the blanks and comments before `index`.
  private func contentEnd() -> Int {
    var place = index
    var comment = comments.count - 1
    while place > 0 {
      if comment >= 0, comments[comment].end == place {
        place = comments[comment].start
        comment -= 1
      } else if bytes[place - 1].isBlank || bytes[place - 1].isLineBreak {
        place -= 1
      } else {
        break
      }
    }
    return place
  }

  private mutating func readPair(depth: Int) {
    let start = index
    if at(index) == Byte.doubleQuote {
      readString()
    } else {
      recoverKey()
    }
    let keyEnd = index
    skipBlanks()
    switch at(index) {
    case Byte.colon: index += 1
    case Byte.equals:
      let last = at(index + 1) == Byte.greater ? index + 2 : index + 1
      report(.equalsForColon, index, last, fix: Fix(Titles.colon, .safe, Edit(ByteRange(keyEnd, last), ":")))
      index = last
    case Byte.comma, Byte.closeBrace, Byte.closeBracket, 0:
      report(.missingColon, start, keyEnd)
      append(.null, .plain, ByteRange(at: keyEnd))
      return
    default:
      report(.missingColon, start, keyEnd, fix: Fix(Titles.colon, .unsafe, .insertion(":", at: keyEnd)))
    }
    let sign = index
    skipBlanks()
    switch at(index) {
    case Byte.comma, Byte.closeBrace, Byte.closeBracket:
      report(.missingValue, max(sign - 1, start), sign)
      append(.null, .plain, ByteRange(at: sign))
    case 0 where index >= end:
      append(.null, .plain, ByteRange(at: sign))
    default: readValue(depth: depth + 1)
    }
  }

  // MARK: Strings

  /// Reads a text in double quotes.
  mutating func readString() {
    let start = index
    var isVerbatim = true
    index += 1
    while true {
      index = input.skippingPrintable(index, upTo: Byte.doubleQuote)
      if index >= end { break }
      let byte = input[index]
      switch byte {
      case Byte.doubleQuote:
        index += 1
        return append(.string, .doubleQuoted, ByteRange(start, index), isVerbatim: isVerbatim)
      case Byte.backslash:
        isVerbatim = false
        readEscape()
      case Byte.lineFeed, Byte.carriageReturn:
        return closeString(start, isVerbatim)
      case 0..<0x20:
        report(.controlCharacter, index, index + 1)
        index += 1
      case 0..<0x80: index += 1
      // Nearly all letters of two bytes: U+0080 to U+07FF.
      case 0xC2..<0xE0 where at(index + 1) & 0xC0 == 0x80: index += 2
      default:
        if let scalar = UTF8Scan.scalar(at: index, in: bytes), index + scalar.length <= end {
          index += scalar.length
        } else {
          report(.invalidUTF8, index, index + 1)
          index += 1
        }
      }
    }
    closeString(start, isVerbatim)
  }

  /// The text has no closing quote on its line: it ends there, before a comma or a closing bracket.
  private mutating func closeString(_ start: Int, _ isVerbatim: Bool) {
    var last = index
    while last > start + 1, bytes[last - 1].isBlank { last -= 1 }
    if last > start + 1, bytes[last - 1] == Byte.comma { last -= 1 }
    report(.unclosedQuote, start, start + 1, fix: Fix(Titles.closeQuote, .unsafe, .insertion("\"", at: last)))
    index = last
    append(.string, .doubleQuoted, ByteRange(start, last), isVerbatim: isVerbatim)
  }

  private mutating func readEscape() {
    let start = index
    index += 1
    switch at(index) {
    case Byte.doubleQuote, Byte.backslash, Byte.slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      var next = index + 1
      while next < index + 5, at(next).hexValue != nil { next += 1 }
      let isWhole = next == index + 5
      index = next
      if !isWhole { reportEscape(start) }
    default: reportEscape(start)
    }
  }

  private mutating func reportEscape(_ start: Int) {
    report(.badEscape, start, max(index, start + 1), fix: Fix(Titles.backslash, .unsafe, .insertion("\\", at: start)))
  }

  // MARK: Words and numbers

  /// Reads `true`, `false`, `null` or a number; false, and nothing read, where there is none.
  private mutating func readPlain() -> Bool {
    let start = index
    var last = index
    while isPlain(input[last]) { last += 1 }
    guard last > start else { return false }
    let text = bytes[start..<last]
    let type: ValueType
    if text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) {
      type = .boolean
    } else if text.elementsEqual("null".utf8) {
      type = .null
    } else if let number = Self.numberType(text) {
      type = number
    } else {
      return false
    }
    index = last
    append(type, .plain, ByteRange(start, last))
    return true
  }

  @inline(__always) func isPlain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == Byte.plus || byte == Byte.dash || byte == Byte.dot || byte == Byte.underscore
      || byte >= 0x80
  }

  /// The type of a number (section 6); `nil` where the text is none.
  static func numberType(_ text: ArraySlice<UInt8>) -> ValueType? {
    var rest = text
    if rest.first == Byte.dash { rest = rest.dropFirst() }
    let whole = rest.prefix { $0.isDigit }
    guard let first = whole.first, first != Byte.zero || whole.count == 1 else { return nil }
    rest = rest[whole.endIndex...]
    if rest.isEmpty { return .integer }
    if rest.first == Byte.dot {
      let digits = rest.dropFirst().prefix { $0.isDigit }
      guard !digits.isEmpty else { return nil }
      rest = rest[digits.endIndex...]
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == Byte.plus || sign == Byte.dash { rest = rest.dropFirst() }
      let digits = rest.prefix { $0.isDigit }
      guard !digits.isEmpty else { return nil }
      rest = rest[digits.endIndex...]
    }
    return rest.isEmpty ? .float : nil
  }
}

extension JSONReader {
  /// The titles of the fixes of mistakes.
  enum Titles {
    static let removeComment = Message(fr: "Supprimer le commentaire", en: "Remove the comment")
    static let removeComma = Message(fr: "Supprimer la virgule", en: "Remove the comma")
    static let addComma = Message(fr: "Ajouter une virgule", en: "Add a comma")
    static let closeBracket = Message(fr: "Fermer le crochet", en: "Close the bracket")
    static let closeQuote = Message(fr: "Fermer le texte", en: "Close the text")
    static let colon = Message(fr: "Mettre un deux-points", en: "Put a colon")
    static let backslash = Message(fr: "Doubler la barre oblique inverse", en: "Double the backslash")
    static let quotes = Message(fr: "Mettre des guillemets droits", en: "Put straight double quotes")

    static func write(_ value: String) -> Message {
      Message(fr: "Écrire «\u{A0}\(value)\u{A0}»", en: "Write “\(value)”")
    }
  }
}
