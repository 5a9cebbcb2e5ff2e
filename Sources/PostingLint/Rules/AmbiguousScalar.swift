import DataTree
import JSONSchema
import SourceText
import YAML

/// A value that readers of YAML 1.1 and 1.2 take for different things.
enum AmbiguousScalar: Rule {
  static let info = RuleInfo(
    id: "ambiguous-scalar", group: .frontMatter, severity: .warning, fixability: .safe,
    summary: Message(
      fr: "une valeur que les outils lisent différemment", en: "a value that tools read in different ways"),
    rationale: Message(
      fr: """
        Selon l’outil, «\u{A0}yes\u{A0}» est un mot ou vaut «\u{A0}true\u{A0}», «\u{A0}12:30\u{A0}» est un texte ou le nombre 750, «\u{A0}010\u{A0}» vaut dix ou \
        huit. Écrivez «\u{A0}true\u{A0}» ou «\u{A0}false\u{A0}», ou mettez le texte entre guillemets.
        """,
      en: """
        Depending on the tool, “yes” is a word or “true”, “12:30” is a text or the number 750, “010” is ten or eight. \
        Write “true” or “false”, or put the text between quotes.
        """),
    examples: [
      .bad(.frontMatter, "open: yes\n", fixed: "open: true\n"),
      .good(.frontMatter, "open: true\n"),
    ])

  /// A wrong type that only readers of YAML 1.2 see, because 1.1 reads what is wanted.
  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    let tree = context.tree
    guard !context.options.validatesOnly, case .wrongType(let expected, _) = failure.kind,
      let legacy = tree.legacyMeaning(of: failure.instance), let core = tree.coreMeaning(of: failure.instance),
      legacy != core, meets(legacy, expected)
    else { return nil }
    let shown = Quoted.text(tree.utf8(of: failure.instance))
    guard case .boolean(let value) = legacy else {
      return Finding(failure.range, message(shown, canBeQuoted: false))
    }
    return Finding(
      failure.range, message(shown, boolean: value),
      fix: Fix(writeTitle("\(value)"), .safe, Edit(failure.range, "\(value)")))
  }

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.document.syntax == .yaml, let root = context.document.root else { return }
    var walk = ScalarWalk(context: context, taken: Set(findings.diagnostics.map(\.range)))
    walk.visit(root, &findings)
  }

  /// Goes over the values of a tree, keeping the way to the one at hand.
  private struct ScalarWalk {
    let context: RuleContext
    /// Where something was found already.
    let taken: Set<ByteRange>
    private var path: [String] = []
    private let tree: DataTree

    init(context: RuleContext, taken: Set<ByteRange>) {
      self.context = context
      tree = context.tree
      self.taken = taken
    }

    mutating func visit(_ id: NodeID, _ findings: inout Findings) {
      switch tree[id].kind {
      case .mapping:
        for (key, value) in tree.pairs(of: id) where isOfInterest(value) {
          path.append(tree.text(of: key))
          visit(value, &findings)
          path.removeLast()
        }
      case .sequence:
        for (index, item) in tree.children(of: id).enumerated() where isOfInterest(item) {
          path.append(String(index))
          visit(item, &findings)
          path.removeLast()
        }
      case .scalar:
        let pointer = path.reduce("") { JSONPointer.appending($1, to: $0) }
        let text = tree.utf8(of: id)
        let range = tree.range(of: id)
        // Nobody declared the type: whatever is written changes what some reader reads. In quotes, `published: no` would
        // publish a page.
        if case .boolean(let value) = tree.legacyMeaning(of: id) {
          findings.add(
            AmbiguousScalar.self, at: range, undeclared(Quoted.text(text), boolean: value), pointer: pointer,
            fix: Fix(writeTitle("\(value)"), .displayOnly, Edit(range, "\(value)")))
          return
        }
        let quoted =
          tree.coreMeaning(of: id) == .string ? context.written(text, at: .flow, like: context.quotes) : nil
        let fix = quoted.map { Fix(quoteTitle, .unsafe, Edit(range, $0)) }
        findings.add(
          AmbiguousScalar.self, at: range, message(Quoted.text(text), canBeQuoted: fix != nil), pointer: pointer,
          fix: fix)
      case .alias: return
      }
    }

    /// Whether a value is a collection, or a scalar that readers disagree on and that nothing was said of.
    private func isOfInterest(_ id: NodeID) -> Bool {
      let node = tree[id]
      guard node.kind == .scalar else { return node.kind != .alias }
      guard node.style == .plain, !node.range.isEmpty, tree.coreMeaning(of: id) != tree.legacyMeaning(of: id) else {
        return false
      }
      return !taken.contains(node.range)
    }
  }

  private static func meets(_ meaning: ScalarMeaning, _ expected: [SchemaType]) -> Bool {
    switch meaning {
    case .null: expected.contains(.null)
    case .boolean: expected.contains(.boolean)
    case .integer: expected.contains(.integer) || expected.contains(.number)
    case .float, .notANumber: expected.contains(.number)
    case .date, .timestamp, .symbol, .string: expected.contains(.string)
    }
  }

  private static func message(_ shown: String, boolean: Bool) -> Message {
    Message(
      fr:
        "selon l’outil, «\u{A0}\(shown)\u{A0}» est un mot ou vaut «\u{A0}\(boolean)\u{A0}»\u{A0}: écrivez «\u{A0}\(boolean)\u{A0}»",
      en: "depending on the tool, “\(shown)” is a word or means “\(boolean)”: write “\(boolean)”")
  }

  private static func undeclared(_ shown: String, boolean: Bool) -> Message {
    Message(
      fr:
        "selon l’outil, «\u{A0}\(shown)\u{A0}» est un mot ou vaut «\u{A0}\(boolean)\u{A0}»\u{A0}: écrivez «\u{A0}\(boolean)\u{A0}», ou le mot entre guillemets droits (\")",
      en:
        "depending on the tool, “\(shown)” is a word or means “\(boolean)”: write “\(boolean)”, or the word in straight quotes (\")"
    )
  }

  private static func message(_ shown: String, canBeQuoted: Bool) -> Message {
    canBeQuoted
      ? Message(
        fr: "«\u{A0}\(shown)\u{A0}» n’est pas un texte pour tous les outils\u{A0}: mettez-le entre guillemets droits",
        en: "“\(shown)” is not a text to all tools: put it between straight quotes")
      : Message(
        fr:
          "«\u{A0}\(shown)\u{A0}» n’est pas le même nombre pour tous les outils\u{A0}: écrivez-le autrement, ou entre guillemets",
        en: "“\(shown)” is not the same number to all tools: write it in another way, or between quotes")
  }

  private static func writeTitle(_ text: String) -> Message {
    Message(fr: "Écrire «\u{A0}\(text)\u{A0}»", en: "Write “\(text)”")
  }
  private static let quoteTitle = Message(
    fr: "Mettre la valeur entre guillemets droits", en: "Put the value between straight quotes")
}
