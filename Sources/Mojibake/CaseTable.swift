import SourceText

/// The cases that windows are: those that have one verdict are one. Damaged text repeats itself, so most windows were seen
/// before.
struct CaseTable {
  /// Windows that have one verdict.
  struct Case {
    /// One of them, and whether its line holds no capital letter.
    let window: ByteRange
    let isLowercase: Bool
    /// The number of its bytes, whatever stands around them; `nil` for a long window.
    let shape: Int?
  }

  private var cases: [Case] = []
  private var numbers: KeyTable
  private var shapes: KeyTable
  private var shapeCount = 0

  /// Windows are told apart up to the number of `most`; behind it each one is a case by itself.
  init(most: Int) {
    numbers = KeyTable(most: most)
    shapes = KeyTable(most: most)
  }

  var count: Int { cases.count }

  subscript(number: Int) -> Case { cases[number] }

  /// The number of the case that a window is, between two characters; only those of 16 bytes at most come again.
  mutating func number(
    of window: ByteRange, in bytes: [UInt8], _ before: UInt32, _ after: UInt32, _ isLowercase: Bool
  ) -> Int32 {
    let new = Int32(clamping: cases.count)
    guard window.count <= 16 else {
      cases.append(Case(window: window, isLowercase: isLowercase, shape: nil))
      return new
    }
    var key = KeyTable.Key()
    for index in window.indices {
      key.high = key.high << 8 | key.low >> 56
      key.low = key.low << 8 | UInt64(bytes[index])
    }
    let shape = UInt64(window.count) << 1 | (isLowercase ? 1 : 0)
    // Code points take 21 bits each.
    key.context = UInt64(before) << 40 | UInt64(after) << 16 | shape
    let number = numbers.number(of: key, new: new)
    if number < new { return number }
    key.context = shape
    let known = Int(shapes.number(of: key, new: Int32(clamping: shapeCount)))
    if known == shapeCount { shapeCount += 1 }
    cases.append(Case(window: window, isLowercase: isLowercase, shape: known))
    return new
  }
}

/// Numbers by key. It is asked for every window of a text, which is why it is no dictionary: the number of a key stands in
/// the first free place from that of its hash on.
struct KeyTable {
  struct Key: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var context: UInt64 = 0
  }

  private var entries: [(key: Key, number: Int32)] = []
  /// Indices of entries, -1 for none; a power of two of places, at most half of them taken.
  private var places: [Int32] = Array(repeating: -1, count: 64)
  private let most: Int
  /// Odd, and another one in every run of the program: nobody can write windows that all want one place.
  private let seed: UInt64

  /// Makes a table of `most` keys at most.
  init(most: Int) {
    self.most = most
    var hasher = Hasher()
    hasher.combine(most)
    seed = UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }

  /// The number of a key; that is `new` for one that the table does not hold, and holds from now on if it has room.
  mutating func number(of key: Key, new: Int32) -> Int32 {
    var place = self.place(of: key)
    while places[place] >= 0 {
      let entry = entries[Int(places[place])]
      if entry.key == key { return entry.number }
      place = (place + 1) & (places.count - 1)
    }
    guard entries.count < most else { return new }
    places[place] = Int32(truncatingIfNeeded: entries.count)
    entries.append((key, new))
    if entries.count * 2 > places.count { grow() }
    return new
  }

  private func place(of key: Key) -> Int {
    var mixed = (key.low ^ seed) &* seed
    mixed = (mixed ^ mixed >> 32 ^ key.context) &* seed
    mixed = (mixed ^ mixed >> 32 ^ key.high) &* seed
    return Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 4)
    for (index, entry) in entries.enumerated() {
      var place = self.place(of: entry.key)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(truncatingIfNeeded: index)
    }
  }
}
