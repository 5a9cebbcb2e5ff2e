extension Profile {
  /// PyYAML 6.0.4, its parser in Python. Its parser in C is libyaml, and differs: it takes tabs after a colon and `|#`,
  /// and refuses `[a:]` and escapes of surrogates.
  static let pyYAML = Profile(
    "PyYAML", program: "PyYAML 6.0.4",
    fences: .library, syntax: .tokens(.pyYAML), construction: .python(isRuamel: false), language: .python,
    quirks: Quirks(characters: .yaml11, readsUTF16: true))
}

extension TokenDialect {
  /// PyYAML in Python.
  static let pyYAML = TokenDialect(
    tabs: .never, flowColon: .pyYAML, versions: .major1, questionEndsFlowText: true,
    skipsSignAfterEmptyKey: false, tagSigns: .always, directiveEndsAtTab: false, allowsSurrogates: true,
    commentAfterBlockHeader: false, passesUnknownDirectives: true,
    refusesRepeatedAnchor: true, readsWholeStream: true, tabInPlainText: false)

  /// PyYAML with libyaml.
  static let pyYAMLInC = TokenDialect(
    passesUnknownDirectives: false, refusesRepeatedAnchor: true, readsWholeStream: true)
}
