import SourceText

/// A file name that begins with a date that does not exist, or with the day first.
enum FileNameImpossibleDate: Rule {
  static let info = RuleInfo(
    id: "file-name-impossible-date", group: .file, scope: .postings, severity: .error,
    summary: Message(
      fr: "la date du nom du fichier n’existe pas", en: "the date in the file name does not exist"),
    rationale: Message(
      fr: """
        Le nom du fichier doit commencer par année, mois, jour\u{A0}: 2022-01-31. Si le mois est 13, ou si le jour vient en \
        premier, le site ne peut pas dater l’offre.
        """,
      en: """
        The file name must start with year, month, day: 2022-01-31. If the month is 13, or the day comes first, the site \
        cannot date the posting.
        """),
    examples: [
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-31-01-coach.md"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "31-01-2022-coach.md"),
      .good(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-01-31-coach.md"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName else { return }
    let message: Message
    let name = context.fileName
    if name.beginning == .none || name.date != nil { return }
    let rest = FileNameFormat.joined(Array(name.rest))
    switch name.beginning {
    case .impossible(let text, let suggestion?):
      message = Message(
        fr:
          "\(fr: text) n’est pas une date\u{A0}: renommez le fichier, par exemple en \(fr: suggestion.iso + Quoted.name(rest))",
        en: "\(en: text) is not a date: rename the file, for instance to \(en: suggestion.iso + Quoted.name(rest))")
    case .impossible(let text, nil):
      message = Message(
        fr: "\(fr: text) n’est pas une date\u{A0}: renommez le fichier en \(fr: "AAAA-MM-JJ" + Quoted.name(rest))",
        en: "\(en: text) is not a date: rename the file to \(en: "YYYY-MM-DD" + Quoted.name(rest))")
    case .dayFirst(let text, let date):
      message = Message(
        fr: "\(fr: text) commence par le jour\u{A0}: renommez le fichier en \(fr: date.iso + Quoted.name(rest))",
        en: "\(en: text) has the day first: rename the file to \(en: date.iso + Quoted.name(rest))")
    case .date, .short, .none: return
    }
    findings.add(Self.self, at: ByteRange(at: 0), message)
  }
}
