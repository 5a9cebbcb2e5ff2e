import Markdown
import SourceText

/// The marks that git leaves in a text of which two versions could not be joined.
enum MergeConflict: Rule {
  static let info = RuleInfo(
    id: "merge-conflict", group: .encoding, severity: .error, yieldsTo: ["yaml-syntax", "toml-syntax", "json-syntax"],
    summary: Message(
      fr: "deux versions du fichier sont mêlées", en: "two versions of the file are mixed"),
    rationale: Message(
      fr: """
        Quand deux personnes changent la même ligne, Git garde les deux versions entre des lignes de signes. Le site \
        les afficherait toutes les deux, avec les signes. Gardez une des deux versions.
        """,
      en: """
        When two persons change the same line, Git keeps both versions between lines of signs. The site would show \
        both, with the signs. Keep one of the two versions.
        """),
    examples: [
      .bad(.body, "<<<<<<< HEAD\nUne version.\n=======\nUne autre.\n>>>>>>> branche\n"),
      .good(.body, "Un titre\n=======\n\n> > > Une citation.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let bytes = context.bytes
    var opening: ByteRange?
    var hasMiddle = false
    let lines = context.lines
    let first = lines.line(at: context.document.frontMatter.body.start)
    let starts = lines.lineStarts
    let body = context.document.frontMatter.body.start
    for number in first..<starts.count {
      let start = max(Int(starts[number]), body)
      // Most lines begin with a letter.
      guard start < bytes.count, isSign(bytes[start]) else { continue }
      let line = ByteRange(start, lines.contentRange(ofLine: number, in: bytes).end)
      guard line.count >= 7, let sign = sign(line, bytes) else { continue }
      switch sign {
      case UInt8(ascii: "<") where context.body.region(at: line.start)?.kind != .fencedCode:
        opening = line
        hasMiddle = false
      case UInt8(ascii: "="): hasMiddle = opening != nil
      case UInt8(ascii: ">"):
        if let opening, hasMiddle {
          findings.add(
            Self.self, at: opening, message, notes: [Diagnostic.Note(line, Message(fr: "jusqu’ici", en: "up to here"))])
        }
        opening = nil
      default: break
      }
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == Byte.less || byte == Byte.equals || byte == Byte.greater
  }

  /// The sign of which a line begins with seven, and then a space, or nothing after `=`.
  private static func sign(_ line: ByteRange, _ bytes: [UInt8]) -> UInt8? {
    let sign = bytes[line.start]
    guard bytes[line.indices].prefix(7).allSatisfy({ $0 == sign }) else { return nil }
    if line.count == 7 { return sign == UInt8(ascii: "=") ? sign : nil }
    return bytes[line.start + 7] == 0x20 ? sign : nil
  }

  private static let message = Message(
    fr: "deux versions du texte sont mêlées ici (conflit Git)\u{A0}: gardez-en une et supprimez les lignes de signes",
    en: "two versions of the text are mixed here (Git conflict): keep one and remove the lines of signs")
}
