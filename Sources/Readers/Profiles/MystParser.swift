extension Profile {
  /// myst-parser 5.2.0, which reads through PyYAML in Python, line by line and without the blanks at line ends.
  static let mystParser = Profile(
    "MyST", program: "myst-parser 5.2.0, PyYAML 6.0.4",
    fences: FenceRules(
      opening: .beginsWithDashes, closing: .beginsWithEither, unclosed: .rest, missing: .null, takesLoneCR: true),
    syntax: .tokens(mystDialect), construction: .python(isRuamel: false), language: .python,
    quirks: Quirks(whole: .strictMapping, characters: .yaml11, trimsLines: true, refusesBadFiles: true))

  /// What it prints joins the halves of a pair of surrogates.
  private static let mystDialect: TokenDialect = {
    var dialect = TokenDialect.pyYAML
    dialect.joinsSurrogates = true
    return dialect
  }()
}
