import SourceText

/// A posting whose file name does not begin with a date.
enum FileNameWithoutDate: Rule {
  static let info = RuleInfo(
    id: "file-name-without-date", group: .file, scope: .postings, severity: .warning,
    summary: Message(
      fr: "le nom du fichier ne commence pas par une date", en: "the file name does not start with a date"),
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
    guard context.options.hasFileName, case .none = context.fileName.beginning else { return }
    let name = context.fileName
    let hasDate = context.document.value("date") != nil || context.document.frontMatter.opening == nil
    let date = context.document.text("date").flatMap { DateReading($0).timestamp?.date }
    let rest = "-" + Quoted.name(FileNameFormat.joined(name.bytes))
    var wanted = Message(fr: (date?.iso ?? "AAAA-MM-JJ") + rest, en: (date?.iso ?? "YYYY-MM-DD") + rest)
    if let meant = name.meant.map({ Quoted.name(FileNameFormat.joined($0)) }) { wanted = Message(fr: meant, en: meant) }
    findings.add(Self.self, at: ByteRange(at: 0), hasDate ? message(wanted) : messageWithoutDate(wanted))
  }

  private static func message(_ wanted: Message) -> Message {
    Message(
      fr: "le nom du fichier ne commence pas par une date\u{A0}: renommez le fichier en \(fr: wanted.fr)",
      en: "the file name does not start with a date: rename the file to \(en: wanted.en)")
  }
  private static func messageWithoutDate(_ wanted: Message) -> Message {
    Message(
      fr:
        "l’offre n’a aucune date\u{A0}: renommez le fichier en \(fr: wanted.fr), ou ajoutez une ligne «\u{A0}date: AAAA-MM-JJ\u{A0}»",
      en: "the posting has no date: rename the file to \(en: wanted.en), or add a line “date: YYYY-MM-DD”")
  }
}
