import Markdown
import SourceText

/// Blanks between the text and the target of a link.
enum SpaceBeforeLinkTarget: Rule {
  static let info = RuleInfo(
    id: "space-before-link-target", group: .links, severity: .error, fixability: .safe,
    summary: Message(
      fr: "une espace sépare le texte et l’adresse d’un lien",
      en: "a space separates the text and the address of a link"),
    rationale: Message(
      fr: """
        Entre «\u{A0}]\u{A0}» et «\u{A0}(\u{A0}», il ne faut rien. Avec une espace, la page montre les crochets et l’adresse au lieu \
        d’un lien.
        """,
      en: """
        Nothing may stand between “]” and “(”: with a space, the page shows the brackets and the address instead of a \
        link.
        """),
    examples: [
      .bad(.body, "Voir [notre site] (https://exemple.fr).\n", fixed: "Voir [notre site](https://exemple.fr).\n"),
      .good(.body, "Le site [nouveau] (en ligne depuis mai).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links {
      guard let gap = link.gapRange, !link.flags.contains(.reversed) else { continue }
      if link.flags.contains(.parenthesisBeforeTarget) {
        findings.add(Self.self, at: gap, parenthesisMessage)
      } else if link.flags.contains(.spaceBeforeTarget) {
        let target = Array(context.bytes[link.targetRange.indices])
        // A path may be a remark in parentheses after all.
        let applicability: Applicability = isAddress(target) && holdsNothing(target) ? .safe : .unsafe
        findings.add(Self.self, at: gap, message, fix: Fix(title, applicability, .deletion(gap)))
      }
    }
  }

  /// Whether no link or autolink can stand in a target, which would be one no longer.
  private static func holdsNothing(_ target: [UInt8]) -> Bool { !target.contains { "<>[]".utf8.contains($0) } }

  private static func isAddress(_ target: [UInt8]) -> Bool {
    ["http://", "https://", "mailto:"].contains { target.starts(with: $0.utf8) }
  }

  private static let message = Message(
    fr: "avec une espace entre «\u{A0}]\u{A0}» et «\u{A0}(\u{A0}», le lien ne fonctionne pas\u{A0}: supprimez-la",
    en: "with a space between “]” and “(” the link does not work: delete it")
  private static let parenthesisMessage = Message(
    fr: "la parenthèse «\u{A0})\u{A0}» est trop tôt\u{A0}: déplacez-la après l’adresse du lien",
    en: "the parenthesis “)” comes too early: move it after the link’s address")
  private static let title = Message(fr: "Supprimer l’espace", en: "Delete the space")
}
