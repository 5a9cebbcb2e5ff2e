import Addresses
import Markdown
import Mojibake
import SourceText

/// A target of the body that writes to somebody.
struct MailtoLink {
  /// The link; `nil` where a definition itself is meant.
  let link: MarkdownLink?
  /// Where the target is written.
  let targetRange: ByteRange
  /// The target, its escapes decoded.
  let target: DecodedText
  /// What is read of it; its ranges count in ``target``.
  let uri: MailtoURI

  /// Every link that a reader can click on and whose text may show an address, those through a definition too, one after
  /// the other.
  static func forEachShowing(in context: RuleContext, _ look: (MailtoLink) -> Void) {
    let body = context.body
    let bytes = context.bytes
    var written = context.mailtoLinks.byPlace
    for (place, link) in body.links.enumerated() {
      guard mayShowAddress(bytes, link.textRange), !link.isImage, link.kind != .autolink,
        !link.flags.contains(.undefinedReference)
      else { continue }
      let own: MailtoLink?
      if link.kind == .reference {
        let definition = link.definition.map { body.definitions[$0].targetRange }
        own = context.mailtoLinks.link(link, target: definition ?? link.targetRange)
      } else {
        own = written.link(at: place)
      }
      if let own { look(own) }
    }
  }

  /// Whether an `@` stands in the text of a link, or something that may stand for one.
  private static func mayShowAddress(_ bytes: [UInt8], _ text: ByteRange) -> Bool {
    bytes[text.indices].contains { $0 == Byte.at || $0 == Byte.ampersand }
  }

  fileprivate init?(_ link: MarkdownLink?, target range: ByteRange, _ bytes: [UInt8], _ known: KnownURIs) {
    // Of a link whose halves are swapped that is the mistake.
    if let link, !link.flags.isDisjoint(with: [.emptyTarget, .linkInTarget, .templateInTarget, .reversed]) {
      return nil
    }
    if Self.isWebAddress(bytes, range) { return nil }
    if link == nil, MarkdownScan.holdsTemplate(bytes, in: range) { return nil }
    let target = DecodedText(bytes, range, link?.kind.escapes ?? .markdown)
    let whole = ByteRange(0, target.bytes.count)
    // In angle brackets a bare address is a link of its own kind; an image shows a file, and no `<img>` is meant for mail.
    let needsScheme = link?.kind == .autolink || link?.kind == .html && link?.isImage == true
    guard needsScheme ? Self.hasScheme(target.bytes) : MailtoURI.isMeant(target.bytes, in: whole) else { return nil }
    self.link = link
    self.target = target
    targetRange = range
    uri = known.uri(target.bytes)
  }

  /// Whether a target leads to the web beyond doubt: most do, and need not be decoded.
  private static func isWebAddress(_ bytes: [UInt8], _ target: ByteRange) -> Bool {
    guard let end = WebAddress.endOfScheme(bytes, target) else { return false }
    // Most go on with another letter.
    return end == target.end || bytes[end] != UInt8(ascii: "m")
      || !bytes[end..<target.end].starts(with: "mailto".utf8)
  }

  private static func hasScheme(_ text: [UInt8]) -> Bool {
    let scheme = Array("mailto:".utf8)
    return text.count >= scheme.count && scheme.indices.allSatisfy { text[$0].lowercased == scheme[$0] }
  }

  // MARK: Places

  /// Where a part of the target stands in the file.
  func source(of part: ByteRange) -> ByteRange { target.source(of: part) }

  /// What an error proposes, as an edit of the file.
  func edit(_ error: MailtoError) -> Edit? { error.replacement.map { Edit(source(of: error.range), $0) } }

  /// Whether the target is damaged where letters are to be encoded: what is encoded could not be repaired any more.
  var isDamaged: Bool {
    var index = 0
    var last: UInt32 = 0
    while index < target.bytes.count {
      guard target.bytes[index] >= 0x80 else {
        if target.bytes[index] < 0x20 || target.bytes[index] == 0x7F { return true }
        index += 1
        continue
      }
      guard let (scalar, length) = UTF8Scan.scalar(at: index, in: target.bytes) else { return true }
      if scalar.value == 0xFFFD { return true }
      // Between emoji a joiner does its work.
      let joinsEmoji = scalar.value == 0x200D && last >= 0x2190
      if !joinsEmoji {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return true
        default: break
        }
      }
      last = scalar.value
      index += length
    }
    return !MojibakeScan.findings(in: target.bytes).isEmpty
  }

  /// Whether safe fixes mend all that is wrong with the target. Where something stays broken, nothing is changed without
  /// a person: a longer broken link is harder to mend.
  var isMendedSafely: Bool {
    uri.recipients.allSatisfy(\.isValid) && incompleteDomain == nil && uri.fields.allSatisfy { $0.meantName == nil }
      && uri.errors.allSatisfy { error in
        switch error.kind {
        case .missingScheme, .repeatedScheme, .semicolon, .letterNotEncoded, .characterNotEncoded: true
        default: false
        }
      }
  }

  // MARK: Addresses

  /// Where the domain of a recipient stands that is a single name, which no mail from elsewhere reaches; `localhost` is
  /// one on purpose.
  var incompleteDomain: ByteRange? {
    for recipient in uri.recipients where recipient.isValid {
      guard let at = recipient.address.lastIndex(of: Byte.at) else { continue }
      let domain = recipient.address[(at + 1)...]
      if domain.contains(Byte.dot) || domain.first == Byte.openBracket { continue }
      if domain.map(\.lowercased).elementsEqual("localhost".utf8) { continue }
      return source(of: recipient.range)
    }
    return nil
  }

  /// The recipients of every field, as addresses are compared.
  var recipients: Set<[UInt8]> { Set(uri.recipients.map { EmailAddress.comparable($0.address) }) }

  /// Whether the text of the link is the address that the link writes to first, and nothing else: that of most is.
  func showsItsRecipient(_ bytes: [UInt8]) -> Bool {
    guard let text = link?.textRange, let recipient = uri.recipients.first, recipient.isValid,
      text.count == recipient.address.count, let last = recipient.address.last, last.isAlphanumeric
    else { return false }
    var signs = 0
    for (offset, byte) in recipient.address.enumerated() {
      guard bytes[text.start + offset] == byte else { return false }
      if byte == Byte.at {
        signs += 1
      } else if !byte.isAlphanumeric, byte != Byte.dot, byte != Byte.dash {
        return false
      }
    }
    return signs == 1
  }

  /// The addresses that the text of the link shows, as they are compared, each with its place in the file.
  ///
  /// A first word and its apostrophe (`l’`, `d'`), and marks of emphasis, may belong to the sentence: where the address
  /// without them is one of `recipients`, that one is shown.
  func shownAddresses(
    _ bytes: [UInt8], among recipients: Set<[UInt8]>
  ) -> [(address: [UInt8], range: ByteRange)] {
    guard let link else { return [] }
    let text = DecodedText(bytes, link.textRange, link.kind == .html ? .references : .markdown)
    var result: [(address: [UInt8], range: ByteRange)] = []
    var index = 0
    while index < text.bytes.count {
      guard text.bytes[index] == UInt8(ascii: "@") else {
        index += 1
        continue
      }
      var start = index
      var end = index + 1
      while start > 0, Self.isAddressByte(text.bytes[start - 1]) { start -= 1 }
      while end < text.bytes.count, Self.isAddressByte(text.bytes[end]) { end += 1 }
      while end > index + 1, Self.isClosing(text.bytes[end - 1]) { end -= 1 }
      let candidates = Self.starts(text.bytes, ByteRange(start, index)).map { ByteRange($0, end) }
      // Without a dot it is the start of an address, or no address.
      let good = candidates.filter { candidate in
        text.bytes[index..<candidate.end].contains(UInt8(ascii: "."))
          && EmailAddress.isValid(Array(text.bytes[candidate.indices]), allowingInternational: true)
      }
      if let shown = good.first(where: { recipients.contains(Self.comparable(text.bytes[$0.indices])) }) ?? good.last {
        result.append((Self.comparable(text.bytes[shown.indices]), text.source(of: shown)))
      }
      index = end
    }
    return result
  }

  /// An address as it is compared, without the characters that nobody sees.
  private static func comparable(_ address: ArraySlice<UInt8>) -> [UInt8] {
    guard address.contains(where: { $0 >= 0x80 }) else { return EmailAddress.comparable(Array(address)) }
    let seen = String(decoding: address, as: UTF8.self).unicodeScalars.filter {
      $0.properties.generalCategory != .format
    }
    return EmailAddress.comparable(Array(String(String.UnicodeScalarView(seen)).utf8))
  }

  /// Where an address may start: at once, behind marks of emphasis, behind an apostrophe.
  private static func starts(_ bytes: [UInt8], _ local: ByteRange) -> [Int] {
    var result = [local.start]
    var index = local.start
    while index < local.end, let length = lengthOfSign(bytes, index) { index += length }
    if index > local.start, index < local.end { result.append(index) }
    // `l'equipe@…`, `d’arc@…`: one or two letters, `qu`.
    for length in 1...3 where index + length < local.end && isApostrophe(bytes, index + length) {
      let after = index + length + (bytes[index + length] == UInt8(ascii: "'") ? 1 : 3)
      if after < local.end { result.append(after) }
    }
    return result
  }

  /// The length of the mark or blank at `index`; `nil` for a letter or digit.
  private static func lengthOfSign(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard bytes[index] >= 0x80 else {
      return bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: "'") ? 1 : nil
    }
    guard let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes) else { return 1 }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? nil : length
  }

  private static func isApostrophe(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "'") || bytes[index...].starts(with: "’".utf8)
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
      || byte >= 0x80
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "'"): true
    default: false
    }
  }
}

/// What was read of targets of one page, which writes to the same few addresses again and again.
private final class KnownURIs {
  private static let mostKept = 64

  private var targets = NameIndex()
  private var uris: [MailtoURI] = []

  /// What is read of a target, whose escapes are decoded.
  func uri(_ target: [UInt8]) -> MailtoURI {
    if let number = targets.number(of: target) { return uris[number] }
    let uri = MailtoURI.parse(target, in: ByteRange(0, target.count))
    if uris.count < Self.mostKept {
      targets.insert(target)
      uris.append(uri)
    }
    return uri
  }
}

/// The targets of a body that begin with `mailto:`, or are a bare e-mail address: of links, of the HTML `<a>` and of
/// definitions, each once.
///
/// Those of a usual page are read once. A page may hold as many as it has words: of so many the first are kept, and the
/// others are read anew whenever somebody asks for them.
struct MailtoLinks: Sequence {
  private static let leastKept = 1_000

  private let body: MarkdownBody
  private let bytes: [UInt8]
  private let known = KnownURIs()
  private var kept: [MailtoLink] = []
  /// Where those that are kept stand.
  private var places: [Int] = []
  /// The first place that is not kept.
  private var rest = 0
  private var end: Int { body.links.count + body.definitions.count }

  init(_ body: MarkdownBody, in bytes: [UInt8]) {
    self.body = body
    self.bytes = bytes
    // A link is kept with all that was read of it: so many take a few times the room of the file.
    let most = Swift.max(Self.leastKept, bytes.count / 256)
    while rest < end, kept.count < most {
      if let link = link(at: rest) {
        kept.append(link)
        places.append(rest)
      }
      rest += 1
    }
  }

  /// What stands at a place: those of the links, then those of the definitions.
  private func link(at place: Int) -> MailtoLink? {
    guard place < body.links.count else { return link(nil, target: targetRange(at: place)) }
    let link = body.links[place]
    return link.kind == .reference || link.isWebAddress ? nil : self.link(link, target: link.targetRange)
  }

  /// What is read of a target, if it writes to somebody.
  fileprivate func link(_ link: MarkdownLink?, target: ByteRange) -> MailtoLink? {
    MailtoLink(link, target: target, bytes, known)
  }

  private func targetRange(at place: Int) -> ByteRange {
    place < body.links.count ? body.links[place].targetRange : body.definitions[place - body.links.count].targetRange
  }

  /// Where those stand that are kept, and the others as they are asked for: a look at the links in their order.
  var byPlace: ByPlace { ByPlace(links: self) }

  struct ByPlace {
    fileprivate let links: MailtoLinks
    private var next = 0

    fileprivate init(links: MailtoLinks) { self.links = links }

    /// What stands at a place, which is behind those that were asked for before.
    mutating func link(at place: Int) -> MailtoLink? {
      guard place < links.rest else { return links.link(at: place) }
      while next < links.places.count, links.places[next] < place { next += 1 }
      return next < links.places.count && links.places[next] == place ? links.kept[next] : nil
    }
  }

  /// Those with a character in the target that a URI may not hold as it is.
  func forEachThatMayLackEncoding(_ look: (MailtoLink) -> Void) {
    for link in kept { look(link) }
    for place in rest..<end where mayLackEncoding(at: place) {
      if let link = link(at: place) { look(link) }
    }
  }

  private func mayLackEncoding(at place: Int) -> Bool {
    bytes[targetRange(at: place).indices].contains { !MailtoURI.isPlain($0) }
  }

  func makeIterator() -> Iterator { Iterator(links: self, place: rest) }

  struct Iterator: IteratorProtocol {
    fileprivate let links: MailtoLinks
    private var known = 0
    private var place: Int

    fileprivate init(links: MailtoLinks, place: Int) {
      self.links = links
      self.place = place
    }

    mutating func next() -> MailtoLink? {
      if known < links.kept.count {
        known += 1
        return links.kept[known - 1]
      }
      while place < links.end {
        place += 1
        if let link = links.link(at: place - 1) { return link }
      }
      return nil
    }
  }
}
