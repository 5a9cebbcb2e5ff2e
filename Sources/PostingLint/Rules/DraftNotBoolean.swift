import DataTree
import SourceText

/// `draft` with a value that is neither true nor false, in TOML or JSON.
enum DraftNotBoolean: Rule {
  static let info = RuleInfo(
    id: "draft-not-boolean", group: .values, severity: .error, yieldsTo: ["toml-syntax", "json-syntax", "wrong-type"],
    fixability: .unsafe,
    summary: Message(fr: "«\u{A0}draft\u{A0}» n’est ni true ni false", en: "“draft” is neither true nor false"),
    rationale: Message(
      fr: """
        Hugo ne reconnaît un brouillon qu’à «\u{A0}draft = true\u{A0}». Avec un texte entre guillemets droits («\u{A0}\"oui\"\u{A0}», «\u{A0}\"yes\"\u{A0}») \
        la page est publiée\u{A0}; avec un nombre, cela dépend de sa version.
        """,
      en: """
        Hugo knows a draft only by “draft = true”. With a text in straight quotes (“"oui"”, “"yes"”) the page is published; \
        with a number it depends on the version.
        """),
    examples: [
      .bad(.toml, "draft = \"yes\"\n", fixed: "draft = true\n"),
      .bad(.json, "  \"draft\": 1\n"),
      .good(.toml, "draft = true\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    guard context.document.form == .frontMatter, context.document.syntax != .yaml, let root = context.document.root,
      let (key, value) = tree.pair(of: "draft", in: root), tree.type(of: value) != .boolean
    else { return }
    let text = tree.text(of: value)
    let range = tree[value].kind == .scalar ? tree.range(of: value) : tree.range(of: key)
    let fix = word(text).map { Fix(.write($0), .unsafe, Edit(range, $0)) }
    findings.add(Self.self, at: range, message, pointer: "/draft", fix: tree.type(of: value) == .string ? fix : nil)
  }

  /// The boolean that a text stands for.
  private static func word(_ text: String) -> String? {
    switch String(decoding: text.utf8.map(\.lowercased), as: UTF8.self) {
    case "true", "yes", "on", "oui", "vrai": "true"
    case "false", "no", "off", "non", "faux": "false"
    default: nil
    }
  }

  private static let message = Message(
    fr: "pour Hugo, il n’est pas sûr que cette page soit un brouillon\u{A0}: écrivez true ou false, sans guillemets",
    en: "for Hugo this page is not surely a draft: write true or false, without straight quotes")
}
