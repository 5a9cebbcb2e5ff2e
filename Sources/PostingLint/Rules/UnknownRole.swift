import DataTree
import Roles
import SourceText

/// A title in which no role is recognised.
enum UnknownRole: Rule {
  static let info = RuleInfo(
    id: "unknown-role", group: .roles, severity: .info,
    yieldsTo: ["invalid-utf8", "mojibake", "placeholder-left"],
    summary: Message(fr: "aucun métier connu dans le titre", en: "no known role in the title"),
    rationale: Message(
      fr: """
        Le titre du poste ne contient aucun métier que le vocabulaire connaît. C’est peut-être un métier nouveau, ou un \
        titre qui ne dit pas ce que la personne fera. Un mot simple aide à trouver l’offre.
        """,
      en: """
        The title holds no role that the vocabulary knows. It may be a new one, or a title that does not say what the \
        person will do. A plain word helps people to find the posting.
        """),
    examples: [
      .bad(.frontMatter, "roles: Une personne formidable\n"),
      .good(.frontMatter, "roles: Développeuse ou développeur\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for title in context.postTitles where title.reading.roles.isEmpty && title.reading.domains.isEmpty {
      let shown = Quoted.text(title.text)
      findings.add(
        Self.self, at: context.tree.range(of: title.node),
        Message(
          fr:
            "aucun métier connu dans \(fr: shown)\u{A0}: dites le métier en un mot simple, par exemple «\u{A0}développeuse\u{A0}»",
          en: "no known role in \(en: shown): name the role in a plain word, for instance “développeuse”"),
        pointer: title.pointer)
    }
  }
}
