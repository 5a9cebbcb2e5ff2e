import Markdown
import Roles
import SourceText

/// The character U+FFFD, which stands where a conversion lost a letter.
enum ReplacementCharacter: Rule {
  static let info = RuleInfo(
    id: "replacement-character", group: .encoding, severity: .error, yieldsTo: ["mojibake"],
    summary: Message(
      fr: "une lettre perdue est remplacée par «\u{A0}\u{FFFD}\u{A0}»", en: "a lost letter is replaced by “\u{FFFD}”"),
    rationale: Message(
      fr: """
        Le signe «\u{A0}\u{FFFD}\u{A0}» est ce qu’un outil écrit quand il n’a pas su lire une lettre, souvent accentuée\u{A0}; \
        d’autres écrivent «\u{A0}?\u{A0}» au milieu du mot. La lettre est perdue\u{A0}: retapez-la d’après le texte d’origine.
        """,
      en: """
        The sign “\u{FFFD}” is what a tool writes where it could not read a letter, most often an accented one; other tools \
        write “?” in the middle of the word. The letter is lost: type it again from the original.
        """),
    examples: [
      .bad(.body, "Nous cherchons une d\u{FFFD}veloppeuse.\n"),
      .bad(.body, "Nous cherchons une d?veloppeuse exp?riment?e.\n"),
      .good(.body, "Nous cherchons une développeuse. Qui? Vous.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    for range in context.encoding.replacements where !isMentioned(range, context.bytes) {
      findings.add(Self.self, at: range, message)
    }
    let lost = LostLetters.places(among: context.encoding.questionMarks, in: context.bytes)
    guard !lost.isEmpty else { return }
    var names = NameReading(context.bytes, body: context.document.frontMatter.body.start)
    let prose = lost.filter { context.body.region(at: $0.start) == nil && !names.isName(at: $0) }
    // One may be a sentence that ends there, but not where a letter in its place makes a role of the title.
    guard prose.count > 1 || prose.first.map({ hidesRole($0, context) }) == true else { return }
    for range in prose { findings.add(Self.self, at: range, questionMark) }
  }

  /// Whether the title that the sign stands in names a role once an accented letter is in its place.
  private static func hidesRole(_ place: ByteRange, _ context: RuleContext) -> Bool {
    guard let reader = context.options.roles else { return false }
    return context.titles.contains { title in
      let range = title.fileRange(ByteRange(0, title.text.count))
      guard title.reading.roles.isEmpty, range.count == title.text.count, range.start <= place.start,
        place.end <= range.end
      else { return false }
      return ["é", "è", "ê", "ô", "à", "ç", "î"].contains { letter in
        let offset = place.start - range.start
        let text = title.text[..<offset] + Array(letter.utf8) + title.text[(offset + 1)...]
        return !reader.read(reader.parse(Array(text))).roles.isEmpty
      }
    }
  }

  /// Whether a text speaks of the sign itself: it stands alone in quotes or brackets, or behind its name.
  private static func isMentioned(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    var before = bytes[max(0, range.start - 16)..<range.start]
    while let last = before.last, last.isBlank || before.suffix(2).elementsEqual(noBreakSpace) {
      before = before.dropLast(last.isBlank ? 1 : 2)
    }
    var after = bytes[range.end..<min(bytes.count, range.end + 8)]
    while let first = after.first, first.isBlank || after.prefix(2).elementsEqual(noBreakSpace) {
      after = after.dropFirst(first.isBlank ? 1 : 2)
    }
    if names.contains(where: { before.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return true }
    return quotes.contains { open, close in
      before.suffix(open.utf8.count).elementsEqual(open.utf8) && after.starts(with: close.utf8)
    }
  }

  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
  private static let names = ["U+FFFD", "U+FFFD`", "U+FFFD:", "U+FFFD,", "\\uFFFD", "\\ufffd"]
  private static let quotes = [("“", "”"), ("«", "»"), ("\"", "\""), ("'", "'"), ("‘", "’"), ("`", "`"), ("(", ")")]

  private static let message = Message(
    fr: "«\u{A0}\u{FFFD}\u{A0}» remplace une lettre perdue\u{A0}: écrivez la lettre de nouveau",
    en: "“\u{FFFD}” is in place of a lost letter: write the letter again")
  private static let questionMark = Message(
    fr: "«\u{A0}?\u{A0}» remplace une lettre perdue au milieu du mot\u{A0}: écrivez la lettre de nouveau",
    en: "“?” is in place of a lost letter in the middle of the word: write the letter again")
}
