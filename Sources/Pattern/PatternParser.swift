/// Reads a pattern by the grammar of ECMA-262, 22.2.1, with the parameters `UnicodeMode` and `NamedCaptureGroups`.
///
/// Annex B is not for Unicode mode: a lone `{` or `]`, `\a` and `\Z` are mistakes.
struct PatternParser {
  let bytes: [UInt8]
  var index = 0

  private var sets: [CodePointSet] = []
  private var setIndices: [CodePointSet: Int] = [:]
  /// The properties that were asked for already, by what stands after `\p`.
  var properties: [[UInt8]: CodePointSet] = [:]
  /// How many ranges of code points may still be handled.
  private var rangesLeft = 4_000_000
  private var captureCount = 0
  private var groups = GroupNames()
  private var references: [Reference] = []
  private var assertions: Set<Assertion> = []
  private var dotMatchesAll = false
  private var isMultiline = false

  /// A back-reference that is checked when all groups are known.
  private struct Reference {
    enum Target {
      case number(Int)
      case name([UInt8])
    }
    let target: Target
    let offset: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func parse(_ bytes: [UInt8]) throws(PatternError) -> ParsedPattern {
    var parser = PatternParser(bytes)
    let root = try parser.parseDisjunction(depth: 0)
    if parser.index < bytes.count { throw PatternError(.unmatchedParenthesis, at: parser.index) }
    let references = try parser.resolvedReferences()
    return ParsedPattern(
      root: root, sets: parser.sets, references: references, captureCount: parser.captureCount,
      assertions: parser.assertions)
  }

  // MARK: Reading

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  func peek(_ distance: Int) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// The character at `index`, which it passes.
  mutating func takeCharacter() throws(PatternError) -> UInt32 {
    let (value, length) = UTF8Decoding.scalar(at: index, in: bytes)
    guard let value else { throw PatternError(.invalidUTF8, at: index) }
    index += length
    return value
  }

  /// Counts the ranges that are copied, so that a long pattern of large classes costs no more than a large pattern.
  mutating func spend(_ count: Int, at offset: Int) throws(PatternError) {
    rangesLeft -= count
    guard rangesLeft >= 0 else { throw PatternError(.tooLarge, at: offset) }
  }

  private mutating func node(for set: CodePointSet) throws(PatternError) -> PatternNode {
    try spend(set.ranges.count, at: index)
    if let known = setIndices[set] { return .set(known) }
    sets.append(set)
    setIndices[set] = sets.count - 1
    return .set(sets.count - 1)
  }

  private mutating func assertion(_ assertion: Assertion) -> PatternNode {
    assertions.insert(assertion)
    return .assertion(assertion)
  }

  // MARK: Disjunction, Alternative, Term

  private mutating func parseDisjunction(depth: Int) throws(PatternError) -> PatternNode {
    groups.enterDisjunction()
    defer { groups.leaveDisjunction() }
    var alternatives = [try parseAlternative(depth: depth)]
    while take(UInt8(ascii: "|")) {
      groups.nextAlternative()
      alternatives.append(try parseAlternative(depth: depth))
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func parseAlternative(depth: Int) throws(PatternError) -> PatternNode {
    var terms: [PatternNode] = []
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      terms.append(try parseTerm(byte, depth: depth))
    }
    switch terms.count {
    case 0: return .empty
    case 1: return terms[0]
    default: return .sequence(terms)
    }
  }

  private mutating func parseTerm(_ byte: UInt8, depth: Int) throws(PatternError) -> PatternNode {
    let start = index
    let capturesBefore = captureCount
    let node: PatternNode
    switch byte {
    case UInt8(ascii: "^"):
      index += 1
      return assertion(isMultiline ? .lineStart : .start)
    case UInt8(ascii: "$"):
      index += 1
      return assertion(isMultiline ? .lineEnd : .end)
    case UInt8(ascii: "("):
      node = try parseGroup(depth: depth)
      if case .look = node { return node }
    case UInt8(ascii: "."):
      index += 1
      node = try self.node(for: dotMatchesAll ? .all : CodePointSet.lineTerminators.inverted)
    case UInt8(ascii: "["): node = try self.node(for: try parseClass())
    case UInt8(ascii: "\\"):
      node = try parseAtomEscape()
      if case .assertion = node { return node }
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw PatternError(.nothingToRepeat, at: start)
    case UInt8(ascii: "{"):
      throw PatternError(try parseBraces() == nil ? .loneBracket : .nothingToRepeat, at: start)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): throw PatternError(.loneBracket, at: start)
    default: node = .character(try takeCharacter())
    }
    return try parseQuantifier(of: node, captures: capturesBefore + 1..<captureCount + 1)
  }

  // MARK: Quantifier

  private mutating func parseQuantifier(
    of node: PatternNode, captures: Range<Int>
  ) throws(PatternError) -> PatternNode {
    let bounds: (min: Int, max: Int?)
    switch peek {
    case UInt8(ascii: "*"):
      index += 1
      bounds = (0, nil)
    case UInt8(ascii: "+"):
      index += 1
      bounds = (1, nil)
    case UInt8(ascii: "?"):
      index += 1
      bounds = (0, 1)
    case UInt8(ascii: "{"):
      let start = index
      guard let braces = try parseBraces() else { throw PatternError(.badQuantifier, at: start) }
      bounds = braces
    default: return node
    }
    let isLazy = take(UInt8(ascii: "?"))
    return .repetition(node, min: bounds.min, max: bounds.max, isLazy: isLazy, captures: captures)
  }

  /// `{n}`, `{n,}` or `{n,m}`, or `nil` with `index` unmoved where something else stands there.
  private mutating func parseBraces() throws(PatternError) -> (min: Int, max: Int?)? {
    let start = index
    index += 1
    guard let min = takeDecimal() else {
      index = start
      return nil
    }
    var max: Int? = min
    if take(UInt8(ascii: ",")) { max = takeDecimal() }
    guard take(UInt8(ascii: "}")) else {
      index = start
      return nil
    }
    if let max, max < min { throw PatternError(.quantifierOutOfOrder, at: start) }
    return (min, max)
  }

  /// Decimal digits as a number; one that is too large for any use is the largest `Int32`.
  mutating func takeDecimal() -> Int? {
    guard let first = peek, isDigit(first) else { return nil }
    var value = 0
    while let byte = peek, isDigit(byte) {
      value = Swift.min(value * 10 + Int(byte - UInt8(ascii: "0")), Int(Int32.max))
      index += 1
    }
    return value
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  // MARK: Groups

  private mutating func parseGroup(depth: Int) throws(PatternError) -> PatternNode {
    let start = index
    guard depth < CompiledPattern.depthLimit else { throw PatternError(.tooDeep, at: start) }
    index += 1
    guard take(UInt8(ascii: "?")) else { return try parseCapture(openedAt: start, depth: depth) }
    switch (peek, peek(1)) {
    case (UInt8(ascii: ":"), _):
      index += 1
      return try parseBody(openedAt: start, depth: depth)
    case (UInt8(ascii: "="), _), (UInt8(ascii: "!"), _):
      return try parseLook(isAhead: true, openedAt: start, depth: depth)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: "!")):
      index += 1
      return try parseLook(isAhead: false, openedAt: start, depth: depth)
    case (UInt8(ascii: "<"), _):
      let name = try takeGroupName()
      guard groups.add(name, group: captureCount + 1) else { throw PatternError(.duplicateGroupName, at: start) }
      return try parseCapture(openedAt: start, depth: depth)
    default: return try parseModifiers(openedAt: start, depth: depth)
    }
  }

  private mutating func parseBody(openedAt start: Int, depth: Int) throws(PatternError) -> PatternNode {
    let body = try parseDisjunction(depth: depth + 1)
    guard take(UInt8(ascii: ")")) else { throw PatternError(.unclosedGroup, at: start) }
    return body
  }

  private mutating func parseCapture(openedAt start: Int, depth: Int) throws(PatternError) -> PatternNode {
    captureCount += 1
    let number = captureCount
    return .capture(number, try parseBody(openedAt: start, depth: depth))
  }

  private mutating func parseLook(isAhead: Bool, openedAt start: Int, depth: Int) throws(PatternError) -> PatternNode {
    let isNegated = peek == UInt8(ascii: "!")
    index += 1
    let body = try parseBody(openedAt: start, depth: depth)
    return .look(body, isAhead: isAhead, isNegated: isNegated)
  }

  /// `(?ms-ms:…)`. The flag `i` would need case folding, which no schema should rest on.
  private mutating func parseModifiers(openedAt start: Int, depth: Int) throws(PatternError) -> PatternNode {
    let flagsStart = index
    var seen: [UInt8] = []
    var isRemoving = false
    let outer = (dotMatchesAll, isMultiline)
    defer { (dotMatchesAll, isMultiline) = outer }
    while let byte = peek, byte != UInt8(ascii: ":") {
      switch byte {
      case UInt8(ascii: "-"):
        guard !isRemoving else { throw PatternError(.unsupportedModifier, at: index) }
        isRemoving = true
      case UInt8(ascii: "s"), UInt8(ascii: "m"):
        guard !seen.contains(byte) else { throw PatternError(.unsupportedModifier, at: index) }
        seen.append(byte)
        if byte == UInt8(ascii: "s") { dotMatchesAll = !isRemoving } else { isMultiline = !isRemoving }
      case UInt8(ascii: "i"): throw PatternError(.unsupportedModifier, at: index)
      default: throw PatternError(.unknownGroup, at: start)
      }
      index += 1
    }
    guard take(UInt8(ascii: ":")), !seen.isEmpty else {
      throw PatternError(isRemoving ? .unsupportedModifier : .unknownGroup, at: flagsStart)
    }
    return try parseBody(openedAt: start, depth: depth)
  }

  // MARK: Escapes outside a class

  private mutating func parseAtomEscape() throws(PatternError) -> PatternNode {
    let start = index
    switch peek(1) {
    case UInt8(ascii: "b"), UInt8(ascii: "B"):
      let isBoundary = peek(1) == UInt8(ascii: "b")
      index += 2
      return assertion(isBoundary ? .wordBoundary : .noWordBoundary)
    case UInt8(ascii: "k"):
      index += 2
      guard peek == UInt8(ascii: "<") else { throw PatternError(.unknownGroupReference, at: start) }
      return refer(.name(try takeGroupName()), from: start)
    case .some(UInt8(ascii: "1")...UInt8(ascii: "9")):
      index += 1
      return refer(.number(takeDecimal() ?? 0), from: start)
    default:
      switch try parseEscape(inClass: false) {
      case .character(let value): return .character(value)
      case .set(let set): return try node(for: set)
      }
    }
  }

  private mutating func refer(_ target: Reference.Target, from start: Int) -> PatternNode {
    references.append(Reference(target: target, offset: start))
    return .reference(references.count - 1)
  }

  private func resolvedReferences() throws(PatternError) -> [[Int]] {
    var resolved: [[Int]] = []
    // References of one name share one list, however many there are.
    var named: [[UInt8]: [Int]] = [:]
    for reference in references {
      switch reference.target {
      case .number(let number) where number <= captureCount: resolved.append([number])
      case .number: throw PatternError(.unknownGroupReference, at: reference.offset)
      case .name(let name):
        guard let numbers = named[name] ?? groups[name] else {
          throw PatternError(.unknownGroupReference, at: reference.offset)
        }
        named[name] = numbers
        resolved.append(numbers)
      }
    }
    return resolved
  }
}
