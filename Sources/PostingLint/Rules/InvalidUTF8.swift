import Mojibake
import SourceText

/// Bytes that are no UTF-8.
enum InvalidUTF8: Rule {
  static let info = RuleInfo(
    id: "invalid-utf8", group: .encoding, severity: .error, readsAnyBytes: true, fixability: .unsafe,
    summary: Message(fr: "le fichier n’est pas en UTF-8", en: "the file is not UTF-8"),
    rationale: Message(
      fr: """
        Le site attend de l’UTF-8. Un fichier enregistré dans un ancien encodage (Windows-1252, Latin-1) montre des \
        signes étranges à la place des accents, ou n’est pas publié. Choisissez «\u{A0}UTF-8\u{A0}» dans l’éditeur, à \
        l’enregistrement.
        """,
      en: """
        The site expects UTF-8. A file saved in an older encoding (Windows-1252, Latin-1) shows strange signs in place \
        of accents, or is not published. Choose “UTF-8” in the editor when you save.
        """),
    // Bytes that are no UTF-8 cannot stand in the text of an example; the fixtures have them.
    examples: [.good(.body, "L’équipe a été renforcée.\n")])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    switch context.encoding.form {
    case .text: break
    case .binary: return
    case .wide(let name, let place): return findings.add(Self.self, at: place, message(savedAs: name))
    case .unknown(let place): return findings.add(Self.self, at: place, unknown)
    }
    guard !context.encoding.invalid.isEmpty else { return }
    for found in LegacyDecoding.findings(in: context.bytes) {
      let fix = found.replacement.flatMap { Fix(title, found.applicability, [Edit(found.range, $0)]) }
      findings.add(Self.self, at: found.range, found.message, fix: fix)
    }
  }

  private static func message(savedAs name: String) -> Message {
    Message(
      fr: "le fichier est enregistré en \(name)\u{A0}: enregistrez-le en UTF-8",
      en: "the file is saved as \(name): save it as UTF-8")
  }

  private static let unknown = Message(
    fr: "le fichier n’est pas un texte, ou son encodage est inconnu\u{A0}: enregistrez-le en UTF-8",
    en: "the file is not text, or its encoding is unknown: save it as UTF-8")
  private static let title = Message(fr: "Réécrire en UTF-8", en: "Rewrite as UTF-8")
}
