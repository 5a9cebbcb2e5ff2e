/// Finds which lines of two texts belong together.
///
/// First the lines that both texts begin and end with are set aside. Then lines that stand exactly once in each text
/// are matched, as far as their order agrees: they cut the rest into short passages. Each passage is compared by
/// Myers' algorithm, up to a limit of differences past which it counts as replaced. So the time stays near linear.
enum LineMatching {
  /// Lines of the old text, by their places, that lines of the new text replace; one of the two may be empty.
  struct Change: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How many lines may be added and removed in one passage before it is replaced as a whole.
  private static let limit = 200

  /// The changes that make `newLines` of `new` out of `oldLines` of `old`, in order, no two touching.
  static func changes(
    _ old: [UInt8], _ oldLines: LineRanges, _ new: [UInt8], _ newLines: LineRanges
  ) -> [Change] {
    var names: [ArraySlice<UInt8>: Int32] = [:]
    let oldNames = (0..<oldLines.count).map { name(old[oldLines[$0].indices], &names) }
    let newNames = (0..<newLines.count).map { name(new[newLines[$0].indices], &names) }
    var matching = Matching(old: oldNames, new: newNames, nameCount: names.count)
    return matching.run()
  }

  /// The number that stands for the line: equal lines have the same.
  private static func name(_ line: ArraySlice<UInt8>, _ names: inout [ArraySlice<UInt8>: Int32]) -> Int32 {
    if let known = names[line] { return known }
    let name = Int32(truncatingIfNeeded: names.count)
    names[line] = name
    return name
  }

  private struct Matching {
    let old: [Int32]
    let new: [Int32]
    let nameCount: Int
    var changes: [Change] = []

    init(old: [Int32], new: [Int32], nameCount: Int) {
      self.old = old
      self.new = new
      self.nameCount = nameCount
    }

    mutating func run() -> [Change] {
      var (oldStart, newStart) = (0, 0)
      for anchor in anchors() {
        // Matches next to the anchor were found while the passage before it was trimmed.
        if anchor.old < oldStart || anchor.new < newStart { continue }
        passage(oldStart..<anchor.old, newStart..<anchor.new)
        (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
      }
      passage(oldStart..<old.count, newStart..<new.count)
      return changes
    }

    /// Lines that stand once in each text, in the longest order that both texts share.
    private func anchors() -> [(old: Int, new: Int)] {
      var oldCount = [UInt8](repeating: 0, count: nameCount)
      var newCount = oldCount
      var newPlace = [Int32](repeating: 0, count: nameCount)
      for name in old { oldCount[Int(name)] = min(oldCount[Int(name)] + 1, 2) }
      for (place, name) in new.enumerated() {
        newCount[Int(name)] = min(newCount[Int(name)] + 1, 2)
        newPlace[Int(name)] = Int32(truncatingIfNeeded: place)
      }
      var candidates: [(old: Int, new: Int)] = []
      for (place, name) in old.enumerated() where oldCount[Int(name)] == 1 && newCount[Int(name)] == 1 {
        candidates.append((place, Int(newPlace[Int(name)])))
      }
      return Self.longestIncreasing(candidates)
    }

    /// The longest run of candidates whose places in the new text increase (patience sorting).
    private static func longestIncreasing(_ candidates: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
      var piles: [Int] = []
      var previous = [Int](repeating: -1, count: candidates.count)
      for (index, candidate) in candidates.enumerated() {
        var low = 0
        var high = piles.count
        while low < high {
          let middle = (low + high) / 2
          if candidates[piles[middle]].new < candidate.new { low = middle + 1 } else { high = middle }
        }
        if low > 0 { previous[index] = piles[low - 1] }
        if low == piles.count { piles.append(index) } else { piles[low] = index }
      }
      var result: [(old: Int, new: Int)] = []
      var index = piles.last ?? -1
      while index >= 0 {
        result.append(candidates[index])
        index = previous[index]
      }
      return result.reversed()
    }

    private mutating func passage(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
      var (oldRange, newRange) = (oldRange, newRange)
      while !oldRange.isEmpty, !newRange.isEmpty, old[oldRange.lowerBound] == new[newRange.lowerBound] {
        oldRange.removeFirst()
        newRange.removeFirst()
      }
      while !oldRange.isEmpty, !newRange.isEmpty, old[oldRange.upperBound - 1] == new[newRange.upperBound - 1] {
        oldRange.removeLast()
        newRange.removeLast()
      }
      if oldRange.isEmpty || newRange.isEmpty || !shortest(oldRange, newRange) { add(oldRange, newRange) }
    }

    private mutating func add(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
      if oldRange.isEmpty, newRange.isEmpty { return }
      if let last = changes.last, last.old.upperBound == oldRange.lowerBound, last.new.upperBound == newRange.lowerBound
      {
        changes[changes.count - 1] = Change(
          old: last.old.lowerBound..<oldRange.upperBound, new: last.new.lowerBound..<newRange.upperBound)
      } else {
        changes.append(Change(old: oldRange, new: newRange))
      }
    }

    /// Adds the shortest changes between two passages (Myers, 1986); false when they take more than the limit.
    private mutating func shortest(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
      let most = min(oldRange.count + newRange.count, LineMatching.limit)
      // reach[k + most + 1]: how far in the old passage the best path on diagonal k has come.
      var reach = [Int](repeating: 0, count: 2 * most + 3)
      var history: [[Int]] = []
      for differences in 0...most {
        history.append(Array(reach[(most + 1 - differences)...(most + 1 + differences)]))
        for diagonal in stride(from: -differences, through: differences, by: 2) {
          let slot = diagonal + most + 1
          let isDown = diagonal == -differences || (diagonal != differences && reach[slot - 1] < reach[slot + 1])
          var x = isDown ? reach[slot + 1] : reach[slot - 1] + 1
          var y = x - diagonal
          while x < oldRange.count, y < newRange.count, y >= 0,
            old[oldRange.lowerBound + x] == new[newRange.lowerBound + y]
          {
            x += 1
            y += 1
          }
          reach[slot] = x
          if x >= oldRange.count, y >= newRange.count {
            trace(history, oldRange, newRange)
            return true
          }
        }
      }
      return false
    }

    /// Walks the path back from its end and adds its changes in order.
    private mutating func trace(_ history: [[Int]], _ oldRange: Range<Int>, _ newRange: Range<Int>) {
      var (x, y) = (oldRange.count, newRange.count)
      var steps: [Change] = []
      for differences in stride(from: history.count - 1, to: 0, by: -1) {
        // The reach before this difference, diagonals from -differences to differences.
        let reach = history[differences]
        let diagonal = x - y
        let slot = diagonal + differences
        let isDown =
          diagonal == -differences || (diagonal != differences && reach[slot - 1] < reach[slot + 1])
        let before = isDown ? diagonal + 1 : diagonal - 1
        let fromX = reach[before + differences]
        let fromY = fromX - before
        let (old, new) = (oldRange.lowerBound + fromX, newRange.lowerBound + fromY)
        steps.append(
          isDown
            ? Change(old: old..<old, new: new..<(new + 1))
            : Change(old: old..<(old + 1), new: new..<new))
        (x, y) = (fromX, fromY)
      }
      for step in steps.reversed() { add(step.old, step.new) }
    }
  }
}
