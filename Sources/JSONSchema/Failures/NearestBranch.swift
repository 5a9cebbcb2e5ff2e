import DataTree
import SourceText

extension Evaluator {
  /// Reports why the value meets none of the alternatives: what is wrong by the nearest of them, and nothing of the others.
  mutating func reportNearestBranch(_ list: SchemaList, _ node: Int, _ keyword: Int32) {
    guard branchesLeft > 0 else {
      tell(keyword, .noAlternative([]))
      return
    }
    var branches: [[SchemaFailure]] = []
    let outer = branchStart
    defer { branchStart = outer }
    for place in Int(list.start)..<Int(list.start) + Int(list.count) where branchesLeft > 0 {
      branchesLeft -= 1
      let mark = failures.count
      branchStart = mark
      _ = evaluate(dispatch.listed(place), node)
      guard !isStopped else { return }
      branches.append(FailureFilter.tidied(Array(failures[mark...])))
      failures.removeSubrange(mark...)
    }
    branchStart = outer
    let level = path.count
    if let merged = mergedTypes(branches, level) {
      tell(keyword, merged)
      return
    }
    let fitting = branches.filter { !$0.isEmpty && !$0.contains { $0.isType(at: level) } }
    let candidates = fitting.isEmpty ? branches : fitting
    if let merged = mergedValues(candidates, level, node) ?? mergedKeys(candidates) {
      tell(keyword, merged)
      return
    }
    if let told = mergedMarks(candidates, level) {
      keep([told])
      return
    }
    let ranked = candidates.enumerated().sorted {
      ($0.element.rank(level), $0.offset) < ($1.element.rank(level), $1.offset)
    }
    guard let best = ranked.first?.element, !best.isEmpty else {
      tell(keyword, .noAlternative([]))
      return
    }
    let equals = ranked.map(\.element).filter { $0.rank(level) == best.rank(level) }
    if equals.count > 1, Set(equals.map { $0.map(\.kind) }).count > 1 {
      tell(keyword, .noAlternative(equals.compactMap { $0.first?.kind }))
    } else {
      keep(best)
    }
  }

  private mutating func tell(_ keyword: Int32, _ kind: SchemaFailureKind) {
    if hasRoom(keyword) { note(keyword, nil, kind) }
  }

  /// Where every alternative wants another type, one failure that names all of them.
  private func mergedTypes(_ branches: [[SchemaFailure]], _ level: Int) -> SchemaFailureKind? {
    var all: TypeSet = []
    var actual: FoundValue?
    for branch in branches {
      guard let failure = branch.first(where: { $0.isType(at: level) }),
        case .wrongType(let expected, let found) = failure.kind
      else { return nil }
      for type in expected { all.formUnion(TypeSet(type)) }
      actual = found
    }
    return actual.map { .wrongType(expected: all.types, actual: $0) }
  }

  /// Where every alternative is a list of values, one list.
  private mutating func mergedValues(_ branches: [[SchemaFailure]], _ level: Int, _ node: Int) -> SchemaFailureKind? {
    guard branches.count > 1 else { return nil }
    var all: [String] = []
    var count = 0
    for branch in branches {
      guard branch.count == 1, branch[0].level == level, case .notAmong(let allowed, let total, _, _) = branch[0].kind
      else { return nil }
      all += allowed
      count += total
    }
    let texts = all.map { Array($0.utf8) }
    let match =
      dispatch.node(node).kind == .scalar ? EditDistance.nearest(to: tree.utf8(of: NodeID(node)), among: texts) : nil
    let nearest = match.flatMap { $0.isUnique ? all[$0.index] : nil }
    return .notAmong(allowed: all, total: count, nearest: nearest, actual: found(node))
  }

  /// Where one value tells the alternatives apart and is that of none of them, one failure that names what it may be: of
  /// the rest nothing can be said.
  private func mergedMarks(_ branches: [[SchemaFailure]], _ level: Int) -> SchemaFailure? {
    guard branches.count > 1, let first = branches.first else { return nil }
    for var mark in first where mark.level == level + 1 && !mark.isAboutKey {
      guard case .notAmong(_, _, nil, let actual) = mark.kind else { continue }
      var all: [String] = []
      var count = 0
      let hasAll = branches.allSatisfy { branch in
        branch.contains { failure in
          guard failure.instance == mark.instance, !failure.isAboutKey,
            case .notAmong(let allowed, let total, nil, _) = failure.kind
          else { return false }
          all += allowed.filter { !all.contains($0) }
          count += total
          return true
        }
      }
      guard hasAll else { continue }
      mark.kind = .notAmong(allowed: all, total: count, nearest: nil, actual: actual)
      return mark
    }
    return nil
  }

  /// Where every alternative wants one more key of the same mapping, the keys of which one must be there.
  private func mergedKeys(_ branches: [[SchemaFailure]]) -> SchemaFailureKind? {
    guard branches.count > 1, let container = branches.first?.first?.container else { return nil }
    var names: [String] = []
    for branch in branches {
      guard branch.count == 1, branch[0].container == container, case .missingKey(let name, nil, nil) = branch[0].kind
      else { return nil }
      if !names.contains(name) { names.append(name) }
    }
    return names.count > 1 ? .missingOneOf(names: names) : nil
  }
}

extension SchemaFailure {
  /// Whether the value at this level is of a wrong type.
  fileprivate func isType(at level: Int) -> Bool {
    guard case .wrongType = kind else { return false }
    return self.level == level && !isAboutKey
  }
}

extension [SchemaFailure] {
  /// How far from fitting a branch is: first a value that tells the branches apart and is another one's, then the number
  /// of mistakes, then how early they come.
  fileprivate func rank(_ level: Int) -> Rank {
    let misses = filter {
      if case .notAmong(_, _, nil, _) = $0.kind { return $0.level == level + 1 }
      return false
    }
    return Rank(misses: misses.count, count: count, depth: -(map(\.level).min() ?? 0))
  }
}

private struct Rank: Comparable {
  let misses: Int
  let count: Int
  let depth: Int

  static func < (left: Rank, right: Rank) -> Bool {
    (left.misses, left.count, left.depth) < (right.misses, right.count, right.depth)
  }
}
