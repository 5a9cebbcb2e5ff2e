import DataTree
import SourceText

/// Which keys or items of one value the keywords beside `unevaluated…` have looked at; bits, on the stack for up to 64.
struct EvaluatedMarks {
  private let count: Int
  private var first: UInt64 = 0
  private var more: [UInt64] = []
  private(set) var isAll = false

  init(count: Int) {
    self.count = count
    if count > 64 { more = [UInt64](repeating: 0, count: (count - 1) / 64) }
  }

  mutating func insert(_ place: Int) {
    guard place >= 0, place < count else { return }
    if place < 64 {
      first |= 1 << UInt64(place)
    } else {
      more[place / 64 - 1] |= 1 << UInt64(place % 64)
    }
  }

  mutating func insertAll() { isAll = true }

  func contains(_ place: Int) -> Bool {
    if isAll { return true }
    if place < 64 { return first & (1 << UInt64(place)) != 0 }
    return more[place / 64 - 1] & (1 << UInt64(place % 64)) != 0
  }
}

/// Instead of carrying annotations through every run, the keywords in force on a value are asked once more which keys or
/// items they looked at: only schemas with `unevaluated…` pay.
extension Evaluator {
  /// Marks the keys that `owner`, and the schemas that it applies to the same value, look at; `asking` leaves out the
  /// keyword that asks.
  mutating func markProperties(of owner: SchemaID, _ node: Int, _ marks: inout EvaluatedMarks, asking: Bool = false) {
    let object = dispatch.schema(owner)
    let opensResource = openMarking(object)
    defer { closeMarking(opensResource) }
    for place in Int(object.start)..<Int(object.start) + Int(object.count) where !marks.isAll && !isStopped {
      switch dispatch.instruction(place).check {
      case .properties(let index): markKeys(dispatch.object(index), node, &marks)
      case .unevaluatedProperties: if !asking { marks.insertAll() }
      default: markInPlace(dispatch.instruction(place).check, node) { $0.markProperties(of: $1, node, &marks) }
      }
    }
  }

  private mutating func markKeys(_ plan: ObjectPlan, _ node: Int, _ marks: inout EvaluatedMarks) {
    if plan.additional != nil { return marks.insertAll() }
    var place = 0
    var found = marks
    forEachPair(node) { evaluator, key, _ in
      if !found.contains(place) {
        let isNamed =
          evaluator.place(of: key, in: plan.names) != nil
          || evaluator.patterns(of: plan).contains { evaluator.withText(key, $0.pattern.matches) == .match }
        if isNamed { found.insert(place) }
      }
      place += 1
      return true
    }
    marks = found
  }

  /// Marks the items that `owner`, and the schemas that it applies to the same value, look at.
  mutating func markItems(of owner: SchemaID, _ node: Int, _ marks: inout EvaluatedMarks, asking: Bool = false) {
    let object = dispatch.schema(owner)
    let opensResource = openMarking(object)
    defer { closeMarking(opensResource) }
    for place in Int(object.start)..<Int(object.start) + Int(object.count) where !marks.isAll && !isStopped {
      switch dispatch.instruction(place).check {
      case .items(let prefix, let rest):
        if rest != nil { marks.insertAll() }
        for item in 0..<Int(prefix.count) { marks.insert(item) }
      case .contains(let schema, _, _):
        // Before 2020-12 `contains` leaves no mark.
        guard object.marksContained else { continue }
        for (item, value) in children(node).enumerated() where quietly({ $0.descend(schema, item: item, value) }) {
          marks.insert(item)
        }
      case .unevaluatedItems: if !asking { marks.insertAll() }
      default: markInPlace(dispatch.instruction(place).check, node) { $0.markItems(of: $1, node, &marks) }
      }
    }
  }

  /// Calls `mark` for each schema that a check applies to the same value and that holds there.
  private mutating func markInPlace(_ check: Check, _ node: Int, _ mark: (inout Evaluator, SchemaID) -> Void) {
    switch check {
    case .reference(let target): mark(&self, target)
    case .dynamicReference(let index): mark(&self, dynamicTarget(index))
    case .allOf(let list):
      for place in Int(list.start)..<Int(list.start) + Int(list.count) { mark(&self, dispatch.listed(place)) }
    case .anyOf(let list), .oneOf(let list):
      for place in Int(list.start)..<Int(list.start) + Int(list.count) {
        let branch = dispatch.listed(place)
        if quietly({ $0.evaluate(branch, node) }) { mark(&self, branch) }
      }
    case .conditional(let condition, let then, let otherwise):
      if quietly({ $0.evaluate(condition, node) }) {
        mark(&self, condition)
        if let then { mark(&self, then) }
      } else if let otherwise {
        mark(&self, otherwise)
      }
    case .dependentSchemas(let index):
      guard type(node) == .mapping else { return }
      for entry in program.schemaDependencies[Int(index)] where has(entry.key, in: node) {
        mark(&self, entry.schema)
      }
    default: return
    }
  }

  /// The tables of the keys that the schemas in force on a value name, in the order of the schema, for suggestions.
  mutating func knownTables(of owner: SchemaID) -> [NameTable] {
    if let known = lastTables, known.owner == owner { return known.tables }
    let tables = findTables(of: owner)
    lastTables = (owner, tables)
    return tables
  }

  private mutating func findTables(of owner: SchemaID) -> [NameTable] {
    var tables: [NameTable] = []
    tables.reserveCapacity(4)
    var seen = EvaluatedMarks(count: program.schemas.count)
    var stepsLeft = 1_000
    var pending: [SchemaID] = []
    pending.reserveCapacity(32)
    pending.append(owner)
    while let schema = pending.popLast(), stepsLeft > 0 {
      guard !seen.contains(Int(schema.index)) else { continue }
      seen.insert(Int(schema.index))
      stepsLeft -= 1
      let object = dispatch.schema(schema)
      for place in Int(object.start)..<Int(object.start) + Int(object.count) {
        switch dispatch.instruction(place).check {
        case .properties(let index): tables.append(dispatch.object(index).names)
        case .reference(let target): pending.append(target)
        case .dynamicReference(let index): pending.append(dynamicTarget(index))
        case .allOf(let list), .anyOf(let list), .oneOf(let list):
          for place in Int(list.start)..<Int(list.start) + Int(list.count) { pending.append(dispatch.listed(place)) }
        case .conditional(let condition, let then, let otherwise):
          pending.append(condition)
          if let then { pending.append(then) }
          if let otherwise { pending.append(otherwise) }
        case .dependentSchemas(let index):
          for entry in program.schemaDependencies[Int(index)] { pending.append(entry.schema) }
        default: continue
        }
      }
    }
    return tables
  }
}
