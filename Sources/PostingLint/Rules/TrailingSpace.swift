import DataTree
import SourceText

/// Blanks at the end of a line of the front matter.
enum TrailingSpace: Rule {
  static let info = RuleInfo(
    id: "trailing-space", group: .values, severity: .info, isOnByDefault: false, fixability: .safe,
    summary: Message(fr: "une ligne de l’en-tête finit par des espaces", en: "a line of front matter ends with spaces"),
    rationale: Message(
      fr: """
        Des espaces en fin de ligne ne changent pas la valeur, mais apparaissent comme des modifications dans les \
        relectures. Cette règle n’est active que sur demande.
        """,
      en: """
        Spaces at the end of a line do not change the value, but show up as changes in reviews. This rule is off \
        unless asked for.
        """),
    examples: [
      .bad(.frontMatter, "techno: Ruby  \n", fixed: "techno: Ruby\n"),
      .good(.frontMatter, "techno: Ruby\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let bytes = context.bytes
    let content = context.document.frontMatter.content
    // Scalars stand in the order of the text, so one walk over them serves all lines.
    var scalars = context.tree.nodes.lazy.filter { $0.kind == .scalar }.map(\.range).makeIterator()
    var scalar = scalars.next()
    var index = content.start
    while index < content.end {
      let start = index
      while index < content.end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      var blank = index
      while blank > start, bytes[blank - 1] == 0x20 || bytes[blank - 1] == 0x09 { blank -= 1 }
      while let passed = scalar, passed.end <= blank { scalar = scalars.next() }
      // Inside a value of several lines blanks may count.
      if blank < index, scalar.map({ $0.start >= blank }) ?? true {
        let range = ByteRange(blank, index)
        findings.add(Self.self, at: range, message, fix: Fix(title, .safe, .deletion(range)))
      }
      while index < content.end, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    }
  }

  private static let message = Message(
    fr: "cette ligne finit par des espaces\u{A0}: supprimez-les", en: "this line ends with spaces: delete them")
  private static let title = Message(fr: "Supprimer les espaces", en: "Delete the spaces")
}
