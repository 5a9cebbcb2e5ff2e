/// A vocabulary made ready for reading titles: its tables as two plain texts, which a program can carry as literals.
///
/// Making the tables from JSON costs more than all else that a start does; reading them back from an image costs
/// next to nothing. Images are made by ``RoleVocabulary/image`` alone and hold what their reader expects.
package struct RoleImage: Hashable, Sendable {
  /// Whole numbers from -1 on, five bits a character, the low ones first, from `0` (0x30) on; a character from `P`
  /// (0x50) on says that more of the number follows. No character needs an escape in a raw literal.
  package var numbers: [UInt8]
  /// The texts one after the other, without a separator.
  package var texts: [UInt8]

  package init(numbers: [UInt8], texts: [UInt8]) {
    self.numbers = numbers
    self.texts = texts
  }
}

/// Writes the parts of an image, in the order in which ``ImageReader`` reads them.
struct ImageWriter {
  private(set) var image = RoleImage(numbers: [], texts: [])

  mutating func write(_ number: Int32) {
    var rest = UInt32(bitPattern: number &+ 1)
    while rest > 31 {
      image.numbers.append(0x50 + UInt8(truncatingIfNeeded: rest & 31))
      rest >>= 5
    }
    image.numbers.append(0x30 + UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ count: Int) { write(Int32(truncatingIfNeeded: count)) }

  mutating func write(_ numbers: [Int32]) {
    write(numbers.count)
    for number in numbers { write(number) }
  }

  mutating func write(_ lists: NumberLists) {
    write(lists.starts)
    write(lists.numbers)
  }

  mutating func write(_ table: TextTable) {
    write(table.starts)
    image.texts += table.pool
  }

  /// Bytes that belong to no table of texts.
  mutating func write(text: some Collection<UInt8>) {
    write(text.count)
    image.texts += text
  }
}

/// Reads the parts of an image.
struct ImageReader {
  private let image: RoleImage
  private var place = 0
  private var textPlace = 0

  init(_ image: RoleImage) { self.image = image }

  /// The next number; -1 past the end.
  mutating func number() -> Int32 {
    var result: UInt32 = 0
    var shift: UInt32 = 0
    while place < image.numbers.count {
      let digit = UInt32(image.numbers[place] &- 0x30)
      place += 1
      result |= (digit & 31) << shift
      if digit < 32 { break }
      shift += 5
    }
    return Int32(bitPattern: result) &- 1
  }

  /// How many parts follow: never more than there are digits left.
  mutating func count() -> Int { min(max(0, Int(number())), image.numbers.count - place) }

  mutating func numbers() -> [Int32] {
    let count = count()
    var result: [Int32] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(number()) }
    return result
  }

  mutating func lists() -> NumberLists { NumberLists(starts: numbers(), numbers: numbers()) }

  mutating func textTable() -> TextTable {
    let starts = numbers()
    return TextTable(starts: starts, pool: Array(text(Int(starts.last ?? 0))))
  }

  mutating func text() -> ArraySlice<UInt8> { text(Int(number())) }

  private mutating func text(_ count: Int) -> ArraySlice<UInt8> {
    let start = textPlace
    textPlace = min(image.texts.count, start + max(0, count))
    return image.texts[start..<textPlace]
  }
}
