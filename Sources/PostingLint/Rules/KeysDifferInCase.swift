import DataTree
import Readers
import SourceText

/// Two keys of one group that differ only in capital letters.
enum KeysDifferInCase: Rule {
  static let info = RuleInfo(
    id: "keys-differ-in-case", group: .frontMatter, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "pour une clé qui décide si la page est publiée",
        en: "for a key that decides whether the page is published")
    ],
    summary: Message(
      fr: "deux clés ne diffèrent que par des majuscules", en: "two keys differ only in capital letters"),
    rationale: Message(
      fr: """
        Hugo ne distingue pas les majuscules des clés\u{A0}: de «\u{A0}draft\u{A0}» et «\u{A0}Draft\u{A0}» il ne garde qu’une valeur, sans le dire. \
        Gardez une seule des deux lignes.
        """,
      en: """
        Hugo does not tell capital letters in keys apart: of “draft” and “Draft” it keeps one value and says nothing. Keep \
        one of the two lines.
        """),
    examples: [
      .bad(.toml, "draft = true\nDraft = false\n"),
      .bad(.json, "  \"draft\": true,\n  \"Draft\": false\n"),
      .good(.toml, "draft = true\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    guard context.document.form == .frontMatter else { return }
    if context.document.syntax == .yaml {
      let readers = context.options.readers.readers
      guard !context.readings.isPlain, readers.contains(.hugo) || readers.contains(.hugo0111) else { return }
    }
    for (index, node) in tree.nodes.enumerated() where node.kind == .mapping && node.count > 1 {
      var seen = NameMap<NodeID>()
      for (key, _) in tree.pairs(of: NodeID(index)) {
        let name = tree.utf8(of: key)
        let folded = name.map(\.lowercased)
        guard let first = seen[folded] else {
          seen.set(folded, to: key)
          continue
        }
        guard tree.utf8(of: first) != name else { continue }
        let note = Diagnostic.Note(
          tree.range(of: first), Message(fr: "l’autre clé est ici", en: "the other key is here"))
        findings.add(
          Self.self, at: tree.range(of: key),
          message(Quoted.text(name), Quoted.text(tree.utf8(of: first))), notes: [note],
          severity: NodeID(index) == tree.root && visibilityKeys.contains(folded) ? .error : nil)
      }
    }
  }

  /// Keys by which Hugo keeps a page back, in small letters.
  private static let visibilityKeys = ["draft", "publishdate", "expirydate", "unlisted", "headless"].map {
    Array($0.utf8)
  }

  private static func message(_ name: String, _ other: String) -> Message {
    Message(
      fr:
        "pour Hugo, «\u{A0}\(name)\u{A0}» et «\u{A0}\(other)\u{A0}» sont la même clé\u{A0}: gardez une seule des deux lignes",
      en: "for Hugo “\(name)” and “\(other)” are the same key: keep one of the two lines")
  }
}
