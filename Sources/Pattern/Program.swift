/// One step of a program. Steps that do not jump go on with the next one.
enum Instruction {
  /// Consume one code point of the class of that number.
  case one(UInt16)
  /// Consume one code point whose class is in that row of ``Alphabet/rows``.
  case any(Int32)
  /// Go on at both places; the first is preferred.
  case split(Int32, Int32)
  case jump(Int32)
  case assert(Assertion)
  /// Go on if the condition of that number in ``PatternProgram/looks`` holds, or does not.
  case look(Int32, isNegated: Bool)
  case match

  // Only for the backtracking matcher:
  /// Remember the place in a slot; group n has slots 2n and 2n + 1.
  case save(Int32)
  /// Forget the groups from the first to before the second.
  case forget(Int32, Int32)
  /// Remember where a round of a loop begins.
  case mark(Int32)
  /// Fail if the round consumed nothing.
  case progress(Int32)
  /// Consume what one of the groups of that reference matched.
  case reference(Int32)
}

/// Steps for one direction of reading.
struct PatternCode {
  var steps: [Instruction] = []
  /// Whether the text is read from its end to its start.
  var isBackward = false
}

/// A look-ahead or look-behind.
struct PatternLook {
  var code: PatternCode
}

/// A pattern as steps, the conditions it asks, and the classes of code points that it tells apart.
struct PatternProgram {
  var code = PatternCode()
  /// The conditions; one that is nested stands before the one around it.
  var looks: [PatternLook] = []
  var alphabet: Alphabet
  var references: [[Int]] = []
  var slotCount = 0
  var registerCount = 0
  /// Whether every match begins at the start of the text.
  var isAnchored = false

  var needsBacktracking: Bool { !references.isEmpty }
}
