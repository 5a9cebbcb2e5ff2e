import DataTree
import SourceText

/// A value that is not one of a list, or a slip of a known word.
enum UnknownValue: Rule {
  static let info = RuleInfo(
    id: "unknown-value", group: .values, severity: .error, yieldsTo: ["invalid-utf8", "mojibake", "placeholder-left"],
    fixability: .unsafe,
    summary: Message(fr: "une valeur n’est pas dans la liste", en: "a value is not in the list"),
    rationale: Message(
      fr: """
        Certaines lignes n’acceptent que des valeurs d’une liste, à la lettre près, accents et majuscules compris\u{A0}: le \
        site range les offres par elles. Dans un texte libre comme «\u{A0}contrat\u{A0}», seul un mot presque connu est signalé.
        """,
      en: """
        Some lines only take values of a list, to the letter, accents and capitals included: the site sorts postings \
        by them. In free text such as “contrat” only a slip of a known word is reported.
        """),
    examples: [
      .bad(.frontMatter, "domaines:\n  - developpement\n", fixed: "domaines:\n  - Développement\n"),
      .bad(.frontMatter, "contrat: indépendent\n", fixed: "contrat: indépendant\n"),
      .good(.frontMatter, "contrat: CDD de 3 ans, renouvelable\n"),
    ])

  /// The slips of known words in free text: words of five letters or more, one or two letters away.
  static func problems(of id: NodeID, in tree: DataTree, words: [[UInt8]]) -> [ValueProblem] {
    let node = tree[id]
    guard node.kind == .scalar, node.isVerbatim, node.style != .literal, node.style != .folded else { return [] }
    var result: [ValueProblem] = []
    for range in self.words(in: tree.bytes, tree.content(of: id)) {
      let word = Array(tree.bytes[range.indices])
      guard let match = near(word, among: words) else { continue }
      let shown = Quoted.text(word)
      let wanted = Quoted.text(match)
      result.append(
        ValueProblem(
          rule: Self.self, node: id, range: range,
          message: Message(
            fr: "«\u{A0}\(shown)\u{A0}» est sans doute «\u{A0}\(wanted)\u{A0}»",
            en: "“\(shown)” is probably “\(wanted)”"),
          severity: .warning,
          fix: Fix(
            Message(fr: "Écrire «\u{A0}\(wanted)\u{A0}»", en: "Write “\(wanted)”"), .unsafe, Edit(range, Array(match))))
      )
    }
    return result
  }

  /// The known word that `word` is a slip of; nothing where it is a known word, its plural, or a word of its own.
  private static func near(_ word: [UInt8], among words: [[UInt8]]) -> [UInt8]? {
    guard word.count >= 5 else { return nil }
    var singular = word
    if singular.last == UInt8(ascii: "s") { singular.removeLast() }
    if words.contains(where: { equal($0, word) || equal($0, singular) }) { return nil }
    guard let match = EditDistance.nearest(to: word, among: words), match.isUnique, match.distance <= 1 else {
      return nil
    }
    let wanted = words[match.index]
    return wanted.count >= 5 && wanted != singular ? wanted : nil
  }

  /// Whether two words are the same but for the case of ASCII letters.
  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && $0.isLetter) }
  }

  /// The words of a text; the dots of inclusive writing (`indépendant·e`) end a word.
  private static func words(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    var start = range.start
    var index = range.start
    while index < range.end {
      let length = UTF8Scan.length(at: index, in: bytes)
      if !isWordPart(index, length, in: bytes) {
        if index > start { result.append(ByteRange(start, index)) }
        start = index + length
      }
      index += length
    }
    if index > start { result.append(ByteRange(start, min(index, range.end))) }
    return result
  }

  private static func isWordPart(_ index: Int, _ length: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "-") || byte.isLetter { return true }
    // Accented letters of Latin scripts; signs such as the middle dot are none.
    return length == 2 && byte >= 0xC3 && byte <= 0xC9
  }
}
