import DataTree
import SourceText

/// Making failures: nothing here runs for a valid value.
extension Evaluator {
  /// Notes a failure of the keyword at `keyword` while collecting, about the value at hand or the one that `step` leads
  /// to from there; always false.
  @inline(__always)
  mutating func fail(
    _ keyword: Int32, at step: PathStep? = nil, _ kind: (inout Evaluator) -> SchemaFailureKind
  ) -> Bool {
    if isCollecting, hasRoom(keyword) { note(keyword, step, kind(&self)) }
    return false
  }

  /// As above, about a key or an item of the value at hand.
  mutating func fail(_ keyword: Int32, at child: Int, _ kind: (inout Evaluator) -> SchemaFailureKind) -> Bool {
    guard isCollecting, hasRoom(keyword) else { return false }
    note(keyword, step(to: child), kind(&self))
    return false
  }

  /// Whether one more failure of a keyword is to be noted; it is counted in any case. A file may have as many as it has
  /// words, and nobody reads them all.
  mutating func hasRoom(_ keyword: Int32) -> Bool {
    guard failureLimit > 0 else { return true }
    // Of an alternative these are enough to tell whether it is the nearest.
    if let branchStart { return failures.count - branchStart < failureLimit }
    guard let schema = chain.last else { return true }
    return hasRoom(SchemaSite(document: Int(program.schemas[Int(schema.index)].site.document), node: Int(keyword)))
  }

  private mutating func hasRoom(_ site: SchemaSite) -> Bool {
    if tally.isEmpty {
      // As long as there is room for all, nothing is counted: the first use of a dictionary takes as long as a posting.
      if failures.count < failureLimit { return true }
      for failure in failures { tally[failure.keyword, default: (0, 0)].noted += 1 }
    }
    var counts = tally[site] ?? (0, 0)
    let isNoted = counts.noted < failureLimit
    if isNoted { counts.noted += 1 } else { counts.others += 1 }
    tally[site] = counts
    return isNoted
  }

  /// Notes what an alternative found, as far as there is room.
  mutating func keep(_ found: [SchemaFailure]) {
    for failure in found where failureLimit == 0 || branchStart != nil || hasRoom(failure.keyword) {
      failures.append(failure)
    }
  }

  /// The step from the value at hand to one of its keys or items.
  private mutating func step(to child: Int) -> PathStep {
    guard let parent = path.last.map({ tree.resolved($0.node).index }), dispatch.node(parent).kind == .sequence else {
      return .keyItself(NodeID(child))
    }
    return .item(children(parent).firstIndex(of: child) ?? 0, value: NodeID(child))
  }

  @inline(never)
  mutating func note(_ keyword: Int32, _ step: PathStep?, _ kind: SchemaFailureKind) {
    guard let here = path.last?.node, let schema = chain.last else { return }
    var kind = kind
    var pointer: [UInt8] = []
    for step in path { step.append(to: &pointer, in: tree) }
    step?.append(to: &pointer, in: tree)
    let instance = step?.node ?? here
    let site = program.schemas[Int(schema.index)].site
    var range = tree.range(of: instance)
    var predecessor: NodeID?
    switch kind {
    case .missingKey(let name, _, nil):
      predecessor = self.predecessor(name, here)
      range = ByteRange(at: predecessor.map { tree.range(of: $0).end } ?? firstPlace(here))
    case .missingOneOf: range = ByteRange(at: firstPlace(here))
    case .missingKey(_, _, let similar?):
      if let key = pair(named: Array(similar.utf8), in: here) { range = tree.range(of: key) }
    case .forbiddenValue:
      // Where a key may have no value, it is the key that must go.
      guard step == nil, case .key(let key, _) = path.last else { break }
      kind = .forbiddenKey(name: excerpt(key.index))
      range = tree.range(of: key)
    default: break
    }
    var failure = SchemaFailure(
      kind: kind, instance: instance, container: tree.resolved(here), range: range,
      pointer: String(decoding: pointer, as: UTF8.self), level: path.count + (step == nil ? 0 : 1),
      keyword: SchemaSite(document: Int(site.document), node: Int(keyword)), chain: ownChain,
      schema: program)
    failure.predecessor = predecessor
    failures.append(failure)
  }

  /// The schemas that are applied to the value at hand; the failure before has mostly the same.
  var ownChain: [SchemaID] {
    if let last = failures.last?.chain, last.elementsEqual(chain[chainStart...]) { return last }
    return Array(chain[chainStart...])
  }

  /// Where the first key of a mapping stands, or would.
  private func firstPlace(_ mapping: NodeID) -> Int {
    let node = tree[tree.resolved(mapping)]
    return min(node.range.start + (node.style == .flow ? 1 : 0), node.range.end)
  }

  private mutating func pair(named name: [UInt8], in mapping: NodeID) -> NodeID? {
    tree.pairs(of: mapping).first { tree.scalar($0.key, equals: name) }?.key
  }

  /// The value after which a missing key belongs: that of the last key before it in the schema's order that is there.
  private mutating func predecessor(_ name: String, _ mapping: NodeID) -> NodeID? {
    guard let last = chain.last else { return nil }
    let owner = chainStart < chain.count ? chain[chainStart] : last
    guard let own = order(of: Array(name.utf8), knownTables(of: owner)) else { return nil }
    let entries = entriesInOrder(tree.resolved(mapping).index, owner)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].order < own { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? NodeID(entries[low - 1].value) : nil
  }

  /// The place of a name among those of all tables.
  private mutating func order(of name: [UInt8], _ tables: [NameTable]) -> Int? {
    var start = 0
    for table in tables {
      if let place = place(of: name, in: table) { return start + place }
      start += Int(table.count)
    }
    return nil
  }

  /// The values of a mapping that the schema names, in its order.
  private mutating func entriesInOrder(_ mapping: Int, _ owner: SchemaID) -> [(order: Int, value: Int)] {
    if let known = lastOrder, known.mapping == mapping, known.owner == owner { return known.entries }
    let tables = knownTables(of: owner)
    var entries: [(order: Int, value: Int)] = []
    entries.reserveCapacity(min(64, count(mapping)))
    var key = mapping + 1
    let end = next(mapping)
    while key < end {
      let value = next(key)
      var start = 0
      for table in tables {
        if let place = place(of: key, in: table) { entries.append((start + place, value)) }
        start += Int(table.count)
      }
      key = next(value)
    }
    entries.sort { ($0.order, $0.value) < ($1.order, $1.value) }
    lastOrder = (owner, mapping, entries)
    return entries
  }

  // MARK: Kinds

  mutating func found(_ node: Int) -> FoundValue {
    let entry = dispatch.node(node)
    return FoundValue(
      type: entry.type, text: excerpt(node), isQuoted: entry.style == .singleQuoted || entry.style == .doubleQuoted)
  }

  /// The text of a scalar on one line, at most 60 code points of it; empty for a collection.
  mutating func excerpt(_ node: Int) -> String { Self.excerpt(of: NodeID(node), in: tree) }

  static func excerpt(of node: NodeID, in tree: DataTree) -> String {
    let id = tree.resolved(node)
    guard tree[id].kind == .scalar else { return "" }
    let text = String(decoding: tree.utf8(of: id).prefix(1_000), as: UTF8.self)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard result.count < 60 else { return String(result) + "…" }
      result.append(scalar.value < 0x20 ? " " : scalar)
    }
    return String(result)
  }

  /// The value of the failing keyword, for messages.
  mutating func keywordText(_ keyword: Int32) -> String {
    guard let schema = chain.last else { return "" }
    let tree = program.documents[Int(program.schemas[Int(schema.index)].site.document)].tree
    return Self.excerpt(of: tree.next(after: NodeID(Int(keyword))), in: tree)
  }

  mutating func notAmong(_ values: [Int], document: Int, _ node: Int) -> SchemaFailureKind {
    let source = program.documents[document].tree
    let shown = values.prefix(40).map { Self.excerpt(of: NodeID($0), in: source) }
    var nearest: String?
    if dispatch.node(node).kind == .scalar, mayCompare(values.count) {
      let texts = values.filter { source.nodes[$0].type == .string }.map { source.utf8(of: NodeID($0)) }
      if let match = EditDistance.nearest(to: tree.utf8(of: NodeID(node)), among: texts), match.isUnique {
        nearest = String(decoding: texts[match.index], as: UTF8.self)
      }
    }
    return .notAmong(allowed: shown, total: values.count, nearest: nearest, actual: found(node))
  }

  mutating func missingKey(_ name: [UInt8], because: [UInt8]?, in mapping: Int) -> SchemaFailureKind {
    var similar: String?
    if count(mapping) < 1_000, mayCompare(count(mapping)) {
      let tables = knownTables(of: chainStart < chain.count ? chain[chainStart] : program.root)
      var unknown: [[UInt8]] = []
      for pair in tree.pairs(of: NodeID(mapping)) where !isKnown(tree.resolved(pair.key), tables) {
        unknown.append(tree.utf8(of: pair.key))
      }
      if !unknown.isEmpty, let match = EditDistance.nearest(to: name, among: unknown), match.isUnique {
        similar = String(decoding: unknown[match.index], as: UTF8.self)
      }
    }
    return .missingKey(
      name: String(decoding: name, as: UTF8.self), because: because.map { String(decoding: $0, as: UTF8.self) },
      similar: similar)
  }

  private mutating func isKnown(_ key: NodeID, _ tables: [NameTable]) -> Bool {
    for table in tables where place(of: key.index, in: table) != nil { return true }
    return false
  }

  mutating func unknownKey(_ key: Int, among tables: [NameTable], in mapping: Int) -> SchemaFailureKind {
    var nearest: String?
    if mayCompare(tables.reduce(0) { $0 + Int($1.count) }) {
      let name = tree.utf8(of: NodeID(key))
      let free = freeNames(tables, mapping)
      if let meant = meantKey?(name), free.contains(meant) {
        nearest = String(decoding: meant, as: UTF8.self)
      } else if let match = EditDistance.nearest(to: name, among: free), match.isUnique {
        nearest = String(decoding: free[match.index], as: UTF8.self)
      }
    }
    return .unknownKey(name: excerpt(key), nearest: nearest)
  }

  /// Whether there is time left to look for the nearest of `count` words, which is used up.
  private mutating func mayCompare(_ count: Int) -> Bool {
    guard suggestionsLeft > 0, count <= comparisonsLeft else { return false }
    suggestionsLeft -= 1
    comparisonsLeft -= count
    return true
  }

  /// The names that a mapping has no key for.
  private mutating func freeNames(_ tables: [NameTable], _ mapping: Int) -> [[UInt8]] {
    let first = tables.first?.first ?? -1
    if let known = lastFreeNames, known.mapping == mapping, known.table == first { return known.names }
    var names: [[UInt8]] = []
    for table in tables {
      var taken = EvaluatedMarks(count: Int(table.count))
      var key = mapping + 1
      let end = next(mapping)
      while key < end {
        if let place = place(of: key, in: table) { taken.insert(place) }
        key = next(next(key))
      }
      for index in 0..<Int(table.count) where !taken.contains(index) {
        names.append(program.namePool.name(index, of: table))
      }
    }
    lastFreeNames = (mapping, first, names)
    return names
  }

  /// What to say where a value meets a schema that it must not meet: keys that must not be there, where that is all.
  mutating func forbidden(by schema: SchemaID, _ node: Int) -> SchemaFailureKind {
    .excluded(found(node))
  }
}

extension SchemaFailure {
  /// The one failure of a run that was given up.
  init(aborted kind: SchemaFailureKind, at root: NodeID, in tree: DataTree, _ program: CompiledSchema) {
    self.init(
      kind: kind, instance: root, container: root, range: tree.range(of: root), pointer: "", level: 0,
      keyword: program.schemas[Int(program.root.index)].site, chain: [program.root], schema: program)
  }
}
