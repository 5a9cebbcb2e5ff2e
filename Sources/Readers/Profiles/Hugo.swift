extension Profile {
  /// Hugo 0.168.0, which reads through goccy/go-yaml 1.19.2.
  static let hugo = Profile(
    "Hugo 0.168", program: "Hugo 0.168.0, goccy/go-yaml 1.19.2",
    fences: hugoFences, syntax: .goccy, construction: .goccy, language: .hugo,
    quirks: Quirks(whole: .mapping, replacesBadBytes: true))

  /// Hugo 0.111.3, which reads through gopkg.in/yaml.v2 2.4.0.
  static let hugo0111 = Profile(
    "Hugo 0.111", program: "Debian hugo 0.111.3, gopkg.in/yaml.v2 2.4.0",
    fences: hugoFences, syntax: .tokens(.goYAML), construction: .go(isVersion3: false, keys: .hugo), language: .hugo,
    quirks: Quirks(whole: .mapping, characters: .yaml11))

  private static let hugoFences = FenceRules(
    opening: .dashesAndComment, closing: .beginsWithDashes, unclosed: .refused, missing: .emptyUnlessDashes,
    takesBlankLinesBefore: true, takesBlanksBefore: true, takesBOM: true, takesOtherSyntaxes: true, takesLoneCR: true)
}

extension TokenDialect {
  /// The ports of libyaml to Go.
  static let goYAML = TokenDialect(
    flowColon: .goPort, versions: .exactly11, questionEndsFlowText: true, tagSigns: .always, escapesSlash: false,
    escapesApostrophe: true, passesUnknownDirectives: false)
}

extension TokenDialect {
  /// goccy/go-yaml.
  static let goccy = TokenDialect(
    tabs: .exceptAtLineStart, flowColon: .goccy, breaks: .lineFeedOnly, versions: .up12, anchorNames: .anything,
    questionGluedInBrackets: false, skipsSignAfterEmptyKey: false, tagSigns: .outsideBrackets, allowsSurrogates: true,
    joinsSurrogates: true, commentAfterBlockHeader: false, passesUnknownDirectives: true,
    passesUnknownHandles: true, readsWholeStream: true, takesFlowSigns: true, dropsTabs: true, anchorNeedsValue: true,
    questionNeedsSpace: true, takesUnindentedValue: true, stumblesOverBlocks: true, keyLimit: .max)
}
