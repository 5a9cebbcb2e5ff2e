/// Turns a parsed pattern into steps, with repetitions written out.
///
/// A pattern with back-references is for the backtracking matcher, which reads a look-ahead forward. Every other one is
/// for the automaton, which finds all places where a look-ahead holds in one pass from the end: its body is written
/// backward.
struct ProgramBuilder {
  private let pattern: ParsedPattern
  private let isBacktracking: Bool
  private var alphabet: AlphabetBuilder
  private var looks: [PatternLook] = []
  private var code = PatternCode()
  private var registerCount = 0
  private var size = 0

  private init(_ pattern: ParsedPattern) {
    self.pattern = pattern
    isBacktracking = !pattern.references.isEmpty
    alphabet = AlphabetBuilder(sets: pattern.sets)
  }

  static func build(_ pattern: ParsedPattern) throws(PatternError) -> PatternProgram {
    var builder = ProgramBuilder(pattern)
    try builder.emit(pattern.root)
    try builder.append(.match)
    builder.alphabet.addNeighbours(asked: pattern.assertions)
    guard let alphabet = builder.alphabet.finish() else { throw PatternError(.tooLarge, at: 0) }
    var program = PatternProgram(alphabet: alphabet)
    program.code = alphabet.resolve(builder.code)
    program.looks = builder.looks.map { PatternLook(code: alphabet.resolve($0.code)) }
    program.references = pattern.references
    program.slotCount = pattern.references.isEmpty ? 0 : 2 * (pattern.captureCount + 1)
    program.registerCount = builder.registerCount
    program.isAnchored = builder.isAnchored(pattern.root)
    return program
  }

  private func isAnchored(_ node: PatternNode) -> Bool {
    switch node {
    case .assertion(.start): true
    case .sequence(let nodes): nodes.first.map(isAnchored) ?? false
    case .choice(let nodes): nodes.allSatisfy(isAnchored)
    case .capture(_, let body): isAnchored(body)
    default: false
    }
  }

  // MARK: Steps

  private var next: Int32 { Int32(clamping: code.steps.count) }

  @discardableResult
  private mutating func append(_ step: Instruction) throws(PatternError) -> Int {
    size += 1
    guard size <= CompiledPattern.sizeLimit else { throw PatternError(.tooLarge, at: 0) }
    code.steps.append(step)
    return code.steps.count - 1
  }

  private mutating func emit(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .empty: break
    case .character(let value): try append(.any(alphabet.index(of: value)))
    case .set(let index): try append(.any(alphabet.index(ofSet: index)))
    case .sequence(let nodes):
      if code.isBackward {
        for node in nodes.reversed() { try emit(node) }
      } else {
        for node in nodes { try emit(node) }
      }
    case .choice(let nodes): try emitChoice(nodes)
    case .capture(let number, let body): try emitCapture(number, body)
    case .repetition(let body, let min, let max, let isLazy, let captures):
      try emitRepetition(Loop(body: body, isLazy: isLazy, captures: captures), min: min, max: max)
    case .assertion(let assertion): try append(.assert(assertion))
    case .look(let body, let isAhead, let isNegated):
      try append(.look(try addLook(body, isAhead: isAhead), isNegated: isNegated))
    case .reference(let index): try append(.reference(Int32(clamping: index)))
    }
  }

  private mutating func addLook(_ body: PatternNode, isAhead: Bool) throws(PatternError) -> Int32 {
    let outer = code
    code = PatternCode(isBackward: isBacktracking ? !isAhead : isAhead)
    try emit(body)
    try append(.match)
    looks.append(PatternLook(code: code))
    code = outer
    return Int32(clamping: looks.count - 1)
  }

  private mutating func emitChoice(_ nodes: [PatternNode]) throws(PatternError) {
    var jumps: [Int] = []
    for (position, node) in nodes.enumerated() {
      guard position + 1 < nodes.count else {
        try emit(node)
        break
      }
      let split = try append(.split(next + 1, 0))
      try emit(node)
      jumps.append(try append(.jump(0)))
      code.steps[split] = .split(Int32(clamping: split + 1), next)
    }
    for jump in jumps { code.steps[jump] = .jump(next) }
  }

  private mutating func emitCapture(_ number: Int, _ body: PatternNode) throws(PatternError) {
    guard isBacktracking else { return try emit(body) }
    let slot = Int32(clamping: 2 * number)
    try append(.save(code.isBackward ? slot + 1 : slot))
    try emit(body)
    try append(.save(code.isBackward ? slot : slot + 1))
  }

  // MARK: Repetitions

  private struct Loop {
    let body: PatternNode
    let isLazy: Bool
    let captures: Range<Int>
  }

  private mutating func emitRepetition(_ loop: Loop, min: Int, max: Int?) throws(PatternError) {
    for _ in 0..<min {
      let before = code.steps.count
      try emitForget(loop)
      try emit(loop.body)
      // An empty body is empty every time.
      if code.steps.count == before { return }
    }
    guard let max else { return try emitStar(loop) }
    var splits: [Int] = []
    for _ in 0..<max - min {
      let split = try append(.split(0, 0))
      splits.append(split)
      let before = code.steps.count
      try emitRound(loop)
      if code.steps.count == before { break }
    }
    for split in splits { code.steps[split] = fork(Int32(clamping: split + 1), next, loop) }
  }

  private mutating func emitStar(_ loop: Loop) throws(PatternError) {
    let split = try append(.split(0, 0))
    try emitRound(loop)
    try append(.jump(Int32(clamping: split)))
    code.steps[split] = fork(Int32(clamping: split + 1), next, loop)
  }

  /// One round that the pattern does not require: it must consume something (ECMA-262, 22.2.2.3.1).
  private mutating func emitRound(_ loop: Loop) throws(PatternError) {
    guard isBacktracking else { return try emit(loop.body) }
    let register = Int32(clamping: registerCount)
    registerCount += 1
    try append(.mark(register))
    try emitForget(loop)
    try emit(loop.body)
    try append(.progress(register))
  }

  private mutating func emitForget(_ loop: Loop) throws(PatternError) {
    guard isBacktracking, !loop.captures.isEmpty else { return }
    try append(.forget(Int32(clamping: loop.captures.lowerBound), Int32(clamping: loop.captures.upperBound)))
  }

  private func fork(_ body: Int32, _ exit: Int32, _ loop: Loop) -> Instruction {
    loop.isLazy ? .split(exit, body) : .split(body, exit)
  }
}
