import DataTree
import Readers
import SourceText

/// That values which are not mended read as before.
struct ReadingLaw {
  /// The places of one tree that edits touch, as JSON Pointers.
  private struct Touched {
    var keys: Set<[UInt8]> = []
    var values: Set<[UInt8]> = []
    /// Collections that more or fewer entries may stand in.
    var collections: Set<[UInt8]> = []
  }

  private let before: Touched
  private let after: Touched

  init(before: Document, after: Document, edits: [Edit], written: [ByteRange]) {
    self.before = Self.touched(before, edits.map(\.range))
    self.after = Self.touched(after, written)
  }

  private static func touched(_ document: Document, _ ranges: [ByteRange]) -> Touched {
    var touched = Touched()
    guard let root = document.tree.root else { return touched }
    walk(document.tree, root, [], ranges.sorted(), 0, &touched)
    return touched
  }

  /// Deeper than that, nothing is told apart: the collection as a whole counts as touched.
  private static let depthLimit = 64

  private static func walk(
    _ tree: DataTree, _ node: NodeID, _ pointer: [UInt8], _ ranges: [ByteRange], _ depth: Int, _ touched: inout Touched
  ) {
    let isTouched = touches(tree[tree.resolved(node)].range, ranges) || touches(tree[node].range, ranges)
    guard isTouched || tree[node].kind == .mapping || tree[node].kind == .sequence else { return }
    switch tree[node].kind {
    case .scalar, .alias: touched.values.insert(pointer)
    case .mapping:
      if isTouched { touched.collections.insert(pointer) }
      if depth == depthLimit { touched.values.insert(pointer) }
      guard depth < depthLimit else { return }
      for pair in tree.pairs(of: node) {
        // Hugo writes all keys in small letters.
        let place = JSONPointer.appended(Array(tree.text(of: pair.key).lowercased().utf8), to: pointer)
        if tree.places(of: pair.key).contains(where: { touches($0, ranges) }) { touched.keys.insert(place) }
        walk(tree, pair.value, place, ranges, depth + 1, &touched)
        if tree.utf8(of: pair.key).elementsEqual("<<".utf8),
          touched.values.contains(place) || touches(tree[tree.resolved(pair.value)].range, ranges)
        {
          touched.values.insert(pointer)
        }
      }
    case .sequence:
      if isTouched { touched.collections.insert(pointer) }
      if depth == depthLimit { touched.values.insert(pointer) }
      guard depth < depthLimit else { return }
      for (index, item) in tree.children(of: node).enumerated() {
        walk(tree, item, JSONPointer.appended(Array(String(index).utf8), to: pointer), ranges, depth + 1, &touched)
      }
    }
  }

  /// Whether one of the sorted ranges, none of which overlaps another, shares a byte or an end with `range`.
  private static func touches(_ range: ByteRange, _ ranges: [ByteRange]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end < range.start { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].start <= range.end
  }

  // MARK: Values

  /// The values that one of the readers reads otherwise.
  func breaches(_ old: [Reading], _ new: [Reading]) -> [FixLaws.Breach] {
    var found: [FixLaws.Breach] = []
    for (old, new) in zip(old, new) {
      guard let left = old.value, let right = new.value else { continue }
      compare(left, right, [], old, &found)
    }
    return found
  }

  private func compare(
    _ old: ReaderValue, _ new: ReaderValue, _ pointer: [UInt8], _ reading: Reading, _ found: inout [FixLaws.Breach]
  ) {
    guard found.count < 100, !before.values.contains(pointer), !ValueAgreement.areSame(old, new) else { return }
    switch (old, new) {
    case (.mapping(let left), .mapping(let right)): compare(left, right, pointer, reading, &found)
    case (.sequence(let left), .sequence(let right)) where left.count == right.count:
      for index in left.indices {
        compare(
          left[index], right[index], JSONPointer.appended(Array(String(index).utf8), to: pointer), reading, &found)
      }
    // A collection that gets or loses entries, or that a reader took for a text.
    case _ where !pointer.isEmpty && before.collections.contains(pointer): break
    default:
      let place = String(decoding: pointer, as: UTF8.self)
      let values = [old, new].map { value in
        let parts = reading.notation.parts(of: value)
        return parts.text.isEmpty ? parts.kind.rawValue : "\(parts.kind.rawValue) \(parts.text)"
      }
      found.append(
        FixLaws.Breach(
          law: .reading, description: "\(reading.reader.name) reads \(place) as \(values[1]), not \(values[0])"))
    }
  }

  private func compare(
    _ old: [ReaderPair], _ new: [ReaderPair], _ pointer: [UInt8], _ reading: Reading, _ found: inout [FixLaws.Breach]
  ) {
    var left = pairs(old)
    var right = pairs(new)
    for (key, value) in old.map({ (ValueAgreement.keyText($0.key), $0.value) }) {
      guard let other = right[key], left[key] != nil else { continue }
      left[key] = nil
      right[key] = nil
      compare(value, other, Self.pointer(key, below: pointer), reading, &found)
    }
    let lost = old.map { ValueAgreement.keyText($0.key) }.filter { left[$0] != nil }
    let made = new.map { ValueAgreement.keyText($0.key) }.filter { right[$0] != nil }
    for key in lost where !before.keys.contains(Self.pointer(key, below: pointer)) {
      let place = String(decoding: Self.pointer(key, below: pointer), as: UTF8.self)
      found.append(FixLaws.Breach(law: .reading, description: "\(reading.reader.name) reads no \(place)"))
    }
    for key in made where !after.keys.contains(Self.pointer(key, below: pointer)) {
      let place = String(decoding: Self.pointer(key, below: pointer), as: UTF8.self)
      found.append(FixLaws.Breach(law: .reading, description: "\(reading.reader.name) reads a new \(place)"))
    }
    // A key that was renamed keeps its value; readers may sort the keys, so that any of the new ones may be it.
    var free = made
    for key in lost {
      let pointer = Self.pointer(key, below: pointer)
      guard !before.values.contains(pointer), !before.collections.contains(pointer), let value = left[key] else {
        continue
      }
      if let index = free.firstIndex(where: { right[$0].map { ValueAgreement.areSame(value, $0) } ?? false }) {
        free.remove(at: index)
      } else {
        let place = String(decoding: pointer, as: UTF8.self)
        found.append(
          FixLaws.Breach(law: .reading, description: "\(reading.reader.name) finds the value of \(place) nowhere"))
      }
    }
  }

  private static func pointer(_ key: [UInt8], below pointer: [UInt8]) -> [UInt8] {
    JSONPointer.appended(Array(String(decoding: key, as: UTF8.self).lowercased().utf8), to: pointer)
  }

  private func pairs(_ pairs: [ReaderPair]) -> [[UInt8]: ReaderValue] {
    var result: [[UInt8]: ReaderValue] = [:]
    for pair in pairs { result[ValueAgreement.keyText(pair.key)] = pair.value }
    return result
  }

  // MARK: Agreement

  /// The values that some readers read otherwise than others, and that they read alike before.
  func disagreements(_ old: [Reading], _ new: [Reading]) -> [FixLaws.Breach] {
    var found: [FixLaws.Breach] = []
    let both = zip(old, new).filter { $0.0.value != nil && $0.1.value != nil }
    guard let first = both.first, let oldFirst = first.0.value, let newFirst = first.1.value else { return [] }
    for (oldReading, newReading) in both.dropFirst() {
      guard let oldValue = oldReading.value, let newValue = newReading.value,
        !ValueAgreement.areSame(newFirst, newValue), case .mapping(let oldOther) = oldValue,
        case .mapping(let newOther) = newValue, case .mapping(let oldPairs) = oldFirst,
        case .mapping(let newPairs) = newFirst
      else { continue }
      let (left, right) = (pairs(oldPairs), pairs(oldOther))
      let other = pairs(newOther)
      for pair in newPairs {
        let key = ValueAgreement.keyText(pair.key)
        guard let value = other[key], !ValueAgreement.areSame(pair.value, value) else { continue }
        if let one = left[key], let two = right[key], ValueAgreement.areSame(one, two) {
          found.append(
            FixLaws.Breach(
              law: .agreement,
              description:
                "\(first.0.reader.name) and \(newReading.reader.name) read /\(String(decoding: key, as: UTF8.self)) differently"
            ))
        }
      }
    }
    return found
  }
}
