import SourceText

/// Text, blank lines or blanks above the opening `---`.
enum TextBeforeFrontMatter: Rule {
  static let info = RuleInfo(
    id: "text-before-front-matter", group: .frontMatter, severity: .error,
    exceptions: [
      SeverityException(.warning, fr: "quand une partie des outils le trouve", en: "where some of the tools find it")
    ], fixability: .safe,
    summary: Message(fr: "l’en-tête ne commence pas au début du fichier", en: "the front matter is not at the start"),
    rationale: Message(
      fr: """
        La ligne «\u{A0}---\u{A0}» qui ouvre l’en-tête doit être la toute première du fichier, sans espace devant. Sinon le site \
        prend l’en-tête pour du texte et le publie tel quel.
        """,
      en: """
        The line “---” that opens the front matter must be the very first of the file, with no space before it. Otherwise the \
        site takes the front matter for text and publishes it as it is.
        """),
    examples: [
      .bad(
        .file, "\n---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n",
        fixed: "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
      .bad(
        .file, "Offre d’emploi\n---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
      .good(.file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let fence = context.document.frontMatter.fence
    var severity: Severity?
    if context.document.syntax == .yaml, !context.options.validatesOnly, !context.document.frontMatter.problems.isEmpty,
      context.document.frontMatter.isPresent
    {
      // Where every reader of the site finds it, it stands well.
      guard let gravity = context.gravityOfFences() else { return }
      severity = gravity
    }
    for problem in context.document.frontMatter.problems {
      switch problem {
      case .blanksBefore(let range):
        // The pages of Zola's own manual begin with blanks above TOML.
        if context.document.syntax == .toml, !context.options.isPosting { continue }
        findings.add(
          Self.self, at: range, blanksMessage(fence), severity: severity,
          fix: Fix(title(fence), .safe, .deletion(range)))
      case .textBefore(let range):
        // Three lines of pandoc that give title, authors and date; it takes YAML anywhere below them.
        if !context.options.isPosting, context.bytes[range.start...].starts(with: "% ".utf8) { continue }
        findings.add(Self.self, at: range, textMessage(fence), severity: severity)
      case .nearDelimiter(let range, isOpening: true):
        let text = context.document.source.text(in: range)
        if fence.isEmpty {
          // gray-matter takes the name of the syntax behind the dashes: of a site that may have it another rule speaks.
          if !context.options.isPosting, !context.options.readers.areKnown { continue }
          findings.add(Self.self, at: range, braceMessage(text))
        } else {
          findings.add(
            Self.self, at: range, delimiterMessage(text, fence), severity: severity,
            fix: Fix(UnterminatedFrontMatter.delimiterTitle(fence), .safe, Edit(range, fence)))
        }
      default: break
      }
    }
  }

  private static func blanksMessage(_ fence: String) -> Message {
    let fence = fence.isEmpty ? "{" : fence
    return Message(
      fr:
        "«\u{A0}\(fence)\u{A0}» doit être au tout début du fichier\u{A0}: supprimez les espaces et les lignes vides au-dessus",
      en: "“\(fence)” must be at the very start of the file: delete the spaces and empty lines above it")
  }
  private static func textMessage(_ fence: String) -> Message {
    Message(
      fr: "ce texte est au-dessus de l’en-tête\u{A0}: déplacez-le sous la seconde ligne «\u{A0}\(fence)\u{A0}»",
      en: "this text is above the front matter: move it below the second line “\(fence)”")
  }
  private static func delimiterMessage(_ text: String, _ fence: String) -> Message {
    let signs = fence == "---" ? (fr: "trois tirets", en: "three hyphens") : (fr: "trois plus", en: "three plus signs")
    return Message(
      fr:
        "l’en-tête s’ouvre par \(signs.fr)\u{A0}: remplacez «\u{A0}\(Quoted.text(text))\u{A0}» par «\u{A0}\(fence)\u{A0}»",
      en: "front matter opens with \(signs.en): replace “\(Quoted.text(text))” with “\(fence)”")
  }
  private static func braceMessage(_ text: String) -> Message {
    Message(
      fr:
        "l’en-tête en JSON s’ouvre par son accolade\u{A0}: supprimez les lignes «\u{A0}\(Quoted.text(text))\u{A0}» autour",
      en: "JSON front matter opens with its brace: remove the lines “\(Quoted.text(text))” around it")
  }
  private static func title(_ fence: String) -> Message {
    let fence = fence.isEmpty ? "{" : fence
    return Message(
      fr: "Commencer le fichier par «\u{A0}\(fence)\u{A0}»", en: "Begin the file with “\(fence)”")
  }
}
