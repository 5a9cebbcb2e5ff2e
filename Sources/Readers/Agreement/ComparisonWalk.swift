import DataTree
import SourceText

/// Walks over the values of several readers side by side.
struct ComparisonWalk {
  private let tree: DataTree
  /// Where readers disagree; no more are looked for past a thousand.
  private(set) var found: [Disagreement] = []
  /// The scalars that all readers take for true or false and the standard for a text, where they are asked for.
  private(set) var booleans: Set<NodeID> = []
  private let notesBooleans: Bool

  init(_ tree: DataTree, notesBooleans: Bool) {
    self.tree = tree
    self.notesBooleans = notesBooleans
  }

  mutating func compare(
    _ values: [(reader: Reader, value: ReaderValue)], at node: NodeID?, pointer: [UInt8]
  ) {
    guard let first = values.first, found.count < 1000 else { return }
    guard let other = values.dropFirst().first(where: { !ValueAgreement.areSame(first.value, $0.value) }) else {
      if notesBooleans, let node { noteBooleans(first.value, at: node) }
      return
    }
    if let tables = tables(values) {
      compareMappings(tables, at: node, pointer: pointer)
    } else if let lists = lists(values) {
      let children =
        node.map { id in tree[tree.resolved(id)].kind == .sequence ? Array(tree.children(of: id)) : [] } ?? []
      for index in lists[0].items.indices {
        compare(
          lists.map { ($0.reader, $0.items[index]) }, at: index < children.count ? children[index] : nil,
          pointer: JSONPointer.appended(Array(String(index).utf8), to: pointer))
      }
    } else {
      found.append(
        Disagreement(
          pointer: String(decoding: pointer, as: UTF8.self), node: node, first: (first.reader, first.value),
          second: (other.reader, other.value)))
    }
  }

  /// Notes the scalars below a node of which all readers make the same.
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

  private mutating func compareMappings(
    _ tables: [(reader: Reader, pairs: [ReaderPair])], at node: NodeID?, pointer: [UInt8]
  ) {
    var keys: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    var indexes: [[[UInt8]: ReaderValue]] = []
    for table in tables {
      var index: [[UInt8]: ReaderValue] = [:]
      for pair in table.pairs {
        let key = ValueAgreement.keyText(pair.key).lowercasedASCII
        index[key] = pair.value
        if seen.insert(key).inserted { keys.append(key) }
      }
      indexes.append(index)
    }
    let places = places(in: node)
    // Keys that some readers have and that stand nowhere in the text are other readings of keys that do.
    var strays: [Disagreement] = []
    var isKeyFound = false
    for key in keys where found.count < 1000 {
      let place = places[key]
      let below = JSONPointer.appended(key, to: pointer)
      var having: [(reader: Reader, value: ReaderValue)] = []
      var lacking: Reader?
      for (table, index) in zip(tables, indexes) {
        if let value = index[key] { having.append((table.reader, value)) } else { lacking = lacking ?? table.reader }
      }
      guard let lacking, let first = having.first else {
        compare(having, at: place?.value, pointer: below)
        continue
      }
      let text = String(decoding: below, as: UTF8.self)
      if let place {
        isKeyFound = true
        let other = self.key(place.key, as: lacking)
        found.append(
          Disagreement(
            pointer: text, node: place.key, isKey: true,
            first: (first.reader, self.key(place.key, as: first.reader) ?? .string(tree.utf8(of: place.key))),
            second: (lacking, other)))
      } else {
        strays.append(
          Disagreement(
            pointer: text, node: places[[Byte.less, Byte.less]]?.key ?? (pointer.isEmpty ? nil : node),
            first: (first.reader, first.value),
            second: (lacking, nil)))
      }
    }
    if !isKeyFound { found += strays.prefix(1000) }
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

  private func tables(
    _ values: [(reader: Reader, value: ReaderValue)]
  ) -> [(reader: Reader, pairs: [ReaderPair])]? {
    var tables: [(reader: Reader, pairs: [ReaderPair])] = []
    for (reader, value) in values {
      guard case .mapping(let pairs) = value else { return nil }
      tables.append((reader, pairs))
    }
    return tables
  }

  private func lists(
    _ values: [(reader: Reader, value: ReaderValue)]
  ) -> [(reader: Reader, items: [ReaderValue])]? {
    var lists: [(reader: Reader, items: [ReaderValue])] = []
    for (reader, value) in values {
      guard case .sequence(let items) = value else { return nil }
      lists.append((reader, items))
    }
    return Set(lists.map(\.items.count)).count == 1 ? lists : nil
  }
}
