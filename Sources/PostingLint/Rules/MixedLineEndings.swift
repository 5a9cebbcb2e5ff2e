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
        Une partie des lignes finit à la manière de Windows (CRLF), une autre non (LF). Cela vient d’un copier-coller \
        entre deux machines\u{A0}; les comparaisons de versions deviennent illisibles. La correction suit la majorité.
        """,
      en: """
        Some lines end the Windows way (CRLF), others do not (LF). It comes from copying between machines, and makes \
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
    let parts = context.document.frontMatter
    // A content manager writes front matter anew with LF, at every save: CRLF in it would not last.
    let isWrittenAnew = parts.isPresent && Int(scan.crlf.first ?? 0) >= parts.body.start
    let toCRLF = !isWrittenAnew && scan.crlf.count > scan.lfCount + scan.cr.count
    let bytes = context.bytes
    var edits = scan.cr.map { offset in
      let offset = Int(offset)
      // CR CR LF is one line end, which a program that writes CR LF wrote again.
      let isDoubled = offset + 2 < bytes.count && bytes[offset + 1] == 0x0D && bytes[offset + 2] == 0x0A
      return isDoubled
        ? Edit.deletion(ByteRange(offset, offset + 1)) : Edit(ByteRange(offset, offset + 1), toCRLF ? "\r\n" : "\n")
    }
    if toCRLF {
      edits += loneLineFeeds(in: bytes).map { Edit.insertion("\r", at: $0) }
    } else {
      edits += scan.crlf.map { Edit.deletion(ByteRange(Int($0), Int($0) + 1)) }
    }
    guard let first = edits.map(\.range.start).min() else { return }
    let end = !toCRLF && scan.crlf.first.map(Int.init) == first ? first + 2 : first + 1
    let fix = Fix(title(toCRLF: toCRLF), .safe, edits)
    if kinds == 1 {
      findings.add(Self.self, at: ByteRange(first, end), carriageReturns, severity: .error, fix: fix)
    } else {
      let isMost = toCRLF || scan.lfCount >= max(scan.crlf.count, scan.cr.count)
      findings.add(
        Self.self, at: ByteRange(first, end), message(toCRLF: toCRLF, isMost: isMost, count: edits.count, scan),
        fix: fix)
    }
  }

  private static func loneLineFeeds(in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] == 0x0A && ($0 == 0 || bytes[$0 - 1] != 0x0D) }
  }

  private static func message(toCRLF: Bool, isMost: Bool, count: Int, _ scan: EncodingScan) -> Message {
    let wanted = toCRLF ? "CRLF" : "LF"
    let total = scan.crlf.count + scan.cr.count + scan.lfCount
    let share =
      isMost ? Message(fr: " (\(count) sur \(total))", en: " (\(count) of \(total))") : Message(fr: "", en: "")
    return Message(
      fr:
        "les lignes ne finissent pas toutes de la même façon\(share.fr)\u{A0}: choisissez «\u{A0}\(wanted)\u{A0}» dans l’éditeur",
      en: "the lines do not all end the same way\(share.en): choose “\(wanted)” in the editor")
  }

  private static let carriageReturns = Message(
    fr:
      "les fins de ligne sont d’une sorte ancienne (CR), illisible pour le site\u{A0}: choisissez «\u{A0}LF\u{A0}» dans l’éditeur",
    en: "the line ends are of an old kind (CR), which the site cannot read: choose “LF” in the editor")

  private static func title(toCRLF: Bool) -> Message {
    let wanted = toCRLF ? "CRLF" : "LF"
    return Message(fr: "Finir chaque ligne par \(wanted)", en: "End every line with \(wanted)")
  }
}
