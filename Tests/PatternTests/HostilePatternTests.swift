import Pattern
import Testing

private func text(_ unit: String, _ count: Int) -> [UInt8] {
  Array(String(repeating: unit, count: count).utf8)
}

/// Patterns that make a naive matcher hang; the automaton needs no step limit for them.
@Test(arguments: [
  "(a+)+$", "^(a|a)*$", "^(a*)*b", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a|aa)+$", "(?:a?){30}a{30}$",
  "^(?:(?:(?:a*)*)*)*$",
])
func staysLinearWithoutALimit(_ pattern: String) throws {
  let compiled = try CompiledPattern(compiling: Array(pattern.utf8), stepLimit: 0)
  _ = try compiled.matches(text("a", 100_000) + [0x21])
}

/// Too large for a table, or with conditions: the steps grow with the text times the pattern, no faster.
@Test(arguments: ["(a|b)*a(a|b){20}c", "^(?=(a+)+$)", "(?<!(a*)*b)c", "^(?!(a|a)*x)(?=(a|aa)+!)"])
func staysWithinStepsLinearInTheText(_ pattern: String) throws {
  let count = 10_000
  let compiled = try CompiledPattern(compiling: Array(pattern.utf8), stepLimit: 150 * count)
  _ = try compiled.matches(text("a", count) + [0x21])
}

@Test func givesUpOnExponentialBackReferences() throws {
  let compiled = try CompiledPattern(compiling: Array("^(a+)+(b)?\\2$".utf8), stepLimit: 100_000)
  #expect(try compiled.matches(text("a", 30)))
  let error = #expect(throws: PatternError.self) { _ = try compiled.matches(text("a", 30) + [0x21]) }
  #expect(error?.reason == .stepLimit)
}

@Test(arguments: [
  "(x{1000}){1000}", "x{2000000}", "((x{300}){300}){300}", "((?:|a){999}){99999}", "(x{0,1000}){1000}",
  "(?:(a){1000}\\1){9999}",
])
func refusesWhatWouldBeTooLarge(_ pattern: String) {
  let error = #expect(throws: PatternError.self) { _ = try CompiledPattern(compiling: pattern) }
  #expect(error?.reason == .tooLarge)
  #expect(throws: Never.self) { try CompiledPattern.check(Array(pattern.utf8)) }
}

@Test func takesLargeCountsOfOneCharacter() throws {
  let compiled = try CompiledPattern(compiling: "^.{1,100000}$")
  #expect(try compiled.matches(text("é", 1_000)))
  #expect(try !compiled.matches([]))
  #expect(try CompiledPattern(compiling: "^(){99999999999999999999}$").matches([]))
}

@Test func refusesDeepNesting() throws {
  for opening in ["(", "(?:", "(?=", "(?<!", "(?<a", "(?s:"] {
    let error = #expect(throws: PatternError.self) {
      _ = try CompiledPattern(compiling: text(opening == "(?<a" ? "(?<a>" : opening, 10_000))
    }
    #expect(error?.reason == .tooDeep || error?.reason == .duplicateGroupName)
  }
  let depth = CompiledPattern.depthLimit
  let pattern = text("(?:", depth) + [0x61] + text(")*", depth)
  #expect(try CompiledPattern(compiling: pattern).matches([0x61]))
  let looks = text("(?=", depth) + [0x61] + text(")", depth)
  #expect(try CompiledPattern(compiling: looks).matches([0x61]))
  #expect(try CompiledPattern(compiling: looks + Array("(b)?\\1".utf8)).matches([0x61]))
}

@Test func takesPatternsOfAMegabyte() {
  for unit in ["a", "[a-z]", "\\p{L}", "(?<a>b)|", "é?", "(?=a)", "(a)\\1", "[", "("] {
    let pattern = text(unit, 1_000_000 / unit.utf8.count)
    _ = try? CompiledPattern(compiling: pattern).matches(text("a", 10))
  }
  // Every character of a plane, each in a class of its own.
  var many: [UInt8] = []
  for value in UInt32(0x4E00)..<0x9000 { many += Array("[\(Character(Unicode.Scalar(value) ?? "a"))-\u{9FFF}]|".utf8) }
  _ = try? CompiledPattern(compiling: many).matches(text("a", 10))
}

@Test func takesTextThatIsNotUTF8() throws {
  let dot = try CompiledPattern(compiling: "^.{3}$")
  #expect(try dot.matches([0xFF, 0xC3, 0x61]))
  #expect(try dot.matches([0xED, 0xA0, 0x80]))
  #expect(try dot.matches([0xF0, 0x9F, 0x90]))
  #expect(try CompiledPattern(compiling: "^\\uFFFD$").matches([0x80]))
  #expect(try CompiledPattern(compiling: "^(.)\\1$").matches([0xFF, 0xFF]))
  #expect(try !CompiledPattern(compiling: "^(.)\\1$").matches([0xFF, 0xFE]))
}

@Test func takesAnyBytesAsAPattern() {
  let error = #expect(throws: PatternError.self) { _ = try CompiledPattern(compiling: [0x61, 0xFF]) }
  #expect(error == nil || (error?.reason == .invalidUTF8 && error?.offset == 1))
  // A fixed generator, so that a failure can be seen again.
  var state: UInt64 = 42
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let pieces = [
    "a", "b", ".", "*", "+", "?", "{2}", "{0,3}", "{", "}", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>",
    "\\k<n>", "\\1", "|", "[", "]", "^", "$", "-", "\\", "\\b", "\\B", "\\d", "\\W", "é", "🐲", "\\u{", "\\p{L}", ",",
  ]
  let texts = [text("ab", 20), [], [0xFF, 0x61], Array("éa-b🐲".utf8)]
  for _ in 0..<4_000 {
    var pattern: [UInt8] = []
    for _ in 0..<next(14) { pattern += next(40) == 0 ? [UInt8(next(256))] : Array(pieces[next(pieces.count)].utf8) }
    guard let compiled = try? CompiledPattern(compiling: pattern, stepLimit: 10_000) else { continue }
    for text in texts { _ = try? compiled.matches(text) }
  }
}
