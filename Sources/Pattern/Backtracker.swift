/// Matches patterns with back-references, as ECMA-262, 22.2.2, has it: in order of preference, with a step limit.
///
/// Back-references are beyond any automaton; in the worst case the time is exponential, so steps are counted.
struct Backtracker {
  private let program: PatternProgram
  /// The classes and the values of the code points of the text.
  private let classes: [UInt16]
  private let values: [UInt32]
  private let stepLimit: Int
  private var work = 0

  /// Starts and ends of groups; -1 where a group took no part.
  private var slots: [Int32]
  /// Where the present round of each loop began.
  private var registers: [Int32]
  private var trail: [Entry] = []

  /// What to do when a way fails.
  private enum Entry {
    case resume(step: Int32, place: Int32)
    case restoreSlot(Int32, Int32)
    case restoreRegister(Int32, Int32)
  }

  /// How many entries may be kept: some 12 MB.
  private static let trailLimit = 1_000_000

  init(_ program: PatternProgram, text: UnsafeBufferPointer<UInt8>, stepLimit: Int) {
    self.program = program
    self.stepLimit = stepLimit
    unsafe classes = program.alphabet.classes(of: text)
    var values: [UInt32] = []
    var index = 0
    while index < text.count {
      let (value, length) = unsafe UTF8Decoding.scalar(at: index, in: text, end: text.count)
      // Two bad bytes are equal to each other only as bytes.
      unsafe values.append(value ?? 0x8000_0000 | UInt32(text[index]))
      index += length
    }
    self.values = values
    slots = [Int32](repeating: -1, count: program.slotCount)
    registers = [Int32](repeating: -1, count: program.registerCount)
  }

  /// Whether the pattern matches anywhere.
  mutating func run() throws(PatternError) -> Bool {
    for start in 0...classes.count {
      if try run(program.code, from: start) { return true }
      if program.isAnchored { return false }
    }
    return false
  }

  /// Runs from a place; recursion is as deep as conditions are nested.
  ///
  /// On success, groups are as the match left them, and no way of this run is left to resume.
  private mutating func run(_ code: PatternCode, from start: Int) throws(PatternError) -> Bool {
    let base = trail.count
    var step = 0
    var place = start
    while true {
      work += 1
      guard work <= stepLimit, trail.count <= Self.trailLimit else { throw PatternError(.stepLimit, at: 0) }
      if case .match = code.steps[step] {
        dropChoices(above: base)
        return true
      }
      if let next = try advance(code, at: step, &place) {
        step = next
        continue
      }
      guard let resumed = fail(downTo: base) else { return false }
      (step, place) = resumed
    }
  }

  /// The next step, or `nil` where this way fails.
  private mutating func advance(_ code: PatternCode, at step: Int, _ place: inout Int) throws(PatternError) -> Int? {
    switch code.steps[step] {
    case .one(let wanted):
      guard let symbol = takeClass(code, &place), symbol == wanted else { return nil }
    case .any(let row):
      guard let symbol = takeClass(code, &place), program.alphabet.accepts(row, symbol) else { return nil }
    case .split(let first, let second):
      trail.append(.resume(step: second, place: Int32(clamping: place)))
      return Int(first)
    case .jump(let target): return Int(target)
    case .assert(let assertion):
      let surroundings = program.alphabet.surroundings(
        before: place > 0 ? classes[place - 1] : nil, after: place < classes.count ? classes[place] : nil)
      guard surroundings.satisfies(assertion) else { return nil }
    case .look(let number, let isNegated):
      guard try holds(Int(number), isNegated: isNegated, at: place) else { return nil }
    case .save(let slot): set(slot, to: Int32(clamping: place))
    case .forget(let first, let end):
      work += Int(end - first)
      for slot in 2 * first..<2 * end where slots[Int(slot)] != -1 { set(slot, to: -1) }
    case .mark(let register):
      trail.append(.restoreRegister(register, registers[Int(register)]))
      registers[Int(register)] = Int32(clamping: place)
    case .progress(let register):
      guard registers[Int(register)] != Int32(clamping: place) else { return nil }
    case .reference(let number):
      guard takeReference(Int(number), backward: code.isBackward, &place) else { return nil }
    case .match: break
    }
    return step + 1
  }

  private func takeClass(_ code: PatternCode, _ place: inout Int) -> UInt16? {
    if code.isBackward {
      guard place > 0 else { return nil }
      place -= 1
      return classes[place]
    }
    guard place < classes.count else { return nil }
    place += 1
    return classes[place - 1]
  }

  /// A group that took no part matches the empty text.
  private mutating func takeReference(_ number: Int, backward: Bool, _ place: inout Int) -> Bool {
    work += program.references[number].count
    for group in program.references[number] {
      let start = Int(slots[2 * group])
      let end = Int(slots[2 * group + 1])
      guard start >= 0, end >= start else { continue }
      let length = end - start
      let from = backward ? place - length : place
      guard from >= 0, from + length <= values.count else { return false }
      work += length
      for offset in 0..<length where values[start + offset] != values[from + offset] { return false }
      place = backward ? from : from + length
      return true
    }
    return true
  }

  private mutating func holds(_ number: Int, isNegated: Bool, at place: Int) throws(PatternError) -> Bool {
    let base = trail.count
    let isMatch = try run(program.looks[number].code, from: place)
    guard isNegated else { return isMatch }
    // A negated condition leaves no group behind.
    _ = fail(downTo: base)
    return !isMatch
  }

  private mutating func set(_ slot: Int32, to value: Int32) {
    trail.append(.restoreSlot(slot, slots[Int(slot)]))
    slots[Int(slot)] = value
  }

  /// Undoes down to the last choice, or to `base` where there is none.
  private mutating func fail(downTo base: Int) -> (step: Int, place: Int)? {
    while trail.count > base, let entry = trail.popLast() {
      switch entry {
      case .resume(let step, let place): return (Int(step), Int(place))
      case .restoreSlot(let slot, let value): slots[Int(slot)] = value
      case .restoreRegister(let register, let value): registers[Int(register)] = value
      }
    }
    return nil
  }

  private mutating func dropChoices(above base: Int) {
    var kept = base
    for index in base..<trail.count {
      if case .resume = trail[index] { continue }
      trail[kept] = trail[index]
      kept += 1
    }
    trail.removeLast(trail.count - kept)
  }
}
