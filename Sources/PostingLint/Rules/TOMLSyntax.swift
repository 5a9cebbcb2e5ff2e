import SourceText

/// Front matter in TOML that no reader of TOML takes.
enum TOMLSyntax: Rule {
  static let info = RuleInfo(
    id: "toml-syntax", group: .frontMatter, severity: .error,
    yieldsTo: ["control-character", "invisible-character", "invalid-utf8", "impossible-date"], isValidity: true,
    fixability: .safe,
    summary: Message(fr: "l’en-tête contient une erreur de TOML", en: "the front matter has a TOML mistake"),
    rationale: Message(
      fr: """
        Entre deux lignes «\u{A0}+++\u{A0}», l’en-tête est écrit en TOML\u{A0}: «\u{A0}clé = \"valeur\"\u{A0}», les textes entre \
        guillemets droits, les listes entre crochets. Une seule erreur, et le site ne lit plus la page.
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
    let places = insertions(document.errors)
    let isForm = context.isPageTemplate && !context.options.validatesOnly
    for error in document.errors {
      switch error.kind {
      case .duplicateKey where !context.options.validatesOnly: continue
      // Of characters that no text may have, rules of their own speak.
      case .controlCharacter, .invalidUTF8:
        if !context.options.validatesOnly { continue }
      // A program fills in such a file, and makes pages of it.
      case .template where isForm: continue
      default: break
      }
      let notes = error.related.map { [Diagnostic.Note($0, error.relatedMessage)] } ?? []
      findings.add(Self.self, at: error.range, error.message, notes: notes, fix: fix(error, places))
    }
  }

  /// Where texts would be inserted, with the start of the last mistake that wants one there.
  private static func insertions(_ errors: [SyntaxError]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for error in errors {
      for edit in error.fix?.edits ?? [] where edit.range.isEmpty {
        places[edit.range.start] = max(places[edit.range.start] ?? 0, error.range.start)
      }
    }
    return places
  }

  /// The fix of a mistake; none while one inside it is to be closed at the same place: a bracket there would be text.
  private static func fix(_ error: SyntaxError, _ places: [Int: Int]) -> Fix? {
    error.fix.flatMap { fix in
      fix.edits.contains { $0.range.isEmpty && (places[$0.range.start] ?? 0) > error.range.start } ? nil : fix
    }
  }
}
