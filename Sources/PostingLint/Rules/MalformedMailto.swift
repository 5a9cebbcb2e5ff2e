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
        Un lien de courriel s’écrit « mailto: », les adresses séparées par des virgules, puis « ?subject=… » avec \
        « %20 » pour chaque espace. Un point-virgule ou une espace, et la candidature ne part pas, ou part à la moitié \
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
      for error in mail.uri.errors where !error.isMissingEncoding {
        // A missing character has an empty range: the place alone cannot be seen.
        let range = error.range.isEmpty ? mail.link.targetRange : error.range
        findings.add(Self.self, at: range, error.message, fix: fix(error))
      }
    }
  }

  private static func fix(_ error: MailtoError) -> Fix? {
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
      : Message(fr: "Écrire « \(shown) »", en: "Write “\(shown)”")
    return Fix(title, applicability, Edit(error.range, replacement))
  }
}
