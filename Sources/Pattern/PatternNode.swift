/// A parsed pattern.
indirect enum PatternNode {
  /// Matches at every place without consuming.
  case empty
  /// One code point.
  case character(UInt32)
  /// One code point of a set, named by its index in ``ParsedPattern/sets``.
  case set(Int)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// A capturing group, counted from 1.
  case capture(Int, PatternNode)
  /// `captures` are the groups inside, which every round forgets (ECMA-262, 22.2.2.3.1).
  case repetition(PatternNode, min: Int, max: Int?, isLazy: Bool, captures: Range<Int>)
  case assertion(Assertion)
  case look(PatternNode, isAhead: Bool, isNegated: Bool)
  /// `\1`, or `\k<name>` by its index in ``ParsedPattern/references``.
  case reference(Int)
}

/// A condition on a place that depends on its two neighbours only.
enum Assertion: Hashable {
  case start
  case end
  case lineStart
  case lineEnd
  case wordBoundary
  case noWordBoundary
}

/// A pattern that obeys the grammar.
struct ParsedPattern {
  var root: PatternNode
  var sets: [CodePointSet]
  /// The groups that each back-reference may mean: several where alternatives share a name.
  var references: [[Int]]
  /// The number of capturing groups.
  var captureCount: Int
  /// The conditions on neighbours that occur.
  var assertions: Set<Assertion>
}
