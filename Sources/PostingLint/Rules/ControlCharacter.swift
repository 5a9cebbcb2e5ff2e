import SourceText

/// A control character other than tab and line end.
enum ControlCharacter: Rule {
  static let info = RuleInfo(
    id: "control-character", group: .encoding, severity: .warning,
    exceptions: [SeverityException(.error, fr: "pour un caractère nul", en: "for a null character")],
    yieldsTo: ["mojibake"], readsAnyBytes: true,
    summary: Message(fr: "caractère de contrôle dans le texte", en: "control character in the text"),
    rationale: Message(
      fr: """
        Un caractère de contrôle ne s’affiche pas et vient d’un copier-coller ou d’un fichier abîmé. Il casse le YAML \
        et les moteurs de recherche. Effacez-le, ou retapez le mot qui l’entoure.
        """,
      en: """
        A control character shows nothing and comes from copy and paste or from a damaged file. It breaks YAML and \
        search engines. Delete it, or type the word around it again.
        """),
    examples: [
      .bad(.body, "Une phrase\u{8} avec un retour arrière.\n"),
      .good(.body, "Une\ttabulation est permise.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    switch context.encoding.form {
    case .text: break
    case .binary(let place): return findings.add(Self.self, at: place, nul, severity: .error)
    case .wide, .unknown: return
    }
    for range in context.encoding.controls {
      findings.add(Self.self, at: range, message(context.document.source.text(in: range)))
    }
  }

  private static let nul = Message(
    fr: "caractère nul (U+0000), qu’aucun texte ne contient\u{A0}: remplacez le fichier par une copie intacte",
    en: "null character (U+0000), which no text contains: replace the file with an intact copy")

  private static func message(_ text: String) -> Message {
    let name = text.unicodeScalars.first.map(CodePoint.name) ?? ""
    return Message(
      fr: "caractère de contrôle \(name), invisible à l’écran\u{A0}: effacez-le ou retapez le mot",
      en: "control character \(name), invisible on screen: delete it or type the word again")
  }
}
