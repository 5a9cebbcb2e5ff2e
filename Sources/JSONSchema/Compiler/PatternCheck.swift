import Pattern
import SourceText

/// A pattern of a schema and the text that it was made of.
struct PatternCheck: Sendable {
  enum Outcome { case match, noMatch, tooCostly }

  init?(_ text: [UInt8]) {
  }

  /// Whether the pattern matches somewhere in `range` of `bytes`.
  func matches(_ bytes: [UInt8], _ range: ByteRange) -> Outcome {
    .match
  }
}
