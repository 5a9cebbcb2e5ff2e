import DataTree
import JSONSchema
import SourceText

/// Two dates in the wrong order.
enum DateOutOfOrder: Rule {
  static let info = RuleInfo(
    id: "date-out-of-order", group: .dates, severity: .error,
    summary: Message(fr: "une date de fin vient avant la date de début", en: "an end date comes before its start date"),
    rationale: Message(
      fr: """
        La date de fin est plus ancienne que la date de début\u{A0}: l’offre serait retirée avant d’être publiée. L’une des \
        deux est fausse.
        """,
      en: """
        The end is earlier than the start: the posting would be taken down before it is published. One of the two is \
        wrong.
        """),
    examples: [
      .bad(.frontMatter, "open: false\ndate: 2022-05-30\ndepublication_date: 2022-05-03\n"),
      .good(.frontMatter, "open: false\ndate: 2022-05-30\ndepublication_date: 2022-05-30\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    guard let found = failure.payload as? ReversedDates else { return nil }
    let (first, second) = (Quoted.text(found.earlier), Quoted.text(found.later))
    let day = found.date.iso
    return Finding(
      failure.range,
      Message(
        fr:
          "\(fr: second) vient avant \(fr: first) (\(day))\u{A0}: l’une des deux dates est fausse",
        en: "\(en: second) comes before \(en: first) (\(day)): one of the two dates is wrong"),
      notes: [
        Diagnostic.Note(
          context.tree.range(of: found.earlierValue),
          Message(fr: "\(fr: first) est ici", en: "\(en: first) is here"))
      ])
  }
}
