/// A regular expression of ECMA-262 with the `u` flag, as JSON Schema wants them (2020-12, 6.3.3 of Validation).
///
/// Compile it once and use it often, from any thread. The answer to "does it match somewhere in the text" costs:
/// - one table look-up a character, with no allocation, for what has a small deterministic automaton: nearly all;
/// - for large ones and those with look-ahead or look-behind, time linear in the text and in the pattern;
/// - for those with back-references, a search in order of preference.
///
/// The latter two count their steps and throw ``PatternError/Reason/stepLimit`` past the limit: no pattern can hang,
/// and no answer is a guess.
///
/// Text is UTF-8; each byte that is not counts as one U+FFFD. Letter case matters: `(?i:…)` is not supported.
public struct CompiledPattern: Sendable {
  /// How many groups may be open at once.
  public static let depthLimit = 64
  /// How many steps a pattern may have when its repetitions are written out.
  public static let sizeLimit = 600_000
  /// How many steps a match may take unless the caller says otherwise.
  public static let defaultStepLimit = 50_000_000

  /// The first one decides most often.
  private let matchers: [Matcher]

  /// Compiles the UTF-8 bytes of a pattern.
  ///
  /// - Parameter stepLimit: how many steps one match may take.
  /// - Throws: what is wrong with the pattern, and where.
  public init(
    compiling pattern: [UInt8], stepLimit: Int = CompiledPattern.defaultStepLimit
  ) throws(PatternError) {
    var matchers: [Matcher] = []
    for conjunct in try PatternParser.parse(pattern).conjuncts {
      let program = try ProgramBuilder.build(conjunct.pattern)
      matchers.append(Matcher(program, isNegated: conjunct.isNegated, stepLimit: stepLimit))
    }
    self.matchers = matchers
  }

  /// Compiles a pattern.
  public init(compiling pattern: String) throws(PatternError) {
    try self.init(compiling: Array(pattern.utf8))
  }

  /// Reads a pattern without making it ready to match; a pattern that is only too large for this program is correct.
  public static func check(_ pattern: [UInt8]) throws(PatternError) {
    _ = try PatternParser.parse(pattern)
  }

  /// Whether the pattern matches somewhere in `text`.
  ///
  /// - Throws: ``PatternError/Reason/stepLimit`` if that was not found out in time.
  public func matches(_ text: [UInt8]) throws(PatternError) -> Bool {
    try matches(text, in: 0..<text.count)
  }

  /// Whether the pattern matches somewhere in a part of `bytes`, whose ends count as those of the text.
  ///
  /// - Parameter range: bytes from 0; what lies outside `bytes` is left out.
  public func matches(_ bytes: [UInt8], in range: Range<Int>) throws(PatternError) -> Bool {
    let range = range.clamped(to: 0..<bytes.count)
    return try unsafe bytes.withUnsafeBufferPointer { buffer throws(PatternError) in
      try unsafe matches(UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }

  /// Whether the pattern matches somewhere in `text`.
  public func matches(_ text: UnsafeBufferPointer<UInt8>) throws(PatternError) -> Bool {
    for index in matchers.indices {
      guard try unsafe matchers[index].holds(for: text) else { return false }
    }
    return true
  }

  /// One condition on a text, matched in the cheapest way that is right for it.
  ///
  /// A class, so that a match copies one reference and not those of all tables; nothing in it changes.
  private final class Matcher: Sendable {
    let program: PatternProgram
    let automaton: Automaton?
    let isNegated: Bool
    let stepLimit: Int

    init(_ program: PatternProgram, isNegated: Bool, stepLimit: Int) {
      self.program = program
      automaton = Automaton(program)
      self.isNegated = isNegated
      self.stepLimit = stepLimit
    }

    func holds(for text: UnsafeBufferPointer<UInt8>) throws(PatternError) -> Bool {
      try unsafe matches(text) != isNegated
    }

    private func matches(_ text: UnsafeBufferPointer<UInt8>) throws(PatternError) -> Bool {
      if let automaton { return unsafe automaton.matches(text) }
      if program.needsBacktracking {
        var matcher = unsafe Backtracker(program, text: text, stepLimit: stepLimit)
        return try matcher.run()
      }
      var simulation = Simulation(program, text: unsafe program.alphabet.classes(of: text), stepLimit: stepLimit)
      return try simulation.run()
    }
  }
}
