import Roles
import SourceText

/// A known role without its accents, or with a slip.
enum MisspelledRole: Rule {
  static let info = RuleInfo(
    id: "misspelled-role", group: .roles, severity: .info, yieldsTo: ["invalid-utf8", "mojibake"],
    fixability: .unsafe,
    summary: Message(fr: "un métier est mal orthographié dans l’intitulé", en: "a role is misspelled in the title"),
    rationale: Message(
      fr: """
        «\u{A0}Developpeur\u{A0}» s’écrit «\u{A0}Développeur\u{A0}», «\u{A0}dévelopeur\u{A0}» prend deux p. Le titre est la première chose que l’on \
        lit, et celle que les moteurs de recherche comparent. Les titres en capitales sans accents ne sont pas signalés.
        """,
      en: """
        “Developpeur” is written “Développeur”, “dévelopeur” has two p. The title is what people read first and what \
        search engines compare. Titles in capitals without accents are not reported.
        """),
    examples: [
      .bad(.frontMatter, "roles: Developpeuse ou développeur\n", fixed: "roles: Développeuse ou développeur\n"),
      .good(.frontMatter, "roles: DEVELOPPEUSE OU DEVELOPPEUR\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard let roles = context.options.roles else { return }
    for title in context.titles {
      for slip in roles.misspellings(in: title.parsed) {
        let wanted = Quoted.text(slip.suggestion)
        let written = Quoted.text(title.text[slip.range.indices])
        let fix = title.edit(slip.range, slip.suggestion).map {
          Fix(Message.write(wanted), .unsafe, $0)
        }
        findings.add(
          Self.self, at: title.fileRange(slip.range),
          Message(
            fr: "\(fr: written) ressemble à un métier connu\u{A0}: vouliez-vous écrire \(fr: wanted)\u{A0}?",
            en: "\(en: written) looks like a known role: did you mean \(en: wanted)?"),
          pointer: title.pointer, fix: fix)
      }
    }
  }
}
