import Markdown
import Mojibake
import SourceText

/// Text whose accents were damaged by reading one encoding as another.
enum MojibakeRule: Rule {
  static let info = RuleInfo(
    id: "mojibake", group: .encoding, severity: .error, fixability: .safe,
    summary: Message(
      fr: "des accents sont abîmés («\u{A0}Ã©\u{A0}» au lieu de «\u{A0}é\u{A0}»)",
      en: "garbled accents (“Ã©” instead of “é”)"),
    rationale: Message(
      fr: """
        Un fichier en UTF-8 a été ouvert puis enregistré dans un autre encodage\u{A0}: «\u{A0}é\u{A0}» est devenu «\u{A0}Ã©\u{A0}». Rien n’est \
        perdu le plus souvent, et la correction rend le texte d’origine. Ce qui est montré exprès entre accents graves \
        (`Ã©`) n’est pas touché.
        """,
      en: """
        A UTF-8 file was opened and saved in another encoding: “é” became “Ã©”. Most often nothing is lost, and the fix \
        gives the original text back. What is shown on purpose between backticks (`Ã©`) is left alone.
        """),
    examples: [
      .bad(.body, "Nous cherchons une dÃ©veloppeuse.\n", fixed: "Nous cherchons une développeuse.\n"),
      .good(.body, "Le signe `Ã©` vient d’un é mal lu.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let protected = context.body.regions.lazy.filter { isProtected($0, context.bytes) }.map(\.range)
    for found in MojibakeScan.findings(in: context.bytes, protected: Array(protected)) {
      let fix = found.replacement.flatMap { replacement in
        found.applicability == .displayOnly
          ? nil : Fix(title, found.applicability, [Edit(found.range, replacement)])
      }
      findings.add(Self.self, at: found.range, found.message(in: context.bytes), fix: fix)
    }
  }

  /// Whether a region shows bytes that must stay as they are: code, addresses, tags.
  private static func isProtected(_ region: MarkdownRegion, _ bytes: [UInt8]) -> Bool {
    switch region.kind {
    // Indented lines of a posting are items of a list far more often than code.
    case .indentedCode: false
    // The subject and the text of a mail are read by people.
    case .linkTarget: !bytes[region.range.indices].starts(with: "mailto:".utf8)
    default: true
    }
  }

  private static let title = Message(fr: "Rétablir les accents", en: "Restore the accents")
}
