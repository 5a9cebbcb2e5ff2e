import Files
import SourceText

/// A file without front matter.
enum MissingFrontMatter: Rule {
  static let info = RuleInfo(
    id: "missing-front-matter", group: .frontMatter, severity: .error,
    yieldsTo: ["brace-at-start", "unread-front-matter"], isValidity: true, fixability: .unsafe,
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
      .bad(
        .file, "roles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n",
        fixed: "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
      .good(.file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for problem in context.document.frontMatter.problems {
      guard context.options.hasSchema, !isConventional(context.document.source.path) else { continue }
      switch problem {
      case .missingOpening(let lines, let isClosed)
      where context.document.startsWithPostingKeys || (isClosed && !context.options.isPosting):
        let end = ByteSearch.lineEnd(from: lines.start, to: lines.end, in: context.bytes)
        findings.add(
          Self.self, at: ByteRange(lines.start, end), openingMessage,
          fix: Fix(openingTitle, .unsafe, edits(lines, isClosed: isClosed, context)))
      case .missing, .missingOpening:
        findings.add(Self.self, at: ByteRange(at: 0), context.options.isPosting ? message : generalMessage)
      default: continue
      }
    }
  }

  /// What puts the lines between delimiters.
  private static func edits(_ lines: ByteRange, isClosed: Bool, _ context: RuleContext) -> [Edit] {
    let end = context.encoding.crlf.isEmpty ? "\n" : "\r\n"
    let opening = Edit.insertion("---" + end, at: lines.start)
    if isClosed { return [opening] }
    let needsBreak =
      context.bytes[lines.end - 1] != Byte.lineFeed && context.bytes[lines.end - 1] != Byte.carriageReturn
    return [opening, .insertion((needsBreak ? end : "") + "---" + end, at: lines.end)]
  }

  private static let openingMessage = Message(
    fr: "il manque la ligne «\u{A0}---\u{A0}» au-dessus de ces clés\u{A0}: ajoutez-la tout en haut du fichier",
    en: "the line “---” above these keys is missing: add it at the very top of the file")
  private static let openingTitle = Message(
    fr: "Ajouter «\u{A0}---\u{A0}» en haut du fichier", en: "Add “---” at the top of the file")

  /// A README has no front matter, whoever hands it over.
  private static func isConventional(_ path: SourcePath) -> Bool { FileFinder.isConventional(Array(path.fileName)) }

  private static let generalMessage = Message(
    fr:
      "le fichier n’a pas d’en-tête\u{A0}: écrivez en haut une ligne «\u{A0}---\u{A0}», des lignes «\u{A0}clé: valeur\u{A0}», puis «\u{A0}---\u{A0}»",
    en: "the file has no front matter: write at the top a line “---”, lines “key: value”, then “---”")
  private static let message = Message(
    fr:
      "le fichier n’a pas d’en-tête\u{A0}: écrivez en haut «\u{A0}---\u{A0}», puis «\u{A0}roles: …\u{A0}» et «\u{A0}open: true\u{A0}», puis «\u{A0}---\u{A0}»",
    en: "the file has no front matter: write at the top “---”, then “roles: …” and “open: true”, then “---”")
}
