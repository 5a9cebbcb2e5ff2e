/// All rules, in the order of their ids.
public enum RuleRegistry {
  /// The rules.
  public static let all: [any Rule.Type] = [
    AmbiguousScalar.self,
    BraceAtStart.self,
    ByteOrderMark.self,
    ControlCharacter.self,
    CRLFLineEndings.self,
    DateDiffersFromFileName.self,
    DateNotRead.self,
    DateOutOfOrder.self,
    DecomposedCharacter.self,
    DraftNotBoolean.self,
    DuplicateKey.self,
    EmptyLinkTarget.self,
    EmptyLinkText.self,
    EmptyValue.self,
    ExpiredButOpen.self,
    FenceInsideFrontMatter.self,
    FileNameFormat.self,
    FileNameImpossibleDate.self,
    FileNameWithoutDate.self,
    FrontMatterNotYAML.self,
    ImplausibleDate.self,
    ImpossibleDate.self,
    InvalidUTF8.self,
    InvisibleCharacter.self,
    JSONSyntax.self,
    KeyBelowTable.self,
    KeysDifferInCase.self,
    MailtoNotEncoded.self,
    MailtoTextMismatch.self,
    MalformedContact.self,
    MalformedMailto.self,
    MalformedURL.self,
    MasculineOnlyRole.self,
    MergeConflict.self,
    MissingExtension.self,
    MissingFrontMatter.self,
    MissingKey.self,
    MisspelledRole.self,
    MixedLineEndings.self,
    MojibakeRule.self,
    NestedLink.self,
    NewerTOMLSyntax.self,
    NumberOutOfRange.self,
    PaddedValue.self,
    PlaceholderLeft.self,
    ReplacementCharacter.self,
    ReversedLink.self,
    RoleDomainMismatch.self,
    SchemaRule.self,
    SecondFrontMatter.self,
    SpaceBeforeLinkTarget.self,
    TextAfterHash.self,
    TextBeforeFrontMatter.self,
    TOMLSyntax.self,
    TrailingSpace.self,
    TypographicQuotes.self,
    UnknownKey.self,
    UnknownReference.self,
    UnknownRole.self,
    UnknownValue.self,
    UnreadFrontMatter.self,
    UnterminatedFrontMatter.self,
    UselessSuppression.self,
    WrongType.self,
    YAMLSyntax.self,
  ]

  /// The rules, to be found by their names.
  public static let list = RuleList(all)

  /// The rule with an id or an alias, or `nil`.
  public static func info(_ id: String) -> RuleInfo? { list.info(id) }

  /// The id nearest to a text, for "did you mean".
  public static func nearest(_ text: String) -> String? { list.nearest(text) }
}

extension RuleSettings {
  /// Every rule as it is by default; rules about postings are off where `isPosting` is false.
  public init(isPosting: Bool = true) {
    self.init(RuleRegistry.list, isPosting: isPosting)
  }

  /// Exactly these rules, each with its own severity; unknown ids are passed over.
  public init(only ids: some Sequence<String>) {
    self.init(RuleRegistry.list, only: ids)
  }

  /// Every finding is an error: a file is valid or it is not.
  package static var validation: Self {
    var settings = RuleSettings()
    for rule in RuleRegistry.all { settings.set(rule.info.id, to: .error) }
    return settings
  }
}
