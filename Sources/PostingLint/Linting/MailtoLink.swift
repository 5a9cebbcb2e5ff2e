import Addresses
import Markdown
import SourceText

/// A link of the body that writes to somebody.
struct MailtoLink {
  /// The link.
  let link: MarkdownLink
  /// Its target, read.
  let uri: MailtoURI

  /// The links of a body that begin with `mailto:`, or whose target is a bare e-mail address.
  static func all(in context: RuleContext) -> [MailtoLink] {
    context.body.links.compactMap { link in
      guard link.kind != .reference, link.flags.isDisjoint(with: [.emptyTarget, .linkInTarget, .templateInTarget])
      else { return nil }
      let target = link.targetRange
      // In angle brackets a bare address is a link of its own kind.
      let isMailto =
        link.kind == .autolink ? hasScheme(context.bytes, target) : MailtoURI.isMeant(context.bytes, in: target)
      guard isMailto else { return nil }
      return MailtoLink(link: link, uri: MailtoURI.parse(context.bytes, in: target, readsEntities: true))
    }
  }

  private static func hasScheme(_ bytes: [UInt8], _ target: ByteRange) -> Bool {
    let scheme = Array("mailto:".utf8)
    let text = bytes[target.indices]
    return text.count >= scheme.count && zip(text, scheme).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
  }

  /// The recipients of every field, in lower case.
  var recipients: Set<[UInt8]> { Set(uri.recipients.map { $0.address.map(\.lowercased) }) }

  /// The addresses that the text of the link shows, in lower case, each with its place.
  func shownAddresses(_ bytes: [UInt8]) -> [(address: [UInt8], range: ByteRange)] {
    var result: [(address: [UInt8], range: ByteRange)] = []
    let text = link.textRange
    var index = text.start
    while index < text.end {
      guard bytes[index] == UInt8(ascii: "@") else {
        index += 1
        continue
      }
      var start = index
      var end = index + 1
      while start > text.start, Self.isAddressByte(bytes[start - 1]) { start -= 1 }
      while end < text.end, Self.isAddressByte(bytes[end]) { end += 1 }
      while end > index + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
      // Markdown escapes the underscore, and marks emphasis with it and with the star.
      let address = bytes[start..<end].filter { $0 != Byte.backslash }.map(\.lowercased)
      if EmailAddress.isValid(address, allowingInternational: true) {
        result.append((address, ByteRange(start, end)))
      }
      index = end
    }
    return result
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "\\"): true
    default: false
    }
  }
}
