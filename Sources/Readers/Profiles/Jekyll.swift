extension Profile {
  /// Jekyll 4.4.1, which reads through safe_yaml 1.0.5 on libyaml.
  static let jekyll = Profile(
    "Jekyll", program: "Jekyll 4.4.1, safe_yaml 1.0.5",
    fences: jekyllFences,
    syntax: .tokens(jekyllDialect), construction: .safeYAML, language: .ruby, quirks: jekyllQuirks)

  /// Debian's Jekyll 4.3.1, which reads through Psych 4 on libyaml.
  static let jekyllPsych = Profile(
    "Jekyll (Psych)", program: "Debian jekyll 4.3.1, Psych 4.0.3",
    fences: jekyllFences, syntax: .tokens(.libyaml), construction: .psych, language: .ruby, quirks: jekyllQuirks)

  private static let jekyllFences = FenceRules(
    opening: .dashesAndBlanks, closing: .dashesOrDots, missing: .refused, keepsOpening: true)

  /// safe_yaml takes an alias without an anchor for nothing.
  private static let jekyllDialect = TokenDialect(refusesUnknownAlias: false)

  private static let jekyllQuirks = Quirks(whole: .mapping, characters: .yaml11)
}
