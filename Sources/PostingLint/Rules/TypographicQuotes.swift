import DataTree
import JSONSchema
import SourceText

/// A value that must be exact and stands between typographic quotes, which are a part of it for every reader.
enum TypographicQuotes: Rule {
  static let info = RuleInfo(
    id: "typographic-quotes", group: .values, severity: .warning, fixability: .unsafe,
    summary: Message(
      fr: "une valeur exacte est entre guillemets typographiques", en: "an exact value is in typographic quotes"),
    rationale: Message(
      fr: """
        Les guillemets «\u{A0}\u{A0}» et “\u{A0}” d’un traitement de texte font partie de la valeur\u{A0}: une date, true ou un \
        identifiant n’est alors pas reconnu. Supprimez-les, ou mettez des guillemets droits ( " ). Dans un titre, ils sont \
        permis.
        """,
      en: """
        The quotes «\u{A0}\u{A0}» and “\u{A0}” of a word processor are part of the value: a date, true or an id is not \
        recognised then. Delete them, or use straight quotes ("). In a title they are allowed.
        """),
    examples: [
      .bad(.frontMatter, "open: “true”\n", fixed: "open: true\n"),
      .bad(
        .frontMatter, "open: false\ndepublication_date: «\u{A0}2022-06-30\u{A0}»\n",
        fixed: "open: false\ndepublication_date: 2022-06-30\n"),
      .good(.frontMatter, "title: «\u{A0}Atlas\u{A0}» cherche une équipe\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.document.syntax == .yaml else { return }
    var last: NodeID?
    for failure in context.failures where !failure.isAboutKey && failure.instance != last {
      let node = context.tree[failure.instance]
      guard node.kind == .scalar, node.style == .plain, node.isVerbatim, !(failure.payload is AddressFailure),
        let (quotes, inner) = TypographicMarks.unwrapped(context.tree.utf8(of: failure.instance))
      else { continue }
      last = failure.instance
      let isPlain = isPlain(failure)
      guard let written = isPlain ? inner : context.written(inner, at: .flow, like: .doubleQuoted) else { continue }
      findings.add(
        Self.self, at: node.range, message(quotes, Quoted.text(written), isPlain: isPlain), pointer: failure.pointer,
        fix: Fix(.write(Quoted.text(written)), .unsafe, Edit(node.range, written)))
    }
  }

  /// Whether the value must stand without quotes to be what is wanted.
  private static func isPlain(_ failure: SchemaFailure) -> Bool {
    if failure.payload is DateReading { return true }
    if case .wrongType(let expected, _) = failure.kind { return !expected.contains(.string) }
    return false
  }

  private static func message(_ quotes: String, _ written: String, isPlain: Bool) -> Message {
    Message(
      fr: "les guillemets \(quotes) feraient partie de la valeur\u{A0}: écrivez \(written)"
        + (isPlain ? ", sans guillemets" : ", avec les guillemets droits"),
      en: "the quotes \(quotes) would be part of the value: write \(written)"
        + (isPlain ? ", without quotes" : ", with the straight quotes"))
  }
}
