import SourceText

/// The cases that windows are: those that have one verdict are one. Damaged text repeats itself, so most windows were seen
/// before.
struct CaseTable {
  /// Windows that have one verdict. A text has as many cases as damaged words, so one takes twelve bytes.
  struct Case {
    /// One of them.
    let window: ByteRange
    /// Twice the number of its shape, -2 for a long window; and one more where `isLowercase`.
    private let number: Int32

    fileprivate init(window: ByteRange, shape: Int32, isLowercase: Bool) {
      self.window = window
      number = shape &* 2 | (isLowercase ? 1 : 0)
    }

    /// Whether the line of the windows holds no capital letter.
    var isLowercase: Bool { number & 1 != 0 }
    var isShort: Bool { number >= 0 }
    /// Which bytes a short window holds, whatever stands around them.
    var shape: Int { Int(number >> 1) }
  }

  private var cases: [Case] = []
  private var numbers: KeyTable
  private var shapes: KeyTable
  private var shapeCount: Int32 = 0

  /// Windows are told apart up to the number of `most`, behind which each one is a case by itself; there is room for `room`
  /// of them at the start.
  init(most: Int, room: Int) {
    numbers = KeyTable(most: most, room: room)
    shapes = KeyTable(most: most, room: room / 2)
    cases.reserveCapacity(room)
  }

  var count: Int { cases.count }

  subscript(number: Int) -> Case { cases[number] }

  /// The number of the case that a window is, between two characters; only those of 16 bytes at most come again.
  mutating func number(
    of window: ByteRange, in bytes: [UInt8], _ before: UInt32, _ after: UInt32, _ isLowercase: Bool
  ) -> Int32 {
    let new = Int32(clamping: cases.count)
    guard window.count <= 16 else {
      cases.append(Case(window: window, shape: -1, isLowercase: isLowercase))
      return new
    }
    var key = KeyTable.Key()
    for index in window.indices {
      key.high = key.high << 8 | key.low >> 56
      key.low = key.low << 8 | UInt64(bytes[index])
    }
    let countAndCase = UInt64(window.count) << 1 | (isLowercase ? 1 : 0)
    // Code points take 21 bits each.
    key.context = UInt64(before) << 40 | UInt64(after) << 16 | countAndCase
    let number = numbers.number(of: key, new: new)
    if number < new { return number }
    key.context = countAndCase
    let shape = shapes.number(of: key, new: shapeCount)
    if shape == shapeCount, shapeCount < .max / 2 { shapeCount += 1 }
    cases.append(Case(window: window, shape: shape, isLowercase: isLowercase))
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
  private var places: [Int32]
  private let most: Int
  /// Odd, and another one in every run of the program: nobody can write windows that all want one place.
  private let seed: UInt64

  /// Makes a table of `most` keys at most, with room for `room` of them at the start.
  init(most: Int, room: Int) {
    self.most = most
    entries.reserveCapacity(room)
    var count = 16
    while count < 2 * room { count *= 2 }
    places = Array(repeating: -1, count: count)
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
