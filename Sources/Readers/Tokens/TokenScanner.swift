import DataTree
import SourceText

/// Cuts a text into tokens as libyaml, its ports and PyYAML do: lazily, with keys found when their `:` is met.
///
///     title: Offre        KEY scalar VALUE scalar
///     - a                 BLOCK-SEQUENCE-START BLOCK-ENTRY scalar
///
/// Collections by indentation get tokens for their start and end, made from columns; a key's token is put in front of
/// what was already cut. Columns and the limit of 1,024 characters count code points.
struct TokenScanner {
  /// A token that may turn out to be a key.
  struct PossibleKey {
    var tokenNumber: Int
    var isRequired: Bool
    var index: Int
    var line: Int
    var column: Int
    var start: Int
  }

  let bytes: [UInt8]
  let end: Int
  let dialect: TokenDialect
  var position: Int
  var column = 0
  var line = 0
  /// Code points so far.
  var index = 0
  private let start: Int
  private var queue: [ReaderToken] = []
  private var head = 0
  private var taken = 0
  private var isDone = false
  var indent = -1
  private var indents: [Int] = []
  var allowsKey = true
  private var possibleKeys: [PossibleKey?] = [nil]
  /// How many of `possibleKeys` are not nil.
  private var possibleCount = 0
  /// The line of the last sign.
  private(set) var lastLine = 0
  /// The brackets that are open.
  private var openBrackets: [UInt8] = []

  /// Whether the innermost brackets are braces.
  var isInBraces: Bool { openBrackets.last == Byte.openBrace }

  /// How many brackets are open.
  var flowLevel: Int { possibleKeys.count - 1 }

  init(_ bytes: [UInt8], in range: ByteRange, dialect: TokenDialect) {
    self.bytes = bytes
    self.dialect = dialect
    start = range.start
    position = range.start
    end = range.end
  }

  // MARK: Reading tokens

  /// The next token, which stays.
  mutating func peek() throws(Refusal) -> ReaderToken {
    while try needsMore() { try fetch() }
    return head < queue.count ? queue[head] : ReaderToken(kind: .streamEnd, range: ByteRange(at: end))
  }

  /// The next token, which is taken.
  mutating func take() throws(Refusal) -> ReaderToken {
    let token = try peek()
    if head < queue.count {
      head += 1
      taken += 1
    }
    if head > 64 {
      queue.removeFirst(head)
      head = 0
    }
    return token
  }

  private mutating func needsMore() throws(Refusal) -> Bool {
    if isDone { return false }
    if head == queue.count { return true }
    guard possibleCount > 0 else { return false }
    try dropStaleKeys()
    return possibleKeys.contains { $0?.tokenNumber == taken }
  }

  mutating func add(_ token: ReaderToken) { queue.append(token) }

  // MARK: Characters

  /// The byte `offset` after the position; 0 after the end.
  func at(_ offset: Int = 0) -> UInt8 {
    position + offset < end ? bytes[position + offset] : 0
  }

  /// The bytes of the line break at a place, or 0.
  func breakLength(at place: Int) -> Int {
    guard place < end else { return 0 }
    switch bytes[place] {
    case 0x0A: return 1
    case 0x0D: return place + 1 < end && bytes[place + 1] == 0x0A ? 2 : 1
    case 0xC2 where dialect.breaks != .lineFeedOnly && place + 1 < end && bytes[place + 1] == 0x85: return 2
    case 0xE2
    where dialect.breaks == .unicode && place + 2 < end && bytes[place + 1] == 0x80
      && (bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9):
      return 3
    default: return 0
    }
  }

  /// Whether the character `offset` bytes on is a blank, a line break, or the end.
  func isBlankOrEnd(_ offset: Int) -> Bool {
    let place = position + offset
    return place >= end || bytes[place].isBlank || breakLength(at: place) > 0
  }

  /// Goes on by the bytes of characters that are no line break.
  mutating func advance(_ count: Int = 1) {
    let stop = min(position + count, end)
    while position < stop {
      if bytes[position] & 0xC0 != 0x80 {
        column += 1
        index += 1
      }
      position += 1
    }
  }

  /// Goes over the line break at the position; gives what stands for it in a value.
  mutating func takeBreak() -> [UInt8] {
    let length = breakLength(at: position)
    let first = at()
    let text = length == 3 ? Array(bytes[position..<position + 3]) : [Byte.lineFeed]
    position += length
    index += 1
    if first == 0xC2, dialect.breaks == .nextLineFolds {
      column += 1
    } else {
      column = 0
      line += 1
    }
    return text
  }

  /// Whether `---` or `...` begins the line, and nothing is glued to it.
  func isMarker(_ byte: UInt8) -> Bool {
    column == 0 && at() == byte && at(1) == byte && at(2) == byte && isBlankOrEnd(3)
  }

  func refusal(_ reason: RefusalReason, from start: Int? = nil) -> Refusal {
    let from = start ?? position
    return Refusal(reason, ByteRange(from, max(from, min(position + 1, end))))
  }

  // MARK: Keys and indentation

  mutating func saveKey() throws(Refusal) {
    guard allowsKey else { return }
    let isRequired = flowLevel == 0 && indent == column && !(dialect.takesUnindentedValue && lastKind == .value)
    try dropKey()
    possibleKeys[flowLevel] = PossibleKey(
      tokenNumber: taken + queue.count - head, isRequired: isRequired, index: index, line: line, column: column,
      start: position)
    possibleCount += 1
  }

  private mutating func dropKey() throws(Refusal) {
    guard let key = possibleKeys[flowLevel] else { return }
    if key.isRequired { throw Refusal(.missingColon, ByteRange(key.start, max(key.start, position))) }
    possibleKeys[flowLevel] = nil
    possibleCount -= 1
  }

  private mutating func dropStaleKeys() throws(Refusal) {
    guard possibleCount > 0 else { return }
    for level in possibleKeys.indices {
      guard let key = possibleKeys[level], key.line < line || index - key.index > dialect.keyLimit else { continue }
      if key.isRequired {
        let reason = key.line < line ? RefusalReason.missingColon : .longKey
        throw Refusal(reason, ByteRange(key.start, max(key.start, position)))
      }
      possibleKeys[level] = nil
      possibleCount -= 1
    }
  }

  private mutating func roll(
    to column: Int, _ kind: ReaderTokenKind, number: Int? = nil, at place: Int
  ) {
    guard flowLevel == 0, indent < column else { return }
    indents.append(indent)
    indent = column
    let token = ReaderToken(kind: kind, range: ByteRange(at: place))
    if let number { queue.insert(token, at: number - taken + head) } else { add(token) }
  }

  private mutating func unroll(to column: Int) {
    guard flowLevel == 0 else { return }
    while indent > column {
      add(ReaderToken(kind: .blockEnd, range: ByteRange(at: position)))
      indent = indents.popLast() ?? -1
    }
  }

  // MARK: The next token

  private mutating func fetch() throws(Refusal) {
    skipToToken()
    try dropStaleKeys()
    unroll(to: column)
    guard position < end else { return try fetchEnd() }
    let byte = at()
    if column == 0 {
      if byte == Byte.percent {
        unroll(to: -1)
        try dropKey()
        allowsKey = false
        return try fetchDirective()
      }
      if isMarker(Byte.dash) || isMarker(Byte.dot) { return try fetchMarker() }
    }
    if isLineValue, Self.isLineSign(byte) {
      try saveKey()
      allowsKey = false
      return try fetchPlain()
    }
    switch byte {
    case Byte.openBracket, Byte.openBrace: return try fetchFlowStart()
    case Byte.comma where flowLevel == 0 && dialect.takesFlowSigns,
      Byte.closeBrace where flowLevel == 0 && dialect.takesFlowSigns:
      break
    case Byte.closeBracket, Byte.closeBrace: return try fetchFlowEnd()
    case Byte.comma:
      try dropKey()
      allowsKey = true
      return addSign(.flowEntry)
    case Byte.dash where isBlankOrEnd(1): return try fetchBlockEntry()
    case Byte.question where dialect.questionNeedsSpace && at(1) != Byte.space: break
    case Byte.question where isBlankOrEnd(1) || (flowLevel > 0 && dialect.questionGluedInBrackets):
      return try fetchKey()
    case Byte.colon where isValueSign(): return try fetchValue()
    case Byte.asterisk, Byte.ampersand:
      try saveKey()
      allowsKey = false
      return try fetchAnchor()
    case Byte.exclamation:
      try saveKey()
      allowsKey = false
      return try fetchTag()
    case Byte.bar where flowLevel == 0, Byte.greater where flowLevel == 0:
      try dropKey()
      allowsKey = true
      return try fetchBlockScalar()
    case Byte.singleQuote, Byte.doubleQuote:
      try saveKey()
      allowsKey = false
      return try fetchQuoted()
    default: break
    }
    guard startsPlainText(byte) else { throw refusal(byte == Byte.tab ? .tab : .character) }
    try saveKey()
    allowsKey = false
    try fetchPlain()
  }

  private func startsPlainText(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.dash: return !isBlankOrEnd(1)
    case Byte.question where dialect.questionNeedsSpace: return at(1) != Byte.space
    case Byte.comma where dialect.takesFlowSigns, Byte.closeBrace where dialect.takesFlowSigns:
      return flowLevel == 0
    case Byte.question, Byte.colon:
      if isBlankOrEnd(1) { return false }
      return flowLevel == 0 || dialect.flowColon == .goPort || dialect.flowColon == .ruamel
        || dialect.flowColon == .goccy
        || (byte == Byte.question && !dialect.questionGluedInBrackets)
    case Byte.comma, Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace, Byte.hash,
      Byte.ampersand, Byte.asterisk, Byte.exclamation, Byte.bar, Byte.greater, Byte.singleQuote, Byte.doubleQuote,
      Byte.percent, Byte.at, Byte.backtick, Byte.tab, Byte.space:
      return false
    default: return true
    }
  }

  private func isValueSign() -> Bool {
    if isBlankOrEnd(1) { return true }
    guard flowLevel > 0 else { return false }
    switch dialect.flowColon {
    case .libyaml, .pyYAML, .goPort: return true
    case .goccy: return isInBraces && lastKind != .value && lastKind != .flowMappingStart && lastKind != .flowEntry
    case .ruamel: return lastKind == .scalar || lastKind == .flowMappingEnd || lastKind == .flowSequenceEnd
    }
  }

  /// Whether a value to the end of the line begins at the position.
  var isLineValue: Bool {
    dialect.readsLines && flowLevel == 0 && (lastKind == .value || lastKind == .tag) && lastLine == line
  }

  /// Signs that begin a value to the end of the line as any letter does.
  private static func isLineSign(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.dash, Byte.question, Byte.colon, Byte.comma, Byte.closeBracket, Byte.closeBrace: true
    default: false
    }
  }

  /// The kind of the token that was cut last.
  var lastKind: ReaderTokenKind? { queue.last?.kind }

  private mutating func skipToToken() {
    if position == start, at() == 0xEF, at(1) == 0xBB, at(2) == 0xBF { position += 3 }
    while position < end {
      let byte = at()
      if byte == Byte.space || (byte == Byte.tab && takesTab) {
        advance()
      } else if byte == Byte.hash {
        while position < end, breakLength(at: position) == 0 { advance() }
      } else if breakLength(at: position) > 0 {
        _ = takeBreak()
        if flowLevel == 0 { allowsKey = true }
      } else {
        return
      }
    }
  }

  private var takesTab: Bool {
    switch dialect.tabs {
    case .never: false
    case .inBrackets: flowLevel > 0
    case .exceptBeforeKeys: flowLevel > 0 || !allowsKey
    case .exceptAtLineStart: flowLevel > 0 || column > 0
    }
  }

  private mutating func addSign(_ kind: ReaderTokenKind, length: Int = 1) {
    let start = position
    advance(length)
    lastLine = line
    add(ReaderToken(kind: kind, range: ByteRange(start, position)))
  }

  private mutating func fetchEnd() throws(Refusal) {
    if column != 0 {
      column = 0
      line += 1
      try dropStaleKeys()
    }
    unroll(to: -1)
    try dropKey()
    allowsKey = false
    add(ReaderToken(kind: .streamEnd, range: ByteRange(at: end)))
    isDone = true
  }

  private mutating func fetchMarker() throws(Refusal) {
    unroll(to: -1)
    try dropKey()
    allowsKey = false
    addSign(at() == Byte.dash ? .documentStart : .documentEnd, length: 3)
  }

  private mutating func fetchFlowStart() throws(Refusal) {
    try saveKey()
    guard flowLevel < dialect.flowDepth else { throw refusal(.tooDeep) }
    possibleKeys.append(nil)
    openBrackets.append(at())
    allowsKey = true
    addSign(at() == Byte.openBracket ? .flowSequenceStart : .flowMappingStart)
  }

  private mutating func fetchFlowEnd() throws(Refusal) {
    try dropKey()
    if flowLevel > 0 {
      possibleKeys.removeLast()
      openBrackets.removeLast()
    }
    allowsKey = false
    addSign(at() == Byte.closeBracket ? .flowSequenceEnd : .flowMappingEnd)
    if dialect.readsLines, flowLevel == 0 { while position < end, breakLength(at: position) == 0 { advance() } }
  }

  private mutating func fetchBlockEntry() throws(Refusal) {
    if flowLevel == 0 {
      guard allowsKey else { throw refusal(.dashOutOfPlace) }
      roll(to: column, .blockSequenceStart, at: position)
    }
    try dropKey()
    allowsKey = true
    addSign(.blockEntry)
  }

  private mutating func fetchKey() throws(Refusal) {
    if dialect.readsLines { throw refusal(.keyType) }
    if flowLevel == 0 {
      guard allowsKey else { throw refusal(.character) }
      roll(to: column, .blockMappingStart, at: position)
    }
    try dropKey()
    allowsKey = flowLevel == 0
    addSign(.key)
  }

  private mutating func fetchValue() throws(Refusal) {
    if let key = possibleKeys[flowLevel] {
      let token = ReaderToken(kind: .key, range: ByteRange(at: key.start))
      queue.insert(token, at: key.tokenNumber - taken + head)
      roll(to: key.column, .blockMappingStart, number: key.tokenNumber, at: key.start)
      possibleKeys[flowLevel] = nil
      possibleCount -= 1
      allowsKey = false
    } else {
      if flowLevel == 0 {
        guard allowsKey else { throw refusal(.colonInValue) }
        roll(to: column, .blockMappingStart, at: position)
      }
      allowsKey = flowLevel == 0
    }
    addSign(.value)
  }
}
