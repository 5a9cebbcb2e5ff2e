import Markdown
import SourceText

/// A second block between `---` lines: at the head of the text, or further down, where another posting was pasted.
enum SecondFrontMatter: Rule {
  static let info = RuleInfo(
    id: "second-front-matter", group: .frontMatter, scope: .postings, severity: .error,
    summary: Message(fr: "le fichier contient un second en-tête", en: "the file contains a second front matter"),
    rationale: Message(
      fr: """
        Un fichier n’a qu’un en-tête, et ne contient qu’une offre. Le site afficherait les lignes d’un second en-tête \
        comme du texte, et l’autre offre n’aurait ni page ni lien. Séparez deux offres en deux fichiers.
        """,
      en: """
        A file has one front matter and contains one posting. The site would show the lines of a second front matter as \
        text, and the other posting would have neither page nor link. Split two postings into two files.
        """),
    examples: [
      .bad(.body, "---\nroles: Coach\nopen: true\n---\n\nTexte.\n"),
      .bad(.body, "Une offre.\n\n---\nroles: Coach\nopen: true\n---\n\nUne autre offre.\n"),
      .good(.body, "Une offre.\n\n---\n\nContact\u{A0}: l’équipe\n\n---\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let frontMatter = context.document.frontMatter
    guard context.document.form == .frontMatter, frontMatter.closing != nil, frontMatter.syntax == .yaml else { return }
    let bytes = context.bytes
    let lines = context.lines
    let first = lines.line(at: frontMatter.body.start)
    // Where nothing but blank lines stands before it, a fence is at the head.
    var head = first
    while head < lines.lineStarts.count, isBlank(lines.range(ofLine: head), bytes) { head += 1 }
    var place = frontMatter.body.start
    let starts = lines.lineStarts
    for number in first..<starts.count {
      let start = max(Int(starts[number]), frontMatter.body.start)
      // Most lines begin with a letter.
      guard start < bytes.count, bytes[start] == Byte.dash, start >= place else { continue }
      let line = ByteRange(start, lines.range(ofLine: number).end)
      guard isFence(line, bytes) else { continue }
      let isHead = number <= head
      guard let block = block(after: number, lines, in: bytes), context.body.region(at: line.start) == nil else {
        continue
      }
      let known = context.keyGuide.names
      let count = block.keys.count { key in known.contains { Array($0.utf8) == key } }
      guard count > 1 || (isHead && count > 0) else { continue }
      findings.add(
        Self.self, at: ByteRange(line.start, line.start + 3), isHead ? headMessage : postingMessage,
        notes: [Diagnostic.Note(ByteRange(block.end.start, block.end.start + 3), endMessage)])
      place = block.end.end
    }
  }

  /// The keys of the lines up to the next fence, where all of them could stand in front matter, and that fence.
  private static func block(
    after fence: Int, _ lines: LineIndex, in bytes: [UInt8]
  ) -> (keys: [[UInt8]], end: ByteRange)? {
    var keys: [[UInt8]] = []
    for number in (fence + 1)..<max(fence + 1, lines.lineStarts.count) {
      let line = lines.range(ofLine: number)
      if line.isEmpty { return nil }
      if isFence(line, bytes) { return (keys, line) }
      let text = bytes[line.indices]
      if let colon = text.firstIndex(of: UInt8(ascii: ":")), text[..<colon].allSatisfy(isWord), colon > line.start {
        keys.append(Array(text[..<colon]))
      } else if keys.isEmpty || ![0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "#")].contains(bytes[line.start]) {
        return nil
      }
    }
    return nil
  }

  private static func isFence(_ line: ByteRange, _ bytes: [UInt8]) -> Bool {
    bytes.hasBytes("---", at: line.start, limit: line.end)
      && bytes[line.start + 3..<line.end].allSatisfy(\.isWhitespace)
  }

  private static func isBlank(_ line: ByteRange, _ bytes: [UInt8]) -> Bool {
    bytes[line.indices].allSatisfy(\.isWhitespace)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == Byte.dash
  }

  private static let headMessage = Message(
    fr: "un second en-tête suit le premier, le site l’afficherait\u{A0}: déplacez ses lignes dans le premier",
    en: "a second front matter follows the first, the site would show it: move its lines into the first")
  private static let postingMessage = Message(
    fr:
      "une seconde offre commence ici, le site l’afficherait avec la première\u{A0}: déplacez-la dans un autre fichier",
    en: "a second posting starts here, the site would show it with the first: move it to another file")
  private static let endMessage = Message(fr: "cet en-tête finit ici", en: "this front matter ends here")
}
