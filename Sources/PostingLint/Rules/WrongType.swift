import SourceText

/// A value of another kind than the key wants; found by the schema.
enum WrongType: Rule {
  static let info = RuleInfo(
    id: "wrong-type", group: .values, severity: .error, fixability: .unsafe,
    summary: Message(fr: "une valeur n’est pas du bon genre", en: "a value is of the wrong kind"),
    rationale: Message(
      fr: """
        «\u{A0}open\u{A0}» veut «\u{A0}true\u{A0}» ou «\u{A0}false\u{A0}», «\u{A0}roles\u{A0}» un texte, «\u{A0}domaines\u{A0}» une liste. «\u{A0}true#\u{A0}» ou «\u{A0}oui\u{A0}» sont des \
        textes\u{A0}: le site croit l’offre toujours ouverte, ou jamais.
        """,
      en: """
        “open” wants “true” or “false”, “roles” a text, “domaines” a list. “true#” and “oui” are texts: the site takes \
        the posting for always open, or never.
        """),
    examples: [
      .bad(.frontMatter, "open: ouvert\n"),
      .bad(.frontMatter, "startup: [exemple]\n"),
      .good(.frontMatter, "open: true # jusqu’en juin\n"),
    ])
}
