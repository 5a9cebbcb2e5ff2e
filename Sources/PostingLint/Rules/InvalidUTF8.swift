import Mojibake
import SourceText

/// Bytes that are no UTF-8.
enum InvalidUTF8: Rule {
  static let info = RuleInfo(
    id: "invalid-utf8", group: .encoding, severity: .error, readsAnyBytes: true, fixability: .unsafe,
    summary: Message(fr: "le fichier n’est pas en UTF-8", en: "the file is not UTF-8"),
    rationale: Message(
      fr: """
        Le site attend de l’UTF-8. Un fichier enregistré dans un ancien encodage (Windows-1252, Latin-1) affiche des \
        signes étranges à la place des accents. Rouvrez-le dans l’éditeur avec son encodage (Windows-1252), puis \
        enregistrez-le en «\u{A0}UTF-8\u{A0}»\u{A0}; ou corrigez avec --unsafe-fixes, puis relisez.
        """,
      en: """
        The site expects UTF-8. A file saved in an older encoding (Windows-1252, Latin-1) shows strange signs in place \
        of accents. Open it again in the editor with its encoding (Windows-1252), then save it as “UTF-8”; or correct it \
        with --unsafe-fixes, then review.
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
      fr: "le fichier est en \(name)\u{A0}: choisissez «\u{A0}UTF-8\u{A0}» en l’enregistrant",
      en: "the file is in \(name): choose “UTF-8” when saving it")
  }

  private static let unknown = Message(
    fr: "ce fichier est illisible ou n’est pas un texte\u{A0}: choisissez «\u{A0}UTF-8\u{A0}» en l’enregistrant",
    en: "this file cannot be read or is not a text: choose “UTF-8” when saving it")
  private static let title = Message(fr: "Écrire le fichier en UTF-8", en: "Rewrite as UTF-8")
}
