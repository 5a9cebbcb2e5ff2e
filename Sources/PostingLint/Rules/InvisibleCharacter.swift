import SourceText

/// A character that takes no room and changes how a word is found, copied or compared.
enum InvisibleCharacter: Rule {
  static let info = RuleInfo(
    id: "invisible-character", group: .encoding, severity: .warning, fixability: .safe,
    summary: Message(fr: "caractère invisible dans le texte", en: "invisible character in the text"),
    rationale: Message(
      fr: """
        Une espace de largeur nulle, un trait d’union conditionnel ou une marque de sens d’écriture ne se voient pas, \
        mais cassent la recherche, les liens et les identifiants. Ils viennent d’un copier-coller depuis une page web \
        ou un traitement de texte. Les liants à l’intérieur d’un emoji ne sont jamais signalés.
        """,
      en: """
        A zero-width space, a soft hyphen or a direction mark cannot be seen, but breaks search, links and ids. They \
        come with text copied from a web page or a word processor. Joiners inside an emoji are never reported.
        """),
    examples: [
      .bad(.body, "La start\u{200B}-up.\n", fixed: "La start-up.\n"),
      .good(.body, "Une équipe 👩\u{200D}💻 et un cœur ❤\u{FE0F}.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let source = context.posting.source
    for range in context.encoding.invisibles {
      guard let scalar = UTF8Scan.scalar(at: range.start, in: source.bytes)?.value else { continue }
      let joins = scalar.value == 0x200C || scalar.value == 0x200D
      if joins, joinsNeighbours(range, of: source.bytes, isJoiner: scalar.value == 0x200D) { continue }
      // Direction marks and joiners have a use in other scripts: a person decides.
      let applicability: Applicability
      switch scalar.value {
      case 0xAD, 0x200B, 0x200D, 0x2060, 0xFEFF: applicability = .safe
      default: applicability = .unsafe
      }
      findings.add(Self.self, at: range, message(scalar), fix: Fix(title, applicability, .deletion(range)))
    }
  }

  /// Whether a joiner does its work: between two emoji, or between letters of a script that needs it.
  private static func joinsNeighbours(_ range: ByteRange, of bytes: [UInt8], isJoiner: Bool) -> Bool {
    guard range.end < bytes.count, let after = UTF8Scan.scalar(at: range.end, in: bytes)?.value,
      let before = CodePoint.before(range.start, in: bytes)
    else { return false }
    if (0x0600...0x0FFF).contains(before.value), (0x0600...0x0FFF).contains(after.value) { return true }
    return isJoiner && CodePoint.isEmojiPart(before) && CodePoint.isEmojiPart(after)
  }

  private static func message(_ scalar: Unicode.Scalar) -> Message {
    let name = CodePoint.name(scalar)
    let kind: Message =
      switch scalar.value {
      case 0xAD: Message(fr: "trait d’union conditionnel", en: "soft hyphen")
      case 0x200B, 0x2060, 0xFEFF: Message(fr: "espace de largeur nulle", en: "zero-width space")
      case 0x200C, 0x200D: Message(fr: "liant qui ne lie rien", en: "joiner that joins nothing")
      default: Message(fr: "marque invisible", en: "invisible mark")
      }
    return Message(
      fr: "\(kind.fr) (\(name))\u{A0}: effacez-le, il ne se voit pas mais gêne la recherche et les liens",
      en: "\(kind.en) (\(name)): delete it, it cannot be seen but breaks search and links")
  }

  private static let title = Message(fr: "Enlever le caractère invisible", en: "Remove the invisible character")
}
