import SourceText
import YAML

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
    var patterns: [(pattern: PatternCheck, schema: SchemaID)] = []
    if let map = sibling("patternProperties") {
      for entry in schemaMap(map.value) {
        if let pattern = pattern(entry.key) { patterns.append((pattern, entry.schema)) }
      }
    }
    let additional = sibling("additionalProperties")
    let plan = ObjectPlan(
      names: NameTable(entries.map(\.name)), schemas: entries.map(\.schema), patterns: patterns,
      additional: additional.map { schema($0.value) },
      additionalKeyword: Int32(clamping: (additional ?? site).key.index))
    compiler.parts.objects.append(plan)
    add(.properties(Int32(clamping: compiler.parts.objects.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkProperties(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard tree.nodes[node].type == .mapping else { return true }
    let plan = program.objects[Int(index)]
    var isValid = true
    var key = node + 1
    let end = Int(tree.nodes[node].subtreeEnd)
    while key < end {
      let value = Int(tree.nodes[key].subtreeEnd)
      if !checkProperty(plan, key, value, in: node) {
        guard isCollecting else { return false }
        isValid = false
      }
      key = Int(tree.nodes[value].subtreeEnd)
    }
    return isValid
  }

  @inline(__always)
  private mutating func checkProperty(_ plan: ObjectPlan, _ key: Int, _ value: Int, in node: Int) -> Bool {
    if let range = verbatimRange(key) {
      let place = plan.names.index(of: tree.bytes, range)
      if let place, plan.patterns.isEmpty { return descend(plan.schemas[place], key, value) }
      return checkOther(plan, place, key, value, in: node)
    }
    let name = scalar(key)
    return checkOther(plan, plan.names.index(of: name.bytes, name.range), key, value, in: node)
  }

  private mutating func checkOther(_ plan: ObjectPlan, _ place: Int?, _ key: Int, _ value: Int, in node: Int) -> Bool {
    var isValid = true
    var isKnown = false
    if let place {
      isKnown = true
      isValid = descend(plan.schemas[place], key, value)
      if !isValid, !isCollecting { return false }
    }
    if !plan.patterns.isEmpty {
      let name = scalar(key)
      for entry in plan.patterns where entry.pattern.matches(name.bytes, name.range) == .match {
        isKnown = true
        if !descend(entry.schema, key, value) {
          guard isCollecting else { return false }
          isValid = false
        }
      }
    }
    guard !isKnown, let additional = plan.additional else { return isValid }
    if program.isNever(additional) {
      return fail(plan.additionalKeyword, at: key) { $0.unknownKey(key, among: plan.names.names, in: node) }
    }
    return descend(additional, key, value)
  }
}
