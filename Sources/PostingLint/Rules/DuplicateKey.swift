import SourceText
import YAML

/// A key that stands twice in one mapping.
enum DuplicateKey: Rule {
  static let info = RuleInfo(
    id: "duplicate-key", group: .frontMatter, severity: .error,
    summary: Message(fr: "un mot de l’en-tête est écrit deux fois", en: "a key stands twice"),
    rationale: Message(
      fr: """
        Quand le même mot est écrit deux fois, la plupart des outils ne gardent que la seconde valeur, sans le dire ; \
        d’autres refusent le fichier. Gardez une seule des deux lignes.
        """,
      en: """
        Where a key stands twice, most tools silently keep only the second value; others refuse the file. Keep one of \
        the two lines.
        """),
    examples: [
      .bad(.frontMatter, "startup: exemple\nstartup: exemple\n"),
      .good(.frontMatter, "startup: exemple\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    for pair in DuplicateKeys.find(in: tree) {
      let note = Diagnostic.Note(tree.range(of: pair.first), Message(fr: "la première fois", en: "the first time"))
      findings.add(
        Self.self, at: tree.range(of: pair.later), message(Quoted.text(tree.utf8(of: pair.later))), notes: [note])
    }
  }

  private static func message(_ name: String) -> Message {
    Message(
      fr: "« \(name) » est déjà écrit plus haut : gardez une seule des deux lignes",
      en: "“\(name)” stands above already: keep one of the two lines")
  }
}
