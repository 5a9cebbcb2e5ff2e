/// The neighbours of a place between two code points.
struct Surroundings {
  var isStart: Bool
  var isEnd: Bool
  /// Whether the code point before is a word character.
  var isWordBefore = false
  var isWordAfter = false
  /// Whether the code point before, or the one after, is a line terminator. Only `(?m:…)` asks.
  var isLineBefore = false
  var isLineAfter = false

  func satisfies(_ assertion: Assertion) -> Bool {
    switch assertion {
    case .start: isStart
    case .end: isEnd
    case .lineStart: isStart || isLineBefore
    case .lineEnd: isEnd || isLineAfter
    case .wordBoundary: isWordBefore != isWordAfter
    case .noWordBoundary: isWordBefore == isWordAfter
    }
  }
}

/// The steps that a text has led to: Thompson's simulation of a nondeterministic automaton.
///
/// Time for one place is at most the number of steps, whatever the pattern.
struct StateSet {
  /// Steps that consume and that can be reached at the present place, without doubles.
  private(set) var consuming: [Int32] = []
  /// Whether `match` can be reached at the present place.
  private(set) var isMatch = false
  /// How many steps were looked at since the start.
  private(set) var work = 0

  private var seen: [Int32]
  private var generation: Int32 = 0
  private var pending: [Int32] = []

  init(stepCount: Int) {
    seen = [Int32](repeating: -1, count: stepCount)
  }

  /// Follows all that consumes nothing from `kernel`; `look` answers conditions.
  mutating func close(
    _ kernel: [Int32], over steps: [Instruction], at surroundings: Surroundings, look: (Int) -> Bool
  ) {
    consuming.removeAll(keepingCapacity: true)
    isMatch = false
    generation &+= 1
    for start in kernel {
      pending.append(start)
      while let place = pending.popLast() {
        let index = Int(place)
        guard seen[index] != generation else { continue }
        seen[index] = generation
        work += 1
        switch steps[index] {
        case .one, .any, .reference: consuming.append(place)
        case .match: isMatch = true
        case .split(let first, let second):
          pending.append(second)
          pending.append(first)
        case .jump(let target): pending.append(target)
        case .assert(let assertion): if surroundings.satisfies(assertion) { pending.append(place + 1) }
        case .look(let number, let isNegated): if look(Int(number)) != isNegated { pending.append(place + 1) }
        case .save, .forget, .mark, .progress: pending.append(place + 1)
        }
      }
    }
  }

  /// The steps after those that take a code point of class `symbol`.
  mutating func advance(over symbol: UInt16, steps: [Instruction], alphabet: Alphabet, into kernel: inout [Int32]) {
    work += consuming.count
    for place in consuming {
      switch steps[Int(place)] {
      case .one(let wanted): if wanted == symbol { kernel.append(place + 1) }
      case .any(let row): if alphabet.accepts(row, symbol) { kernel.append(place + 1) }
      default: break
      }
    }
  }
}

/// Runs a program without back-references over a text, place by place.
struct Simulation {
  let program: PatternProgram
  /// The class of each code point of the text.
  let text: [UInt16]
  let stepLimit: Int
  private var work = 0
  /// For each condition, the places where it holds.
  private var answers: [[Bool]] = []

  init(_ program: PatternProgram, text: [UInt16], stepLimit: Int) {
    self.program = program
    self.text = text
    self.stepLimit = stepLimit
  }

  /// Whether the pattern matches anywhere.
  mutating func run() throws(PatternError) -> Bool {
    for look in program.looks {
      var places: [Bool]? = [Bool](repeating: false, count: text.count + 1)
      _ = try run(look.code, places: &places)
      answers.append(places ?? [])
    }
    var nowhere: [Bool]?
    return try run(program.code, places: &nowhere)
  }

  /// Marks every place where a match ends, or stops at the first one if there is nothing to mark.
  private mutating func run(_ code: PatternCode, places: inout [Bool]?) throws(PatternError) -> Bool {
    var states = StateSet(stepCount: code.steps.count)
    var kernel: [Int32] = []
    let isAnchored = places == nil && program.isAnchored
    for count in 0...text.count {
      let place = code.isBackward ? text.count - count : count
      if !isAnchored || count == 0 { kernel.append(0) }
      if kernel.isEmpty { return false }
      states.close(kernel, over: code.steps, at: surroundings(of: place)) { answers[$0][place] }
      if states.isMatch {
        if places == nil { return true }
        places?[place] = true
      }
      guard work + states.work <= stepLimit else { throw PatternError(.stepLimit, at: 0) }
      guard count < text.count else { break }
      kernel.removeAll(keepingCapacity: true)
      let symbol = text[code.isBackward ? place - 1 : place]
      states.advance(over: symbol, steps: code.steps, alphabet: program.alphabet, into: &kernel)
    }
    work += states.work
    return false
  }

  private func surroundings(of place: Int) -> Surroundings {
    program.alphabet.surroundings(
      before: place > 0 ? text[place - 1] : nil, after: place < text.count ? text[place] : nil)
  }
}

extension Alphabet {
  /// Whether conditions look at more than the ends of the text.
  var asksNeighbours: Bool { !isWord.isEmpty || !isLine.isEmpty }

  /// What a condition sees between two classes; `nil` is an end of the text.
  func surroundings(before: UInt16?, after: UInt16?) -> Surroundings {
    var result = Surroundings(isStart: before == nil, isEnd: after == nil)
    if !isWord.isEmpty {
      result.isWordBefore = before.map { isWord[Int($0)] } ?? false
      result.isWordAfter = after.map { isWord[Int($0)] } ?? false
    }
    if !isLine.isEmpty {
      result.isLineBefore = before.map { isLine[Int($0)] } ?? false
      result.isLineAfter = after.map { isLine[Int($0)] } ?? false
    }
    return result
  }
}
