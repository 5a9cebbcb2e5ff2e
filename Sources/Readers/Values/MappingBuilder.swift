import SourceText

/// Gathers the pairs of a mapping in order, and finds keys that stand twice.
struct MappingBuilder {
  private(set) var pairs: [ReaderPair] = []
  private var places = NameMap<Int>()

  /// The place of a key, if it is there.
  func place(of identity: [UInt8]) -> Int? { places[identity] }

  /// Sets the value of a key; a key that is there keeps its place. Whether it was there.
  @discardableResult
  mutating func set(_ identity: [UInt8], _ pair: ReaderPair, replaces: Bool = true) -> Bool {
    if let place = places[identity] {
      if replaces { pairs[place].value = pair.value }
      return true
    }
    places.set(identity, to: pairs.count)
    pairs.append(pair)
    return false
  }

  /// The pairs, sorted by the bytes of their keys.
  var sorted: [ReaderPair] {
    pairs.sorted { left, right in
      Self.sortKey(left.key).lexicographicallyPrecedes(Self.sortKey(right.key))
    }
  }

  private static func sortKey(_ key: ReaderValue) -> [UInt8] {
    if case .string(let text) = key { return text }
    return identity(key)
  }

  /// What tells keys apart: equal numbers are one key, and in languages where yes is 1 a boolean too.
  static func identity(_ key: ReaderValue, booleansAreNumbers: Bool = false) -> [UInt8] {
    switch key {
    case .bool(let isTrue) where booleansAreNumbers: return Array("int:\(isTrue ? 1 : 0)".utf8)
    case .float(let number) where booleansAreNumbers && Numbers.isWhole(number) && abs(number) < 9e15:
      return Array("int:\(Int64(number))".utf8)
    case .string(let text): return text + [0x22]
    default: return Array(Notation(.python).nested(key).utf8)
    }
  }
}
