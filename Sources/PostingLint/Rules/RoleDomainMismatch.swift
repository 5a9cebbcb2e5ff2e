import DataTree
import Roles
import SourceText

/// Declared domains that the title contradicts.
enum RoleDomainMismatch: Rule {
  static let info = RuleInfo(
    id: "role-domain-mismatch", group: .roles, scope: .postings, severity: .info, yieldsTo: ["unknown-value"],
    summary: Message(
      fr: "les domaines ne correspondent pas à l’intitulé du poste", en: "the domains do not fit the job title"),
    rationale: Message(
      fr: """
        Le site filtre les offres par domaine. Une offre de «\u{A0}développeuse\u{A0}» rangée sous «\u{A0}Design\u{A0}» ne sera pas trouvée \
        par les personnes qui la cherchent.
        """,
      en: """
        The site filters postings by domain. A posting for a “développeuse” under “Design” is not found by those who \
        look for it.
        """),
    examples: [
      .bad(.frontMatter, "roles: Développeuse ou développeur\ndomaines: [Design]\n"),
      .good(.frontMatter, "roles: Développeuse ou développeur\ndomaines: [Produit, Développement]\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard let roles = context.options.roles, let title = context.postTitles.first,
      let value = context.document.value("domaines"), context.tree.type(of: value) == .sequence
    else { return }
    let items = context.tree.children(of: value)
    let implied = title.reading.domains
    let isContradicted = roles.contradicts(implied: implied) { take in
      for item in items { take(context.tree.text(of: item)) }
    }
    guard isContradicted else { return }
    findings.add(
      Self.self, at: context.tree.range(of: items.first { _ in true } ?? value), message(items, implied, context),
      notes: [
        Diagnostic.Note(
          context.tree.range(of: title.node), Message(fr: "l’intitulé est ici", en: "the title is here"))
      ],
      pointer: "/domaines", fix: fix(items, implied, context))
  }

  private static func message(_ items: DataTree.Children, _ implied: [String], _ context: RuleContext) -> Message {
    let wanted = implied.joined(separator: ", ")
    let declared = items.lazy.map { context.tree.text(of: $0) }.joined(separator: ", ")
    return Message(
      fr:
        "l’intitulé fait penser à \(fr: wanted), mais «\u{A0}domaines\u{A0}» contient \(fr: declared)\u{A0}: vérifiez",
      en: "the title suggests \(en: wanted), but “domaines” has \(en: declared): please check")
  }

  /// What an editor offers: somebody wrote the domain, and no run may replace it by a guess.
  private static func fix(_ items: DataTree.Children, _ implied: [String], _ context: RuleContext) -> Fix? {
    var items = items
    guard implied.count == 1, let item = items.next(), items.next() == nil, let domain = implied.first,
      let edit = context.replacing(item, with: Array(domain.utf8))
    else { return nil }
    return Fix(Message.write(domain), .displayOnly, edit)
  }
}
