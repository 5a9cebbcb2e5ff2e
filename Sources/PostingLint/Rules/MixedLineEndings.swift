import SourceText

/// A file whose lines do not all end the same way.
enum MixedLineEndings: Rule {
  static let info = RuleInfo(
    id: "mixed-line-endings", group: .encoding, severity: .warning,
    exceptions: [
      SeverityException(
        .error, fr: "quand des lignes finissent par un retour chariot seul (CR)",
        en: "where lines end with a carriage return alone (CR)")
    ], fixability: .safe,
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
    let bytes = context.bytes
    var edits = scan.cr.map { offset in
      // CR CR LF is one line end, which a program that writes CR LF wrote again.
      let isDoubled = offset + 2 < bytes.count && bytes[offset + 1] == 0x0D && bytes[offset + 2] == 0x0A
      return isDoubled
        ? Edit.deletion(ByteRange(offset, offset + 1)) : Edit(ByteRange(offset, offset + 1), toCRLF ? "\r\n" : "\n")
    }
    if toCRLF {
      edits += loneLineFeeds(in: bytes).map { Edit.insertion("\r", at: $0) }
    } else {
      edits += scan.crlf.map { Edit.deletion(ByteRange($0, $0 + 1)) }
    }
    guard let first = edits.map(\.range.start).min() else { return }
    let end = !toCRLF && scan.crlf.first == first ? first + 2 : first + 1
    let fix = Fix(title(toCRLF: toCRLF), .safe, edits)
    if kinds == 1 {
      findings.add(Self.self, at: ByteRange(first, end), carriageReturns, severity: .error, fix: fix)
    } else {
      let isMost = toCRLF || scan.lfCount >= max(scan.crlf.count, scan.cr.count)
      findings.add(
        Self.self, at: ByteRange(first, end), message(toCRLF: toCRLF, isMost: isMost, count: edits.count), fix: fix)
    }
  }

  private static func loneLineFeeds(in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] == 0x0A && ($0 == 0 || bytes[$0 - 1] != 0x0D) }
  }

  private static func message(toCRLF: Bool, isMost: Bool, count: Int) -> Message {
    let wanted = toCRLF ? "CR LF" : "LF"
    guard isMost else {
      return Message(
        fr: "les fins de ligne sont mélangées\u{A0}: finissez chaque ligne par \(wanted)",
        en: "line ends are mixed: end every line with \(wanted)")
    }
    return Message(
      fr: "les fins de ligne sont mélangées\u{A0}; la plupart sont \(wanted), \(count) ne le sont pas",
      en: "line ends are mixed; most are \(wanted), \(count) are not")
  }

  private static let carriageReturns = Message(
    fr: "toutes les lignes finissent par CR seul, que le site ne lit pas\u{A0}: finissez-les par LF",
    en: "every line ends with CR alone, which the site does not read: end them with LF")

  private static func title(toCRLF: Bool) -> Message {
    let wanted = toCRLF ? "CR LF" : "LF"
    return Message(fr: "Finir chaque ligne par \(wanted)", en: "End every line with \(wanted)")
  }
}
