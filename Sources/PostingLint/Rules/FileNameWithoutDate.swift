import SourceText

/// A posting whose file name does not begin with a date.
enum FileNameWithoutDate: Rule {
  static let info = RuleInfo(
    id: "file-name-without-date", group: .file, scope: .postings, severity: .warning,
    summary: Message(
      fr: "le nom du fichier ne commence pas par une date", en: "the file name does not begin with a date"),
    rationale: Message(
      fr: """
        Le site range les offres par la date qui ouvre le nom du fichier\u{A0}: AAAA-MM-JJ-nom-de-l-offre.md. Sans elle, \
        l’adresse et l’ordre de l’offre dépendent d’autre chose, ou l’offre n’apparaît pas.
        """,
      en: """
        The site sorts postings by the date at the start of the file name: YYYY-MM-DD-name.md. Without it, the address \
        and the place of the posting depend on something else, or it does not appear.
        """),
    examples: [
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "coach.md"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", without: ["date"], path: "coach.md"),
      .good(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30-coach.md"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName, case .none = FileName(context.document.source.path).beginning else { return }
    let hasDate = context.document.value("date") != nil || context.document.frontMatter.opening == nil
    findings.add(Self.self, at: ByteRange(at: 0), hasDate ? message : messageWithoutDate)
  }

  private static let message = Message(
    fr: "le nom du fichier ne commence pas par une date\u{A0}: nommez-le AAAA-MM-JJ-nom-de-l-offre.md",
    en: "the file name does not begin with a date: name it YYYY-MM-DD-name.md")
  private static let messageWithoutDate = Message(
    fr: """
      l’offre n’a aucune date, ni dans son nom ni dans l’en-tête\u{A0}: nommez le fichier AAAA-MM-JJ-nom-de-l-offre.md, ou \
      ajoutez une ligne «\u{A0}date: AAAA-MM-JJ\u{A0}»
      """,
    en: """
      the posting has no date at all, neither in its name nor in the front matter: name the file YYYY-MM-DD-name.md, \
      or add a line “date: YYYY-MM-DD”
      """)
}
