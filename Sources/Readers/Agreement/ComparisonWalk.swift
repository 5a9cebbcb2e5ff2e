import DataTree
import SourceText

/// Walks over the values of two readers side by side, for one reader after the other.
struct ComparisonWalk {
  private let tree: DataTree
  /// Where readers disagree, each place once; no more are looked for past a thousand.
  private var found: [Disagreement] = []
  private var known: Set<Place> = []
  /// The scalars that all readers take for true or false and the standard for a text, where they are asked for; `nil`
  /// before the first two readers.
  private var agreed: Set<NodeID>?
  /// Those of the two readers that are looked at.
  private var booleans: Set<NodeID> = []
  private let notesBooleans: Bool

  private struct Place: Hashable {
    var pointer: String
    var isKey: Bool
  }

  init(_ tree: DataTree, notesBooleans: Bool) {
    self.tree = tree
    self.notesBooleans = notesBooleans
  }

  /// Where readers disagree, in the order of the text.
  var sorted: [Disagreement] {
    found.enumerated().sorted { left, right in
      let (first, second) = (left.element.node?.index ?? -1, right.element.node?.index ?? -1)
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// Looks for the places where a second reader makes another value than the first.
  mutating func compare(
    _ first: (reader: Reader, value: ReaderValue), _ second: (reader: Reader, value: ReaderValue)
  ) {
    compare(first, second, at: tree.root, pointer: [])
    guard notesBooleans else { return }
    agreed = agreed?.intersection(booleans) ?? booleans
    booleans = []
  }

  /// The scalars that all readers take for true or false; `only` is the value of the first, where there is no other.
  mutating func booleans(only: ReaderValue?) -> Set<NodeID> {
    if let agreed { return agreed }
    if notesBooleans, let only, let root = tree.root { noteBooleans(only, at: root) }
    return booleans
  }

  private mutating func compare(
    _ first: (reader: Reader, value: ReaderValue), _ second: (reader: Reader, value: ReaderValue), at node: NodeID?,
    pointer: [UInt8]
  ) {
    guard found.count < 1000 else { return }
    guard !ValueAgreement.areSame(first.value, second.value) else {
      if notesBooleans, let node { noteBooleans(first.value, at: node) }
      return
    }
    switch (first.value, second.value) {
    case (.mapping(let pairs), .mapping(let others)):
      compareMappings((first.reader, pairs), (second.reader, others), at: node, pointer: pointer)
    case (.sequence(let items), .sequence(let others)) where items.count == others.count:
      let children =
        node.map { id in tree[tree.resolved(id)].kind == .sequence ? Array(tree.children(of: id)) : [] } ?? []
      for (index, pair) in zip(items, others).enumerated() {
        compare(
          (first.reader, pair.0), (second.reader, pair.1), at: index < children.count ? children[index] : nil,
          pointer: JSONPointer.appended(Array(String(index).utf8), to: pointer))
      }
    default:
      add(
        Disagreement(
          pointer: String(decoding: pointer, as: UTF8.self), node: node, first: (first.reader, first.value),
          second: (second.reader, second.value)))
    }
  }

  /// Notes the scalars below a node of which both readers make the same.
  private mutating func noteBooleans(_ value: ReaderValue, at node: NodeID) {
    switch (value, tree[tree.resolved(node)].kind) {
    case (.mapping(let pairs), .mapping):
      let places = places(in: node)
      for pair in pairs {
        guard let place = places[ValueAgreement.keyText(pair.key).lowercasedASCII] else { continue }
        noteBooleans(pair.value, at: place.value)
      }
    case (.sequence(let items), .sequence):
      for (child, item) in zip(tree.children(of: node), items) { noteBooleans(item, at: child) }
    case (.bool, .scalar): if tree.type(of: node) == .string { booleans.insert(node) }
    default: return
    }
  }

  private mutating func add(_ disagreement: Disagreement) {
    guard known.insert(Place(pointer: disagreement.pointer, isKey: disagreement.isKey)).inserted else { return }
    found.append(disagreement)
  }

  private mutating func compareMappings(
    _ first: (reader: Reader, pairs: [ReaderPair]), _ second: (reader: Reader, pairs: [ReaderPair]), at node: NodeID?,
    pointer: [UInt8]
  ) {
    var keys: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    var indexes: [[[UInt8]: ReaderValue]] = []
    for pairs in [first.pairs, second.pairs] {
      var index: [[UInt8]: ReaderValue] = [:]
      for pair in pairs {
        let key = ValueAgreement.keyText(pair.key).lowercasedASCII
        index[key] = pair.value
        if seen.insert(key).inserted { keys.append(key) }
      }
      indexes.append(index)
    }
    let places = places(in: node)
    // Keys that one reader has and that stand nowhere in the text are other readings of keys that do.
    var strays: [Disagreement] = []
    var isKeyFound = false
    for key in keys where found.count < 1000 {
      let place = places[key]
      let below = JSONPointer.appended(key, to: pointer)
      let having: (reader: Reader, value: ReaderValue)
      let lacking: Reader
      switch (indexes[0][key], indexes[1][key]) {
      case (let one?, let other?):
        compare((first.reader, one), (second.reader, other), at: place?.value, pointer: below)
        continue
      case (let value?, nil): (having, lacking) = ((first.reader, value), second.reader)
      case (nil, let value?): (having, lacking) = ((second.reader, value), first.reader)
      case (nil, nil): continue
      }
      let text = String(decoding: below, as: UTF8.self)
      if let place {
        isKeyFound = true
        add(
          Disagreement(
            pointer: text, node: place.key, isKey: true,
            first: (having.reader, self.key(place.key, as: having.reader) ?? .string(tree.utf8(of: place.key))),
            second: (lacking, self.key(place.key, as: lacking))))
      } else {
        strays.append(
          Disagreement(
            pointer: text, node: places[[Byte.less, Byte.less]]?.key ?? (pointer.isEmpty ? nil : node),
            first: having, second: (lacking, nil)))
      }
    }
    if !isKeyFound { for stray in strays.prefix(1000) { add(stray) } }
  }

  /// The keys of a mapping of the text in small letters, with their nodes; of equal ones the last.
  private func places(in node: NodeID?) -> [[UInt8]: (key: NodeID, value: NodeID)] {
    guard let node, tree[tree.resolved(node)].kind == .mapping else { return [:] }
    var places: [[UInt8]: (key: NodeID, value: NodeID)] = [:]
    for pair in tree.pairs(of: node) { places[tree.utf8(of: pair.key).lowercasedASCII] = pair }
    return places
  }

  /// What a reader makes of a key that stands alone.
  private func key(_ id: NodeID, as reader: Reader) -> ReaderValue? {
    let range = tree.range(of: id)
    guard tree[id].kind == .scalar, range.count < 1000 else { return nil }
    let text = Array(tree.bytes[range.indices]) + Array(": 0\n".utf8)
    guard case .mapping(let pairs)? = Readers.read(text, in: ByteRange(0, text.count), as: reader).value else {
      return nil
    }
    return pairs.first?.key
  }
}
