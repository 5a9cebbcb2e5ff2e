import Markdown
import Mojibake
import SourceText

/// A letter and its accent written as two characters (NFD).
enum DecomposedCharacter: Rule {
  static let info = RuleInfo(
    id: "decomposed-character", group: .encoding, severity: .warning, yieldsTo: ["mojibake"], fixability: .safe,
    summary: Message(fr: "une lettre et son accent sont séparés", en: "a letter and its accent are separate"),
    rationale: Message(
      fr: """
        «\u{A0}é\u{A0}» peut s’écrire en un seul caractère ou en deux\u{A0}: la lettre, puis l’accent. À l’écran c’est pareil, mais la \
        recherche et les comparaisons échouent. Cela vient d’un texte copié depuis un Mac ou un PDF. Dans une adresse \
        web, un nom de fichier ou du code, rien n’est signalé.
        """,
      en: """
        “é” can be written as one character or as two, the letter and then the accent. They look the same, but search \
        and comparison fail. It comes with text copied from a Mac or a PDF. Web addresses, file names and code are left \
        alone.
        """),
    examples: [
      .bad(.body, "L’e\u{301}quipe.\n", fixed: "L’équipe.\n"),
      .good(.body, "L’équipe.\n"),
      .bad(
        .body, "Lisez [le re\u{301}cit].\n\n[le re\u{301}cit]: /a\n", fixed: "Lisez [le récit].\n\n[le récit]: /a\n"),
      .good(.body, "Lisez [le plan](/docs/e\u{301}quipe.pdf).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.encoding.mayHaveCombiningMarks else { return }
    let labels = CoveredBytes(context.body.links.lazy.filter { $0.kind == .reference }.map(\.targetRange))
    let code = CoveredBytes(HTMLCode.ranges(in: context.body, context.bytes))
    var names = NameReading(context.bytes, body: context.document.frontMatter.body.start)
    if !context.body.definitions.isEmpty {
      checkLabels(Composition.findings(in: context.bytes).map { Edit($0.range, $0.replacement) }, context, &findings)
    }
    Composition.forEachFinding(in: context.bytes) { range, replacement in
      // The name of a file, an address, a label or an id is found by its very bytes.
      if context.body.region(at: range.start) != nil || labels.touches(range) || code.touches(range) { return }
      if names.isName(at: range) { return }
      findings.add(
        Self.self, at: range, message(String(decoding: replacement, as: UTF8.self)),
        fix: Fix(title, .safe, Edit(range, replacement)))
    }
  }

  /// A label is composed wherever it stands, in links and definition at once: else the links would lose it.
  private static func checkLabels(_ edits: [Edit], _ context: RuleContext, _ findings: inout Findings) {
    let labels = LinkLabels(context.body, in: context.bytes)
    for definition in labels.places.indices {
      let inside = labels.edits(of: definition, among: edits)
      guard let first = inside.first else { continue }
      findings.add(
        Self.self, at: first.range, message(String(decoding: first.replacement, as: UTF8.self)),
        fix: Fix(title, .safe, inside))
    }
  }

  private static func message(_ text: String) -> Message {
    Message(
      fr:
        "\(fr: text) est fait d’une lettre et d’un accent séparés\u{A0}: écrivez de nouveau \(fr: text), ou utilisez --fix",
      en: "\(en: text) is made of a letter and a separate accent: write \(en: text) again, or use --fix")
  }

  private static let title = Message(
    fr: "Écrire la lettre et son accent ensemble", en: "Write the letter and its accent as one")
}
