import SourceText

/// All rules, in the order of their ids.
public enum RuleRegistry {
  /// The rules.
  public static let all: [any Rule.Type] = [
    AmbiguousScalar.self,
    ByteOrderMark.self,
    ControlCharacter.self,
    CRLFLineEndings.self,
    DateDiffersFromFileName.self,
    DateOutOfOrder.self,
    DecomposedCharacter.self,
    DuplicateKey.self,
    EmptyLinkTarget.self,
    EmptyLinkText.self,
    EmptyValue.self,
    ExpiredButOpen.self,
    FileNameFormat.self,
    FileNameImpossibleDate.self,
    FileNameWithoutDate.self,
    ImplausibleDate.self,
    ImpossibleDate.self,
    InvalidUTF8.self,
    InvisibleCharacter.self,
    MailtoNotEncoded.self,
    MailtoTextMismatch.self,
    MalformedContact.self,
    MalformedMailto.self,
    MalformedURL.self,
    MasculineOnlyRole.self,
    MissingExtension.self,
    MissingFrontMatter.self,
    MissingKey.self,
    MisspelledRole.self,
    MixedLineEndings.self,
    MojibakeRule.self,
    NestedLink.self,
    PaddedValue.self,
    PlaceholderLeft.self,
    ReplacementCharacter.self,
    RoleDomainMismatch.self,
    SchemaRule.self,
    SpaceBeforeLinkTarget.self,
    TextBeforeFrontMatter.self,
    TrailingSpace.self,
    UnknownKey.self,
    UnknownReference.self,
    UnknownRole.self,
    UnknownValue.self,
    UnterminatedFrontMatter.self,
    UselessSuppression.self,
    WrongType.self,
    YAMLSyntax.self,
  ]

  /// The rule with an id or an alias, or `nil`.
  public static func info(_ id: String) -> RuleInfo? {
    number(id).map { all[$0].info }
  }

  /// The place in ``all`` of the rule with an id or an alias.
  static func number(_ id: String) -> Int? { numbers[Array(id.utf8)] }

  /// The id nearest to a text, for "did you mean".
  public static func nearest(_ text: String) -> String? {
    let ids = all.map { $0.info.id }
    return EditDistance.nearest(to: Array(text.utf8), among: ids.map { Array($0.utf8) }).map { ids[$0.index] }
  }

  private static let numbers: NameMap<Int> = {
    var numbers = NameMap<Int>()
    for (number, rule) in all.enumerated() {
      for name in [rule.info.id] + rule.info.aliases { numbers.set(Array(name.utf8), to: number) }
    }
    return numbers
  }()
}
