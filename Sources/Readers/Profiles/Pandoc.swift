extension Profile {
  /// pandoc 2.17.1.1, which reads through Haskell's `yaml` on libyaml and writes numbers anew.
  static let pandoc = Profile(
    "pandoc", program: "pandoc 2.17.1.1",
    fences: FenceRules(
      opening: .dashesAndBlanks, closing: .dashesOrDots, takesBlankLinesBefore: true, takesBOM: true,
      refusesBlankFirstLine: true, takesBlocksBelow: true),
    syntax: .tokens(TokenDialect(passesUnknownDirectives: false, readsWholeStream: true)), construction: .haskell,
    language: .python,
    quirks: Quirks(
      whole: .mappingOrEmpty, characters: .yaml11, readsLatin1: true, makesTypography: true, dropsCR: true,
      expandsTabs: true))
}
