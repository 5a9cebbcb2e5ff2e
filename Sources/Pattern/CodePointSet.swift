/// A set of code points as sorted ranges that do not touch each other.
struct CodePointSet: Hashable {
  /// The largest code point.
  static let last: UInt32 = 0x10FFFF
  static let empty = CodePointSet(sorted: [])
  static let all = CodePointSet(sorted: [0...last])

  private(set) var ranges: [ClosedRange<UInt32>]

  /// Takes ranges that are already in order and apart.
  init(sorted ranges: [ClosedRange<UInt32>]) {
    self.ranges = ranges
  }

  /// Takes ranges in any order, overlapping or not.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    merged.reserveCapacity(ranges.count)
    // What comes from a table is in order already.
    let isSorted = zip(ranges, ranges.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
    for range in isSorted ? ranges : ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let previous = merged.last, range.lowerBound <= previous.upperBound &+ 1 {
        merged[merged.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Every code point that is not in this set.
  var inverted: CodePointSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = range.upperBound &+ 1
    }
    if next <= Self.last { result.append(next...Self.last) }
    return CodePointSet(sorted: result)
  }

  func union(_ other: CodePointSet) -> CodePointSet {
    CodePointSet(ranges + other.ranges)
  }

  func contains(_ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= value
  }
}

extension CodePointSet {
  /// `\d` (ECMA-262, 22.2.2.9).
  static let digits = CodePointSet(sorted: [0x30...0x39])
  /// `\w` without the `i` flag.
  static let wordCharacters = CodePointSet(sorted: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// `\s`: `WhiteSpace` and `LineTerminator` (12.2, 12.3); `Space_Separator` is stable enough to be written out.
  static let spaces = CodePointSet(sorted: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// The line terminators, which `.` does not match.
  static let lineTerminators = CodePointSet(sorted: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
