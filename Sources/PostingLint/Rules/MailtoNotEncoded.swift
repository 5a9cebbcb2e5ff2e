import Addresses
import SourceText

/// Letters with accents in a mail link that should be percent-encoded.
enum MailtoNotEncoded: Rule {
  static let info = RuleInfo(
    id: "mailto-not-encoded", group: .links, severity: .warning, fixability: .safe,
    summary: Message(
      fr: "un lien de courriel contient des lettres non encodées", en: "a mail link holds letters that are not encoded"),
    rationale: Message(
      fr: """
        Dans un lien de courriel, une lettre accentuée s’écrit encodée\u{A0}: «\u{A0}é\u{A0}» devient «\u{A0}%C3%A9\u{A0}». Sinon certains \
        logiciels affichent un objet illisible. La correction l’écrit pour vous.
        """,
      en: """
        In a mail link an accented letter is written encoded: “é” becomes “%C3%A9”. Otherwise some programs show a \
        garbled subject. The fix writes it for you.
        """),
    examples: [
      .bad(
        .body, "[Écrire](mailto:a@exemple.fr?subject=Développeuse)\n",
        fixed: "[Écrire](mailto:a@exemple.fr?subject=D%C3%A9veloppeuse)\n"),
      .good(.body, "[Écrire](mailto:a@exemple.fr?subject=D%C3%A9veloppeuse)\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for mail in MailtoLink.all(in: context) {
      let errors = mail.uri.errors.filter(\.isMissingEncoding)
      guard let first = errors.first, let last = errors.last else { continue }
      let edits = errors.compactMap { error in error.replacement.map { Edit(error.range, $0) } }
      let fix = edits.count == errors.count ? Fix(title, .safe, edits) : nil
      findings.add(Self.self, at: first.range.union(last.range), message, fix: fix)
    }
  }

  private static let message = Message(
    fr: "les lettres accentuées et les signes d’un lien de courriel s’écrivent encodés («\u{A0}é\u{A0}»\u{A0}: %C3%A9)",
    en: "accented letters and signs in a mail link are written encoded (“é”: %C3%A9)")
  private static let title = Message(fr: "Encoder les lettres", en: "Encode the letters")
}
