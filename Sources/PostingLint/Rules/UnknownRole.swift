import DataTree
import Roles
import SourceText

/// A title in which no role is recognised.
enum UnknownRole: Rule {
  static let info = RuleInfo(
    id: "unknown-role", group: .roles, severity: .info,
    yieldsTo: ["invalid-utf8", "mojibake", "placeholder-left", "replacement-character"],
    summary: Message(fr: "aucun métier n’est reconnu dans l’intitulé", en: "no role is recognised in the title"),
    rationale: Message(
      fr: """
        L’intitulé du poste ne contient aucun métier que le vocabulaire connaît. C’est peut-être un métier nouveau, ou \
        un intitulé qui ne dit pas ce que la personne fera. Un mot simple aide à trouver l’offre.
        """,
      en: """
        The title contains no role that the vocabulary knows. It may be a new one, or a title that does not say what the \
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
            "aucun métier n’est reconnu dans \(fr: shown)\u{A0}: écrivez-le simplement, par exemple «\u{A0}développeuse ou développeur\u{A0}»",
          en: "no role is recognised in \(en: shown): write it plainly, for instance “développeuse ou développeur”"),
        pointer: title.pointer)
    }
  }
}
