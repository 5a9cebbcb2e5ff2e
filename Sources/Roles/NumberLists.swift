/// Lists of numbers, in one array: the vocabulary has hundreds of short ones.
struct NumberLists: Sendable {
  /// Where each list starts in `numbers`, and where the last one ends.
  private(set) var starts: [Int32] = [0]
  private(set) var numbers: [Int32] = []

  init() {}

  init(starts: [Int32], numbers: [Int32]) {
    self.starts = starts
    self.numbers = numbers
  }

  mutating func append(_ list: some Sequence<Int32>) {
    numbers += list
    starts.append(Int32(truncatingIfNeeded: numbers.count))
  }

  /// The list of a number.
  subscript(index: Int32) -> ArraySlice<Int32> {
    let index = Int(index)
    return numbers[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// Whether the list of a number has a member, so that no slice is made to see that.
  func isEmpty(_ index: Int32) -> Bool { starts[Int(index)] == starts[Int(index) + 1] }
}

/// Texts by number, in one array of bytes.
struct TextTable: Sendable {
  /// Where each text starts in `pool`, and where the last one ends.
  private(set) var starts: [Int32] = [0]
  private(set) var pool: [UInt8] = []

  init() {}

  init(starts: [Int32], pool: [UInt8]) {
    self.starts = starts
    self.pool = pool
  }

  /// Adds a text; yields its number.
  mutating func append(_ text: some Sequence<UInt8>) -> Int32 {
    pool += text
    starts.append(Int32(truncatingIfNeeded: pool.count))
    return Int32(truncatingIfNeeded: starts.count - 2)
  }

  /// The bytes of a text.
  subscript(number: Int32) -> ArraySlice<UInt8> {
    let number = Int(number)
    return pool[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Whether a text has these bytes.
  func `is`(_ number: Int32, _ text: ArraySlice<UInt8>) -> Bool {
    let start = Int(starts[Int(number)])
    guard Int(starts[Int(number) + 1]) - start == text.count else { return false }
    var place = start
    for byte in text {
      if pool[place] != byte { return false }
      place += 1
    }
    return true
  }

  /// A text for people.
  func string(_ number: Int32) -> String { String(decoding: self[number], as: UTF8.self) }
}
