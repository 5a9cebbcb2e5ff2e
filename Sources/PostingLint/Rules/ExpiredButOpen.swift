import DataTree
import SourceText

/// A posting that is still open after the day on which it was to be taken down.
enum ExpiredButOpen: Rule {
  static let info = RuleInfo(
    id: "expired-but-open", group: .dates, scope: .postings, severity: .info, fixability: .unsafe,
    summary: Message(
      fr: "l’offre est encore ouverte après sa date de retrait", en: "the posting is still open after its removal date"),
    rationale: Message(
      fr: """
        La date de retrait est passée, mais «\u{A0}open\u{A0}» vaut encore «\u{A0}true\u{A0}»\u{A0}: des personnes candidatent inutilement. \
        Écrivez «\u{A0}open: false\u{A0}», ou repoussez la date.
        """,
      en: """
        The removal date has passed, but “open” is still “true”: people apply for nothing. Write \
        “open: false”, or move the date.
        """),
    examples: [
      .bad(
        .frontMatter, "open: true\ndepublication_date: 2022-06-15\n",
        fixed: "open: false\ndepublication_date: 2022-06-15\n"),
      .good(.frontMatter, "open: false\ndepublication_date: 2022-06-15\n"),
    ])

  private static let ends = ["depublication_date", "poste_ferme"]

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    guard let open = context.document.value("open"), tree.type(of: open) == .boolean,
      let text = context.document.text("open"), text.first.map({ $0 | 0x20 }) == UInt8(ascii: "t")
    else { return }
    for key in ends {
      guard let value = context.document.value(key), let text = context.document.text(key),
        let end = DateReading(text).timestamp?.date, end < context.options.today
      else { continue }
      let range = tree.range(of: open)
      findings.add(
        Self.self, at: range,
        Message(
          fr:
            "l’offre est ouverte, mais elle devait être retirée le \(end.words.fr)\u{A0}: écrivez «\u{A0}open: false\u{A0}», ou corrigez la date",
          en:
            "the posting is open, but was to be taken down on \(end.words.en): write “open: false”, or correct the date"
        ),
        notes: [
          Diagnostic.Note(tree.range(of: value), Message(fr: "la date de retrait", en: "the removal date"))
        ],
        pointer: "/open",
        fix: tree[open].kind == .alias ? nil : Fix(title, .unsafe, Edit(range, "false")))
      return
    }
  }

  private static let title = Message(fr: "Fermer l’offre", en: "Close the posting")
}
