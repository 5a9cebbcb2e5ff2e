import Addresses
import Markdown
import SourceText

/// A mail link that does not reach its recipients.
enum MalformedMailto: Rule {
  static let info = RuleInfo(
    id: "malformed-mailto", group: .links, severity: .error, fixability: .safe,
    summary: Message(fr: "un lien de courriel est mal écrit", en: "a mail link is written wrongly"),
    rationale: Message(
      fr: """
        Un lien de courriel s’écrit «\u{A0}mailto:\u{A0}», les adresses séparées par des virgules, puis «\u{A0}?subject=…\u{A0}» avec \
        «\u{A0}%20\u{A0}» pour chaque espace. Un point-virgule ou une espace, et la candidature ne part pas, ou part à la moitié \
        des gens.
        """,
      en: """
        A mail link is “mailto:”, the addresses separated by commas, then “?subject=…” with “%20” for every blank. A \
        semicolon or a blank, and the application is not sent, or reaches half of the people.
        """),
    examples: [
      .bad(
        .body, "Écrivez à [nous](mailto:a@exemple.fr;b@exemple.fr).\n",
        fixed: "Écrivez à [nous](mailto:a@exemple.fr,b@exemple.fr).\n"),
      .bad(
        .body, "Écrivez à [nous](a@exemple.fr).\n", fixed: "Écrivez à [nous](mailto:a@exemple.fr).\n"),
      .good(.body, "Écrivez à [nous](mailto:a@exemple.fr,b@exemple.fr?subject=Poste%20ouvert).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for mail in MailtoLink.all(in: context) {
      let errors = mail.uri.errors.filter { !$0.isMissingEncoding }
      // The same mistake again in one link is one habit: one finding mends them all.
      var seen: [MailtoError.Kind] = []
      for error in errors where !seen.contains(error.kind) {
        seen.append(error.kind)
        // A missing character has an empty range: the place alone cannot be seen.
        let range = error.range.isEmpty ? mail.link.targetRange : error.range
        findings.add(
          Self.self, at: range, error.message, fix: fix(error, errors.filter { $0.kind == error.kind }))
      }
    }
  }

  private static func fix(_ error: MailtoError, _ equals: [MailtoError]) -> Fix? {
    guard let replacement = error.replacement else { return nil }
    let applicability: Applicability =
      switch error.kind {
      case .semicolon, .missingScheme, .repeatedScheme: .safe
      default: .unsafe
      }
    let shown = Quoted.text(replacement)
    let title =
      replacement.isEmpty
      ? Message(fr: "Enlever ce qui est de trop", en: "Remove what is too much")
      : Message(fr: "Écrire «\u{A0}\(shown)\u{A0}»", en: "Write “\(shown)”")
    let edits = equals.compactMap { equal in equal.replacement.map { Edit(equal.range, $0) } }
    return edits.count == equals.count ? Fix(title, applicability, edits) : nil
  }
}
