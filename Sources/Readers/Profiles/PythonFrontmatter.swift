extension Profile {
  /// python-frontmatter 1.3.0, which reads through PyYAML with libyaml. Keys become names of arguments, so that one that
  /// is no text stops it.
  static let pythonFrontmatter = Profile(
    "python-frontmatter", program: "python-frontmatter 1.3.0, PyYAML 6.0.4",
    fences: FenceRules(
      opening: .manyDashes, closing: .manyDashes, takesBlankLinesBefore: true),
    syntax: .tokens(.pyYAMLInC), construction: .python(isRuamel: false), language: .python,
    quirks: Quirks(whole: .mappingOrEmpty, characters: .yaml11, textKeysOnly: true, refusesBadFiles: true))
}
