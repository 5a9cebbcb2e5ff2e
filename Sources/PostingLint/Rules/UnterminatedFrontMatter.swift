import SourceText

/// Front matter whose closing `---` is missing or misspelled.
enum UnterminatedFrontMatter: Rule {
  static let info = RuleInfo(
    id: "unterminated-front-matter", group: .frontMatter, severity: .error,
    exceptions: [
      SeverityException(.warning, fr: "quand une partie des outils la voit", en: "where some of the tools see its end")
    ], isValidity: true, fixability: .safe,
    summary: Message(fr: "l’en-tête n’est pas refermé", en: "the front matter is not closed"),
    rationale: Message(
      fr: """
        L’en-tête se termine par une seconde ligne «\u{A0}---\u{A0}», trois tirets sans espace devant. Sans elle, le site prend \
        toute l’offre pour l’en-tête et ne publie rien.
        """,
      en: """
        Front matter ends with a second line “---”, three hyphens with no space before them. Without it the site takes the whole \
        posting for front matter and publishes nothing.
        """),
    examples: [
      .bad(
        .file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n\nTexte de l’offre.\n",
        fixed: "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\n\nTexte de l’offre.\n"),
      .bad(
        .file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n--\nTexte de l’offre.\n",
        fixed: "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\nTexte de l’offre.\n"),
      .good(.file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n...\nTexte.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard !context.isInclude else { return }
    let fence = context.document.frontMatter.fence
    var severity: Severity?
    if context.document.syntax == .yaml, !context.options.validatesOnly,
      !context.document.frontMatter.problems.isEmpty, context.document.frontMatter.isPresent
    {
      // What every reader of the site takes for the end is one.
      guard let gravity = context.gravityOfFences() else { return }
      severity = gravity
    }
    for problem in context.document.frontMatter.problems {
      switch problem {
      case .nearDelimiter(let range, isOpening: false):
        let line = lineStart(before: range.start, in: context.bytes)
        let whole = ByteRange(line, range.end)
        findings.add(
          Self.self, at: whole,
          whole == range ? delimiterMessage(context.document.source.text(in: range), fence) : indentMessage(fence),
          severity: severity,
          fix: Fix(delimiterTitle(fence), .safe, Edit(whole, fence)))
      case .unterminated(let opening, let insertion):
        let needsBreak = insertion > 0 && context.bytes[insertion - 1] != 0x0A && context.bytes[insertion - 1] != 0x0D
        let end = context.encoding.crlf.isEmpty ? "\n" : "\r\n"
        findings.add(
          Self.self, at: opening, message(fence), severity: severity,
          fix: Fix(closeTitle, .unsafe, .insertion((needsBreak ? end : "") + fence + end, at: insertion)))
      default: break
      }
    }
  }

  private static func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return start
  }

  private static func message(_ fence: String) -> Message {
    let pair = fence == "---" ? (fr: "clé: valeur", en: "key: value") : (fr: "clé = valeur", en: "key = value")
    return Message(
      fr:
        "l’en-tête ouvert ici n’est pas refermé\u{A0}: ajoutez une ligne «\u{A0}\(fence)\u{A0}» après la dernière ligne «\u{A0}\(pair.fr)\u{A0}»",
      en: "the front matter opened here is not closed: add a line “\(fence)” after the last line “\(pair.en)”")
  }
  private static func indentMessage(_ fence: String) -> Message {
    Message(
      fr:
        "la ligne «\u{A0}\(fence)\u{A0}» qui referme l’en-tête commence par des espaces\u{A0}: supprimez-les",
      en: "the line “\(fence)” that closes the front matter starts with spaces: delete them")
  }
  private static func delimiterMessage(_ text: String, _ fence: String) -> Message {
    let signs =
      fence == "---"
      ? (fr: "trois tirets collés", en: "three hyphens") : (fr: "trois plus collés", en: "three plus signs")
    return Message(
      fr:
        "l’en-tête se referme par \(signs.fr)\u{A0}: remplacez «\u{A0}\(Quoted.text(text))\u{A0}» par «\u{A0}\(fence)\u{A0}»",
      en: "front matter closes with \(signs.en): replace “\(Quoted.text(text))” with “\(fence)”")
  }
  private static let closeTitle = Message(fr: "Refermer l’en-tête", en: "Close the front matter")
  static func delimiterTitle(_ fence: String) -> Message {
    Message(fr: "Écrire «\u{A0}\(fence)\u{A0}»", en: "Write “\(fence)”")
  }
}
