import SourceText

/// What TOML 1.1 takes and readers of TOML 1.0 refuse.
enum NewerTOMLSyntax: Rule {
  static let info = RuleInfo(
    id: "newer-toml-syntax", group: .frontMatter, severity: .warning,
    summary: Message(
      fr: "l’en-tête contient du TOML 1.1, que d’autres refusent",
      en: "the front matter has TOML 1.1, which others refuse"),
    rationale: Message(
      fr: """
        TOML 1.1 permet une heure sans secondes, \\e, \\x41, et un groupe entre accolades sur plusieurs lignes. Hugo 0.168 le lit\u{A0}; \
        Hugo 0.111, Python et Nikola refusent alors toute la page. Écrivez la forme que tous lisent.
        """,
      en: """
        TOML 1.1 allows a time without seconds, \\e, \\x41, and a group in braces over several lines. Hugo 0.168 reads it; Hugo \
        0.111, Python and Nikola then refuse the whole page. Write the form that all of them read.
        """),
    examples: [
      .bad(.toml, "heure = 07:27\n"),
      .good(.toml, "heure = 07:27:00\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for suspect in context.document.suspects where suspect.kind == .newerSyntax {
      findings.add(Self.self, at: suspect.range, suspect.message, fix: suspect.fix)
    }
  }
}
