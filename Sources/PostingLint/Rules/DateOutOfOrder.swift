import DataTree
import JSONSchema
import SourceText

/// Two dates in the wrong order.
enum DateOutOfOrder: FailureRule {
  static let info = RuleInfo(
    id: "date-out-of-order", group: .dates, severity: .error,
    summary: Message(
      fr: "une date de fin est antérieure à la date de début", en: "an end date is earlier than its start date"),
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
    if let found = failure.payload as? UnorderedItem { return finding(found, failure, context) }
    guard let found = failure.payload as? ReversedDates else { return nil }
    let (first, second) = (Quoted.text(found.earlier), Quoted.text(found.later))
    let day = found.date.iso
    let notes = [
      Diagnostic.Note(
        context.tree.range(of: found.earlierValue),
        Message(fr: "\(fr: first) est ici", en: "\(en: first) is here"))
    ]
    let shown = context.entry(failure)
    if found.areEqual {
      return Finding(
        failure.range,
        Message(
          fr: "\(fr: second) doit venir après \(fr: first) (\(day))\u{A0}: écrivez une date plus tardive",
          en: "\(en: second) must come after \(en: first) (\(day)): write a later date"), notes: notes)
    }
    return Finding(
      failure.range,
      Message(
        fr:
          "\(fr: second) (\(shown)) est antérieure à \(fr: first) (\(day))\u{A0}: corrigez l’une des deux dates",
        en: "\(en: second) (\(shown)) is earlier than \(en: first) (\(day)): correct one of the two dates"),
      notes: notes)
  }

  private static func finding(_ found: UnorderedItem, _ failure: SchemaFailure, _ context: RuleContext) -> Finding {
    let key = Quoted.text(found.key)
    return Finding(
      failure.range,
      Message(
        fr:
          "\(fr: key) est antérieure à celle de l’élément au-dessus (\(found.date.iso))\u{A0}: déplacez cet élément, ou corrigez la date",
        en: "\(en: key) is earlier than that of the item above (\(found.date.iso)): move this item, or correct the date"
      ),
      notes: [
        Diagnostic.Note(
          context.tree.range(of: found.earlier), Message(fr: "la date au-dessus", en: "the date above"))
      ])
  }
}
