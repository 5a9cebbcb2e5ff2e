import SourceText

/// A file whose lines do not all end the same way.
enum MixedLineEndings: Rule {
  static let info = RuleInfo(
    id: "mixed-line-endings", group: .encoding, severity: .warning, fixability: .safe,
    summary: Message(
      fr: "les lignes ne finissent pas toutes de la même façon", en: "the lines do not all end the same way"),
    rationale: Message(
      fr: """
        Une partie des lignes finit à la manière de Windows (CR LF), une autre non (LF). Cela vient d’un copier-coller \
        entre deux machines\u{A0}; les comparaisons de versions deviennent illisibles. La correction suit la majorité.
        """,
      en: """
        Some lines end the Windows way (CR LF), others do not (LF). It comes from copying between machines, and makes \
        changes unreadable in reviews. The fix follows the majority.
        """),
    examples: [
      .bad(.body, "Une ligne de Windows,\r\nune autre.\n", fixed: "Une ligne de Windows,\nune autre.\n"),
      .good(.body, "Une ligne,\nune autre.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let scan = context.encoding
    let kinds = (scan.crlf.isEmpty ? 0 : 1) + (scan.cr.isEmpty ? 0 : 1) + (scan.lfCount == 0 ? 0 : 1)
    // A lone carriage return is never the wanted end, even where it is the only one.
    guard kinds > 1 || !scan.cr.isEmpty else { return }
    let toCRLF = scan.crlf.count > scan.lfCount + scan.cr.count
    var edits = scan.cr.map { Edit(ByteRange($0, $0 + 1), toCRLF ? "\r\n" : "\n") }
    if toCRLF {
      edits += loneLineFeeds(in: context.posting.source.bytes).map { Edit.insertion("\r", at: $0) }
    } else {
      edits += scan.crlf.map { Edit.deletion(ByteRange($0, $0 + 1)) }
    }
    guard let first = edits.map(\.range.start).min() else { return }
    let end = !toCRLF && scan.crlf.first == first ? first + 2 : first + 1
    findings.add(
      Self.self, at: ByteRange(first, end), message(toCRLF: toCRLF, count: edits.count),
      fix: Fix(title(toCRLF: toCRLF), .safe, edits))
  }

  private static func loneLineFeeds(in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] == 0x0A && ($0 == 0 || bytes[$0 - 1] != 0x0D) }
  }

  private static func message(toCRLF: Bool, count: Int) -> Message {
    let wanted = toCRLF ? "CR LF" : "LF"
    return Message(
      fr: "les fins de ligne sont mélangées\u{A0}; la plupart sont \(wanted), \(count) ne le sont pas",
      en: "line ends are mixed; most are \(wanted), \(count) are not")
  }

  private static func title(toCRLF: Bool) -> Message {
    let wanted = toCRLF ? "CR LF" : "LF"
    return Message(fr: "Finir chaque ligne par \(wanted)", en: "End every line with \(wanted)")
  }
}
