import DataTree
import SourceText

/// A key with nothing after it.
enum EmptyValue: Rule {
  static let info = RuleInfo(
    id: "empty-value", group: .values, severity: .warning,
    summary: Message(fr: "une clé n’a pas de valeur", en: "a key has no value"),
    rationale: Message(
      fr: """
        La clé, le mot avant les deux-points, n’est suivie de rien. Une ligne vide ne vaut pas mieux que pas de ligne\u{A0}: remplissez-la, ou \
        supprimez-la.
        """,
      en: """
        Nothing follows the key, the word before the colon. An empty line is no better than none: fill it in, or remove it.
        """),
    examples: [
      .bad(.frontMatter, "techno:\n"),
      .bad(.frontMatter, "title: ''\n"),
      .good(.frontMatter, "techno: Ruby\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    // Where no schema wants a value, an empty one is as good as any.
    guard context.options.hasSchema, let root = context.document.root else { return }
    let tree = context.tree
    for (key, value) in tree.pairs(of: root) where context.isEmpty(value) {
      guard !tree[key].range.isEmpty else { continue }
      // Nothing at all is a mistake of the syntax but in YAML.
      if tree[value].range.isEmpty, context.document.syntax != .yaml { continue }
      let name = tree.text(of: key)
      findings.add(Self.self, at: tree.range(of: key), message(name), pointer: JSONPointer.appending(name))
    }
  }

  private static func message(_ name: String) -> Message {
    let name = Quoted.text(name)
    return Message(
      fr: "«\u{A0}\(name)\u{A0}» n’a pas de valeur\u{A0}: écrivez-en une après les deux-points, ou supprimez la ligne",
      en: "“\(name)” has no value: write one after the colon, or remove the line")
  }
}
