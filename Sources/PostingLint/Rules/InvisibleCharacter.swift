import Markdown
import SourceText

/// A character that takes no room and changes how a word is found, copied or compared.
enum InvisibleCharacter: Rule {
  static let info = RuleInfo(
    id: "invisible-character", group: .encoding, severity: .warning, yieldsTo: ["mojibake"], fixability: .safe,
    summary: Message(fr: "un caractère invisible est dans le texte", en: "an invisible character is in the text"),
    rationale: Message(
      fr: """
        Certains caractères ne se voient pas à l’écran. Ils viennent d’un copier-coller (page web, traitement de texte) \
        et gênent la recherche, les liens et les identifiants. Ceux qui composent un emoji ne sont pas signalés.
        """,
      en: """
        Some characters cannot be seen on screen. They come from copy and paste (web page, word processor) and get in \
        the way of search, links and ids. Those inside an emoji are not reported.
        """),
    examples: [
      .bad(.body, "La start\u{200B}-up.\n", fixed: "La start-up.\n"),
      .good(.body, "Une équipe 👩\u{200D}💻 et un cœur ❤\u{FE0F}.\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard !context.encoding.invisibles.isEmpty else { return }
    let bytes = context.bytes
    let header = context.document.frontMatter
    var use = InvisibleUse(bytes)
    let code = CoveredBytes(HTMLCode.ranges(in: context.body, bytes))
    for range in context.encoding.invisibles {
      guard let scalar = UTF8Scan.scalar(at: range.start, in: bytes)?.value, !use.isAtWork(scalar, range) else {
        continue
      }
      if scalar.value == 0x2028 || scalar.value == 0x2029 {
        // Readers of YAML say what they make of one in the front matter.
        guard header.isPresent, range.start >= header.body.start else { continue }
        findings.add(Self.self, at: range, lineSeparator(scalar), fix: lineEnd(range, context))
        continue
      }
      let applicability: Applicability = isSafe(scalar, range, context) && !code.touches(range) ? .safe : .unsafe
      findings.add(Self.self, at: range, message(scalar), fix: Fix(title, applicability, .deletion(range)))
    }
  }

  /// A space, as a line end in a paragraph is one; an ordinary line end between the items of a list; nothing where blanks
  /// or brackets part the text already. Code keeps its bytes.
  private static func lineEnd(_ range: ByteRange, _ context: RuleContext) -> Fix? {
    let bytes = context.bytes
    switch context.body.region(at: range.start)?.kind {
    case .codeSpan, .fencedCode, .indentedCode, .rawHTML, .templateTag: return nil
    default: break
    }
    let before: UInt8 = range.start > 0 ? bytes[range.start - 1] : Byte.lineFeed
    let after: UInt8 = range.end < bytes.count ? bytes[range.end] : Byte.lineFeed
    if before.isWhitespace || after.isWhitespace || "[(".utf8.contains(before) || "])".utf8.contains(after) {
      return Fix(title, .unsafe, .deletion(range))
    }
    let line = context.lines.range(ofLine: context.lines.line(at: range.start))
    let indentation = bytes[line.indices].prefix { $0.isBlank }
    guard isItem(bytes[(line.start + indentation.count)..<line.end]), isItem(bytes[range.end..<line.end]) else {
      return Fix(space, .unsafe, Edit(range, " "))
    }
    let end: [UInt8] = context.encoding.crlf.isEmpty ? [Byte.lineFeed] : [Byte.carriageReturn, Byte.lineFeed]
    return Fix(newLine, .unsafe, Edit(range, end + indentation))
  }

  /// Whether the item of a list begins `text`.
  private static func isItem(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.prefix { $0.isDigit }
    let signs = digits.isEmpty ? "-*+" : ".)"
    guard let sign = text.dropFirst(digits.count).first else { return false }
    return signs.utf8.contains(sign) && text.dropFirst(digits.count + 1).first?.isBlank == true
  }

  /// Whether nobody can want the character: direction marks and joiners have a use in other scripts, code keeps its
  /// bytes, and some authors part signs that would mean something together.
  private static func isSafe(_ scalar: Unicode.Scalar, _ range: ByteRange, _ context: RuleContext) -> Bool {
    guard [0xAD, 0x200B, 0x200D, 0x2060, 0xFEFF].contains(scalar.value) else { return false }
    switch context.body.region(at: range.start)?.kind {
    case .codeSpan, .fencedCode, .indentedCode, .rawHTML, .templateTag: return false
    default: return !isParting(range, context.bytes)
    }
  }

  /// Whether signs of Markdown, of a mention or of a tag would come together, or come first in their line.
  private static func isParting(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    let before = range.start > 0 ? bytes[range.start - 1] : 0x0A
    let after = range.end < bytes.count ? bytes[range.end] : 0x0A
    let signs = Array("*_`~|={}<>&\\:".utf8)
    if Array("@#<{&\\".utf8).contains(before) || (signs.contains(before) && signs.contains(after)) { return true }
    if before == UInt8(ascii: "]") { return after == UInt8(ascii: "(") || after == UInt8(ascii: "[") }
    return before == 0x0A && (Array("#->+*=~`|".utf8).contains(after) || (after >= 0x30 && after <= 0x39))
  }

  private static func message(_ scalar: Unicode.Scalar) -> Message {
    let name = CodePoint.name(scalar)
    let kind: Message =
      switch scalar.value {
      case 0xAD: Message(fr: "trait d’union conditionnel", en: "soft hyphen")
      case 0x200B, 0x2060, 0xFEFF: Message(fr: "espace de largeur nulle", en: "zero-width space")
      case 0x200C, 0x200D: Message(fr: "liant qui ne lie rien", en: "joiner that joins nothing")
      case 0xE0000...0xE007F: Message(fr: "texte caché", en: "hidden text")
      default: Message(fr: "marque invisible", en: "invisible mark")
      }
    return Message(
      fr: "un caractère invisible (\(kind.fr), \(name)) gêne la recherche et les liens\u{A0}: supprimez-le",
      en: "an invisible character (\(kind.en), \(name)) gets in the way of search and links: delete it")
  }

  private static func lineSeparator(_ scalar: Unicode.Scalar) -> Message {
    let name = CodePoint.name(scalar)
    return Message(
      fr:
        "une fin de ligne invisible (\(name)) ne s’affiche pas sur le site\u{A0}: remplacez-la par une espace, ou allez à la ligne",
      en: "an invisible line end (\(name)) is not shown on the site: replace it with a space, or start a new line")
  }

  private static let space = Message(fr: "Mettre une espace à la place", en: "Write a space instead")
  private static let newLine = Message(fr: "Aller à la ligne", en: "Start a new line")
  private static let title = Message(fr: "Supprimer le caractère invisible", en: "Delete the invisible character")
}
