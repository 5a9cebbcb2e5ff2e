import Addresses
import Markdown
import Mojibake
import SourceText

/// Letters with accents in a mail link that should be percent-encoded.
enum MailtoNotEncoded: Rule {
  static let info = RuleInfo(
    id: "mailto-not-encoded", group: .links, severity: .warning, fixability: .safe,
    summary: Message(
      fr: "un lien de courriel contient des lettres accentuées", en: "an e-mail link contains accented letters"),
    rationale: Message(
      fr: """
        Dans un lien de courriel, une lettre accentuée s’écrit encodée\u{A0}: «\u{A0}é\u{A0}» devient «\u{A0}%C3%A9\u{A0}». Sinon certains \
        logiciels affichent un objet illisible. La correction l’écrit pour vous.
        """,
      en: """
        In a mail link an accented letter is written encoded: “é” becomes “%C3%A9”. Otherwise some programs show a \
        garbled subject. The fix writes it for you.
        """),
    examples: [
      .bad(
        .body, "[Écrire](mailto:a@exemple.fr?subject=Développeuse)\n",
        fixed: "[Écrire](mailto:a@exemple.fr?subject=D%C3%A9veloppeuse)\n"),
      .good(.body, "[Écrire](mailto:a@exemple.fr?subject=D%C3%A9veloppeuse)\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    context.mailtoLinks.forEachThatMayLackEncoding { mail in
      let errors = mail.uri.errors.filter { $0.isMissingEncoding && !isHarmless($0, mail) }
      guard let first = errors.first, let last = errors.last else { return }
      let range = mail.source(of: first.range.union(last.range))
      // A link to no good address is to be looked at whole.
      let edits = mail.isDamaged || !mail.uri.recipients.allSatisfy(\.isValid) ? [] : edits(errors, mail)
      let isSafe = mail.isMendedSafely
      let fix = edits.count == errors.count ? Fix(title, isSafe ? .safe : .unsafe, edits) : nil
      findings.add(
        Self.self, at: range, message(edits.first, isSafe, mail.source(of: first.range), context), fix: fix)
    }
  }

  /// A slash or a question mark may stand in the query of any URI (RFC 3986, 3.4), though RFC 6068 does without them.
  private static func isHarmless(_ error: MailtoError, _ mail: MailtoLink) -> Bool {
    error.range.count == 1 && error.range.start >= mail.uri.pathRange.end
      && (mail.target.bytes[error.range.start] == UInt8(ascii: "/")
        || mail.target.bytes[error.range.start] == UInt8(ascii: "?"))
  }

  /// What encodes each of `errors`. A letter and its accent are encoded as the one character that they are.
  private static func edits(_ errors: [MailtoError], _ mail: MailtoLink) -> [Edit] {
    var accents = Composition.findings(in: mail.target.bytes)[...]
    return errors.compactMap { error in
      while let accent = accents.first, accent.range.end <= error.range.start { accents.removeFirst() }
      guard error.kind == .letterNotEncoded, let first = accents.first, first.range.overlaps(error.range) else {
        return mail.edit(error)
      }
      // The letter may be an ASCII one, which stands before what is reported.
      let part = first.range.union(error.range)
      let inside = accents.prefix { $0.range.start < part.end }
      let text = Array(mail.target.bytes[part.indices]).applying(
        inside.map { Edit($0.range.moved(by: -part.start), $0.replacement) })
      return Edit(mail.source(of: part), PercentCoding.encode(text))
    }
  }

  /// What is written in place of the first letter or sign, and of the others where `--fix` mends all.
  private static func message(_ edit: Edit?, _ isSafe: Bool, _ range: ByteRange, _ context: RuleContext) -> Message {
    guard let edit else {
      let shown = Quoted.text(context.document.source[range])
      return Message(
        fr: "\(fr: shown) peut s’afficher mal dans le courriel\u{A0}: vérifiez d’abord l’adresse électronique",
        en: "\(en: shown) may show wrongly in the e-mail: check the e-mail address first")
    }
    let shown = Quoted.text(context.document.source[edit.range])
    let code = Quoted.text(edit.replacement)
    let option = isSafe ? Message(fr: ", ou utilisez --fix", en: ", or use --fix") : Message(fr: "", en: "")
    return Message(
      fr: "\(fr: shown) peut s’afficher mal dans le courriel\u{A0}: écrivez \(code) à la place\(option.fr)",
      en: "\(en: shown) may show wrongly in the e-mail: write \(code) in its place\(option.en)")
  }
  private static let title = Message(fr: "Écrire les codes des lettres", en: "Write the codes of the letters")
}
