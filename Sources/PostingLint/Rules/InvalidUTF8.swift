import Mojibake
import SourceText

/// Bytes that are no UTF-8.
enum InvalidUTF8: Rule {
  static let info = RuleInfo(
    id: "invalid-utf8", group: .encoding, severity: .error, fixability: .unsafe,
    summary: Message(fr: "le fichier n’est pas en UTF-8", en: "the file is not UTF-8"),
    rationale: Message(
      fr: """
        Le site attend de l’UTF-8. Un fichier enregistré dans un ancien encodage (Windows-1252, Latin-1) montre des \
        signes étranges à la place des accents, ou n’est pas publié. Choisissez « UTF-8 » dans l’éditeur, à \
        l’enregistrement.
        """,
      en: """
        The site expects UTF-8. A file saved in an older encoding (Windows-1252, Latin-1) shows strange signs in place \
        of accents, or is not published. Choose “UTF-8” in the editor when you save.
        """),
    examples: [.good(.body, "L’équipe a été renforcée.\n")])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let source = context.posting.source
    for range in context.encoding.invalid {
      let guess: [UInt8]? = nil
      let fix = guess.flatMap { Fix(title, .unsafe, [Edit(range, $0)]) }
      findings.add(Self.self, at: range, message(source[range], guess), fix: fix)
    }
  }

  private static func message(_ bytes: ArraySlice<UInt8>, _ guess: [UInt8]?) -> Message {
    let codes = bytes.prefix(4).map { "0x" + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    let more = bytes.count > 4 ? " …" : ""
    guard let guess else {
      return Message(
        fr: "octets illisibles en UTF-8 (\(codes)\(more)) : enregistrez le fichier en UTF-8",
        en: "bytes that are no UTF-8 (\(codes)\(more)): save the file as UTF-8")
    }
    let text = Quoted.text(guess)
    return Message(
      fr: "octets illisibles en UTF-8 (\(codes)\(more)), sans doute « \(text) » : enregistrez le fichier en UTF-8",
      en: "bytes that are no UTF-8 (\(codes)\(more)), probably “\(text)”: save the file as UTF-8")
  }

  private static let title = Message(fr: "Réécrire en UTF-8", en: "Rewrite as UTF-8")
}
