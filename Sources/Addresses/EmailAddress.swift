public import SourceText

/// One e-mail address, and where its parts stand.
public struct EmailAddress: Hashable, Sendable {
  /// The standard that an address is held to.
  public enum Profile: String, Sendable, CaseIterable {
    /// What mail servers exchange: `Mailbox` of RFC 5321, 4.1.2, with the letters of RFC 6531.
    case smtp = "5321"
    /// What a message header may hold: `addr-spec` of RFC 5322, 3.4.1, with comments and the obsolete forms of 4.4.
    case header = "5322"
  }

  /// The whole address.
  public var range: ByteRange
  /// Before the `@`, quotes included.
  public var localRange: ByteRange
  /// After the `@`, brackets included.
  public var domainRange: ByteRange
  /// Whether the local part is a quoted string.
  public var isQuoted: Bool
  /// Whether the domain is an address in brackets.
  public var isLiteral: Bool
  /// Whether letters outside ASCII stand in it (RFC 6531).
  public var isInternational: Bool

  /// Reads the whole of `range` (cut to `bytes`) as one address.
  ///
  /// - Parameters:
  ///   - profile: the standard; RFC 5321 where nothing else is said.
  ///   - allowingInternational: whether letters outside ASCII are taken (RFC 6531).
  public static func parse(
    _ bytes: [UInt8], in range: ByteRange, profile: Profile = .smtp, allowingInternational: Bool = true
  ) -> Result<EmailAddress, EmailError> {
    let range = bytes.clamped(range)
    if let error = badEncoding(bytes, range, allowingInternational) { return .failure(error) }
    switch profile {
    case .smtp:
      return MailboxScanner(bytes, range, takesAllLetters: false).scan()
    case .header:
      var scanner = HeaderAddressScanner(bytes, range)
      return scanner.scan()
    }
  }

  /// Whether `bytes` as a whole are a `Mailbox` of RFC 5321, 4.1.2: JSON Schema's format `email`, and `idn-email`
  /// (RFC 6531, 3.3) when letters outside ASCII are allowed. Quoted strings and address literals count.
  ///
  /// This is the grammar and nothing else: characters that nobody can see, which ``parse(_:in:profile:allowingInternational:)``
  /// refuses, are letters for it.
  public static func isValid(_ bytes: [UInt8], allowingInternational: Bool) -> Bool {
    let range = ByteRange(0, bytes.count)
    guard badEncoding(bytes, range, allowingInternational) == nil else { return false }
    switch MailboxScanner(bytes, range, takesAllLetters: true).scan() {
    case .success: return true
    case .failure: return false
    }
  }

  /// The first byte that is no UTF-8, or no ASCII where only that is allowed.
  private static func badEncoding(_ bytes: [UInt8], _ range: ByteRange, _ allowingInternational: Bool) -> EmailError? {
    var index = range.start
    while index < range.end {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let (_, length) = UTF8Scan.scalar(at: index, in: bytes), index + length <= range.end else {
        return EmailError(.invalidUTF8, ByteRange(index, index + 1))
      }
      if !allowingInternational { return EmailError(.internationalNotAllowed, ByteRange(index, index + length)) }
      index += length
    }
    return nil
  }
}

extension EmailAddress {
  /// An address in the form in which two are compared: small letters, and the labels of the domain as they are looked up,
  /// `xn--mtiers-bva` for `métiers` (RFC 5890, 2.3.2.1).
  public static func comparable(_ address: [UInt8]) -> [UInt8] {
    let small = address.lowercasedASCII
    guard let at = small.lastIndex(of: Byte.at), small[at...].contains(where: { $0 >= 0x80 }) else {
      return small
    }
    let labels = small[(at + 1)...].split(separator: Byte.dot, omittingEmptySubsequences: false).map { label in
      label.allSatisfy { $0 < 0x80 } ? Array(label) : Array("xn--".utf8) + Punycode.encoded(label)
    }
    return Array(small[...at]) + Array(labels.joined(separator: [Byte.dot]))
  }
}

/// Why a text is no e-mail address.
public struct EmailError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nothing is written.
    case empty
    /// There is no `@`.
    case missingAt = "missing-at"
    /// Nothing stands before the `@`.
    case emptyLocalPart = "empty-local-part"
    /// Nothing stands after the `@`.
    case emptyDomain = "empty-domain"
    /// There is more than one `@`.
    case severalAts = "several-ats"
    /// A dot stands first, last, or beside another.
    case misplacedDot = "misplaced-dot"
    /// A label of the domain starts or ends with a hyphen.
    case misplacedHyphen = "misplaced-hyphen"
    /// A blank or a line end.
    case whitespace
    /// A character that may not stand before the `@`.
    case invalidLocalCharacter = "invalid-local-character"
    /// A character that may not stand after the `@`.
    case invalidDomainCharacter = "invalid-domain-character"
    /// A quotation mark is never closed.
    case unclosedQuote = "unclosed-quote"
    /// Something stands beside a quoted local part.
    case textBesideQuote = "text-beside-quote"
    /// A bracket is never closed.
    case unclosedLiteral = "unclosed-literal"
    /// What stands in brackets is no IPv4 and no `IPv6:` address.
    case invalidLiteral = "invalid-literal"
    /// A parenthesis is never closed.
    case unclosedComment = "unclosed-comment"
    /// The local part has more than 64 bytes (RFC 5321, 4.5.3.1.1).
    case localPartTooLong = "local-part-too-long"
    /// A label of the domain has more than 63 bytes (RFC 1035, 2.3.4).
    case labelTooLong = "label-too-long"
    /// The domain has more than 255 bytes (RFC 5321, 4.5.3.1.2).
    case domainTooLong = "domain-too-long"
    /// The address has more than 254 bytes (RFC 5321, 4.5.3.1.3, less the angle brackets).
    case addressTooLong = "address-too-long"
    /// A letter outside ASCII where only ASCII is allowed.
    case internationalNotAllowed = "international-not-allowed"
    /// A byte that is no UTF-8.
    case invalidUTF8 = "invalid-utf8"
  }

  /// What is wrong.
  public var kind: Kind
  /// Where; empty where something is missing.
  public var range: ByteRange

  /// Makes an error.
  public init(_ kind: Kind, _ range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

extension EmailError {
  /// What is wrong and what to write, for people.
  ///
  /// - Parameter shown: the text that ``range`` stands for.
  public func message(showing shown: String) -> Message { kind.message(showing: shown) }
}

extension EmailError.Kind {
  /// What is wrong and what to write, for people.
  ///
  /// - Parameter shown: the text at the place of the mistake.
  public func message(showing shown: String) -> Message {
    switch self {
    case .empty:
      Message(fr: "il manque l’adresse électronique\u{A0}: ajoutez-la", en: "the e-mail address is missing: add it")
    case .missingAt:
      Message(
        fr: "il manque le signe @\u{A0}: écrivez nom@domaine.fr", en: "the @ sign is missing: write name@domain.fr")
    case .emptyLocalPart:
      Message(
        fr: "il manque le nom devant le signe @\u{A0}: écrivez nom@domaine.fr",
        en: "the name before the @ sign is missing: write name@domain.fr")
    case .emptyDomain:
      Message(
        fr: "il manque la fin après le signe @\u{A0}: écrivez nom@domaine.fr",
        en: "the end after the @ sign is missing: write name@domain.fr")
    case .severalAts:
      Message(
        fr: "une adresse électronique n’a qu’un signe @\u{A0}: séparez deux adresses par une virgule",
        en: "an e-mail address has only one @ sign: separate two addresses with a comma")
    case .misplacedDot:
      Message(
        fr: "un point ne peut être ni au début, ni à la fin, ni à côté d’un autre\u{A0}: supprimez-le",
        en: "a dot can be neither first, nor last, nor beside another one: delete it")
    case .misplacedHyphen:
      Message(
        fr: "après le signe @, un tiret ne peut pas être à côté d’un point ou d’un bout\u{A0}: supprimez-le",
        en: "after the @ sign, a hyphen cannot be beside a dot or an end: delete it")
    case .whitespace:
      Message(
        fr: "une adresse électronique ne contient pas d’espace\u{A0}: supprimez-la",
        en: "an e-mail address contains no space: delete it")
    case .invalidLocalCharacter, .invalidDomainCharacter:
      Message(
        fr: "\(fr: shown) n’est pas permis dans une adresse électronique\u{A0}: supprimez-le, ou corrigez l’adresse",
        en: "\(en: shown) is not allowed in an e-mail address: delete it, or correct the address")
    default: rareMessage
    }
  }

  /// The messages of what is rarely met.
  private var rareMessage: Message {
    switch self {
    case .unclosedQuote:
      Message(
        fr: "un guillemet droit ( \" ) n’est pas refermé\u{A0}: supprimez-le",
        en: "a straight quote (\") is not closed: delete it")
    case .textBesideQuote:
      Message(
        fr: "le nom devant le signe @ n’est qu’en partie entre guillemets droits ( \" )\u{A0}: supprimez-les",
        en: "only a part of the name before the @ sign is in straight quotes (\"): delete them")
    case .unclosedLiteral:
      Message(fr: "un crochet n’est pas refermé\u{A0}: supprimez-le", en: "a bracket is not closed: delete it")
    case .invalidLiteral:
      Message(
        fr: "ces crochets sont en trop dans l’adresse électronique\u{A0}: écrivez nom@domaine.fr",
        en: "these brackets are extra in the e-mail address: write name@domain.fr")
    case .unclosedComment:
      Message(fr: "une parenthèse n’est pas refermée\u{A0}: supprimez-la", en: "a parenthesis is not closed: delete it")
    case .localPartTooLong:
      Message(
        fr: "le nom devant le signe @ a plus de 64 caractères\u{A0}: vérifiez l’adresse électronique",
        en: "the name before the @ sign has more than 64 characters: check the e-mail address")
    case .labelTooLong:
      Message(
        fr: "une partie de l’adresse électronique a plus de 63 caractères\u{A0}: vérifiez-la",
        en: "a part of the e-mail address has more than 63 characters: check it")
    case .domainTooLong:
      Message(
        fr: "la fin de l’adresse électronique a plus de 255 caractères\u{A0}: vérifiez-la",
        en: "the end of the e-mail address has more than 255 characters: check it")
    case .addressTooLong:
      Message(
        fr: "cette adresse électronique a plus de 254 caractères\u{A0}: vérifiez-la",
        en: "this e-mail address has more than 254 characters: check it")
    case .internationalNotAllowed:
      Message(
        fr: "une adresse électronique s’écrit sans accent\u{A0}: gardez les lettres de a à z",
        en: "an e-mail address is written without accents: keep the letters a to z")
    default:
      Message(
        fr: "ce caractère est abîmé\u{A0}: écrivez de nouveau l’adresse électronique",
        en: "this character is damaged: write the e-mail address again")
    }
  }
}
