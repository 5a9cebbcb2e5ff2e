import DataTree
import SourceText

/// A date far away from today, most often a slip of the keyboard.
enum ImplausibleDate: Rule {
  static let info = RuleInfo(
    id: "implausible-date", group: .dates, severity: .warning,
    summary: Message(fr: "une date est trop lointaine pour être vraie", en: "a date is too far away to be true"),
    rationale: Message(
      fr: """
        L’année 0202 ou 2202 est une faute de frappe\u{A0}: l’offre serait publiée dans un siècle, ou rangée avant toutes \
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

  /// How many days after today a date may be.
  private static let horizon = 2 * 365

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName,
      let date = FileName(context.document.source.path).date, isImplausible(date, today: context.options.today)
    else { return }
    findings.add(
      Self.self, at: ByteRange(at: 0),
      Message(
        fr: "l’année \(date.year) du nom du fichier est invraisemblable\u{A0}: vérifiez la date \(date.iso)",
        en: "the year \(date.year) in the file name is implausible: check the date \(date.iso)"))
  }

  /// What is wrong with a value that is a good date.
  static func problem(of id: NodeID, in tree: DataTree, today: CalendarDate) -> ValueProblem? {
    guard let date = DateReading(tree.utf8(of: id)).timestamp?.date, isImplausible(date, today: today) else {
      return nil
    }
    return ValueProblem(
      rule: Self.self, node: id, range: tree.range(of: id),
      message: Message(
        fr: "l’année \(date.year) est invraisemblable\u{A0}: vérifiez la date",
        en: "the year \(date.year) is implausible: check the date"))
  }

  private static func isImplausible(_ date: CalendarDate, today: CalendarDate) -> Bool {
    date.year < 1990 || date.dayNumber - today.dayNumber > horizon
  }
}
