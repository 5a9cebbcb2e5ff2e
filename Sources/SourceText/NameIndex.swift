/// Byte strings numbered from 0 in the order in which they were added, and found by their bytes.
///
/// It does what a dictionary of byte strings does, with the values in arrays beside it. The first use of each type of
/// dictionary costs a start as much as a hundred look-ups, and this has one type for all.
public struct NameIndex: Sendable {
  /// The bytes of all names, one after the other.
  private var bytes: [UInt8] = []
  /// Where each name starts in `bytes`, and where the last one ends.
  private var starts: [UInt32] = [0]
  /// Open addressing, a power of two, at most half full; -1 where a slot is free.
  private var slots: [Int32] = []

  /// No name.
  public init() {}

  /// The number of names.
  public var count: Int { starts.count - 1 }

  /// The bytes of a name.
  public subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// The number of a name, or `nil` where it was not added.
  public func number(of name: [UInt8]) -> Int? {
    if slots.isEmpty { return nil }
    let slot = slot(of: name)
    return slots[slot] < 0 ? nil : Int(slots[slot])
  }

  /// The number of a name, which is added where it is new.
  @discardableResult
  public mutating func insert(_ name: [UInt8]) -> (number: Int, isNew: Bool) {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: name)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(truncatingIfNeeded: count)
    bytes += name
    starts.append(UInt32(clamping: bytes.count))
    return (count - 1, true)
  }

  /// The slot that holds the name, or the free one where it belongs.
  private func slot(of name: [UInt8]) -> Int {
    var slot = Self.hash(name[...]) & (slots.count - 1)
    while slots[slot] >= 0, !isSame(Int(slots[slot]), name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isSame(_ number: Int, _ name: [UInt8]) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == name.count else { return false }
    for index in name.indices where bytes[start + index] != name[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(16, slots.count * 2))
    for number in 0..<count {
      var slot = Self.hash(self[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Seeded anew in each run, so that nobody can choose names that collide.
  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    unsafe name.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}

/// Values by byte string: a ``NameIndex`` with its values beside it.
public struct NameMap<Value> {
  @usableFromInline var names = NameIndex()
  @usableFromInline var values: [Value] = []

  /// No value.
  @inlinable public init() {}

  /// The value of a name, or `nil` where it has none.
  @inlinable public subscript(name: [UInt8]) -> Value? { names.number(of: name).map { values[$0] } }

  /// Gives a name its value.
  @inlinable public mutating func set(_ name: [UInt8], to value: Value) {
    let added = names.insert(name)
    if added.isNew { values.append(value) } else { values[added.number] = value }
  }
}

extension NameMap: Sendable where Value: Sendable {}
