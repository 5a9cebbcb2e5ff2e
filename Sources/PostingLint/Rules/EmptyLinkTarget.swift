import Addresses
import Markdown
import SourceText

/// A link that leads nowhere.
enum EmptyLinkTarget: Rule {
  static let info = RuleInfo(
    id: "empty-link-target", group: .links, severity: .error, fixability: .safe,
    summary: Message(fr: "un lien ne mène nulle part", en: "a link leads nowhere"),
    rationale: Message(
      fr: """
        Les parenthèses du lien sont vides\u{A0}: un clic recharge la page. C’est le plus souvent une adresse électronique \
        dont le lien n’a pas été rempli\u{A0}; les candidatures n’arrivent pas.
        """,
      en: """
        The parentheses of the link are empty: a click reloads the page. Most often it is an e-mail address whose link \
        was not filled in; applications do not arrive.
        """),
    examples: [
      .bad(
        .body, "Écrivez à [jobs@exemple.fr]().\n", fixed: "Écrivez à [jobs@exemple.fr](mailto:jobs@exemple.fr).\n"),
      .bad(.body, "Voir [notre site](<>).\n"),
      .good(.body, "Voir [notre site](https://exemple.fr).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links
    where link.flags.contains(.emptyTarget) && !link.flags.contains(.emptyText) && link.kind != .reference {
      let text = Array(context.bytes[link.textRange.indices])
      let isAddress = EmailAddress.isValid(text, allowingInternational: true)
      let fix =
        isAddress && link.kind == .inline
        ? Fix(title, .safe, Edit(link.targetRange, Array("mailto:".utf8) + text)) : nil
      findings.add(Self.self, at: link.range, isAddress ? addressMessage : message, fix: fix)
    }
  }

  private static let message = Message(
    fr: "ce lien ne mène nulle part\u{A0}: écrivez l’adresse entre les parenthèses, ou gardez le texte seul",
    en: "this link leads nowhere: write the address between the parentheses, or keep the text alone")
  private static let addressMessage = Message(
    fr: "ce lien ne mène nulle part\u{A0}: écrivez «\u{A0}mailto:\u{A0}» et l’adresse entre les parenthèses",
    en: "this link leads nowhere: write “mailto:” and the address between the parentheses")
  private static let title = Message(fr: "Écrire à l’adresse du texte", en: "Write to the address in the text")
}
