import Readers
import SourceText

/// A page without front matter whose text begins with a brace, which Hugo takes for JSON.
enum BraceAtStart: Rule {
  static let info = RuleInfo(
    id: "brace-at-start", group: .frontMatter, severity: .warning,
    exceptions: [
      SeverityException(.error, fr: "quand le site est fait avec Hugo", en: "where the site is made with Hugo")
    ],
    summary: Message(fr: "la page commence par une accolade", en: "the page begins with a brace"),
    rationale: Message(
      fr: """
        Une page dont le premier signe est «\u{A0}{\u{A0}» a, pour Hugo, un en-tête en JSON. Si c’est un modèle («\u{A0}{{<\u{A0}» ou «\u{A0}{%\u{A0}»), la \
        construction du site s’arrête. Mettez un en-tête devant.
        """,
      en: """
        A page whose first sign is “{” has, for Hugo, front matter in JSON. Where it is a template (“{{<” or “{%”) the build \
        of the site stops. Put front matter before it.
        """),
    examples: [
      .bad(.file, "{{< figure >}}\nTexte.\n"),
      .good(.file, "---\nroles: Coach\nopen: true\nstartup: exemple\ndomaines: [Coaching]\n---\n{{< figure >}}\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let document = context.document
    guard document.form == .frontMatter, !document.frontMatter.isPresent, !context.isInclude else { return }
    let losing = context.options.readers.readers.filter { $0 == .hugo || $0 == .hugo0111 }
    guard let severity = context.gravity(ofLossIn: losing) else { return }
    let body = document.frontMatter.body
    guard let first = context.bytes[body.indices].firstIndex(where: { !$0.isBlank && !$0.isLineBreak }),
      context.bytes[first] == Byte.openBrace,
      // A comment of Jinja or Nunjucks, which Hugo's templates do not have.
      first + 1 >= body.end || context.bytes[first + 1] != Byte.hash
    else { return }
    findings.add(Self.self, at: ByteRange(first, first + 1), message, severity: severity)
  }

  private static let message = Message(
    fr: "Hugo prend cette accolade pour un en-tête en JSON et s’arrête\u{A0}: ajoutez un en-tête devant",
    en: "Hugo takes this brace for JSON front matter and stops: add front matter before it")
}
