import SourceText

/// A file that begins with U+FEFF.
enum ByteOrderMark: Rule {
  static let info = RuleInfo(
    id: "byte-order-mark", group: .encoding, severity: .warning, fixability: .unsafe,
    summary: Message(
      fr: "le fichier commence par une marque d’ordre des octets", en: "the file begins with a byte-order mark"),
    rationale: Message(
      fr: """
        Certains éditeurs (le Bloc-notes de Windows) ajoutent trois octets invisibles au début du fichier. Des outils \
        ne voient alors plus la ligne «\u{A0}---\u{A0}» et publient l’en-tête comme du texte. Enregistrez en «\u{A0}UTF-8\u{A0}» sans BOM.
        """,
      en: """
        Some editors (Windows Notepad) put three invisible bytes at the start of a file. Tools may then miss the “---” \
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
    fr: "trois octets invisibles (BOM) ouvrent le fichier\u{A0}: enregistrez-le en «\u{A0}UTF-8\u{A0}» sans BOM",
    en: "three invisible bytes (a BOM) open the file: save it as “UTF-8” without BOM")
  private static let title = Message(fr: "Enlever le BOM", en: "Remove the BOM")
}
