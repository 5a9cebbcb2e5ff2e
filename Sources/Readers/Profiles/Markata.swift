extension Profile {
  /// markata-go 0.14.0, which reads through gopkg.in/yaml.v3; a template takes only words as names of values.
  static let markata = Profile(
    "markata", program: "markata-go 0.14.0, gopkg.in/yaml.v3",
    fences: FenceRules(
      opening: .exactDashes, closing: .exactDashes, unclosed: .refused, takesLoneCR: true, cutsLastLineEnd: true),
    syntax: .tokens(.goYAML), construction: .go(isVersion3: true, keys: .textAtTop), language: .goSyntax,
    quirks: Quirks(whole: .mapping, characters: .yaml11, wordKeysOnly: true))
}
