import DataTree
import SourceText

/// A value that names nothing: no file of a folder, no id of a list.
enum UnknownReference: Rule {
  static let info = RuleInfo(
    id: "unknown-reference", group: .links, severity: .error,
    yieldsTo: ["invalid-utf8", "mojibake", "padded-value", "placeholder-left"], fixability: .unsafe,
    summary: Message(fr: "un identifiant ne désigne rien", en: "an id names nothing"),
    rationale: Message(
      fr: """
        La valeur doit être l’identifiant d’une fiche existante, lettre pour lettre\u{A0}: le nom de son fichier sans \
        «\u{A0}.md\u{A0}». Le nom du produit en toutes lettres ne suffit pas. Rien n’est vérifié quand la liste n’est pas connue.
        """,
      en: """
        The value must be the id of an existing sheet, letter by letter: the name of its file without “.md”. The full \
        name of a product is not enough. Nothing is checked where the list is not known.
        """),
    examples: [
      .bad(.frontMatter, "startup: Exemple\n", fixed: "startup: exemple\n"),
      .good(.frontMatter, "startup: exemple\n"),
    ])

  /// The schema that a file names must exist, too.
  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard let message = context.options.schemaProblem, let own = context.document.ownSchema else { return }
    findings.add(Self.self, at: own.range, message)
  }

  /// What is wrong with a value that should begin with `prefix`, and with it be one of `list` where that is known.
  static func problem(of id: NodeID, in tree: DataTree, prefix: [UInt8], list: ReferenceList?) -> ValueProblem? {
    let text = tree.utf8(of: id)
    guard !text.starts(with: prefix) else { return nil }
    let whole = prefix + text
    let (shown, wanted) = (Quoted.text(text), Quoted.text(whole))
    let isKnown = list?.contains(whole) ?? false
    return ValueProblem(
      rule: Self.self, node: id, range: tree.range(of: id),
      message: Message(
        fr: "«\u{A0}\(shown)\u{A0}» doit commencer par «\u{A0}\(Quoted.text(prefix))\u{A0}»"
          + (isKnown ? "\u{A0}: écrivez «\u{A0}\(wanted)\u{A0}»" : ""),
        en: "“\(shown)” must begin with “\(Quoted.text(prefix))”" + (isKnown ? ": write “\(wanted)”" : "")),
      fix: isKnown
        ? tree.replacingValue(of: id, with: whole).map {
          Fix(Message(fr: "Écrire «\u{A0}\(wanted)\u{A0}»", en: "Write “\(wanted)”"), .unsafe, $0)
        } : nil)
  }

  /// What is wrong with a value that should be one of `list`.
  static func problem(of id: NodeID, in tree: DataTree, list: ReferenceList) -> ValueProblem? {
    let text = tree.utf8(of: id)
    guard !text.isEmpty, !list.contains(text) else { return nil }
    let shown = Quoted.text(text)
    guard let match = EditDistance.nearest(to: text, among: list.ids) else {
      return ValueProblem(
        rule: Self.self, node: id, range: tree.range(of: id),
        message: Message(
          fr: "«\u{A0}\(shown)\u{A0}» n’existe pas dans \(list.origin)\u{A0}: écrivez l’identifiant exact de la fiche",
          en: "“\(shown)” is not in \(list.origin): write the exact id of the sheet"))
    }
    let nearest = list.ids[match.index]
    let name = Quoted.text(nearest)
    return ValueProblem(
      rule: Self.self, node: id, range: tree.range(of: id),
      message: Message(
        fr: "«\u{A0}\(shown)\u{A0}» n’existe pas dans \(list.origin)\u{A0}: est-ce «\u{A0}\(name)\u{A0}»\u{A0}?",
        en: "“\(shown)” is not in \(list.origin): is it “\(name)”?"),
      fix: tree.replacingValue(of: id, with: nearest).map {
        Fix(
          Message(fr: "Écrire «\u{A0}\(name)\u{A0}»", en: "Write “\(name)”"), match.isUnique ? .unsafe : .displayOnly,
          $0)
      })
  }
}
