import SourceText

/// Any other failure of the schema.
enum SchemaRule: Rule {
  static let info = RuleInfo(
    id: "schema", group: .values, severity: .error,
    summary: Message(fr: "une valeur ne respecte pas le schéma", en: "a value does not meet the schema"),
    rationale: Message(
      fr: """
        Le schéma décrit ce que chaque ligne de l’en-tête peut contenir\u{A0}: longueur, nombre d’éléments, forme. Le \
        message dit ce qui est attendu.
        """,
      en: """
        The schema describes what each line of the front matter may hold: length, number of items, form. The message \
        says what is wanted.
        """),
    examples: [
      .bad(.frontMatter, "domaines: [Développement, Développement]\n"),
      .good(.frontMatter, "domaines: [Développement, Design]\n"),
    ])
}
