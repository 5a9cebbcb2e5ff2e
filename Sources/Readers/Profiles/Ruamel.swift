extension Profile {
  /// ruamel.yaml 0.19.1, its safe loader, which follows YAML 1.2.
  static let ruamel = Profile(
    "ruamel.yaml", program: "ruamel.yaml 0.19.1",
    fences: .library, syntax: .tokens(.ruamel), construction: .python(isRuamel: true), language: .python,
    quirks: Quirks(characters: .yaml11, readsUTF16: true))
}

extension TokenDialect {
  /// ruamel.yaml for YAML 1.2.
  static let ruamel = TokenDialect(
    tabs: .inBrackets, flowColon: .ruamel, breaks: .nextLineFolds, versions: .major1, anchorNames: .anything,
    skipsSignAfterEmptyKey: false, tagSigns: .always, directiveEndsAtTab: false, directiveTakesSigns: true,
    allowsSurrogates: true, commentAfterBlockHeader: false,
    passesUnknownDirectives: true, readsWholeStream: true, takesEmptyKeys: true, tabInPlainText: false)
}
