import Pattern

/// A pattern of a schema: a class, so that running it copies nothing.
final class PatternCheck: Sendable {
  enum Outcome { case match, noMatch, tooCostly }

  private let pattern: CompiledPattern

  /// Compiles a pattern, or says what is wrong with it in English.
  init(_ text: [UInt8]) throws(PatternError) {
    pattern = try CompiledPattern(compiling: text)
  }

  /// Whether the pattern matches somewhere in `text`.
  func matches(_ text: TextView) -> Outcome {
    do {
      return try unsafe pattern.matches(text.unsafeBuffer) ? .match : .noMatch
    } catch {
      return .tooCostly
    }
  }
}
