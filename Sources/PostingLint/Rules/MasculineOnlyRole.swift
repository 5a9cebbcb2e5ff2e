import Roles
import SourceText

/// A title in the masculine alone.
enum MasculineOnlyRole: Rule {
  static let info = RuleInfo(
    id: "masculine-only-role", group: .roles, severity: .info,
    yieldsTo: ["invalid-utf8", "mojibake"], fixability: .unsafe,
    summary: Message(fr: "l’intitulé du poste n’est qu’au masculin", en: "the title has only the masculine form"),
    rationale: Message(
      fr: """
        Une offre s’adresse à toutes et à tous\u{A0}: écrivez les deux formes, le féminin d’abord («\u{A0}développeuse ou \
        développeur\u{A0}»). Les lecteurs d’écran lisent mieux deux mots qu’un point médian.
        """,
      en: """
        A posting is for everyone: write both forms, the feminine first (“développeuse ou développeur”). Screen \
        readers read two words better than a middle dot.
        """),
    examples: [
      .bad(.frontMatter, "roles: Développeur\n", fixed: "roles: Développeuse ou développeur\n"),
      .good(.frontMatter, "roles: Développeuse ou développeur\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for (title, wording) in context.postTitles.flatMap({ title in title.reading.masculines.map { (title, $0) } }) {
      let doublet = Quoted.text(wording.doublet)
      let fix = title.edit(wording.range, wording.doublet).map {
        Fix(Message.write(doublet), .unsafe, $0)
      }
      findings.add(
        Self.self, at: title.fileRange(wording.range),
        Message(
          fr: "cet intitulé n’est qu’au masculin\u{A0}: écrivez les deux formes, \(fr: doublet)",
          en: "this title has only the masculine form: write both, \(en: doublet)"),
        pointer: title.pointer, fix: fix)
    }
  }
}
