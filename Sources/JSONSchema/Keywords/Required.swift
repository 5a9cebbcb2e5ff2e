import SourceText
import YAML

extension Keyword {
  /// The keys that an object must have (2020-12 validation, 6.5.3).
  static let required = Keyword("required", .validation, .all, .names) { builder, site in
    let names = builder.texts(site.value)
    guard !names.isEmpty else { return }
    builder.compiler.parts.names.append(NameTable(names))
    builder.add(.required(Int32(clamping: builder.compiler.parts.names.count - 1)), site)
  }
}

extension Evaluator {
  mutating func checkRequired(_ index: Int32, _ node: Int, _ keyword: Int32) -> Bool {
    guard tree.nodes[node].type == .mapping else { return true }
    let names = program.names[Int(index)]
    if names.count <= 64 {
      let found = presence(of: names, in: node)
      let all: UInt64 = names.count == 64 ? .max : (1 << UInt64(names.count)) - 1
      if found == all { return true }
      guard isCollecting else { return false }
      for place in 0..<names.count where found & (1 << UInt64(place)) == 0 {
        _ = fail(keyword) { $0.missingKey(names.name(place), because: nil, in: node) }
      }
      return false
    }
    var found = [Bool](repeating: false, count: names.count)
    forEachPair(node) { evaluator, key, _ in
      let name = evaluator.scalar(key)
      if let place = names.index(of: name.bytes, name.range) { found[place] = true }
      return true
    }
    for place in 0..<names.count where !found[place] {
      guard isCollecting else { return false }
      _ = fail(keyword) { $0.missingKey(names.name(place), because: nil, in: node) }
    }
    return !found.contains(false)
  }

  /// Which of at most 64 names are keys of the mapping, one bit each.
  private func presence(of names: NameTable, in node: Int) -> UInt64 {
    var found: UInt64 = 0
    var key = node + 1
    let end = Int(tree.nodes[node].subtreeEnd)
    while key < end {
      if let range = verbatimRange(key) {
        if let place = names.index(of: tree.bytes, range) { found |= 1 << UInt64(place) }
      } else {
        let name = scalar(key)
        if let place = names.index(of: name.bytes, name.range) { found |= 1 << UInt64(place) }
      }
      key = Int(tree.nodes[Int(tree.nodes[key].subtreeEnd)].subtreeEnd)
    }
    return found
  }
}
