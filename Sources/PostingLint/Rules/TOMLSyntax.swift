import SourceText

/// Front matter in TOML that no reader of TOML takes.
enum TOMLSyntax: Rule {
  static let info = RuleInfo(
    id: "toml-syntax", group: .frontMatter, severity: .error,
    yieldsTo: ["control-character", "invisible-character", "invalid-utf8", "impossible-date"], isValidity: true,
    fixability: .safe,
    summary: Message(fr: "l’en-tête contient une faute de TOML", en: "the front matter has a TOML mistake"),
    rationale: Message(
      fr: """
        Entre deux lignes «\u{A0}+++\u{A0}», l’en-tête est écrit en TOML\u{A0}: «\u{A0}clé = \"valeur\"\u{A0}», les textes entre \
        guillemets droits, les listes entre crochets. Une seule faute, et le site ne lit plus la page.
        """,
      en: """
        Between two lines “+++” front matter is written in TOML: “key = \"value\"”, texts in straight quotes, lists in \
        brackets. A single mistake and the site cannot read the page.
        """),
    examples: [
      .bad(.toml, "title: \"Coach\"\n", fixed: "title = \"Coach\"\n"),
      .bad(.toml, "open = True\n", fixed: "open = true\n"),
      .good(.toml, "title = \"Coach\"\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    guard document.syntax == .toml else { return }
    for error in document.errors {
      switch error.kind {
      case .duplicateKey where !context.options.validatesOnly: continue
      // Of characters that no text may have, rules of their own speak.
      case .controlCharacter, .invalidUTF8:
        if !context.options.validatesOnly { continue }
      default: break
      }
      let notes = error.related.map { [Diagnostic.Note($0, noteMessage)] } ?? []
      findings.add(Self.self, at: error.range, error.message, notes: notes, fix: error.fix)
    }
  }

  private static let noteMessage = Message(fr: "c’est donné ici d’abord", en: "this is given here first")
}
