import DataTree
import Readers
import SourceText

/// What to write in place of what a reader does not take.
enum RefusalMending {
  /// A fix, where one is plain: safe where every reader then reads what those that took the text read before.
  static func fix(_ refusal: Refusal, at range: ByteRange, _ context: RuleContext) -> Fix? {
    switch refusal.reason {
    case .noClosingFence: return closing(context)
    case .tab, .character, .indentation, .missingColon:
      if let fix = blanks(around: range, context) { return fix }
    default: break
    }
    guard let node = scalar(at: range.start, context.tree) else { return nil }
    return rewritten(node, context)
  }

  /// The closing fence that every reader takes.
  private static func closing(_ context: RuleContext) -> Fix? {
    guard let closing = context.document.frontMatter.closing else { return nil }
    let isDots = context.bytes[closing.indices].allSatisfy { $0 == Byte.dot }
    if isDots { return Fix(.write("---"), .safe, Edit(closing, "---")) }
    guard closing.end == context.bytes.count else { return nil }
    return Fix(
      Message(fr: "Finir la ligne", en: "End the line"), .safe,
      .insertion(context.encoding.crlf.isEmpty ? "\n" : "\r\n", at: closing.end))
  }

  /// Tabs alone on a line, or after a dash before a value of one line.
  private static func blanks(around range: ByteRange, _ context: RuleContext) -> Fix? {
    let content = context.document.frontMatter.content
    let bytes = context.bytes
    var start = range.start
    while start > content.start, bytes[start - 1] != Byte.lineFeed { start -= 1 }
    var end = min(range.start, content.end)
    while end < content.end, !bytes[end].isLineBreak { end += 1 }
    // A reader may stop at the line that follows the tabs.
    for _ in 0..<2 {
      if start < end, bytes[start..<end].allSatisfy(\.isBlank), bytes[start..<end].contains(Byte.tab),
        !context.tree.nodes.contains(where: { $0.kind == .scalar && $0.range.start < end && $0.range.end > start })
      {
        return Fix(
          Message(fr: "Supprimer la tabulation", en: "Delete the tab"), .safe, .deletion(ByteRange(start, end)))
      }
      guard start > content.start else { break }
      end = start - 1
      if end > content.start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
      start = end
      while start > content.start, bytes[start - 1] != Byte.lineFeed { start -= 1 }
    }
    guard let gap = tabsAfterDash(at: range.start, context), let node = scalar(at: gap.end, context.tree),
      context.tree.range(of: node).start == gap.end, context.tree[node].style != .literal,
      context.tree[node].style != .folded
    else { return nil }
    return Fix(
      Message(fr: "Mettre une espace à la place", en: "Write a space instead"), .safe, Edit(gap, " "))
  }

  /// The blanks with a tab that stand between a dash and its item.
  private static func tabsAfterDash(at place: Int, _ context: RuleContext) -> ByteRange? {
    let bytes = context.bytes
    var start = min(place, bytes.count)
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    if start < bytes.count, bytes[start] == Byte.dash { start += 1 }
    var end = start
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    guard start > 0, bytes[start - 1] == Byte.dash, start < end, bytes[start..<end].contains(Byte.tab) else {
      return nil
    }
    return ByteRange(start, end)
  }

  // MARK: Scalars

  private static func scalar(at place: Int, _ tree: DataTree) -> NodeID? {
    tree.nodes.indices.first { index in
      let node = tree.nodes[index]
      return node.kind == .scalar && !node.range.isEmpty && node.range.start <= place && place <= node.range.end
    }.map { NodeID($0) }
  }

  /// A scalar of one line written in quotes, where every reader then takes it for the text that it is.
  private static func rewritten(_ id: NodeID, _ context: RuleContext) -> Fix? {
    let tree = context.tree
    let node = tree[id]
    guard node.style == .plain || node.style == .doubleQuoted, !node.hasProperties, node.range.count < 1000,
      !tree.bytes[node.range.indices].contains(where: \.isLineBreak)
    else { return nil }
    let text = tree.utf8(of: id)
    // Halves of surrogates are no characters.
    guard !String(decoding: text, as: UTF8.self).unicodeScalars.contains("\u{FFFD}"),
      let written = context.written(text, at: .flow, like: node.style == .plain ? context.quotes : .doubleQuoted),
      written != Array(tree.bytes[node.range.indices])
    else { return nil }
    var isSafe = true
    for reader in context.options.readers.readers {
      guard case .string(text)? = reader.reading(of: written) else { return nil }
      switch reader.reading(of: Array(tree.bytes[node.range.indices])) {
      case nil, .string(text)?: break
      default: isSafe = false
      }
    }
    return Fix(
      node.style == .plain
        ? Message(fr: "Mettre la valeur entre guillemets droits", en: "Put the value between straight quotes")
        : Message(fr: "Écrire les caractères eux-mêmes", en: "Write the characters themselves"),
      isSafe ? .safe : .unsafe, Edit(node.range, written))
  }

  // MARK: Words

  /// What to do about it, as the end of a sentence.
  static func advice(_ reason: RefusalReason) -> Message {
    switch reason {
    case .tab: Message(fr: "mettez des espaces à la place", en: "write spaces instead")
    case .escape, .unprintable, .encoding:
      Message(fr: "écrivez le caractère lui-même, ou supprimez-le", en: "write the character itself, or delete it")
    case .keyType: Message(fr: "mettez la clé entre guillemets droits", en: "put the key between straight quotes")
    case .merge: Message(fr: "écrivez les clés une à une", en: "write the keys one by one")
    case .calendar:
      Message(
        fr: "vérifiez la date, ou mettez-la entre guillemets droits",
        en: "check the date, or put it between straight quotes")
    case .noMapping: Message(fr: "écrivez des lignes «\u{A0}clé: valeur\u{A0}»", en: "write lines “key: value”")
    case .noFrontMatter:
      Message(fr: "écrivez «\u{A0}---\u{A0}» seul sur la première ligne", en: "write “---” alone on the first line")
    case .noClosingFence:
      Message(fr: "fermez-le par une ligne «\u{A0}---\u{A0}»", en: "close it with a line “---”")
    case .otherEnd: Message(fr: "commencez la ligne autrement", en: "begin the line in another way")
    case .blankLine: Message(fr: "supprimez la ligne vide", en: "remove the empty line")
    case .longKey: Message(fr: "écrivez une clé courte", en: "write a short key")
    case .secondDocument, .directive: Message(fr: "supprimez cette ligne", en: "remove this line")
    case .indentation: Message(fr: "alignez la ligne avec ses voisines", en: "line it up with its neighbours")
    default:
      Message(
        fr: "mettez la valeur entre guillemets droits, ou écrivez-la autrement",
        en: "put the value between straight quotes, or write it in another way")
    }
  }
}
