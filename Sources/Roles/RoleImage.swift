/// A vocabulary made ready for reading titles: its tables as plain numbers and texts, which a program can carry as
/// constants.
///
/// Making the tables from JSON costs more than all else that a start does; reading them back from an image costs
/// next to nothing. Images are made by ``RoleVocabulary/image`` alone and hold what their reader expects.
package struct RoleImage: Hashable, Sendable {
  /// Counts and fields, in the order in which ``ImageReader`` asks for them.
  package var numbers: [Int32]
  /// The texts one after the other, without a separator.
  package var texts: [UInt8]

  package init(numbers: [Int32], texts: [UInt8]) {
    self.numbers = numbers
    self.texts = texts
  }
}

/// Writes the parts of an image, in the order in which ``ImageReader`` reads them.
struct ImageWriter {
  private(set) var image = RoleImage(numbers: [], texts: [])

  mutating func write(_ number: Int32) { image.numbers.append(number) }

  mutating func write(_ count: Int) { write(Int32(truncatingIfNeeded: count)) }

  mutating func write(_ numbers: [Int32]) {
    write(numbers.count)
    image.numbers += numbers
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
    guard place < image.numbers.count else { return -1 }
    place += 1
    return image.numbers[place - 1]
  }

  /// How many parts follow: never more than there are numbers left.
  mutating func count() -> Int { min(max(0, Int(number())), image.numbers.count - place) }

  mutating func numbers() -> [Int32] {
    let count = count()
    defer { place += count }
    return Array(image.numbers[place..<place + count])
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
