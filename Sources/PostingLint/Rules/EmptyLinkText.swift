import Markdown
import Readers
import SourceText

/// A link with nothing to click on.
enum EmptyLinkText: Rule {
  static let info = RuleInfo(
    id: "empty-link-text", group: .links, severity: .warning,
    exceptions: [
      SeverityException(
        .info, fr: "vers une page du site même, dont MyST et Sphinx mettent le titre",
        en: "to a page of the site itself, whose title MyST and Sphinx put in")
    ],
    summary: Message(fr: "un lien n’a pas de texte", en: "a link has no text"),
    rationale: Message(
      fr: """
        Entre les crochets il n’y a rien\u{A0}: le lien est invisible, et une personne qui écoute la page entend l’adresse \
        brute. Donnez-lui un texte, ou supprimez-le.
        """,
      en: """
        There is nothing between the brackets: the link cannot be seen, and somebody who listens to the page hears the \
        bare address. Give it a text, or remove it.
        """),
    examples: [
      .bad(.body, "Voir [](https://exemple.fr).\n"),
      .good(.body, "Voir [notre site](https://exemple.fr).\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    var isMyST: Bool?
    for link in context.body.links
    where link.flags.contains(.emptyText) && !link.isImage
      && link.flags.isDisjoint(with: [.insideTarget, .drawnOtherwise])
    {
      guard link.kind == .inline, !context.options.isPosting else {
        findings.add(Self.self, at: link.range, message)
        continue
      }
      let known = isMyST ?? isForMyST(context)
      isMyST = known
      if known { continue }
      let target = context.bytes[link.targetRange.indices]
      let isOutside = ["http:", "https:", "//", "mailto:", "www."].contains { target.starts(with: $0.utf8) }
      findings.add(Self.self, at: link.range, message, severity: isOutside ? nil : .info)
    }
  }

  /// Whether MyST reads the page, which writes the title of the target where a link has no text (mystmd 1.11,
  /// myst-parser 5.2): its roles and directives, or the key of its notebooks, are there.
  private static func isForMyST(_ context: RuleContext) -> Bool {
    let readers = context.options.readers
    if readers.areKnown { return readers.readers.contains(.mystParser) }
    let signs = ["{ref}`", "{doc}`", "{numref}`", "{term}`", "{eq}`", "kernelspec:", "jupytext:"]
    return signs.contains { ByteSearch.contains(Array($0.utf8), in: context.bytes) } || hasDirective(context.bytes)
  }

  /// Whether a line opens with `:::{word` or with three backticks and the same; ```` ```{r} ```` is R Markdown's.
  private static func hasDirective(_ bytes: [UInt8]) -> Bool {
    for start in bytes.indices where start == 0 || bytes[start - 1] == Byte.lineFeed {
      guard let sign = bytes[start...].first, sign == Byte.backtick || sign == Byte.colon else { continue }
      let rest = bytes[start...].drop { $0 == sign }
      guard rest.startIndex - start >= 3, rest.first == Byte.openBrace else { continue }
      let name = rest.dropFirst().prefix { $0.isLetter || $0 == Byte.dash }
      if name.count > 2, name.endIndex < bytes.count, bytes[name.endIndex] == Byte.closeBrace { return true }
    }
    return false
  }

  private static let message = Message(
    fr: "ce lien n’a pas de texte\u{A0}: écrivez-en un entre les crochets, ou supprimez le lien",
    en: "this link has no text: write one between the brackets, or remove the link")
}
