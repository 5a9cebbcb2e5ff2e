import Readers
import SourceText

/// Front matter in TOML or JSON, which many site generators take for text.
enum FrontMatterNotYAML: Rule {
  static let info = RuleInfo(
    id: "front-matter-not-yaml", group: .frontMatter, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "quand un outil connu du site ne le lit pas", en: "where a known tool of the site does not read it"),
      SeverityException(
        .info, fr: "quand rien ne dit quels outils lisent le site", en: "where nothing tells which tools read the site"),
    ],
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
    let readers = context.options.readers
    var severity: Severity?
    var names = "Jekyll"
    if readers.areKnown {
      // Where the readers of the site are known, they tell.
      let losing = readers.readers.filter { !isRead(context.bytes, $0) }
      guard !losing.isEmpty else { return }
      names = Reader.names(of: losing).joined(separator: ", ")
      severity = .error
    } else if !context.readsTitles {
      // Nobody writes these fences by a slip: of a site that is not known to be one of Jekyll's this is advice.
      severity = .info
    }
    findings.add(
      Self.self, at: place, document.syntax == .toml ? tomlMessage(names) : jsonMessage(names), severity: severity)
  }

  /// Whether a reader finds keys in a page; of a library the program around it decides, which is not known.
  private static func isRead(_ bytes: [UInt8], _ reader: Reader) -> Bool {
    guard reader.findsFences else { return true }
    let reading = Readers.read(bytes, as: reader)
    // A reader that stops at a mistake has found the block; other rules tell of the mistake.
    if let refusal = reading.refusal { return refusal.reason != .noFrontMatter }
    if case .mapping(let pairs)? = reading.value { return !pairs.isEmpty }
    return false
  }

  private static func tomlMessage(_ names: String) -> Message {
    Message(
      fr:
        "l’en-tête est en TOML («\u{A0}+++\u{A0}»), que \(names) ne lit pas\u{A0}: écrivez-le entre deux lignes «\u{A0}---\u{A0}», avec «\u{A0}clé: valeur\u{A0}»",
      en:
        "the front matter is TOML (“+++”), which \(names) does not read: write it between two lines “---”, with “key: value”"
    )
  }
  private static func jsonMessage(_ names: String) -> Message {
    Message(
      fr:
        "l’en-tête est en JSON, que \(names) ne lit pas\u{A0}: écrivez-le entre deux lignes «\u{A0}---\u{A0}», avec «\u{A0}clé: valeur\u{A0}»",
      en:
        "the front matter is JSON, which \(names) does not read: write it between two lines “---”, with “key: value”")
  }
}
