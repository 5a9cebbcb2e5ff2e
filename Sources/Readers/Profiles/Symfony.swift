extension Profile {
  /// symfony/yaml 5.4.
  static let symfony = Profile(
    "symfony/yaml", program: "symfony/yaml 5.4.53",
    fences: .library, syntax: .symfony, construction: .symfony, language: .php, quirks: Quirks(readsLikePHP: true))
}

extension TokenDialect {
  /// symfony/yaml, which goes line by line, as far as it can be told in the words of the family of libyaml.
  static let symfony = TokenDialect(
    tabs: .exceptAtLineStart, flowColon: .goPort, breaks: .lineFeedOnly, versions: .any, anchorNames: .toBlank,
    questionGluedInBrackets: false, skipsSignAfterEmptyKey: false, tagSigns: .outsideBrackets, allowsSurrogates: true,
    commentAfterBlockHeader: false, passesUnknownDirectives: false, readsWholeStream: true,
    readsLines: true, flowDepth: 128, keyLimit: .max)
}
