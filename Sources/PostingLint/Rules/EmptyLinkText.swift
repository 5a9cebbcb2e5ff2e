import Markdown
import SourceText

/// A link with nothing to click on.
enum EmptyLinkText: Rule {
  static let info = RuleInfo(
    id: "empty-link-text", group: .links, severity: .warning,
    summary: Message(fr: "un lien n’a pas de texte", en: "a link has no text"),
    rationale: Message(
      fr: """
        Entre les crochets il n’y a rien\u{A0}: le lien est invisible, et une personne qui écoute la page entend l’adresse \
        brute. Donnez-lui un texte, ou supprimez-le.
        """,
      en: """
        There is nothing between the brackets: the link cannot be seen, and somebody who listens to the page hears the \
        bare address. Give it a text, or remove it.
        """),
    examples: [
      .bad(.body, "Voir [](https://exemple.fr).\n"),
      .good(.body, "Voir [notre site](https://exemple.fr).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links
    where link.flags.contains(.emptyText) && !link.isImage && !link.flags.contains(.insideTarget) {
      findings.add(Self.self, at: link.range, message)
    }
  }

  private static let message = Message(
    fr: "ce lien n’a pas de texte\u{A0}: écrivez-en un entre les crochets, ou supprimez le lien",
    en: "this link has no text: write one between the brackets, or remove the link")
}
