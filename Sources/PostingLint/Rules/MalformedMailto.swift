import Addresses
import Markdown
import SourceText

/// A mail link that does not reach its recipients.
enum MalformedMailto: Rule {
  static let info = RuleInfo(
    id: "malformed-mailto", group: .links, severity: .error, fixability: .safe,
    summary: Message(fr: "un lien de courriel est mal écrit", en: "an e-mail link is written wrongly"),
    rationale: Message(
      fr: """
        Un lien de courriel s’écrit «\u{A0}mailto:\u{A0}», les adresses séparées par des virgules, puis «\u{A0}?subject=…\u{A0}» avec \
        «\u{A0}%20\u{A0}» pour chaque espace. Avec un point-virgule ou une espace, le courriel ne part pas, ou n’arrive pas à \
        tout le monde.
        """,
      en: """
        An e-mail link is “mailto:”, the addresses separated by commas, then “?subject=…” with “%20” for every space. \
        With a semicolon or a space, the e-mail is not sent, or does not reach everybody.
        """),
    examples: [
      .bad(
        .body, "Écrivez à [nous](mailto:a@exemple.fr;b@exemple.fr).\n",
        fixed: "Écrivez à [nous](mailto:a@exemple.fr,b@exemple.fr).\n"),
      .bad(
        .body, "Écrivez à [nous](a@exemple.fr).\n", fixed: "Écrivez à [nous](mailto:a@exemple.fr).\n"),
      .bad(
        .body, "Écrivez à [nous](mailto:<a@exemple.fr>?sujet=Poste).\n",
        fixed: "Écrivez à [nous](mailto:a@exemple.fr?subject=Poste).\n"),
      .good(.body, "Écrivez à [nous](mailto:a@exemple.fr,b@exemple.fr?subject=Poste%20ouvert).\n"),
      .good(.body, "Voir le [plan](plan@2022.pdf).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for mail in context.mailtoLinks {
      if let link = mail.link, link.isImage {
        findings.add(Self.self, at: link.range, imageMessage)
        continue
      }
      let errors = mail.uri.errors.filter { !$0.isMissingEncoding }
      // The same mistake again in one link is one habit: one finding mends them all.
      var seen: [MailtoError.Kind] = []
      for error in errors where !seen.contains(error.kind) {
        seen.append(error.kind)
        // A missing character has an empty range: the place alone cannot be seen.
        let range = error.range.isEmpty ? mail.targetRange : mail.source(of: error.range)
        let fix = fix(error, errors.filter { $0.kind == error.kind }, mail)
        findings.add(
          Self.self, at: range, error.message(showing: Quoted.text(mail.target.bytes[error.range.indices])), fix: fix)
      }
      if let place = mail.incompleteDomain { findings.add(Self.self, at: place, MalformedContact.domainMessage) }
      checkFields(mail, &findings)
      if let link = mail.link, link.flags.contains(.malformedTarget), let title = link.titleRange {
        findings.add(Self.self, at: link.range, LinkTitle.message, fix: LinkTitle.fix(title, context.bytes))
      }
      if errors.isEmpty, let link = mail.link, link.kind == .inline, link.flags.contains(.unclosed) {
        let edit = Edit.insertion(")", at: link.targetRange.end)
        findings.add(Self.self, at: link.range, unclosedMessage, fix: Fix(unclosedTitle, .unsafe, edit))
      }
    }
  }

  /// Reports fields that no mail program knows, as `sujet`.
  private static func checkFields(_ mail: MailtoLink, _ findings: inout Findings) {
    for field in mail.uri.fields {
      guard let meant = field.meantName else { continue }
      let range = mail.source(of: field.nameRange)
      findings.add(
        Self.self, at: range, fieldMessage(Quoted.text(field.name), meant),
        fix: Fix(.write(meant), .unsafe, Edit(range, meant)))
    }
  }

  private static func fix(_ error: MailtoError, _ equals: [MailtoError], _ mail: MailtoLink) -> Fix? {
    guard let replacement = error.replacement else { return nil }
    let applicability: Applicability =
      switch error.kind {
      case .semicolon, .missingScheme, .repeatedScheme: mail.isMendedSafely ? .safe : .unsafe
      default: .unsafe
      }
    let title =
      replacement.isEmpty
      ? removeTitle(Quoted.text(mail.target.bytes[error.range.indices])) : .write(Quoted.text(replacement))
    let edits = equals.compactMap(mail.edit)
    return edits.count == equals.count ? Fix(title, applicability, edits) : nil
  }

  private static let imageMessage = Message(
    fr:
      "le signe «\u{A0}!\u{A0}» fait de ce lien une image, qui n’ouvre aucun courriel\u{A0}: supprimez-le",
    en: "the sign “!” makes an image of this link, which opens no e-mail: delete it")
  private static let unclosedMessage = Message(
    fr:
      "la parenthèse de ce lien de courriel n’est pas refermée\u{A0}: ajoutez «\u{A0})\u{A0}» après l’adresse électronique",
    en: "the parenthesis of this e-mail link is not closed: add “)” after the e-mail address")
  private static let unclosedTitle = Message(fr: "Ajouter la parenthèse", en: "Add the parenthesis")
  private static func fieldMessage(_ name: String, _ meant: String) -> Message {
    Message(
      fr: "les logiciels de messagerie ne connaissent pas \(fr: name)\u{A0}: écrivez \(fr: meant)",
      en: "mail programs do not know \(en: name): write \(en: meant)")
  }
  private static func removeTitle(_ text: String) -> Message {
    Message(fr: "Supprimer \(fr: text)", en: "Delete \(en: text)")
  }
}
