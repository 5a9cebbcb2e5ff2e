import DataTree
import SourceText

extension Keyword {
  /// The keys that an object must have (2020-12 validation, 6.5.3).
  static let required = Keyword("required", .validation, .all, .names) { builder, site in
    let names = builder.texts(site.value)
    guard !names.isEmpty else { return }
    let table = builder.compiler.parts.namePool.table(names)
    builder.compiler.parts.names.append(table)
    builder.add(.required(Int32(clamping: builder.compiler.parts.names.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkRequired(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .mapping else { return true }
    let table = program.names[Int(index)]
    if table.count <= 64, !isCollecting { return hasAll(table, node) }
    var found = EvaluatedMarks(count: Int(table.count))
    var missing = Int(table.count)
    var key = node + 1
    let end = next(node)
    while key < end, missing > 0 {
      if let place = place(of: key, in: table), !found.contains(place) {
        found.insert(place)
        missing -= 1
      }
      key = next(next(key))
    }
    if missing == 0 { return true }
    guard isCollecting else { return false }
    for place in 0..<Int(table.count) where !found.contains(place) {
      _ = fail(keyword) { $0.missingKey($0.program.namePool.name(place, of: table), because: nil, in: node) }
    }
    return false
  }

  /// Whether at most 64 names are all keys of the mapping: one bit each.
  private mutating func hasAll(_ table: NameTable, _ node: Int) -> Bool {
    var missing = UInt64.max >> UInt64(64 - table.count)
    var key = node + 1
    let end = next(node)
    while key < end {
      if let place = place(of: key, in: table) {
        missing &= ~(1 << UInt64(place))
        if missing == 0 { return true }
      }
      key = next(next(key))
    }
    return false
  }
}
