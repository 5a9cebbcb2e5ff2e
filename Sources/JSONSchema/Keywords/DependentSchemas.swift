import DataTree

extension Keyword {
  /// Schemas that keys bring into force (2020-12 core, 10.2.2.4).
  static let dependentSchemas = Keyword("dependentSchemas", .applicator, .since201909, .schemaMap) { builder, site in
    builder.addSchemaDependencies(builder.schemaMap(site.value).map { ($0.name, $0.schema) }, site)
  }
}

extension SchemaBuilder {
  mutating func addSchemaDependencies(_ entries: [(key: [UInt8], schema: SchemaID)], _ site: KeywordSite) {
    guard !entries.isEmpty else { return }
    compiler.parts.schemaDependencies.append(entries)
    add(.dependentSchemas(Int32(clamping: compiler.parts.schemaDependencies.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkDependentSchemas(_ index: Int32, _ node: Int) -> Bool {
    guard type(node) == .mapping else { return true }
    var isValid = true
    // Asked first: on the way other mappings may be asked for their keys.
    let schemas = program.schemaDependencies[Int(index)].filter { has($0.key, in: node) }
    for entry in schemas {
      if !evaluate(entry.schema, node) {
        guard isCollecting else { return false }
        isValid = false
      }
    }
    return isValid
  }
}
