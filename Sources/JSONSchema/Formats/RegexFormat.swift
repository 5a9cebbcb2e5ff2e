internal import Pattern

/// `regex`: a pattern of ECMA-262 with the `u` flag.
enum RegexFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    (try? CompiledPattern.check(Array(text))) != nil
  }
}
