/// Normal form C (UAX #15) of texts whose characters IDNA2008 allows.
///
/// Characters that normal form C replaces, and conjoining jamo, are not allowed in a label, so neither is looked for.
enum NormalFormC {
  /// Whether `label` is what it would be normalised to.
  static func holds(for label: ArraySlice<Unicode.Scalar>) -> Bool {
    // Nothing composes without a mark or another non-ASCII second part.
    guard label.contains(where: { !$0.isASCII }) else { return true }
    let values = label.map { $0.value }
    return compose(inOrder(values.flatMap(decompose))) == values
  }

  private static func decompose(_ value: UInt32) -> [UInt32] {
    let table = IDNATable.compositions
    var marks: [UInt32] = []
    var base = value
    // Each round takes one mark off; no character has more than a few.
    while base >= 0x80, let entry = stride(from: 2, to: table.count, by: 3).first(where: { table[$0] == base }) {
      marks.append(table[entry - 1])
      base = table[entry - 2]
    }
    return [base] + marks.reversed()
  }

  /// The canonical order: marks of one base by their class, those of equal class as they were.
  private static func inOrder(_ values: [UInt32]) -> [UInt32] {
    var result = values
    for end in result.indices {
      var place = end
      let own = combiningClass(result[place])
      while own != 0, place > 0, combiningClass(result[place - 1]) > own {
        result.swapAt(place, place - 1)
        place -= 1
      }
    }
    return result
  }

  private static func compose(_ values: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var starter: Int?
    for value in values {
      let own = combiningClass(value)
      if let starter, let last = result.last {
        // A mark is blocked by one of its own class before it; another starter, by anything between.
        let isAdjacent = starter == result.count - 1
        let isBlocked = !isAdjacent && (own == 0 || combiningClass(last) >= own)
        if !isBlocked, let composite = composite(result[starter], value) {
          result[starter] = composite
          continue
        }
      }
      result.append(value)
      if own == 0 { starter = result.count - 1 }
    }
    return result
  }

  private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let table = IDNATable.compositions
    var low = 0
    var high = table.count / 3
    while low < high {
      let middle = (low + high) / 2
      if (table[3 * middle], table[3 * middle + 1]) < (first, second) { low = middle + 1 } else { high = middle }
    }
    guard 3 * low < table.count, table[3 * low] == first, table[3 * low + 1] == second else { return nil }
    return table[3 * low + 2]
  }

  private static func combiningClass(_ value: UInt32) -> UInt8 {
    value < 0x300 ? 0 : Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
  }
}
