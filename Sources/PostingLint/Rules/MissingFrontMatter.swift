import Files
import SourceText

/// A file without front matter.
enum MissingFrontMatter: Rule {
  static let info = RuleInfo(
    id: "missing-front-matter", group: .frontMatter, severity: .error,
    yieldsTo: ["brace-at-start", "unread-front-matter"], isValidity: true,
    summary: Message(fr: "le fichier n’a pas d’en-tête", en: "the file has no front matter"),
    rationale: Message(
      fr: """
        Une offre commence par un en-tête\u{A0}: une ligne «\u{A0}---\u{A0}», des lignes «\u{A0}clé: valeur\u{A0}» (roles, open, startup…), puis \
        une seconde ligne «\u{A0}---\u{A0}». Sans lui, le site ne sait ni le titre du poste ni s’il est ouvert.
        """,
      en: """
        A posting begins with front matter: a line “---”, lines “key: value” (roles, open, startup…), then a second \
        line “---”. Without it the site knows neither the title of the post nor whether it is open.
        """),
    examples: [
      .bad(.file, "# Nous recrutons une coach\n\nTexte de l’offre.\n"),
      .good(.file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for problem in context.document.frontMatter.problems {
      guard case .missing = problem, context.options.hasSchema, !isConventional(context.document.source.path)
      else { continue }
      findings.add(Self.self, at: ByteRange(at: 0), context.options.isPosting ? message : generalMessage)
    }
  }

  /// A README has no front matter, whoever hands it over.
  private static func isConventional(_ path: SourcePath) -> Bool { FileFinder.isConventional(Array(path.fileName)) }

  private static let generalMessage = Message(
    fr:
      "pas d’en-tête\u{A0}: commencez le fichier par une ligne «\u{A0}---\u{A0}», des lignes «\u{A0}clé: valeur\u{A0}», puis «\u{A0}---\u{A0}»",
    en: "no front matter: begin the file with a line “---”, lines “key: value”, then “---”")
  private static let message = Message(
    fr:
      "pas d’en-tête\u{A0}: commencez le fichier par une ligne «\u{A0}---\u{A0}», les lignes «\u{A0}roles: …\u{A0}» et «\u{A0}open: true\u{A0}», puis «\u{A0}---\u{A0}»",
    en: "no front matter: begin the file with a line “---”, the lines “roles: …” and “open: true”, then “---”")
}
