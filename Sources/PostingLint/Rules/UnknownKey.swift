import SourceText

/// A key that the schema does not have; found by the schema.
enum UnknownKey: Rule {
  static let info = RuleInfo(
    id: "unknown-key", group: .values, severity: .warning, fixability: .safe,
    summary: Message(fr: "un mot de l’en-tête n’existe pas", en: "a key is not known"),
    rationale: Message(
      fr: """
        Le site ignore sans le dire les lignes dont il ne connaît pas le mot. «\u{A0}externalUrl\u{A0}» au lieu de \
        «\u{A0}externalURL\u{A0}», et l’adresse est perdue. Un mot proche d’un mot connu est une erreur, un autre mot un \
        avertissement.
        """,
      en: """
        The site silently ignores lines whose word it does not know. “externalUrl” instead of “externalURL”, and the \
        address is lost. A word near a known one is an error, any other word a warning.
        """),
    examples: [
      .bad(
        .frontMatter, "externalUrl: https://exemple.fr/offre\n", fixed: "externalURL: https://exemple.fr/offre\n"),
      .bad(.frontMatter, "salaire: selon profil\n"),
      .good(.frontMatter, "externalURL: https://exemple.fr/offre\n"),
    ])
}
