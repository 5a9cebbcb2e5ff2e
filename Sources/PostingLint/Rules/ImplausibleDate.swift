import DataTree
import JSONSchema
import SourceText

/// A date far away from today, most often a slip of the keyboard.
enum ImplausibleDate: FailureRule {
  static let info = RuleInfo(
    id: "implausible-date", group: .dates, severity: .warning,
    summary: Message(fr: "l’année d’une date est sans doute fausse", en: "the year of a date is probably wrong"),
    rationale: Message(
      fr: """
        L’année 0202 ou 2202 est une erreur de frappe\u{A0}: l’offre serait publiée dans un siècle, ou rangée avant toutes \
        les autres. Vérifiez l’année.
        """,
      en: """
        The year 0202 or 2202 is a slip: the posting would be published in a century, or sorted before all others. \
        Check the year.
        """),
    examples: [
      .bad(.frontMatter, "date: 0202-05-30\n"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2202-05-30-coach.md"),
      .good(.frontMatter, "date: 2022-05-30\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName,
      let date = context.fileName.date, !date.isPlausible(today: context.options.today)
    else { return }
    findings.add(
      Self.self, at: ByteRange(at: 0),
      Message(
        fr: "l’année \(date.year) du nom du fichier est sans doute fausse\u{A0}: vérifiez la date \(date.iso)",
        en: "the year \(date.year) in the file name is hardly right: check the date \(date.iso)"))
  }

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    guard let date = (failure.payload as? DateReading)?.timestamp?.date else { return nil }
    return Finding(
      failure.range,
      Message(
        fr: "l’année \(date.year) est sans doute fausse\u{A0}: vérifiez la date",
        en: "the year \(date.year) is hardly right: check the date"))
  }
}
