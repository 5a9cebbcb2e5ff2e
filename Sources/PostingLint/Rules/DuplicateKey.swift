import DataTree
import Readers
import SourceText

/// A key that stands twice in one mapping.
enum DuplicateKey: Rule {
  static let info = RuleInfo(
    id: "duplicate-key", group: .frontMatter, severity: .error,
    summary: Message(fr: "une clé est écrite deux fois", en: "a key appears twice"),
    rationale: Message(
      fr: """
        Une clé est le mot avant les deux-points. Quand elle est écrite deux fois, la plupart des outils ne gardent que \
        la seconde valeur, sans le dire\u{A0}; d’autres refusent le fichier. Gardez une seule des deux lignes.
        """,
      en: """
        A key is the word before the colon. Where it appears twice, most tools silently keep only the second value; \
        others refuse the file. Keep one of the two lines.
        """),
    examples: [
      .bad(.frontMatter, "startup: exemple\nstartup: exemple\n"),
      .good(.frontMatter, "startup: exemple\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    // TOML refuses a key that is given twice, so no line counts more than the other.
    for error in context.document.errors where error.kind == .duplicateKey {
      let notes = error.related.map { [Diagnostic.Note($0, firstMessage)] } ?? []
      findings.add(Self.self, at: error.range, error.message, notes: notes)
    }
    guard context.document.syntax != .toml else { return }
    // Where readers take what the standard refuses, a line that looks like a key is part of a value.
    if context.document.form == .frontMatter, !context.document.errors.isEmpty, context.readings.refusals.isEmpty {
      return
    }
    for (key, later) in context.lostKeys {
      let note = Diagnostic.Note(
        tree.range(of: later), Message(fr: "c’est cette ligne qui compte", en: "this is the line that counts"))
      findings.add(Self.self, at: tree.range(of: key), message(Quoted.text(tree.utf8(of: key))), notes: [note])
    }
  }

  private static let firstMessage = Message(fr: "la clé est donnée ici d’abord", en: "the key is given here first")
  private static func message(_ name: String) -> Message {
    Message(
      fr:
        "la clé \(fr: name) est écrite deux fois, cette ligne ne sera pas lue\u{A0}: ne gardez qu’une des deux lignes",
      en: "the key \(en: name) appears twice, this line will not be read: keep only one of the two")
  }
}
