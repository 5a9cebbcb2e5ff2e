import SourceText

/// A file whose lines all end in CR LF.
enum CRLFLineEndings: Rule {
  static let info = RuleInfo(
    id: "crlf-line-endings", group: .encoding, severity: .info, fixability: .unsafe,
    summary: Message(fr: "toutes les lignes finissent à la manière de Windows", en: "every line ends the Windows way"),
    rationale: Message(
      fr: """
        Le fichier finit ses lignes par CRLF (Windows) et non LF. C’est permis, mais chaque outil qui l’enregistre \
        autrement montrera tout le fichier comme modifié. Réglez l’éditeur, ou git avec `core.autocrlf=input`.
        """,
      en: """
        The file ends its lines with CRLF (Windows), not LF. That is allowed, but any tool that saves it the other \
        way shows the whole file as changed. Set the editor, or git with `core.autocrlf=input`.
        """),
    examples: [
      .bad(
        .file, "---\r\nroles: Coach\r\nopen: true\r\nstartup: exemple\r\ndomaines: [Coaching]\r\n---\r\nTexte.\r\n",
        fixed: "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
      .good(.body, "Deux\nlignes.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let scan = context.encoding
    guard let first = scan.crlf.first.map(Int.init), scan.lfCount == 0, scan.cr.isEmpty else { return }
    let edits = scan.crlf.map { Edit.deletion(ByteRange(Int($0), Int($0) + 1)) }
    findings.add(Self.self, at: ByteRange(first, first + 2), message, fix: Fix(title, .unsafe, edits))
  }

  private static let message = Message(
    fr: "les fins de ligne sont celles de Windows (CRLF)\u{A0}: choisissez «\u{A0}LF\u{A0}» dans l’éditeur",
    en: "the line ends are those of Windows (CRLF): choose “LF” in the editor")
  private static let title = Message(fr: "Finir chaque ligne par LF", en: "End every line with LF")
}
