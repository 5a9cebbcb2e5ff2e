import DataTree

extension Keyword {
  /// Keys that other keys make needed (2020-12 validation, 6.5.4).
  static let dependentRequired = Keyword("dependentRequired", .validation, .since201909, .namesMap) { builder, site in
    let entries = builder.tree.pairs(of: site.value).map {
      Dependency(key: builder.tree.utf8(of: $0.key), names: builder.texts($0.value))
    }
    builder.addDependencies(entries, site)
  }
}

extension SchemaBuilder {
  mutating func addDependencies(_ entries: [Dependency], _ site: KeywordSite) {
    guard !entries.isEmpty else { return }
    compiler.parts.dependencies.append(entries)
    add(.dependentRequired(Int32(clamping: compiler.parts.dependencies.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkDependentRequired(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .mapping else { return true }
    var isValid = true
    for entry in program.dependencies[Int(index)] where has(entry.key, in: node) {
      for name in entry.names where !has(name, in: node) {
        guard isCollecting else { return false }
        isValid = fail(keyword) { $0.missingKey(name, because: entry.key, in: node) }
      }
    }
    return isValid
  }
}
