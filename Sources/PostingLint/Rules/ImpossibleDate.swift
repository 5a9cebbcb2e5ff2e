import DataTree
import SourceText

/// A date that the calendar does not have, or that is written in a form that the site cannot read.
enum ImpossibleDate: Rule {
  static let info = RuleInfo(
    id: "impossible-date", group: .dates, severity: .error, fixability: .safe,
    summary: Message(fr: "une date n’existe pas ou est mal écrite", en: "a date does not exist or is written wrongly"),
    rationale: Message(
      fr: """
        Une date s’écrit année-mois-jour\u{A0}: 2022-06-28. Le site ne comprend ni «\u{A0}28/06/2022\u{A0}» ni un 30 février, et range \
        alors l’offre n’importe où. La correction n’est proposée que si un seul jour est possible.
        """,
      en: """
        A date is written year-month-day: 2022-06-28. The site understands neither “28/06/2022” nor 30 February, and \
        then sorts the posting anywhere. A fix is offered only where a single day is possible.
        """),
    examples: [
      .bad(.frontMatter, "date: 28/06/2022\n", fixed: "date: 2022-06-28\n"),
      .bad(.frontMatter, "date: 2022-02-30\n"),
      .bad(.frontMatter, "date: 28 juin 2022\n", fixed: "date: 2022-06-28\n"),
      .good(.frontMatter, "date: 2022-06-28T9:00:00.000Z\n"),
    ])

  /// What is wrong with a value that should be a date.
  static func problem(of id: NodeID, in tree: DataTree) -> ValueProblem? {
    let range = tree.range(of: id)
    let text = tree.utf8(of: id)
    let shown = Quoted.text(text)
    switch DateReading(text) {
    case .valid: return nil
    case .impossible(let suggestion?):
      return ValueProblem(
        rule: Self.self, node: id, range: range,
        message: Message(
          fr: "«\u{A0}\(shown)\u{A0}» n’existe pas au calendrier\u{A0}: est-ce \(suggestion.iso)\u{A0}?",
          en: "“\(shown)” is not in the calendar: is it \(suggestion.iso)?"),
        fix: fix(id, in: tree, suggestion, .unsafe))
    case .impossible(nil):
      return ValueProblem(
        rule: Self.self, node: id, range: range,
        message: Message(
          fr: "«\u{A0}\(shown)\u{A0}» n’existe pas au calendrier\u{A0}: vérifiez le jour et le mois",
          en: "“\(shown)” is not in the calendar: check the day and the month"))
    case .impossibleTime:
      return ValueProblem(
        rule: Self.self, node: id, range: range,
        message: Message(
          fr: "l’heure de «\u{A0}\(shown)\u{A0}» n’existe pas\u{A0}: vérifiez l’heure et le fuseau",
          en: "the time of “\(shown)” does not exist: check the time and its zone"))
    case .otherForm(let date, let isCertain):
      return ValueProblem(
        rule: Self.self, node: id, range: range,
        message: Message(
          fr: isCertain
            ? "«\u{A0}\(shown)\u{A0}» s’écrit \(date.iso)\u{A0}: année, mois, jour"
            : "«\u{A0}\(shown)\u{A0}» peut se lire de deux façons\u{A0}: écrivez année-mois-jour, par exemple \(date.iso)",
          en: isCertain
            ? "“\(shown)” is written \(date.iso): year, month, day"
            : "“\(shown)” can be read in two ways: write year-month-day, for instance \(date.iso)"),
        fix: isCertain ? fix(id, in: tree, date, .safe) : nil)
    case .notADate:
      return ValueProblem(
        rule: Self.self, node: id, range: range,
        message: Message(
          fr: "«\u{A0}\(shown)\u{A0}» n’est pas une date\u{A0}: écrivez année-mois-jour, par exemple 2022-06-28",
          en: "“\(shown)” is no date: write year-month-day, for instance 2022-06-28"))
    }
  }

  private static func fix(
    _ id: NodeID, in tree: DataTree, _ date: CalendarDate, _ applicability: Applicability
  ) -> Fix? {
    tree.replacingValue(of: id, with: Array(date.iso.utf8)).map {
      Fix(Message(fr: "Écrire \(date.iso)", en: "Write \(date.iso)"), applicability, $0)
    }
  }
}
