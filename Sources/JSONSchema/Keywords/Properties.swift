import DataTree
import SourceText

extension Keyword {
  /// The schemas of keys by name (2020-12 core, 10.3.2.1), together with `patternProperties` and
  /// `additionalProperties`: one pass over the keys serves all three.
  static let properties = Keyword("properties", .applicator, .all, .schemaMap) { builder, site in
    builder.addObjectPlan(site)
  }
}

extension SchemaBuilder {
  /// Adds the plan that stands for all three keywords, once.
  mutating func addObjectPlan(_ site: KeywordSite) {
    let isAdded = instructions.contains {
      if case .properties = $0.check { return true }
      return false
    }
    guard !isAdded else { return }
    let entries = sibling("properties").map { schemaMap($0.value) } ?? []
    let patternStart = compiler.parts.keyPatterns.count
    if let map = sibling("patternProperties") {
      for entry in schemaMap(map.value) {
        guard let pattern = pattern(entry.key) else { continue }
        compiler.parts.keyPatterns.append(KeyPattern(pattern: pattern, schema: entry.schema))
      }
    }
    let additional = sibling("additionalProperties")
    let plan = ObjectPlan(
      names: compiler.parts.namePool.table(entries.map(\.name)), schemas: compiler.list(entries.map(\.schema)).start,
      patternStart: Int32(clamping: patternStart),
      patternCount: Int32(clamping: compiler.parts.keyPatterns.count - patternStart),
      additional: additional.map { schema($0.value) },
      additionalKeyword: Int32(clamping: (additional ?? site).key.index))
    compiler.parts.objects.append(plan)
    add(.properties(Int32(clamping: compiler.parts.objects.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkProperties(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .mapping else { return true }
    let plan = dispatch.object(index)
    var isValid = true
    var key = node + 1
    let end = next(node)
    while key < end {
      let value = next(key)
      let place = place(of: key, in: plan.names)
      let holds: Bool
      if let place, plan.patternCount == 0 {
        holds = descend(dispatch.listed(Int(plan.schemas) + place), key, value)
      } else {
        holds = checkOther(plan, place, key, value, in: node)
      }
      if !holds {
        guard isCollecting else { return false }
        isValid = false
      }
      key = next(value)
    }
    return isValid
  }

  /// Checks a key that patterns or `additionalProperties` may speak of; `place` is that among the names.
  private mutating func checkOther(_ plan: ObjectPlan, _ place: Int?, _ key: Int, _ value: Int, in node: Int) -> Bool {
    var isValid = true
    var isKnown = false
    if let place {
      isKnown = true
      isValid = descend(dispatch.listed(Int(plan.schemas) + place), key, value)
      if !isValid, !isCollecting { return false }
    }
    for index in Int(plan.patternStart)..<Int(plan.patternStart + plan.patternCount) {
      let entry = program.keyPatterns[index]
      guard withText(key, entry.pattern.matches) == .match else { continue }
      isKnown = true
      if !descend(entry.schema, key, value) {
        guard isCollecting else { return false }
        isValid = false
      }
    }
    guard !isKnown, let additional = plan.additional else { return isValid }
    if isNever(additional) {
      return fail(plan.additionalKeyword, at: key) {
        $0.unknownKey(key, among: [plan.names], in: node)
      }
    }
    return descend(additional, key, value)
  }

  /// The patterns of a plan.
  mutating func patterns(of plan: ObjectPlan) -> ArraySlice<KeyPattern> {
    program.keyPatterns[Int(plan.patternStart)..<Int(plan.patternStart + plan.patternCount)]
  }
}
