import Markdown
import SourceText

/// A link inside the text or the target of another link.
enum NestedLink: Rule {
  static let info = RuleInfo(
    id: "nested-link", group: .links, severity: .error, fixability: .unsafe,
    summary: Message(fr: "un lien est écrit dans un autre lien", en: "a link is written inside another link"),
    rationale: Message(
      fr: """
        Un lien ne peut pas en contenir un autre\u{A0}: la page montre des crochets et l’adresse web ne fonctionne pas. \
        Cela arrive quand un lien est collé à la place d’une adresse. Écrivez une seule fois [texte](adresse).
        """,
      en: """
        A link cannot contain another: the page shows brackets and the address does not work. It happens when a link is \
        pasted in place of an address. Write [text](address) once.
        """),
    examples: [
      .bad(
        .body, "Écrivez à [jobs@exemple.fr]([jobs@exemple.fr](mailto:jobs@exemple.fr)?subject=Poste).\n",
        fixed: "Écrivez à [jobs@exemple.fr](mailto:jobs@exemple.fr?subject=Poste).\n"),
      .bad(
        .body, "Voir [[notre site](https://exemple.fr)](https://exemple.fr).\n",
        fixed: "Voir [notre site](https://exemple.fr).\n"),
      .bad(
        .body, "Voir \\[notre site](https://exemple.fr).\n", fixed: "Voir [notre site](https://exemple.fr).\n"),
      .good(.body, "Voir [[notre site]](https://exemple.fr).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let links = context.body.links
    for (index, link) in links.enumerated() where link.kind == .inline {
      let escapes = escapes(link)
      let isNested = link.flags.contains(.linkInTarget) || link.flags.contains(.linkInText)
      let inner = isNested ? links[(index + 1)...].first { link.range.contains($0.range) } : nil
      if let inner, !inner.isImage {
        let nested = fix(link, inner, context.bytes)
        findings.add(
          Self.self, at: link.range, link.flags.contains(.linkInTarget) ? targetMessage : textMessage,
          fix: nested.flatMap { Fix(title, .unsafe, $0.edits + escapes.filter { !overlaps($0, nested) }) })
      } else if !escapes.isEmpty, !link.flags.contains(.insideTarget), !link.flags.contains(.emptyTarget) {
        findings.add(
          Self.self, at: link.range, escapeMessage, fix: Fix(escapeTitle, .unsafe, escapes))
      }
    }
  }

  /// What takes away the backslashes that keep the brackets of a link from being ones.
  private static func escapes(_ link: MarkdownLink) -> [Edit] {
    var edits: [Edit] = []
    if link.flags.contains(.escapedOpening) {
      edits.append(.deletion(ByteRange(link.range.start, link.range.start + 1)))
    }
    if link.flags.contains(.escapedClosing) {
      edits.append(.deletion(ByteRange(link.textRange.end, link.textRange.end + 1)))
    }
    return edits
  }

  private static func overlaps(_ edit: Edit, _ fix: Fix?) -> Bool {
    fix?.edits.contains { $0.range.overlaps(edit.range) } ?? false
  }

  private static func fix(_ outer: MarkdownLink, _ inner: MarkdownLink, _ bytes: [UInt8]) -> Fix? {
    let innerTarget = Array(bytes[inner.targetRange.indices])
    if outer.flags.contains(.linkInTarget) {
      guard outer.targetRange.contains(inner.range), !outer.flags.contains(.unclosed) else { return nil }
      let before = bytes[outer.targetRange.start..<inner.range.start]
      let after = bytes[inner.range.end..<outer.targetRange.end]
      guard before.isEmpty else { return nil }
      return Fix(title, .unsafe, Edit(outer.targetRange, innerTarget + after))
    }
    // The same address twice, and nothing but the inner link in the text: the inner link is the whole of it.
    guard outer.textRange.contains(inner.range), bytes[outer.targetRange.indices].elementsEqual(innerTarget),
      outer.textRange.count == inner.range.count
    else { return nil }
    return Fix(title, .unsafe, Edit(outer.range, Array(bytes[inner.range.indices])))
  }

  private static let targetMessage = Message(
    fr: "l’adresse web de ce lien est elle-même un lien\u{A0}: écrivez une seule fois [texte](adresse)",
    en: "the address of this link is itself a link: write [text](address) once")
  private static let textMessage = Message(
    fr: "le texte de ce lien contient un autre lien\u{A0}: gardez un seul des deux",
    en: "the text of this link contains another link: keep one of the two")
  private static let escapeMessage = Message(
    fr: "la barre «\u{A0}\\\u{A0}» devant le crochet empêche le lien de fonctionner\u{A0}: supprimez-la",
    en: "the “\\” before the bracket keeps the link from working: delete it")
  private static let escapeTitle = Message(fr: "Supprimer «\u{A0}\\\u{A0}»", en: "Delete “\\”")
  private static let title = Message(fr: "Faire un seul lien", en: "Make one link of it")
}
