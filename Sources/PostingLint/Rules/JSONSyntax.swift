import SourceText

/// Front matter or a file that is meant to be JSON and is not.
enum JSONSyntax: Rule {
  static let info = RuleInfo(
    id: "json-syntax", group: .frontMatter, severity: .error,
    yieldsTo: ["control-character", "invisible-character", "invalid-utf8"], isValidity: true, fixability: .safe,
    summary: Message(fr: "l’en-tête contient une erreur de JSON", en: "the front matter has a JSON mistake"),
    rationale: Message(
      fr: """
        Un en-tête qui commence par une accolade est écrit en JSON\u{A0}: les clés et les textes entre guillemets droits, une \
        virgule entre deux éléments et aucune après le dernier, pas de commentaire. Une seule erreur, et le site ne lit plus \
        la page.
        """,
      en: """
        Front matter that begins with a brace is written in JSON: keys and texts in straight double quotes, a comma \
        between two items and none after the last, no comments. A single mistake and the site cannot read the page.
        """),
    examples: [
      .bad(.json, "  \"title\": \"Coach\",\n", fixed: "  \"title\": \"Coach\"\n"),
      .bad(.json, "  'title': \"Coach\"\n", fixed: "  \"title\": \"Coach\"\n"),
      .good(.json, "  \"title\": \"Coach\"\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    guard document.syntax == .json else { return }
    for error in document.errors where error.kind == .syntax || context.options.validatesOnly {
      let notes = error.related.map { [Diagnostic.Note($0, error.relatedMessage)] } ?? []
      findings.add(Self.self, at: error.range, error.message, notes: notes, fix: error.fix)
    }
  }
}
