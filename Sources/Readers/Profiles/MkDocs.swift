extension Profile {
  /// MkDocs 1.6.1, which reads through PyYAML with libyaml; what that refuses is printed as text of the page.
  static let mkdocs = Profile(
    "MkDocs", program: "MkDocs 1.6.1, PyYAML 6.0.4",
    fences: FenceRules(
      opening: .dashesAndBlanks, closing: .beginsWithMark, missing: .empty, takesBOM: true, closingNeedsLineEnd: true),
    syntax: .tokens(.pyYAMLInC), construction: .python(isRuamel: false), language: .python,
    quirks: Quirks(whole: .strictMapping, characters: .yaml11, refusesBadFiles: true))
}
