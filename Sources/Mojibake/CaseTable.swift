import SourceText

/// The cases that windows are: those that have one verdict are one. Damaged text repeats itself, so most windows were seen
/// before.
///
/// A table of its own, because it is asked for every window: numbers of cases by the hash of what makes a case, each in the
/// first free place from its own on.
struct CaseTable {
  /// Windows that have one verdict: one of them, whether its line holds no capital letter, and whether it is short.
  struct Case {
    let window: ByteRange
    let isLowercase: Bool
    let isShort: Bool
    fileprivate let key: Key
  }

  /// A short window with all that its verdict depends on.
  fileprivate struct Key: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var context: UInt64 = 0
  }

  private var cases: [Case] = []
  /// Numbers of cases, -1 for none; a power of two of places, at most half of them taken.
  private var places: [Int32] = Array(repeating: -1, count: 64)
  private var taken = 0
  private let most: Int
  /// Odd, and another one in every run of the program: nobody can write windows that all want one place.
  private let seed: UInt64

  /// Short windows are told apart up to the number of `most`; behind it each one is a case by itself.
  init(most: Int) {
    self.most = most
    var hasher = Hasher()
    hasher.combine(most)
    seed = UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }

  var count: Int { cases.count }

  subscript(number: Int) -> Case { cases[number] }

  /// The number of the case that a window is, between two characters; only those of 16 bytes at most come again.
  mutating func number(
    of window: ByteRange, in bytes: [UInt8], _ before: UInt32, _ after: UInt32, _ isLowercase: Bool
  ) -> Int32 {
    let number = Int32(clamping: cases.count)
    guard window.count <= 16 else {
      cases.append(Case(window: window, isLowercase: isLowercase, isShort: false, key: Key()))
      return number
    }
    var key = Key()
    for index in window.indices {
      key.high = key.high << 8 | key.low >> 56
      key.low = key.low << 8 | UInt64(bytes[index])
    }
    // Code points take 21 bits each.
    key.context = UInt64(before) << 40 | UInt64(after) << 16 | UInt64(window.count) << 1 | (isLowercase ? 1 : 0)
    var place = self.place(of: key)
    while places[place] >= 0 {
      let known = places[place]
      if cases[Int(known)].key == key { return known }
      place = (place + 1) & (places.count - 1)
    }
    cases.append(Case(window: window, isLowercase: isLowercase, isShort: true, key: key))
    if taken < most {
      taken += 1
      places[place] = number
      if taken * 2 > places.count { grow() }
    }
    return number
  }

  private func place(of key: Key) -> Int {
    var mixed = (key.low ^ seed) &* seed
    mixed = (mixed ^ mixed >> 32 ^ key.context) &* seed
    mixed = (mixed ^ mixed >> 32 ^ key.high) &* seed
    return Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
  }

  private mutating func grow() {
    let numbers = places.filter { $0 >= 0 }
    places = Array(repeating: -1, count: places.count * 4)
    for number in numbers {
      var place = self.place(of: cases[Int(number)].key)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = number
    }
  }
}
