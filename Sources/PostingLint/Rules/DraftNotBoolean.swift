import DataTree
import Readers
import SourceText

/// `draft` with a value that is neither true nor false, in TOML or JSON; in YAML also `published`, where a page is shown
/// that was to be hidden, or hidden for want of a value.
enum DraftNotBoolean: Rule {
  static let info = RuleInfo(
    id: "draft-not-boolean", group: .values, severity: .error,
    exceptions: [
      SeverityException(
        .warning, fr: "dans du YAML, quand rien ne dit quel outil fait le site",
        en: "in YAML, where nothing says which tool makes the site")
    ], yieldsTo: ["toml-syntax", "json-syntax", "wrong-type", "ambiguous-scalar"],
    fixability: .unsafe,
    summary: Message(fr: "«\u{A0}draft\u{A0}» n’est ni true ni false", en: "“draft” is neither true nor false"),
    rationale: Message(
      fr: """
        Hugo ne reconnaît un brouillon qu’à «\u{A0}draft = true\u{A0}». Avec un texte entre guillemets droits («\u{A0}\"oui\"\u{A0}», «\u{A0}\"yes\"\u{A0}») \
        la page est publiée, et dans du YAML avec yes sans guillemets aussi, pour une version récente (0.168)\u{A0}; avec un \
        nombre, cela dépend de sa version.
        """,
      en: """
        Hugo knows a draft only by “draft = true”. With a text in straight quotes (“"oui"”, “"yes"”) the page is published, \
        and in YAML by a recent version (0.168) also with yes without quotes; with a number it depends on the version.
        """),
    examples: [
      .bad(.toml, "draft = \"yes\"\n", fixed: "draft = true\n"),
      .bad(.json, "  \"draft\": 1\n"),
      .good(.toml, "draft = true\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    if context.document.syntax == .yaml { return checkYAML(context, &findings) }
    guard context.document.form == .frontMatter, let root = context.document.root,
      let (key, value) = tree.pair(of: "draft", in: root), tree.type(of: value) != .boolean
    else { return }
    let text = tree.text(of: value)
    let range = tree[value].kind == .scalar ? tree.range(of: value) : tree.range(of: key)
    let fix = word(text).map { Fix(.write($0), .unsafe, Edit(range, $0)) }
    findings.add(Self.self, at: range, message, pointer: "/draft", fix: tree.type(of: value) == .string ? fix : nil)
  }

  private static func checkYAML(_ context: RuleContext, _ findings: inout Findings) {
    guard context.document.form == .frontMatter, !(context.options.isPosting && context.options.hasSchema),
      let root = context.document.root
    else { return }
    let tree = context.tree
    let readers = context.options.readers
    let jekylls = readers.readers.filter { $0 == .jekyll || $0 == .jekyllPsych }
    let hugos = readers.readers.filter { $0 == .hugo || $0 == .hugo0111 }
    let severity: Severity? = readers.areKnown ? nil : .warning
    if let (key, value) = tree.pair(of: "published", in: root), tree[value].kind == .scalar {
      if tree.type(of: value) == .null {
        // Jekyll 4.3.1 and Hugo 0.111.3 and 0.168 leave out a page of which this key has no value.
        if !jekylls.isEmpty || !hugos.isEmpty, !tree[value].hasProperties {
          findings.add(Self.self, at: tree.range(of: key), hiddenMessage, pointer: "/published")
        }
      } else if !jekylls.isEmpty, saysNo(value, tree) {
        let fix = Fix(.write("false"), .unsafe, Edit(tree.range(of: value), "false"))
        findings.add(
          Self.self, at: tree.range(of: value), shownMessage("Jekyll", "false"), pointer: "/published",
          severity: severity, fix: fix)
      }
    }
    if !hugos.isEmpty, let (_, value) = tree.pair(of: "draft", in: root), tree[value].kind == .scalar,
      saysYes(value, tree, takesPlainForText: hugos.contains(.hugo))
    {
      let fix = Fix(.write("true"), .unsafe, Edit(tree.range(of: value), "true"))
      findings.add(
        Self.self, at: tree.range(of: value), shownMessage("Hugo", "true"), pointer: "/draft", severity: severity,
        fix: fix)
    }
  }

  /// Whether a value stands for false that is none to Jekyll: in quotes, in French, or 0.
  private static func saysNo(_ value: NodeID, _ tree: DataTree) -> Bool {
    let text = tree.text(of: value)
    switch tree.type(of: value) {
    case .integer: return text == "0"
    case .string: return word(text) == "false" && (isQuoted(tree[value]) || isFrench(text))
    default: return false
    }
  }

  /// Whether a value stands for true that is none to Hugo, which takes `"true"` in quotes. A plain `yes` is true to
  /// Hugo 0.111.3 and a text to 0.168.
  private static func saysYes(_ value: NodeID, _ tree: DataTree, takesPlainForText: Bool) -> Bool {
    let text = tree.text(of: value)
    guard tree.type(of: value) == .string, word(text) == "true" else { return false }
    if isFrench(text) { return true }
    return isQuoted(tree[value])
      ? text.lowercased() != "true" : takesPlainForText && tree[value].style == .plain && !tree[value].hasProperties
  }

  private static func isQuoted(_ node: Node) -> Bool { node.style == .singleQuoted || node.style == .doubleQuoted }

  private static func isFrench(_ text: String) -> Bool { ["oui", "non", "vrai", "faux"].contains(text.lowercased()) }

  /// The boolean that a text stands for.
  private static func word(_ text: String) -> String? {
    switch String(decoding: text.utf8.map(\.lowercased), as: UTF8.self) {
    case "true", "yes", "y", "on", "oui", "vrai": "true"
    case "false", "no", "off", "non", "faux": "false"
    default: nil
    }
  }

  private static let message = Message(
    fr: "pour Hugo, il n’est pas sûr que cette page soit un brouillon\u{A0}: écrivez true ou false, sans guillemets",
    en: "for Hugo this page is not surely a draft: write true or false, without quotes")
  private static let hiddenMessage = Message(
    fr: "cette page est cachée\u{A0}: «\u{A0}published\u{A0}» n’a pas de valeur, écrivez true ou false",
    en: "this page is hidden: “published” has no value, write true or false")
  private static func shownMessage(_ name: String, _ word: String) -> Message {
    Message(
      fr: "\(name) publie cette page\u{A0}: écrivez \(word), sans guillemets",
      en: "\(name) publishes this page: write \(word), without quotes")
  }
}
