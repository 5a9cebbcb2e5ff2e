import DataTree
import SourceText

/// A `date` that is not the one in the file name.
enum DateDiffersFromFileName: Rule {
  static let info = RuleInfo(
    id: "date-differs-from-file-name", group: .dates, scope: .postings, severity: .info, isOnByDefault: false,
    summary: Message(
      fr: "la date de l’en-tête n’est pas celle du nom du fichier", en: "the date is not the one in the file name"),
    rationale: Message(
      fr: """
        Le nom du fichier et la ligne «\u{A0}date\u{A0}» disent deux jours différents. Le site affiche l’une et trie par \
        l’autre. C’est fréquent quand une offre est republiée, donc cette règle n’est active que sur demande.
        """,
      en: """
        The file name and the “date” line give two different days. The site shows the one and sorts by the other. It \
        is common when a posting is published again, so this rule is off unless asked for.
        """),
    examples: [
      .bad(.frontMatter, "date: 2022-06-15\n"),
      .good(.frontMatter, "date: 2022-05-30T09:00:00.000Z\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName, let named = context.fileName.date,
      let value = context.document.value("date"), let text = context.document.text("date"),
      let date = DateReading(text).timestamp?.date, date != named
    else { return }
    findings.add(
      Self.self, at: context.tree.range(of: context.tree.resolved(value)),
      Message(
        fr: "l’en-tête dit \(date.iso), le nom du fichier \(named.iso)\u{A0}: gardez l’une des deux dates",
        en: "the front matter says \(date.iso), the file name \(named.iso): keep one of the two dates"),
      pointer: "/date")
  }
}
