import SourceText

/// A line of TOML front matter that begins with `+++` and is not its end.
enum FenceInsideFrontMatter: Rule {
  static let info = RuleInfo(
    id: "fence-inside-front-matter", group: .frontMatter, severity: .warning, findsNoLine: true,
    summary: Message(
      fr: "une ligne de l’en-tête commence par «\u{A0}+++\u{A0}»", en: "a line of the front matter begins with “+++”"),
    rationale: Message(
      fr: """
        Hugo termine l’en-tête à la première ligne qui commence par «\u{A0}+++\u{A0}», même au milieu d’un texte de plusieurs lignes\u{A0}: \
        le reste de l’en-tête est perdu ou publié.
        """,
      en: """
        Hugo ends front matter at the first line that begins with “+++”, even in the middle of a text of several lines: the \
        rest of the front matter is lost or published.
        """),
    examples: [
      .bad(.toml, "note = \"\"\"\n+++ fin\n\"\"\"\n"),
      .good(.toml, "note = \"\"\"\nfin +++\n\"\"\"\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for case .delimiterInside(let range) in context.document.frontMatter.problems {
      findings.add(Self.self, at: range, message)
    }
  }

  private static let message = Message(
    fr:
      "pour Hugo, cette ligne «\u{A0}+++\u{A0}» termine l’en-tête, et la suite est perdue\u{A0}: ajoutez un autre signe devant",
    en: "for Hugo this line “+++” ends the front matter, and what follows is lost: add another sign before it")
}
