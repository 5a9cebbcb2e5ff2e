import Pattern
import SourceText

/// A pattern of a schema.
struct PatternCheck: Sendable {
  enum Outcome { case match, noMatch, tooCostly }

  private let pattern: CompiledPattern

  /// Compiles a pattern, or says what is wrong with it in English.
  init(_ text: [UInt8]) throws(PatternError) {
    pattern = try CompiledPattern(compiling: text)
  }

  /// Whether the pattern matches somewhere in `range` of `bytes`.
  func matches(_ bytes: [UInt8], _ range: ByteRange) -> Outcome {
    do {
      return try pattern.matches(bytes, in: range.indices) ? .match : .noMatch
    } catch {
      return .tooCostly
    }
  }
}
