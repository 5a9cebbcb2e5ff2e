import Markdown
import Mojibake
import SourceText

/// Text whose accents were damaged by reading one encoding as another.
enum MojibakeRule: Rule {
  static let info = RuleInfo(
    id: "mojibake", group: .encoding, severity: .error, fixability: .safe,
    summary: Message(
      fr: "des caractères sont abîmés («\u{A0}Ã©\u{A0}» au lieu de «\u{A0}é\u{A0}»)",
      en: "garbled characters (“Ã©” instead of “é”)"),
    rationale: Message(
      fr: """
        Un fichier en UTF-8 a été ouvert puis enregistré dans un autre encodage\u{A0}: «\u{A0}é\u{A0}» est devenu «\u{A0}Ã©\u{A0}». Rien n’est \
        perdu le plus souvent, et la correction rend le texte d’origine. Un exemple écrit exprès entre \
        deux signes ` n’est pas modifié.
        """,
      en: """
        A UTF-8 file was opened and saved in another encoding: “é” became “Ã©”. Most often nothing is lost, and the fix \
        gives the original text back. An example written on purpose between two ` signs is not changed.
        """),
    examples: [
      .bad(.body, "Nous cherchons une dÃ©veloppeuse.\n", fixed: "Nous cherchons une développeuse.\n"),
      .good(.body, "Le signe `Ã©` vient d’un é mal lu.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let bytes = context.bytes
    var shown: [ByteRange] = []
    var addresses: [ByteRange] = []
    var listed: [ByteRange] = []
    var hasTags = false
    for region in context.body.regions {
      switch region.kind {
      case .codeSpan, .fencedCode, .htmlComment, .rawHTML, .templateTag: shown.append(region.range)
      // Indented lines of a posting are items of a list far more often than code.
      case .indentedCode: listed.append(region.range)
      case .autolink, .bareAddress, .bareURL, .linkDefinition: addresses.append(region.range)
      case .htmlTag:
        addresses.append(region.range)
        hasTags = true
      case .linkTarget:
        // The subject and the text of a mail are read by people.
        if !bytes.hasBytes("mailto:", at: region.range.start, limit: region.range.end) {
          addresses.append(region.range)
        }
      }
    }
    if hasTags { shown += HTMLCode.ranges(in: context.body, bytes) }
    var found = MojibakeScan.findings(in: bytes, protected: shown + addresses)
    let damaged =
      found.contains { $0.applicability == .safe }
      ? addresses.filter { range in bytes[range.indices].contains { $0 >= 0x80 } } : []
    if !damaged.isEmpty {
      // What is damaged throughout is damaged in its addresses too; a name on a server may be, so a person decides.
      let inAddresses = CoveredBytes(damaged)
      found = MojibakeScan.findings(in: bytes, protected: shown)
      for index in found.indices where inAddresses.touches(found[index].range) {
        found[index].applicability = min(found[index].applicability, .unsafe)
      }
    }
    // What CommonMark takes for code may be the item of a list after all: a person decides.
    let code = CoveredBytes(listed)
    for index in found.indices where code.touches(found[index].range) {
      found[index].applicability = min(found[index].applicability, .unsafe)
    }
    for found in found {
      findings.add(
        Self.self, at: found.range, found.message(in: bytes), title: title, found.applicability,
        replacement: found.applicability == .displayOnly ? nil : found.replacement)
    }
  }

  private static let title = Message(fr: "Rétablir les caractères", en: "Restore the characters")
}
