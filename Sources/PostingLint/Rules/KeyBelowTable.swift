import DataTree
import SourceText

/// A key of the page that stands below a heading in brackets, and so belongs to that group.
enum KeyBelowTable: Rule {
  static let info = RuleInfo(
    id: "key-below-table", group: .frontMatter, severity: .warning,
    summary: Message(
      fr: "une clé de la page est sous un titre entre crochets", en: "a key of the page is below a heading in brackets"),
    rationale: Message(
      fr: """
        En TOML, tout ce qui suit une ligne «\u{A0}[nom]\u{A0}» appartient à ce groupe, jusqu’à la fin ou au titre suivant. Un \
        «\u{A0}draft = true\u{A0}» placé là ne vaut rien pour la page\u{A0}: elle est publiée. Les clés de la page se mettent avant le premier \
        titre.
        """,
      en: """
        In TOML all that follows a line “[name]” belongs to that group, up to the end or the next heading. A “draft = true” \
        there means nothing for the page, which is published. The keys of the page go before the first heading.
        """),
    examples: [
      .bad(.toml, "title = \"Coach\"\n[auteur]\nnom = \"Claude\"\ndraft = true\n"),
      .good(.toml, "title = \"Coach\"\ndraft = true\n[auteur]\nnom = \"Claude\"\n"),
    ])

  /// Keys that decide whether, when and under which title a page is published.
  private static let names = ["draft", "date", "title"]

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    guard context.document.syntax == .toml, context.document.form == .frontMatter, let root = context.document.root
    else { return }
    let lacking = names.filter { tree.value(of: $0, in: root) == nil }
    for (table, value) in tree.pairs(of: root) where tree[value].kind == .mapping && tree[value].style == .block {
      for (key, _) in tree.pairs(of: value) {
        let name = tree.text(of: key)
        guard lacking.contains(name) else { continue }
        let note = Diagnostic.Note(
          tree.range(of: table), Message(fr: "le groupe commence ici", en: "the group starts here"))
        findings.add(
          Self.self, at: tree.range(of: key), message(name, Quoted.text(tree.utf8(of: table))), notes: [note],
          pointer: JSONPointer.appending(name, to: JSONPointer.appending(tree.text(of: table))))
      }
    }
  }

  private static func message(_ name: String, _ table: String) -> Message {
    Message(
      fr:
        "«\u{A0}\(name)\u{A0}» est sous [\(table)] et ne vaut pas pour la page\u{A0}: déplacez la ligne avant le premier titre entre crochets",
      en:
        "“\(name)” is below [\(table)] and does not count for the page: move the line before the first heading in brackets"
    )
  }
}
