import DataTree

/// What the values of one key have in common, in memory that grows with the keys below it and not with the values.
struct ValueStatistics: Sendable {
  /// How many values there are of each type.
  private(set) var types = [Int](repeating: 0, count: 7)
  private(set) var texts: TextStatistics
  private(set) var lists = ListStatistics()
  private(set) var objects = ObjectStatistics()

  init(lists: Int) {
    texts = TextStatistics(lists: lists)
  }

  /// How many values there are.
  var count: Int { types.reduce(0, +) }

  /// The place of the commonest type in the list of types.
  var commonest: Int? { types.indices.max { types[$0] < types[$1] } }

  func count(_ type: ValueType) -> Int { types[Int(type.rawValue)] }

  mutating func add(_ id: NodeID, _ walk: inout StatisticsWalk, depth: Int) {
    guard walk.mayGoOn() else { return }
    let type = walk.booleans.contains(id) ? .boolean : walk.tree.type(of: id)
    types[Int(type.rawValue)] += 1
    switch type {
    case .string: texts.add(walk.tree.utf8(of: id), walk.lists)
    case .sequence where depth < StatisticsWalk.depthLimit: lists.add(id, &walk, depth: depth)
    case .mapping where depth < StatisticsWalk.depthLimit: objects.add(id, &walk, depth: depth)
    case .null, .boolean, .integer, .float, .sequence, .mapping: return
    }
  }
}

/// A walk over one file; aliases are followed, and so it has an end of its own.
struct StatisticsWalk {
  /// How many levels of values are looked at.
  static let depthLimit = 8

  let tree: DataTree
  let lists: [IDList]
  /// Texts to the standard that are true or false to the readers.
  let booleans: Set<NodeID>
  private var steps: Int

  init(_ tree: DataTree, _ lists: [IDList], _ booleans: Set<NodeID>) {
    self.tree = tree
    self.lists = lists
    self.booleans = booleans
    steps = tree.nodes.count * 4 + 1000
  }

  mutating func mayGoOn() -> Bool {
    steps -= 1
    return steps >= 0
  }
}

/// What lists have in common.
struct ListStatistics: Sendable {
  private(set) var count = 0
  private(set) var empties = 0
  /// How many have no text twice.
  private(set) var unrepeated = 0
  /// The items of all lists; none or one.
  private var inner: [ValueStatistics] = []

  /// What their items have in common; `nil` where there is no item.
  var items: ValueStatistics? { inner.first }

  mutating func add(_ id: NodeID, _ walk: inout StatisticsWalk, depth: Int) {
    count += 1
    var seen: Set<[UInt8]> = []
    var hasItem = false
    var isRepeated = false
    for item in walk.tree.children(of: id) {
      hasItem = true
      if inner.isEmpty { inner = [ValueStatistics(lists: walk.lists.count)] }
      inner[0].add(item, &walk, depth: depth + 1)
      if walk.tree.type(of: item) == .string, !seen.insert(walk.tree.utf8(of: item)).inserted { isRepeated = true }
    }
    if !hasItem { empties += 1 }
    if !isRepeated { unrepeated += 1 }
  }
}

/// What groups of keys have in common.
struct ObjectStatistics: Sendable {
  /// A key and its values.
  struct Key: Sendable {
    let name: [UInt8]
    /// How many groups have it.
    var count = 0
    var values: ValueStatistics
  }

  /// How many keys are told apart; groups with more are tables whose keys say nothing.
  static let keyLimit = 500

  private(set) var count = 0
  /// The keys in the order in which they were met.
  private(set) var keys: [Key] = []
  private(set) var hasTooManyKeys = false
  private var places: [[UInt8]: Int] = [:]

  mutating func add(_ id: NodeID, _ walk: inout StatisticsWalk, depth: Int) {
    count += 1
    var seen: Set<Int> = []
    for (key, value) in walk.tree.pairs(of: id) where walk.tree[walk.tree.resolved(key)].kind == .scalar {
      let name = walk.tree.utf8(of: key)
      let place: Int
      if let known = places[name] {
        place = known
      } else {
        guard keys.count < Self.keyLimit else {
          hasTooManyKeys = true
          continue
        }
        place = keys.count
        places[name] = place
        keys.append(Key(name: name, values: ValueStatistics(lists: walk.lists.count)))
      }
      if seen.insert(place).inserted { keys[place].count += 1 }
      keys[place].values.add(value, &walk, depth: depth + 1)
    }
  }
}
