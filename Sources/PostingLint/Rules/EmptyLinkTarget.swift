import Addresses
import Markdown
import SourceText

/// A link that leads nowhere.
enum EmptyLinkTarget: Rule {
  static let info = RuleInfo(
    id: "empty-link-target", group: .links, severity: .error, fixability: .safe,
    summary: Message(fr: "un lien ne mène nulle part", en: "a link leads nowhere"),
    rationale: Message(
      fr: """
        Les parenthèses du lien sont vides\u{A0}: un clic recharge la page. C’est le plus souvent une adresse électronique \
        dont le lien n’a pas été rempli\u{A0}; les candidatures n’arrivent pas.
        """,
      en: """
        The parentheses of the link are empty: a click reloads the page. Most often it is an e-mail address whose link \
        was not filled in; applications do not arrive.
        """),
    examples: [
      .bad(
        .body, "Écrivez à [jobs@exemple.fr]().\n", fixed: "Écrivez à [jobs@exemple.fr](mailto:jobs@exemple.fr).\n"),
      .bad(.body, "Voir [notre site](<>).\n"),
      .good(.body, "Voir [notre site](https://exemple.fr).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for link in context.body.links where link.kind != .reference {
      let isEmpty = link.flags.contains(.emptyTarget)
      guard isEmpty || leadsToNobody(link, context.bytes) else { continue }
      // A link without text as well has a rule of its own; an image needs no text.
      if link.flags.contains(.emptyText), !link.isImage { continue }
      if link.isImage {
        findings.add(Self.self, at: link.range, link.kind == .html ? htmlImageMessage : imageMessage)
        continue
      }
      let text = Array(context.bytes[link.textRange.indices])
      let shown = DecodedText(context.bytes, link.textRange, .markdown).bytes
      let isAddress = EmailAddress.isValid(shown, allowingInternational: false)
      let fix =
        isAddress && link.kind == .inline
        ? Fix(title(Quoted.text(shown)), .safe, Edit(link.targetRange, Array("mailto:".utf8) + text)) : nil
      let words = link.kind == .html ? [htmlMessage, htmlAddressMessage] : [message, addressMessage]
      findings.add(Self.self, at: link.range, words[isAddress || !isEmpty ? 1 : 0], fix: fix)
    }
  }

  /// Whether the target is `mailto:` and nothing behind it.
  private static func leadsToNobody(_ link: MarkdownLink, _ bytes: [UInt8]) -> Bool {
    link.targetRange.count == 7 && bytes[link.targetRange.indices].map { $0 | 0x20 }.elementsEqual("mailto:".utf8)
  }

  private static let imageMessage = Message(
    fr: "cette image n’a pas d’adresse web\u{A0}: écrivez-la entre les parenthèses, ou supprimez l’image",
    en: "this image has no web address: write it between the parentheses, or remove the image")
  private static let message = Message(
    fr: "ce lien ne mène nulle part\u{A0}: écrivez l’adresse web entre les parenthèses, ou gardez le texte seul",
    en: "this link leads nowhere: write the web address between the parentheses, or keep the text alone")
  private static let addressMessage = Message(
    fr:
      "ce lien ne mène nulle part\u{A0}: écrivez «\u{A0}mailto:\u{A0}» et l’adresse électronique entre les parenthèses",
    en: "this link leads nowhere: write “mailto:” and the e-mail address between the parentheses")
  private static let htmlImageMessage = Message(
    fr: "cette image n’a pas d’adresse web\u{A0}: écrivez-la dans «\u{A0}src\u{A0}», ou supprimez l’image",
    en: "this image has no web address: write it in “src”, or remove the image")
  private static let htmlMessage = Message(
    fr: "ce lien ne mène nulle part\u{A0}: écrivez l’adresse web dans «\u{A0}href\u{A0}», ou gardez le texte seul",
    en: "this link leads nowhere: write the web address in “href”, or keep the text alone")
  private static let htmlAddressMessage = Message(
    fr:
      "ce lien ne mène nulle part\u{A0}: écrivez «\u{A0}mailto:\u{A0}» et l’adresse électronique dans «\u{A0}href\u{A0}»",
    en: "this link leads nowhere: write “mailto:” and the e-mail address in “href”")
  private static func title(_ address: String) -> Message {
    Message(
      fr: "Ajouter «\u{A0}mailto:\(address)\u{A0}» entre les parenthèses",
      en: "Add “mailto:\(address)” between the parentheses")
  }
}
