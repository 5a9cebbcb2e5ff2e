import DataTree
import Readers
import SourceText

/// Front matter that is not YAML, or that very likely means something else than was wanted.
enum YAMLSyntax: Rule {
  static let info = RuleInfo(
    id: "yaml-syntax", group: .frontMatter, severity: .error,
    exceptions: [
      SeverityException(
        .warning, fr: "pour ce qu’une partie des outils lit, ou qui se lit, mais sans doute pas comme prévu",
        en: "for what some of the tools read, or what can be read, but hardly as it was meant")
    ],
    yieldsTo: [
      "control-character", "invisible-character", "invalid-utf8", "malformed-contact", "typographic-quotes",
    ], isValidity: true,
    fixability: .safe,
    summary: Message(fr: "l’en-tête est mal écrit", en: "the front matter is not written correctly"),
    rationale: Message(
      fr: """
        L’en-tête est écrit en YAML\u{A0}: «\u{A0}clé: valeur\u{A0}», une espace après les deux-points, des listes avec «\u{A0}-\u{A0}». Une \
        seule erreur, et le site ne lit plus l’offre. Un titre qui contient «\u{A0}:\u{A0}» ou commence par un signe doit être \
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
    let errors = document.errors.filter { $0.kind == .syntax || context.options.validatesOnly }
    let losing = losing(errors, context)
    for (error, readers) in zip(errors, losing) {
      var severity = readers.flatMap { context.gravity(ofLossIn: $0) }
      if let readers, readers.isEmpty {
        // What every reader of the site takes is no mistake to it, whatever the standard says; but a space that is none
        // becomes part of a key or a value.
        guard isOddSpace(document.source[error.range]) else { continue }
        severity = .warning
      }
      findings.add(
        Self.self, at: error.range, message(error, readers ?? [], severity), notes: notes(error, context),
        severity: severity,
        fix: error.fix)
    }
    addUnprintable(context, &findings)
    if document.form != .frontMatter, document.tree.roots.isEmpty, document.errors.isEmpty {
      findings.add(Self.self, at: ByteRange(at: 0), emptyMessage)
    }
    if context.options.validatesOnly || context.isPageTemplate { return }
    for suspect in document.suspects where suspect.kind == .syntax {
      findings.add(
        Self.self, at: suspect.range, suspect.message, notes: notes(suspect, context), severity: .warning,
        fix: suspect.fix)
    }
  }

  /// The readers in force that each mistake keeps from reading; `nil` where the standard alone decides.
  ///
  /// A reader stops at its first mistake: it took those above, and is held to refuse those from there on. Where there is
  /// none from there on, it stops at the end of what was opened above.
  private static func losing(_ errors: [SyntaxError], _ context: RuleContext) -> [[Reader]?] {
    guard !errors.isEmpty, context.document.form == .frontMatter, !context.options.validatesOnly,
      !context.readings.isLeftOut
    else {
      return Array(repeating: nil, count: errors.count)
    }
    var losing: [[Reader]] = Array(repeating: [], count: errors.count)
    for (reader, refusal) in context.readings.refusals {
      let line = context.lines.line(at: min(refusal.range.start, context.bytes.count))
      let later = errors.indices.filter { context.lines.line(at: errors[$0].range.end) >= line }
      for index in later.isEmpty ? Array(errors.indices) : later { losing[index].append(reader) }
    }
    return losing
  }

  private static func isOddSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x80 }
      && String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// Characters that no text of YAML may hold (1.2.2, 5.1), where no rule on characters knows them.
  private static func addUnprintable(_ context: RuleContext, _ findings: inout Findings) {
    guard context.document.form == .frontMatter, context.document.errors.isEmpty, !context.options.validatesOnly else {
      return
    }
    let refusals = context.readings.refusals.filter { $0.refusal.reason == .unprintable }
    guard let first = refusals.first else { return }
    let losing = context.readings.refusals.map(\.reader)
    let text = context.document.source.text(in: first.refusal.range)
    let name = text.unicodeScalars.first.map(CodePoint.name) ?? ""
    findings.add(
      Self.self, at: first.refusal.range,
      Message(
        fr: "\(name), qu’aucun texte ne doit contenir\u{A0}: supprimez-le",
        en: "\(name), which no text may contain: delete it"),
      severity: context.gravity(ofLossIn: losing))
  }

  private static func message(_ error: SyntaxError, _ readers: [Reader], _ severity: Severity?) -> Message {
    guard severity == .warning, !readers.isEmpty else { return error.message }
    let names = Reader.names(of: readers).joined(separator: ", ")
    return Message(
      fr: "\(error.message.fr) (refusé par \(names))", en: "\(error.message.en) (refused by \(names))")
  }

  private static let emptyMessage = Message(
    fr: "ce fichier ne contient aucune valeur\u{A0}: écrivez-en une", en: "this file contains no value: write one")

  private static func notes(_ error: SyntaxError, _ context: RuleContext) -> [Diagnostic.Note] {
    let related = error.related.map { [Diagnostic.Note($0, error.relatedMessage)] } ?? []
    return context.options.isForAgents ? related + [Diagnostic.Note(error.range, agentsMessage)] : related
  }

  private static let agentsMessage = Message(
    fr: "un agent peut ignorer sans rien dire un fichier dont l’en-tête ne se lit pas",
    en: "an agent may pass over in silence a file whose front matter cannot be read")
}
