import SourceText

/// A control character other than tab and line end.
enum ControlCharacter: Rule {
  static let info = RuleInfo(
    id: "control-character", group: .encoding, severity: .warning,
    exceptions: [SeverityException(.error, fr: "pour un caractère nul", en: "for a null character")],
    yieldsTo: ["mojibake"], readsAnyBytes: true,
    summary: Message(fr: "un caractère de contrôle est dans le texte", en: "a control character is in the text"),
    rationale: Message(
      fr: """
        Un caractère de contrôle ne s’affiche pas. Il vient d’un copier-coller ou d’un fichier abîmé. Il peut rendre \
        l’en-tête illisible et gêner la recherche. Supprimez-le, puis écrivez le mot de nouveau.
        """,
      en: """
        A control character is not shown. It comes from copy and paste or from a damaged file. It can make the front \
        matter unreadable and get in the way of search. Delete it, then write the word again.
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
    fr: "ce fichier est abîmé ou n’est pas un texte (caractère U+0000)\u{A0}: remplacez-le par une copie intacte",
    en: "this file is damaged or is not a text (character U+0000): replace it with an intact copy")

  private static func message(_ text: String) -> Message {
    let name = text.unicodeScalars.first.map(CodePoint.name) ?? ""
    return Message(
      fr: "un caractère invisible (\(name)) est ici\u{A0}: supprimez-le, ou écrivez le mot de nouveau",
      en: "an invisible character (\(name)) is here: delete it, or write the word again")
  }
}
