import SourceText

/// A file that begins with U+FEFF.
enum ByteOrderMark: Rule {
  static let info = RuleInfo(
    id: "byte-order-mark", group: .encoding, severity: .warning, fixability: .unsafe,
    summary: Message(
      fr: "le fichier commence par un signe invisible (BOM)", en: "the file starts with an invisible sign (BOM)"),
    rationale: Message(
      fr: """
        Certains éditeurs (le Bloc-notes de Windows) ajoutent un signe invisible (BOM) au début du fichier. Des outils \
        ne voient alors plus la ligne «\u{A0}---\u{A0}» et publient l’en-tête comme du texte. Enregistrez en «\u{A0}UTF-8\u{A0}» sans BOM.
        """,
      en: """
        Some editors (Windows Notepad) put an invisible sign (BOM) at the start of a file. Tools may then miss the “---” \
        line and publish the front matter as text. Save the file as “UTF-8” without BOM.
        """),
    examples: [
      .bad(
        .file, "\u{FEFF}---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n",
        fixed: "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
      .good(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard let mark = context.document.frontMatter.byteOrderMark else { return }
    findings.add(Self.self, at: mark, message, fix: Fix(title, .unsafe, .deletion(mark)))
  }

  private static let message = Message(
    fr:
      "un signe invisible (BOM) est au début du fichier\u{A0}: choisissez «\u{A0}UTF-8\u{A0}» et non «\u{A0}UTF-8 avec BOM\u{A0}» en l’enregistrant",
    en: "an invisible sign (BOM) is at the start of the file: choose “UTF-8”, not “UTF-8 with BOM”, when saving it")
  private static let title = Message(fr: "Supprimer le signe invisible (BOM)", en: "Delete the invisible sign (BOM)")
}
