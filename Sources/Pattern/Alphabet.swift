/// The classes of code points that a pattern tells apart, numbered from 0.
///
/// Two code points are of one class if every set of the pattern holds both or neither.
struct Alphabet {
  /// Where each interval begins, in order from 0, and the class of all code points in it.
  let starts: [UInt32]
  let classes: [UInt16]
  let classCount: Int
  /// The class of each ASCII character.
  private(set) var ascii: [UInt16]
  /// For each set that is more than one class: whether each class is in it, `classCount` entries a row.
  let rows: [Bool]
  /// What each set of the pattern has become.
  private let symbols: [Instruction]
  /// Whether each class is one of word characters; empty if no condition asks.
  let isWord: [Bool]
  /// The same for line terminators.
  let isLine: [Bool]

  init(
    starts: [UInt32], classes: [UInt16], classCount: Int, rows: [Bool], symbols: [Instruction], isWord: [Bool],
    isLine: [Bool]
  ) {
    self.starts = starts
    self.classes = classes
    self.classCount = classCount
    self.rows = rows
    self.symbols = symbols
    self.isWord = isWord
    self.isLine = isLine
    ascii = []
    for value in 0..<128 { ascii.append(classOf(UInt32(value))) }
  }

  /// The class of a code point; a bad byte counts as U+FFFD.
  func classOf(_ value: UInt32?) -> UInt16 {
    let value = value ?? 0xFFFD
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= value { low = middle } else { high = middle }
    }
    return classes[low]
  }

  /// Whether a step that consumes takes a code point of that class.
  @inline(__always)
  func accepts(_ row: Int32, _ symbol: UInt16) -> Bool {
    rows[Int(row) * classCount + Int(symbol)]
  }

  /// The same steps with sets replaced by classes.
  func resolve(_ code: PatternCode) -> PatternCode {
    var code = code
    for index in code.steps.indices {
      if case .any(let set) = code.steps[index] { code.steps[index] = symbols[Int(set)] }
    }
    return code
  }

  /// The classes of all code points of a text in order.
  func classes(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0x80 {
        result.append(ascii[Int(byte)])
        index += 1
      } else {
        let (value, length) = unsafe UTF8Decoding.scalar(at: index, in: bytes, end: bytes.count)
        result.append(classOf(value))
        index += length
      }
    }
    return result
  }
}

/// Collects the sets of a pattern and divides the code points by them.
struct AlphabetBuilder {
  /// The sets of the pattern, of which only those that are used divide anything.
  private let patternSets: [CodePointSet]
  private var sets: [CodePointSet] = []
  private var used: [Int: Int32] = [:]
  private var characters: [UInt32: Int32] = [:]
  private var wordSet: Int?
  private var lineSet: Int?

  /// How much work the division may be, and how many bits the rows may hold.
  private static let workLimit = 8_000_000

  init(sets: [CodePointSet]) {
    patternSets = sets
  }

  /// A set of the pattern.
  mutating func index(ofSet number: Int) -> Int32 {
    if let known = used[number] { return known }
    let index = Int32(clamping: sets.count)
    sets.append(patternSets[number])
    used[number] = index
    return index
  }

  /// The set of one character.
  mutating func index(of character: UInt32) -> Int32 {
    if let known = characters[character] { return known }
    sets.append(CodePointSet(sorted: [character...character]))
    let index = Int32(clamping: sets.count - 1)
    characters[character] = index
    return index
  }

  /// Adds the sets that conditions ask of a neighbour.
  mutating func addNeighbours(asked assertions: Set<Assertion>) {
    if !assertions.isDisjoint(with: [.wordBoundary, .noWordBoundary]) {
      wordSet = sets.count
      sets.append(.wordCharacters)
    }
    if !assertions.isDisjoint(with: [.lineStart, .lineEnd]) {
      lineSet = sets.count
      sets.append(.lineTerminators)
    }
  }

  /// Divides, or says `nil` where the sets are too many.
  func finish() -> Alphabet? {
    var events: [(place: UInt32, set: Int32)] = []
    for (index, set) in sets.enumerated() {
      for range in set.ranges {
        events.append((range.lowerBound, Int32(clamping: index)))
        events.append((range.upperBound + 1, Int32(clamping: index)))
      }
    }
    guard events.count < Self.workLimit else { return nil }
    events.sort { $0.place < $1.place }
    var starts: [UInt32] = []
    var classes: [UInt16] = []
    var known: [[Int32]: UInt16] = [:]
    var active: [Int32] = []
    var work = 0
    var event = 0
    var place: UInt32 = 0
    while place <= CodePointSet.last {
      while event < events.count, events[event].place == place {
        toggle(events[event].set, in: &active)
        event += 1
      }
      work += active.count + 1
      guard work < Self.workLimit, known.count < Int(UInt16.max) else { return nil }
      let number = known[active] ?? UInt16(known.count)
      known[active] = number
      starts.append(place)
      classes.append(number)
      place = event < events.count ? events[event].place : CodePointSet.last + 1
    }
    return rows(of: known, starts: starts, classes: classes)
  }

  /// Puts `set` into the sorted list, or takes it out.
  private func toggle(_ set: Int32, in active: inout [Int32]) {
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      if active[middle] < set { low = middle + 1 } else { high = middle }
    }
    if low < active.count, active[low] == set { active.remove(at: low) } else { active.insert(set, at: low) }
  }

  private func rows(of known: [[Int32]: UInt16], starts: [UInt32], classes: [UInt16]) -> Alphabet? {
    var members = [[UInt16]](repeating: [], count: sets.count)
    for (active, number) in known {
      for set in active { members[Int(set)].append(number) }
    }
    var rows: [Bool] = []
    var symbols: [Instruction] = []
    var rowCount: Int32 = 0
    for member in members {
      if member.count == 1 {
        symbols.append(.one(member[0]))
        continue
      }
      guard rows.count + known.count < Self.workLimit else { return nil }
      var row = [Bool](repeating: false, count: known.count)
      for number in member { row[Int(number)] = true }
      rows += row
      symbols.append(.any(rowCount))
      rowCount += 1
    }
    return Alphabet(
      starts: starts, classes: classes, classCount: known.count, rows: rows, symbols: symbols,
      isWord: flags(of: wordSet, members, count: known.count), isLine: flags(of: lineSet, members, count: known.count))
  }

  private func flags(of set: Int?, _ members: [[UInt16]], count: Int) -> [Bool] {
    guard let set else { return [] }
    var flags = [Bool](repeating: false, count: count)
    for number in members[set] { flags[Int(number)] = true }
    return flags
  }
}
