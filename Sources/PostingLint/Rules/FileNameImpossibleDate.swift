import SourceText

/// A file name that begins with a date that does not exist, or with the day first.
enum FileNameImpossibleDate: Rule {
  static let info = RuleInfo(
    id: "file-name-impossible-date", group: .file, scope: .postings, severity: .error,
    summary: Message(
      fr: "la date du nom du fichier n’existe pas", en: "the date in the file name does not exist"),
    rationale: Message(
      fr: """
        Le nom du fichier doit commencer par année, mois, jour\u{A0}: 2022-01-31. Un mois 13 ou un jour en tête, et le site \
        ne sait plus de quand date l’offre.
        """,
      en: """
        The file name must begin with year, month, day: 2022-01-31. With a month 13, or with the day first, the site \
        cannot tell when the posting was written.
        """),
    examples: [
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-31-01-coach.md"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "31-01-2022-coach.md"),
      .good(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-01-31-coach.md"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName else { return }
    let message: Message
    switch FileName(context.document.source.path).beginning {
    case .impossible(let text, let suggestion?):
      message = Message(
        fr: "\(fr: text) n’est pas une date\u{A0}: est-ce \(suggestion.iso)\u{A0}? Renommez le fichier",
        en: "\(en: text) is no date: is it \(suggestion.iso)? Rename the file")
    case .impossible(let text, nil):
      message = Message(
        fr: "\(fr: text) n’est pas une date\u{A0}: commencez le nom du fichier par AAAA-MM-JJ",
        en: "\(en: text) is no date: begin the file name with YYYY-MM-DD")
    case .dayFirst(let text, let date):
      message = Message(
        fr: "\(fr: text) commence par le jour\u{A0}: écrivez l’année d’abord, \(date.iso)",
        en: "\(en: text) has the day first: write the year first, \(date.iso)")
    case .date, .short, .none: return
    }
    findings.add(Self.self, at: ByteRange(at: 0), message)
  }
}
