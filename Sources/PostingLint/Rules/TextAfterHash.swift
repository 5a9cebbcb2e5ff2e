import DataTree
import SourceText

/// A text that ends where a `#` glued to a word begins a comment: `Offre #atlas`.
enum TextAfterHash: Rule {
  static let info = RuleInfo(
    id: "text-after-hash", group: .values, scope: .postings, severity: .warning, yieldsTo: ["placeholder-left"],
    fixability: .unsafe,
    summary: Message(fr: "un texte s’arrête à un signe #", en: "a text stops at a sign #"),
    rationale: Message(
      fr: """
        Après une espace, le signe # commence une remarque, que le site ne lit pas\u{A0}: d’un titre comme «\u{A0}Offre \
        #atlas\u{A0}», il ne garde que «\u{A0}Offre\u{A0}». Mettez toute la valeur entre guillemets droits. Une vraie remarque \
        s’écrit avec une espace après #.
        """,
      en: """
        After a space, the sign # starts a remark, which the site does not read: of a title such as “Offre #atlas” it \
        keeps no more than “Offre”. Put the whole value in straight quotes. A real remark is written with a space after #.
        """),
    examples: [
      .bad(.frontMatter, "title: Offre #atlas\n", fixed: "title: \"Offre #atlas\"\n"),
      .good(.frontMatter, "title: \"Offre #atlas\"\n"),
      .good(.frontMatter, "title: Offre # validé le 3 mai\n"),
      .good(.frontMatter, "techno: C# et F#\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.document.syntax == .yaml, context.document.form == .frontMatter else { return }
    let comments = context.tree.comments.filter { isGlued($0, context.bytes) }
    guard !comments.isEmpty else { return }
    let texts = Dictionary(
      context.tree.nodes.indices.lazy.filter { isPlainText(NodeID($0), context.tree) }.map {
        (context.tree.nodes[$0].range.end, NodeID($0))
      }, uniquingKeysWith: { first, _ in first })
    for comment in comments {
      var end = comment.start
      while end > 0, context.bytes[end - 1] == 0x20 || context.bytes[end - 1] == 0x09 { end -= 1 }
      guard let text = texts[end], DateReading(context.tree.utf8(of: text)).timestamp == nil else { continue }
      let whole = ByteRange(context.tree.range(of: text).start, comment.end)
      let written = context.written(Array(context.bytes[whole.indices]), at: .flow, like: context.quotes)
      findings.add(
        Self.self, at: comment, message(Quoted.text(context.bytes[comment.indices])),
        fix: written.map { Fix(.write(Quoted.text($0)), .unsafe, Edit(whole, $0)) })
    }
  }

  /// Whether a letter or a digit follows the `#` at once, and no name of a program does.
  private static func isGlued(_ comment: ByteRange, _ bytes: [UInt8]) -> Bool {
    guard comment.count > 1 else { return false }
    let next = bytes[comment.start + 1]
    return (next >= 0x80 || next.isAlphanumeric)
      && !bytes[(comment.start + 1)..<comment.end].starts(with: "posting-lint".utf8)
  }

  private static func isPlainText(_ id: NodeID, _ tree: DataTree) -> Bool {
    tree[id].kind == .scalar && tree[id].style == .plain && tree[id].type == .string && tree[id].isVerbatim
  }

  private static func message(_ rest: String) -> Message {
    Message(
      fr:
        "la suite \(fr: rest) ne sera pas lue\u{A0}: mettez toute la valeur entre guillemets droits ( \" ), ou une espace après #",
      en: "the rest \(en: rest) will not be read: put the whole value in straight quotes (\"), or a space after #")
  }
}
