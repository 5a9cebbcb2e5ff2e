import DataTree
import SourceText

/// A quoted value with blanks inside its quotes at either end.
enum PaddedValue: Rule {
  static let info = RuleInfo(
    id: "padded-value", group: .values, severity: .warning,
    exceptions: [
      SeverityException(
        .info, fr: "dans un texte de plusieurs mots que rien ne compare",
        en: "in a text of several words that nothing is compared with")
    ], fixability: .safe,
    summary: Message(
      fr: "une valeur entre guillemets droits commence ou finit par une espace",
      en: "a quoted value starts or ends with a space"),
    rationale: Message(
      fr: """
        Entre guillemets droits, une espace au début ou à la fin fait partie de la valeur\u{A0}: un identifiant n’est plus reconnu, \
        un titre est mal trié. Supprimez-la.
        """,
      en: """
        In quotes, a space at the start or the end is part of the value: an id is not recognised, a title is \
        sorted wrongly. Delete it.
        """),
    examples: [
      .bad(.frontMatter, "startup: 'exemple '\n", fixed: "startup: 'exemple'\n"),
      .good(.frontMatter, "startup: 'exemple'\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.kind == .scalar, node.style == .singleQuoted || node.style == .doubleQuoted else { continue }
      let content = tree.content(of: NodeID(index))
      var inner = content
      while inner.start < inner.end, context.bytes[inner.start] == 0x20 { inner.start += 1 }
      while inner.start < inner.end, context.bytes[inner.end - 1] == 0x20 { inner.end -= 1 }
      // A value of blanks alone is an empty one, and a blank after a backslash is escaped.
      guard inner != content, !inner.isEmpty, context.bytes[inner.end - 1] != UInt8(ascii: "\\") else { continue }
      let edits = [ByteRange(content.start, inner.start), ByteRange(inner.end, content.end)].filter { !$0.isEmpty }
      guard let first = edits.first else { continue }
      // A value of several lines is known by where it begins.
      let isOneLine = !context.bytes[content.indices].contains { $0 == 0x0A || $0 == 0x0D }
      findings.add(
        Self.self, at: isOneLine ? first : node.range, message,
        severity: !context.options.hasSchema && isProse(context.bytes[inner.indices]) ? .info : nil,
        fix: Fix(title, .safe, edits.map(Edit.deletion)))
    }
  }

  /// Whether a text has several words: no browser shows the blanks round it, and nobody looks for it letter by letter.
  private static func isProse(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 == Byte.space || $0.isLineBreak || $0 >= 0xE0 }
  }

  private static let message = Message(
    fr: "il y a une espace en trop à l’intérieur des guillemets droits\u{A0}: supprimez-la",
    en: "there is an extra space inside the quotes: delete it")
  private static let title = Message(fr: "Supprimer l’espace", en: "Delete the space")
}
