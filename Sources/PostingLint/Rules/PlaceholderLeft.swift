import DataTree
import SourceText

/// A comment or a value of the template that was left in.
enum PlaceholderLeft: Rule {
  static let info = RuleInfo(
    id: "placeholder-left", group: .values, scope: .postings, severity: .warning, fixability: .unsafe,
    summary: Message(fr: "un texte du modèle est resté", en: "text of the template was left in"),
    rationale: Message(
      fr: """
        Le modèle d’offre contient des explications et des valeurs d’exemple. Une fois l’offre écrite elles n’ont plus \
        de sens\u{A0}: supprimez le commentaire, remplacez la valeur.
        """,
      en: """
        The template contains explanations and sample values. Once the posting is written they mean nothing: remove the \
        comment, replace the value.
        """),
    examples: [
      .bad(
        .frontMatter, "junior: true # à compléter\n", fixed: "junior: true\n"),
      .bad(.frontMatter, "techno: TODO\n"),
      .bad(.frontMatter, "techno: <langage>\n"),
      .good(.frontMatter, "junior: true # TODO relire avec l’équipe\n"),
      .good(.frontMatter, "junior: true # validé avec l’équipe le 3 mai\n"),
    ])

  /// Pieces of what templates say to their reader; an author’s own note (`TODO`) is none of them, in lower case, with straight apostrophes.
  private static let hints: [[UInt8]] = [
    "identifiant de la startup", "avec peu d'expérience", "supprimer une fois", "titre spécifique pour", "à compléter",
    "a completer", "à remplir", "facultatif", "optionnel", "to be filled", "fill in",
  ].map { Array($0.utf8) }

  /// Values that stand for one that is to come, in lower case.
  private static let values: [[UInt8]] = [
    "todo", "tbd", "xxx", "???", "à compléter", "à définir", "a definir", "à remplir", "choix libre", "lorem ipsum",
    "exemple à remplacer", "changeme", "…", "...",
  ].map { Array($0.utf8) }

  /// No value with more bytes than this is one of ``values`` or stands in brackets, blanks around it and escapes in it
  /// allowed for.
  private static let longestValue = 60

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for comment in context.tree.comments {
      let text = lowered(context.bytes[comment.indices].drop { $0 == UInt8(ascii: "#") })
      guard hints.contains(where: { ByteSearch.contains($0, in: text) }) else { continue }
      findings.add(
        Self.self, at: comment, commentMessage,
        fix: Fix(title, .unsafe, CommentRemoval.edit(comment, in: context.bytes)))
    }
    guard let root = context.document.root else { return }
    for (key, value) in context.tree.pairs(of: root) where context.tree[value].kind == .scalar {
      guard context.tree.content(of: value).count <= longestValue else { continue }
      guard mayStart(value, context.tree) else { continue }
      let text = trimmed(lowered(context.tree.utf8(of: value)))
      guard isInAngleBrackets(text) || values.contains(where: { text.elementsEqual($0) }) else { continue }
      findings.add(
        Self.self, at: context.tree.range(of: value), valueMessage(Quoted.text(context.tree.utf8(of: value))),
        pointer: JSONPointer.appending(context.tree.text(of: key)))
    }
  }

  /// Whether a value begins like one of ``values``, or in a way that must be read first: with a blank, or an escape
  /// somewhere.
  private static func mayStart(_ value: NodeID, _ tree: DataTree) -> Bool {
    let range = tree.content(of: value)
    guard tree[value].isVerbatim else { return true }
    guard !range.isEmpty else { return false }
    return switch tree.bytes[range.start] {
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "a"),
      UInt8(ascii: "A"), UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "l"), UInt8(ascii: "L"),
      UInt8(ascii: "e"), UInt8(ascii: "E"), Byte.less, Byte.question, Byte.dot, Byte.space, 0x80...:
      true
    default: false
    }
  }

  /// `<intitulé du poste>`; an address in such brackets is none.
  private static func isInAngleBrackets(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == Byte.less, text.last == Byte.greater, text.count > 4 else { return false }
    return !text.dropFirst().dropLast().contains { "<>@:/=\"".utf8.contains($0) }
  }

  /// ASCII and Latin-1 letters in lower case, the curly apostrophe straight.
  private static func lowered(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.underestimatedCount)
    var isLatin = false
    for byte in text {
      if byte >= 0x41 && byte <= 0x5A {
        result.append(byte | 0x20)
      } else if isLatin && byte >= 0x80 && byte <= 0x9E {
        result.append(byte | 0x20)
      } else if byte == 0x99, result.suffix(2).elementsEqual([0xE2, 0x80]) {
        result.removeLast(2)
        result.append(UInt8(ascii: "'"))
      } else {
        result.append(byte)
      }
      isLatin = byte == 0xC3
    }
    return result
  }

  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var text = text[...]
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  private static let commentMessage = Message(
    fr: "ce commentaire vient du modèle\u{A0}: supprimez-le une fois la ligne remplie",
    en: "this comment comes from the template: remove it once the line is filled in")
  private static func valueMessage(_ text: String) -> Message {
    Message(
      fr: "\(fr: text) est resté du modèle, ou reste à compléter\u{A0}: écrivez la vraie valeur, ou supprimez la ligne",
      en:
        "\(en: text) was left from the template, or is still to be filled in: write the real value, or remove the line")
  }
  private static let title = Message(fr: "Supprimer le commentaire", en: "Remove the comment")
}
