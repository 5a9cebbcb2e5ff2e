import Markdown
import SourceText

/// A link whose two halves are swapped.
enum ReversedLink: Rule {
  static let info = RuleInfo(
    id: "reversed-link", group: .links, severity: .error, fixability: .unsafe,
    summary: Message(fr: "les deux parties d’un lien sont inversées", en: "the two parts of a link are swapped"),
    rationale: Message(
      fr: """
        Dans un lien, le texte est entre crochets et l’adresse web entre parenthèses\u{A0}: [texte](adresse). Dans l’autre sens, \
        la page montre les parenthèses et les crochets, et personne ne peut cliquer.
        """,
      en: """
        In a link the text is in brackets and the web address in parentheses: [text](address). The other way round, \
        the page shows the parentheses and the brackets, and nobody can click.
        """),
    examples: [
      .bad(.body, "Voir (notre site)[https://exemple.fr].\n", fixed: "Voir [notre site](https://exemple.fr).\n"),
      .bad(
        .body, "Écrivez (à l’équipe)[mailto:a@exemple.fr].\n", fixed: "Écrivez [à l’équipe](mailto:a@exemple.fr).\n"),
      .good(.body, "Un calcul (brut)[^1] et une suite f(x)[0].\n\n[^1]: Avant impôt.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links where link.flags.contains(.reversed) {
      let text = context.bytes[link.textRange.indices]
      let target = context.bytes[link.targetRange.indices]
      // Brackets in the one or parentheses in the other would end it too early.
      let isPlain = !text.contains { "[]()".utf8.contains($0) } && !target.contains { "()<>".utf8.contains($0) }
      let swapped = Array("[".utf8) + text + Array("](".utf8) + target + Array(")".utf8)
      findings.add(
        Self.self, at: link.range, message, fix: isPlain ? Fix(title, .unsafe, Edit(link.range, swapped)) : nil)
    }
  }

  private static let message = Message(
    fr: "les deux parties de ce lien sont inversées\u{A0}: écrivez [texte](adresse), les crochets d’abord",
    en: "the two parts of this link are swapped: write [text](address), the brackets first")
  private static let title = Message(fr: "Échanger les deux parties", en: "Swap the two parts")
}
