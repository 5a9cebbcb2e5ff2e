import Pattern
import SourceText

/// What the pattern matcher promises of any pattern and text; the first line break is between the two.
enum PatternLaw {
  private static let stepLimit = 200_000

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let parts = TwoParts(bytes, at: "\n")
    let plain: CompiledPattern
    do {
      plain = try CompiledPattern(compiling: parts.first, stepLimit: stepLimit)
    } catch {
      try require(error.offset >= 0 && error.offset <= parts.first.count, "an error at \(error.offset)")
      try require(!error.reason.english.isEmpty && !error.reason.french.isEmpty, "an error without a reason")
      return
    }
    guard (try? CompiledPattern.check(parts.first)) != nil else {
      throw BrokenLaw(description: "a pattern that compiles is not correct")
    }
    guard let matches = try answer(plain, parts.second) else { return }
    let inside = Array("ab\n".utf8) + parts.second + Array("ba".utf8)
    if let other = try? plain.matches(inside, in: 3..<3 + parts.second.count) {
      try require(other == matches, "a part of a text is matched otherwise than a text")
    }
    try checkEngines(parts, matches)
  }

  /// Whether the pattern matches, or `nil` past the limit of steps, which is the only error.
  private static func answer(_ pattern: CompiledPattern, _ text: [UInt8]) throws(BrokenLaw) -> Bool? {
    do {
      return try pattern.matches(text)
    } catch {
      try require(error.reason == .stepLimit, "a match fails: \(error)")
      return nil
    }
  }

  /// The ways of matching agree: a look-ahead takes the simulation, a reference to a group the backtracker.
  private static func checkEngines(_ parts: TwoParts, _ matches: Bool) throws(BrokenLaw) {
    let pattern = parts.first
    // Numbers of groups count from the first, so nothing may stand before them; names may not be used twice.
    for (before, after) in [("(?:", ")"), ("(?=", ")"), ("(?:", ")(?=)"), ("(?:", ")(?<zz>)\\k<zz>")] {
      let wrapped = Array(before.utf8) + pattern + Array(after.utf8)
      guard let other = try? CompiledPattern(compiling: wrapped, stepLimit: stepLimit),
        let answer = try answer(other, parts.second)
      else { continue }
      try require(answer == matches, "\(before)…\(after) matches otherwise")
    }
    let negated = Array("^(?![^]*?(?:".utf8) + pattern + Array("))".utf8)
    if !pattern.contains(UInt8(ascii: "\\")), !pattern.contains(UInt8(ascii: "<")),
      let other = try? CompiledPattern(compiling: negated, stepLimit: stepLimit),
      let answer = try answer(other, parts.second)
    {
      try require(answer != matches, "the negated pattern matches too")
    }
  }
}
