import SourceText

/// Front matter in TOML or JSON, which many site generators take for text.
enum FrontMatterNotYAML: Rule {
  static let info = RuleInfo(
    id: "front-matter-not-yaml", group: .frontMatter, severity: .warning,
    summary: Message(fr: "l’en-tête est en TOML ou en JSON", en: "the front matter is TOML or JSON"),
    rationale: Message(
      fr: """
        Hugo lit un en-tête en TOML («\u{A0}+++\u{A0}») ou en JSON («\u{A0}{\u{A0}»)\u{A0}; Jekyll, Eleventy sans réglage et bien d’autres le \
        prennent pour du texte, publient la page sans titre et l’en-tête avec elle. Pour être lu partout, écrivez-le entre \
        deux lignes «\u{A0}---\u{A0}».
        """,
      en: """
        Hugo reads front matter in TOML (“+++”) or JSON (“{”); Jekyll, Eleventy without settings and many others take it \
        for text and publish the page without a title, front matter included. To be read everywhere, write it between two \
        lines “---”.
        """),
    examples: [
      .bad(
        .file, "+++\nroles = \"Coach\"\nopen = true\nstartup = \"exemple\"\ndomaines = [\"Coaching\"]\n+++\nTexte.\n"),
      .good(.file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    guard document.form == .frontMatter, document.syntax != .yaml, let opening = document.frontMatter.opening else {
      return
    }
    let place = opening.isEmpty ? ByteRange(opening.start, opening.start + 1) : opening
    // Of a site that is not known to be one of Jekyll's this is no more than advice.
    findings.add(
      Self.self, at: place, document.syntax == .toml ? tomlMessage : jsonMessage,
      severity: context.readsTitles ? nil : .info)
  }

  private static let tomlMessage = Message(
    fr:
      "l’en-tête est en TOML («\u{A0}+++\u{A0}»), que Jekyll ne lit pas\u{A0}: écrivez-le entre deux lignes «\u{A0}---\u{A0}», avec «\u{A0}clé: valeur\u{A0}»",
    en:
      "the front matter is TOML (“+++”), which Jekyll does not read: write it between two lines “---”, with “key: value”"
  )
  private static let jsonMessage = Message(
    fr:
      "l’en-tête est en JSON, que Jekyll ne lit pas\u{A0}: écrivez-le entre deux lignes «\u{A0}---\u{A0}», avec «\u{A0}clé: valeur\u{A0}»",
    en: "the front matter is JSON, which Jekyll does not read: write it between two lines “---”, with “key: value”")
}
