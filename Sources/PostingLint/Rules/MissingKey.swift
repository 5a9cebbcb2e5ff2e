import SourceText

/// A required key that is not there; found by the schema.
enum MissingKey: Rule {
  static let info = RuleInfo(
    id: "missing-key", group: .values, severity: .error, fixability: .unsafe,
    summary: Message(fr: "une clé obligatoire manque", en: "a required key is missing"),
    rationale: Message(
      fr: """
        Chaque offre a besoin d’un titre («\u{A0}roles\u{A0}»), de savoir si elle est ouverte («\u{A0}open\u{A0}»), et du produit \
        («\u{A0}startup\u{A0}») ou de l’organisation amie («\u{A0}type: friend\u{A0}» et «\u{A0}friend\u{A0}»). Sans ces lignes, le site l’affiche \
        mal ou pas du tout. L’absence de «\u{A0}startup\u{A0}» est un avertissement, celle de «\u{A0}domaines\u{A0}» un conseil.
        """,
      en: """
        Every posting needs a title (“roles”), to say whether it is open (“open”), and the product (“startup”) or the \
        friend organisation (“type: friend” and “friend”). Without these lines the site shows it badly or not at all. \
        A missing “startup” is a warning, a missing “domaines” advice.
        """),
    examples: [
      .bad(.frontMatter, "date: 2022-05-30\n", without: ["open"]),
      .bad(.frontMatter, "friend: Une association\n", without: ["startup"]),
      .good(.frontMatter, "type: friend\nfriend: Une association\n", without: ["startup"]),
    ])
}
