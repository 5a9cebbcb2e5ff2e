import DataTree
import Files
import JSONSchema
import SourceText

/// What the rule `schema` says of a page as a whole: the order of its keys, its age, and what other pages say too.
enum PageFindings {
  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    if let found = failure.payload as? MisplacedKey { return finding(found, failure, context) }
    if let found = failure.payload as? OverdueReview { return finding(found, failure) }
    if let found = failure.payload as? ClaimedValue { return finding(found, failure, context) }
    return nil
  }

  private static func finding(_ found: MisplacedKey, _ failure: SchemaFailure, _ context: RuleContext) -> Finding {
    let tree = context.tree
    let (key, other) = (Quoted.text(tree.utf8(of: failure.instance)), Quoted.text(tree.utf8(of: found.before)))
    let start = context.document.ownSchema?.range.end ?? 0
    let edits =
      found.mapping == context.document.root
      ? KeyReordering(context.document, from: start)?.edits(found.order) ?? [] : []
    return Finding(
      failure.range,
      Message(
        fr: "la clé \(fr: key) vient avant \(fr: other)\u{A0}: déplacez-la plus haut",
        en: "the key \(en: key) comes before \(en: other): move it up"),
      notes: [
        Diagnostic.Note(
          tree.range(of: found.before), Message(fr: "\(fr: other) est ici", en: "\(en: other) is here"))
      ],
      severity: .warning,
      fix: Fix(Message(fr: "Mettre les clés dans l’ordre", en: "Put the keys in order"), .unsafe, edits))
  }

  private static func finding(_ found: OverdueReview, _ failure: SchemaFailure) -> Finding {
    let key = Quoted.text(found.key)
    return Finding(
      failure.range,
      Message(
        fr: "cette page devait être relue avant le \(found.due.iso)\u{A0}: vérifiez-la, puis changez \(fr: key)",
        en: "this page was to be reviewed by \(found.due.iso): check it, then change \(en: key)"),
      severity: .warning)
  }

  private static func finding(_ found: ClaimedValue, _ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    guard let page = PageFolder(context.document.source.path, hasFileName: context.options.hasFileName),
      let folder = page.folder(found.folder), page.page.isInside(folder),
      let other = context.options.siblings.places(of: found.value, under: found.key, in: folder).first(where: {
        $0.path != page.page
      })
    else { return nil }
    let shown = Quoted.text(found.value)
    let key = Quoted.text(found.key)
    let place = "\(other.path.relative(to: SourcePath(".")).printable):\(other.line):\(other.column)"
    return Finding(
      failure.range,
      Message(
        fr: "\(fr: shown) est déjà le \(fr: key) d’une autre page (\(place))\u{A0}: écrivez une autre valeur",
        en: "\(en: shown) is already the \(en: key) of another page (\(place)): write another value"))
  }
}
