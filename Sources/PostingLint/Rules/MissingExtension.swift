import Files
import SourceText

/// A posting without `.md`, which the site does not see.
enum MissingExtension: Rule {
  static let info = RuleInfo(
    id: "missing-extension", group: .file, severity: .error,
    summary: Message(fr: "le nom du fichier ne finit pas par .md", en: "the file name does not end in .md"),
    rationale: Message(
      fr: """
        Le site ne publie que les fichiers dont le nom finit par «\u{A0}.md\u{A0}». Ce fichier commence comme une offre, mais \
        personne ne la verra. Renommez-le. Cela n’est dit que d’un dossier ou d’un fichier que l’on nomme\u{A0}: les hooks ne \
        donnent que les fichiers dont le nom dit que c’est du Markdown.
        """,
      en: """
        The site only publishes files whose name ends in “.md”. This file begins like a posting, but nobody will see \
        it. Rename it. It is found where a folder or the file itself is checked: hooks are given only files whose name \
        says that they are Markdown.
        """),
    examples: [
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30-coach"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30-coach.md.txt"),
      .good(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30-coach.md"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName, context.options.liesAmongPostings, context.document.frontMatter.isPresent else {
      return
    }
    guard !FileFinder.isMarkdown(context.document.source.path.fileName) else { return }
    let name = wanted(Array(context.document.source.path.fileName))
    findings.add(Self.self, at: ByteRange(at: 0), message(Quoted.name(name)))
  }

  /// The name with `.md` at its end, and without the `.txt` that an editor put behind it.
  private static func wanted(_ name: [UInt8]) -> [UInt8] {
    let stem = FileFinder.isMarkdownText(name) ? Array(name.dropLast(4)) : name
    return FileFinder.isMarkdown(stem) ? stem : stem + Array(".md".utf8)
  }

  private static func message(_ wanted: String) -> Message {
    Message(
      fr: "sans «\u{A0}.md\u{A0}» à la fin de son nom, ce fichier n’est pas publié\u{A0}: renommez-le en \(fr: wanted)",
      en: "without “.md” at the end of its name this file is not published: rename it to \(en: wanted)")
  }
}
