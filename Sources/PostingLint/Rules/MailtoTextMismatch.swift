import Addresses
import Markdown
import SourceText

/// A mail link that shows one address and writes to another.
enum MailtoTextMismatch: Rule {
  static let info = RuleInfo(
    id: "mailto-text-mismatch", group: .links, severity: .error,
    summary: Message(
      fr: "un lien affiche une adresse électronique et écrit à une autre",
      en: "a link shows one e-mail address and writes to another"),
    rationale: Message(
      fr: """
        Le texte du lien affiche une adresse électronique, mais un clic écrit à une autre. Les personnes croient avoir \
        écrit à la première. Mettez la même aux deux endroits.
        """,
      en: """
        The text of the link shows one e-mail address, but a click writes to another. People think that they wrote to \
        the first. Put the same one in both places.
        """),
    examples: [
      .bad(.body, "[jobs@exemple.fr](mailto:contact@exemple.fr)\n"),
      .bad(.body, "[jobs@exemple.fr][écrire]\n\n[écrire]: mailto:contact@exemple.fr\n"),
      .good(.body, "[Jobs@exemple.fr](mailto:jobs@exemple.fr?cc=contact@exemple.fr)\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    MailtoLink.forEachShowing(in: context) { mail in
      guard !mail.uri.recipients.isEmpty, !mail.showsItsRecipient(context.bytes) else { return }
      let recipients = mail.recipients
      for shown in mail.shownAddresses(context.bytes, among: recipients) where !recipients.contains(shown.address) {
        let written = Quoted.text(mail.uri.recipients.first?.address ?? [])
        let text = Quoted.text(shown.address)
        findings.add(
          Self.self, at: shown.range,
          Message(
            fr:
              "le lien affiche \(fr: text), mais le courriel partira à \(fr: written)\u{A0}: mettez la même adresse aux deux endroits",
            en: "the link shows \(en: text), but the e-mail goes to \(en: written): put the same address in both places"
          ),
          notes: [Diagnostic.Note(mail.targetRange, Message(fr: "le lien écrit ici", en: "the link writes here"))])
        break
      }
    }
  }
}
