import Readers
import SourceText

/// What TOML 1.1 takes and readers of TOML 1.0 refuse.
enum NewerTOMLSyntax: Rule {
  static let info = RuleInfo(
    id: "newer-toml-syntax", group: .frontMatter, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "quand un lecteur du site refuse la page", en: "where a reader of the site refuses the page")
    ],
    summary: Message(
      fr: "l’en-tête contient du TOML 1.1, que d’autres refusent",
      en: "the front matter has TOML 1.1, which others refuse"),
    rationale: Message(
      fr: """
        TOML 1.1 permet une heure sans secondes, \\e, \\x41, et un groupe entre accolades sur plusieurs lignes. Hugo 0.168 le lit\u{A0}; \
        Hugo 0.111, Python et Nikola refusent alors toute la page. Écrivez la forme que tous lisent.
        """,
      en: """
        TOML 1.1 allows a time without seconds, \\e, \\x41, and a group in braces over several lines. Hugo 0.168 reads it; Hugo \
        0.111, Python and Nikola then refuse the whole page. Write the form that all of them read.
        """),
    examples: [
      .bad(.toml, "heure = 07:27\n"),
      .good(.toml, "heure = 07:27:00\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let newer = context.document.suspects.filter { $0.kind == .newerSyntax }
    guard !newer.isEmpty else { return }
    let names = refusing(context)
    if let names, names.isEmpty { return }
    for suspect in newer {
      var message = suspect.message
      if let names {
        let list = names.joined(separator: ", ")
        message = Message(
          fr: "\(message.fr) (\(list)\u{A0}: page refusée)", en: "\(message.en) (\(list): the page is refused)")
      }
      findings.add(Self.self, at: suspect.range, message, severity: names == nil ? nil : .error, fix: suspect.fix)
    }
  }

  /// The readers of the site that read TOML and do not take this one; `nil` where the readers are not known, or where
  /// the mistakes of the block would be the reason.
  private static func refusing(_ context: RuleContext) -> [String]? {
    let document = context.document
    guard context.options.readers.areKnown, document.form == .frontMatter, document.isParsable else { return nil }
    return context.options.readers.readers.filter { reader in
      switch reader {
      case .hugo, .hugo0111, .nikola, .pythonFrontmatter:
        // A reader that stops, or that goes on without the keys.
        guard case .mapping(let pairs)? = Readers.read(context.bytes, as: reader).value else { return true }
        return pairs.isEmpty
      default: return false
      }
    }.map(\.profile.title)
  }
}
