import DataTree
import JSONSchema
import SourceText

/// A key with nothing after it.
enum EmptyValue: Rule {
  static let info = RuleInfo(
    id: "empty-value", group: .values, severity: .warning,
    exceptions: [SeverityException(.error, fr: "pour une clé obligatoire", en: "for a required key")],
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
      .bad(.frontMatter, "open:\n"),
      .bad(.frontMatter, "title: ''\n"),
      .bad(.frontMatter, "techno: [Ruby, '']\n"),
      .good(.frontMatter, "techno: Ruby\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    // Where no schema wants a value, an empty one is as good as any.
    guard context.options.hasSchema, let root = context.document.root else { return }
    let tree = context.tree
    var known: [(name: String, severity: Severity)]?
    for (key, value) in tree.pairs(of: root) {
      if context.isEmpty(value) {
        // Nothing at all is a mistake of the syntax but in YAML.
        guard !tree[key].range.isEmpty, !tree[value].range.isEmpty || context.document.syntax == .yaml else { continue }
        // A sign that YAML takes for its own hides the value; that is what is wrong then.
        guard !tree[value].hasProperties else { continue }
        // What the next line has in its place is told there.
        let line = context.lines.line(at: tree.range(of: key).start)
        if context.document.errors.contains(where: { context.lines.line(at: $0.range.start) == line + 1 }) { continue }
        let missed = known ?? missed(context)
        known = missed
        let name = tree.text(of: key)
        let severity = missed.first { $0.name.utf8.elementsEqual(name.utf8) }?.severity
        findings.add(
          Self.self, at: tree.range(of: key),
          message(name, isRequired: severity != nil, sample: KeyGuide.sample(name, in: context.schemaTree)),
          pointer: JSONPointer.appending(name), severity: severity)
      } else if context.options.isPosting, tree[value].kind == .sequence {
        for (place, item) in tree.children(of: value).enumerated()
        where tree.isEmptyValue(item) && !tree[item].range.isEmpty {
          findings.add(
            Self.self, at: tree.range(of: item), itemMessage,
            pointer: "\(JSONPointer.appending(tree.text(of: key)))/\(place)")
        }
      }
    }
  }

  /// The keys that the schema would miss if those without a value were not there, and how grave that is; without a value
  /// the key is as good as missing.
  private static func missed(_ context: RuleContext) -> [(name: String, severity: Severity)] {
    context.failuresWithoutEmptyKeys.compactMap { (failure: SchemaFailure) -> (name: String, severity: Severity)? in
      guard case .missingKey(let name, _, _) = failure.kind, failure.pointer.isEmpty else { return nil }
      return (name, max(info.severity, DocumentSchema.report(failure).severity ?? MissingKey.info.severity))
    }
  }

  private static func message(_ name: String, isRequired: Bool, sample: String?) -> Message {
    let name = Quoted.text(name)
    if isRequired, sample != nil {
      return Message(
        fr: "\(fr: name) n’a pas de valeur\u{A0}: écrivez true (oui) ou false (non) après les deux-points",
        en: "\(en: name) has no value: write true (yes) or false (no) after the colon")
    }
    let rest = isRequired ? Message(fr: "", en: "") : Message(fr: ", ou supprimez la ligne", en: ", or remove the line")
    return Message(
      fr: "\(fr: name) n’a pas de valeur\u{A0}: écrivez-en une après les deux-points\(rest.fr)",
      en: "\(en: name) has no value: write one after the colon\(rest.en)")
  }

  private static let itemMessage = Message(
    fr: "cet élément de la liste est vide\u{A0}: écrivez une valeur, ou supprimez-le",
    en: "this item of the list is empty: write a value, or remove it")
}
