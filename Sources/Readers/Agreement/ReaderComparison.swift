public import DataTree
public import SourceText

/// Two readers that make different values of the same place.
public struct Disagreement: Sendable {
  /// The place as a JSON Pointer (RFC 6901), by the keys of the text.
  public var pointer: String
  /// The node of the value, or of the key where readers name the key differently; `nil` where the text's own reader
  /// has no such node.
  public var node: NodeID?
  /// A reader and what it makes of it; `nil` where it has nothing there.
  public var first: (reader: Reader, value: ReaderValue?)
  /// Another reader and what it makes of it.
  public var second: (reader: Reader, value: ReaderValue?)
}

/// What several readers make of one front matter.
public struct ReaderComparison: Sendable {
  /// Readers that do not take it, with the place and the reason.
  public var refusals: [(reader: Reader, refusal: Refusal)] = []
  /// Where the others disagree, in the order of the first reader.
  public var disagreements: [Disagreement] = []

  /// Nothing to tell: all take it and read the same.
  public init() {}

  /// Whether all take it and read the same.
  public var isUnanimous: Bool { refusals.isEmpty && disagreements.isEmpty }
}

extension Readers {
  /// Compares what readers make of the front matter in `range`, of which `tree` is the standard's reading.
  ///
  /// Text that is plain to every reader costs one walk over its bytes and nodes; anything else is read by each reader.
  /// `hasErrors` tells that the standard refuses the text.
  public static func compare(
    _ tree: DataTree, in range: ByteRange, hasErrors: Bool, readers: [Reader]
  ) -> ReaderComparison {
    var comparison = ReaderComparison()
    if !hasErrors, readers.allSatisfy({ !$0.profile.hasOwnWays }), PlainScreen.isPlain(tree, in: range) {
      return comparison
    }
    var values: [(reader: Reader, value: ReaderValue)] = []
    for reader in readers {
      let reading = read(tree.bytes, in: range, as: reader)
      switch reading.result {
      case .success(let value): values.append((reader, value))
      case .failure(let refusal): comparison.refusals.append((reader, refusal))
      }
    }
    var walk = ComparisonWalk(tree)
    walk.compare(values, at: tree.root, pointer: [])
    comparison.disagreements = walk.found
    return comparison
  }
}

/// Walks over the values of several readers side by side.
private struct ComparisonWalk {
  let tree: DataTree
  var found: [Disagreement] = []

  init(_ tree: DataTree) { self.tree = tree }

  mutating func compare(
    _ values: [(reader: Reader, value: ReaderValue)], at node: NodeID?, pointer: [UInt8]
  ) {
    guard let first = values.first, found.count < 1000 else { return }
    guard let other = values.dropFirst().first(where: { !ValueAgreement.areSame(first.value, $0.value) }) else {
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
          pointer: appending(Array(String(index).utf8), to: pointer))
      }
    } else {
      found.append(
        Disagreement(
          pointer: String(decoding: pointer, as: UTF8.self), node: node, first: (first.reader, first.value),
          second: (other.reader, other.value)))
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
    for key in keys {
      let place = appending(key, to: pointer)
      let value = child(key, of: node)
      var having: [(reader: Reader, value: ReaderValue)] = []
      var lacking: Reader?
      for (table, index) in zip(tables, indexes) {
        if let value = index[key] { having.append((table.reader, value)) } else { lacking = table.reader }
      }
      if let lacking, let first = having.first {
        found.append(
          Disagreement(
            pointer: String(decoding: place, as: UTF8.self), node: value?.key ?? node,
            first: (first.reader, first.value), second: (lacking, nil)))
      } else {
        compare(having, at: value?.value, pointer: place)
      }
    }
  }

  private func child(_ key: [UInt8], of node: NodeID?) -> (key: NodeID, value: NodeID)? {
    guard let node else { return nil }
    var found: (key: NodeID, value: NodeID)?
    for pair in tree.pairs(of: node) where tree.utf8(of: pair.key).lowercasedASCII == key { found = pair }
    return found
  }

  private func appending(_ token: [UInt8], to pointer: [UInt8]) -> [UInt8] {
    var result = pointer
    JSONPointer.append(token, to: &result)
    return result
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
