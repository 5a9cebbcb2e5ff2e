import DataTree
import SourceText

/// A number in TOML or JSON that readers refuse, or keep only in part.
enum NumberOutOfRange: Rule {
  static let info = RuleInfo(
    id: "number-out-of-range", group: .values, severity: .warning,
    summary: Message(
      fr: "un nombre est trop grand pour être lu partout", en: "a number is too large to be read everywhere"),
    rationale: Message(
      fr: """
        En TOML, Hugo refuse toute la page pour un nombre entier de plus de 64 bits (à partir de 9223372036854775808). En JSON, il \
        perd les derniers chiffres au-delà de 9007199254740992. Un numéro n’est pas une quantité\u{A0}: mettez-le entre guillemets \
        droits.
        """,
      en: """
        In TOML Hugo refuses the whole page for a whole number of more than 64 bits (from 9223372036854775808 on). In JSON \
        it loses the last digits past 9007199254740992. A number that counts nothing is a text: put it in straight quotes.
        """),
    examples: [
      .bad(.toml, "numero = 9223372036854775808\n"),
      .bad(.json, "  \"numero\": 9007199254740993\n"),
      .good(.toml, "numero = \"9223372036854775808\"\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let tree = context.tree
    guard context.document.form == .frontMatter, context.document.syntax != .yaml else { return }
    var pointers: PointerIndex?
    for (index, node) in tree.nodes.enumerated() where node.kind == .scalar {
      guard node.type == .integer || node.type == .float, node.range.count > 4 else { continue }
      let text = tree.utf8(of: NodeID(index))
      let isOut = node.type == .integer ? isTooLarge(text, context.document.syntax) : isInfinite(text)
      if isOut {
        let places = pointers ?? PointerIndex(tree)
        pointers = places
        findings.add(Self.self, at: node.range, message(Quoted.text(text)), pointer: places.pointer(to: NodeID(index)))
      }
    }
  }

  private static func isTooLarge(_ text: [UInt8], _ syntax: Document.Syntax) -> Bool {
    var digits = text[...]
    var radix = 10
    if text.count > 2, text[0] == Byte.zero, !text[1].isDigit {
      radix = text[1] == UInt8(ascii: "x") ? 16 : 8
      digits = text[2...]
    }
    guard let number = Int64(String(decoding: digits, as: UTF8.self), radix: radix) else { return true }
    return syntax == .json && number.magnitude > 9_007_199_254_740_992
  }

  /// Whether a number with an exponent is past 1.8e308: by its digits before the point and its exponent.
  private static func isInfinite(_ text: [UInt8]) -> Bool {
    guard let sign = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), text.last?.isDigit == true,
      let exponent = Int(String(decoding: text[(sign + 1)...], as: UTF8.self))
    else { return false }
    let whole = text[..<sign].drop { $0 == Byte.dash || $0 == Byte.plus || $0 == Byte.zero }.prefix { $0.isDigit }
    return exponent > 0 && exponent.addingReportingOverflow(whole.count).partialValue > 309
  }

  private static func message(_ number: String) -> Message {
    Message(
      fr: "«\u{A0}\(number)\u{A0}» est trop grand pour être lu partout\u{A0}: mettez-le entre guillemets droits ( \" )",
      en: "“\(number)” is too large to be read everywhere: put it in straight quotes ( \" )")
  }
}
