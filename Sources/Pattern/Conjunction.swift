/// A part of a pattern that must match, or must not, for the whole to match.
struct Conjunct {
  var pattern: ParsedPattern
  var isNegated: Bool
}

extension ParsedPattern {
  /// How many conditions are split off; more stay where they are.
  private static let conditionLimit = 8

  /// The pattern as several that are asked one after the other, so that each has an automaton.
  ///
  /// `^(?=a)(?!b)c` matches exactly if `^a` matches, `^b` does not, and `^c` does; `a(?<!b)$` exactly if `a$` matches
  /// and `b$` does not. Elsewhere a condition depends on where the rest begins or ends.
  var conjuncts: [Conjunct] {
    guard references.isEmpty, case .sequence(let nodes) = root else {
      return [Conjunct(pattern: self, isNegated: false)]
    }
    var middle = nodes[...]
    var conditions: [Conjunct] = []
    if case .assertion(.start)? = middle.first {
      middle = middle.dropFirst()
      while conditions.count < Self.conditionLimit, case .look(let body, isAhead: true, let isNegated)? = middle.first {
        conditions.append(Conjunct(pattern: with([.assertion(.start), body]), isNegated: isNegated))
        middle = middle.dropFirst()
      }
      middle = [.assertion(.start)] + middle
    }
    if case .assertion(.end)? = middle.last {
      middle = middle.dropLast()
      while conditions.count < Self.conditionLimit, case .look(let body, isAhead: false, let isNegated)? = middle.last {
        conditions.append(Conjunct(pattern: with([body, .assertion(.end)]), isNegated: isNegated))
        middle = middle.dropLast()
      }
      middle = middle + [.assertion(.end)]
    }
    return [Conjunct(pattern: with(Array(middle)), isNegated: false)] + conditions
  }

  private func with(_ nodes: [PatternNode]) -> ParsedPattern {
    var copy = self
    copy.root = .sequence(nodes)
    return copy
  }
}
