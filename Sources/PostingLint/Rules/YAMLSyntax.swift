import DataTree
import SourceText

/// Front matter that is not YAML, or that very likely means something else than was wanted.
enum YAMLSyntax: Rule {
  static let info = RuleInfo(
    id: "yaml-syntax", group: .frontMatter, severity: .error,
    exceptions: [
      SeverityException(
        .warning, fr: "pour ce qui se lit, mais sans doute pas comme prévu",
        en: "for what can be read, but hardly as it was meant")
    ],
    yieldsTo: ["control-character", "invisible-character", "invalid-utf8"], isValidity: true, fixability: .safe,
    summary: Message(fr: "l’en-tête contient une faute de YAML", en: "the front matter has a YAML mistake"),
    rationale: Message(
      fr: """
        L’en-tête est écrit en YAML\u{A0}: «\u{A0}clé: valeur\u{A0}», une espace après les deux-points, des listes avec «\u{A0}-\u{A0}». Une \
        seule faute, et le site ne lit plus l’offre. Un titre qui contient «\u{A0}:\u{A0}» ou commence par un signe doit être \
        mis entre guillemets droits.
        """,
      en: """
        Front matter is written in YAML: “key: value”, a blank after the colon, lists with “-”. A single mistake and \
        the site cannot read the posting. A title that contains “: ” or begins with a sign must stand between straight \
        quotes.
        """),
    examples: [
      .bad(.frontMatter, "title: Poste : développeuse\n", fixed: "title: \"Poste : développeuse\"\n"),
      .bad(.frontMatter, "techno: [Ruby, JavaScript\n", fixed: "techno: [Ruby, JavaScript]\n"),
      .good(.frontMatter, "title: \"Poste : développeuse\"\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    guard document.syntax == .yaml else { return }
    // Of characters that no text may have, rules of their own speak.
    for error in document.errors where error.kind == .syntax || context.options.validatesOnly {
      findings.add(Self.self, at: error.range, error.message, notes: notes(error), fix: error.fix)
    }
    if document.form != .frontMatter, document.tree.roots.isEmpty, document.errors.isEmpty {
      findings.add(Self.self, at: ByteRange(at: 0), emptyMessage)
    }
    if context.options.validatesOnly { return }
    for suspect in document.suspects where suspect.kind == .syntax {
      findings.add(
        Self.self, at: suspect.range, suspect.message, notes: notes(suspect), severity: .warning, fix: suspect.fix)
    }
  }

  private static let emptyMessage = Message(
    fr: "ce fichier ne contient aucune valeur", en: "this file holds no value")

  private static func notes(_ error: SyntaxError) -> [Diagnostic.Note] {
    error.related.map { [Diagnostic.Note($0, Message(fr: "voir ici", en: "see here"))] } ?? []
  }
}
