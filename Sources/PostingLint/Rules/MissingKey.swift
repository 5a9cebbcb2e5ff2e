import SourceText

/// A required key that is not there; found by the schema.
enum MissingKey: Rule {
  static let info = RuleInfo(
    id: "missing-key", group: .values, severity: .error,
    summary: Message(fr: "une ligne obligatoire de l’en-tête manque", en: "a required key is missing"),
    rationale: Message(
      fr: """
        Chaque offre a besoin d’un titre (« roles »), de savoir si elle est ouverte (« open »), et du produit \
        (« startup ») ou de l’organisation amie (« type: friend » et « friend »). Sans ces lignes, le site l’affiche \
        mal ou pas du tout. L’absence de « startup » est un avertissement, celle de « domaines » un conseil.
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
