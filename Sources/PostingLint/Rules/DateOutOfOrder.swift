import DataTree
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

  /// What is wrong with the order of two keys of one mapping.
  static func problem(
    earlier: (key: NodeID, value: NodeID), later: (key: NodeID, value: NodeID), in tree: DataTree
  ) -> ValueProblem? {
    guard let first = DateReading(tree.utf8(of: earlier.value)).timestamp,
      let second = DateReading(tree.utf8(of: later.value)).timestamp, second.isBefore(first)
    else { return nil }
    let firstName = Quoted.text(tree.utf8(of: earlier.key))
    let secondName = Quoted.text(tree.utf8(of: later.key))
    let day = first.date.iso
    return ValueProblem(
      rule: Self.self, node: later.value, range: tree.range(of: later.value),
      message: Message(
        fr:
          "«\u{A0}\(secondName)\u{A0}» vient avant «\u{A0}\(firstName)\u{A0}» (\(day))\u{A0}: l’une des deux dates est fausse",
        en: "“\(secondName)” comes before “\(firstName)” (\(day)): one of the two dates is wrong"),
      notes: [
        Diagnostic.Note(
          tree.range(of: earlier.value), Message(fr: "«\u{A0}\(firstName)\u{A0}» est ici", en: "“\(firstName)” is here")
        )
      ])
  }
}
