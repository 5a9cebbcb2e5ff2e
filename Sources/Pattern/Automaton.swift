/// A pattern as a deterministic automaton: one table look-up a character, nothing allocated.
struct Automaton {
  /// The next state by state and class; states are multiples of `stride`. The last column is the end of the text.
  private var table: [UInt32]
  private let stride: Int
  private let alphabet: Alphabet
  /// The class of each byte below 0x80.
  private let ascii: [UInt8]
  private let start: UInt32

  /// The two states that end a run, before all others.
  private static let rejectIndex: UInt32 = 0
  private static let acceptIndex: UInt32 = 1

  /// Reads `bytes` until the answer is known.
  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let accept = Self.acceptIndex * UInt32(stride)
    return unsafe table.withUnsafeBufferPointer { table in
      unsafe ascii.withUnsafeBufferPointer { ascii in
        var state = start
        var index = 0
        let end = bytes.count
        while index < end {
          let byte = unsafe bytes[index]
          let next: UInt32
          if byte < 0x80 {
            next = unsafe table[Int(state &+ UInt32(ascii[Int(byte)]))]
            index &+= 1
          } else {
            let (value, length) = unsafe UTF8Decoding.scalar(at: index, in: bytes, end: end)
            next = unsafe table[Int(state &+ UInt32(alphabet.classOf(value)))]
            index &+= length
          }
          if next == state {
            // While the state stays, looks at the table do not wait for one another.
            while index < end {
              let byte = unsafe bytes[index]
              guard byte < 0x80, unsafe table[Int(state &+ UInt32(ascii[Int(byte)]))] == state else { break }
              index &+= 1
            }
          } else {
            state = next
            if state <= accept { return state == accept }
          }
        }
        let atEnd = unsafe table[Int(state) &+ stride &- 1]
        return atEnd == accept
      }
    }
  }
}

extension Automaton {
  /// How many steps the construction may look at before the simulation is preferred.
  private static let workLimit = 200_000

  /// Makes the automaton, or says `nil` where it would be too large or the pattern needs more than an automaton.
  init?(_ program: PatternProgram) {
    guard program.looks.isEmpty, !program.needsBacktracking, program.alphabet.classCount < 256 else { return nil }
    var construction = Construction(program)
    guard construction.run(workLimit: Self.workLimit) else { return nil }
    stride = construction.stride
    table = construction.table.map { $0 * UInt32(construction.stride) }
    alphabet = program.alphabet
    ascii = program.alphabet.ascii.map { UInt8(truncatingIfNeeded: $0) }
    start = construction.start * UInt32(construction.stride)
  }

  /// The subset construction.
  private struct Construction {
    /// What a state of the automaton stands for: the steps after the last character, and what conditions ask of it.
    struct Key: Hashable {
      var kernel: [Int32]
      var isStart: Bool
      var isWordBefore: Bool
      var isLineBefore: Bool
    }

    let program: PatternProgram
    let stride: Int
    var table: [UInt32] = []
    var start: UInt32 = 0
    private var numbers: [Key: UInt32] = [:]
    private var keys: [Key] = []
    private var states: StateSet
    private var work = 0

    init(_ program: PatternProgram) {
      self.program = program
      stride = program.alphabet.classCount + 1
      states = StateSet(stepCount: program.code.steps.count)
    }

    /// Fills the table; `false` if the limit is passed.
    mutating func run(workLimit: Int) -> Bool {
      table = [UInt32](repeating: Automaton.rejectIndex, count: stride)
      table += [UInt32](repeating: Automaton.acceptIndex, count: stride)
      start = number(of: Key(kernel: [0], isStart: true, isWordBefore: false, isLineBefore: false))
      var next = 0
      while next < keys.count {
        fillRow(of: keys[next])
        next += 1
        guard states.work + work <= workLimit else { return false }
      }
      return true
    }

    private mutating func number(of key: Key) -> UInt32 {
      // Nothing can follow: no text leads out of an empty set.
      if key.kernel.isEmpty { return Automaton.rejectIndex }
      if let known = numbers[key] { return known }
      let number = UInt32(clamping: keys.count + 2)
      numbers[key] = number
      keys.append(key)
      return number
    }

    private mutating func fillRow(of key: Key) {
      let alphabet = program.alphabet
      work += stride
      for symbol in 0..<UInt16(clamping: alphabet.classCount) {
        // Without conditions on the next character all classes see the same steps.
        if symbol == 0 || alphabet.asksNeighbours { close(key, after: symbol) }
        if states.isMatch {
          table.append(Automaton.acceptIndex)
          continue
        }
        var kernel: [Int32] = []
        states.advance(over: symbol, steps: program.code.steps, alphabet: alphabet, into: &kernel)
        if !program.isAnchored { kernel.append(0) }
        kernel.sort()
        work += kernel.count
        let next = Key(
          kernel: kernel, isStart: false, isWordBefore: alphabet.isWord.isEmpty ? false : alphabet.isWord[Int(symbol)],
          isLineBefore: alphabet.isLine.isEmpty ? false : alphabet.isLine[Int(symbol)])
        table.append(number(of: next))
      }
      close(key, after: nil)
      table.append(states.isMatch ? Automaton.acceptIndex : Automaton.rejectIndex)
    }

    private mutating func close(_ key: Key, after symbol: UInt16?) {
      var surroundings = program.alphabet.surroundings(before: nil, after: symbol)
      surroundings.isStart = key.isStart
      surroundings.isWordBefore = key.isWordBefore
      surroundings.isLineBefore = key.isLineBefore
      states.close(key.kernel, over: program.code.steps, at: surroundings) { _ in false }
    }
  }
}
