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
  public var message: Message { kind.message }
}

extension EmailError.Kind {
  /// What is wrong and what to write, for people.
  public var message: Message {
    switch self {
    case .empty:
      Message(fr: "il manque l’adresse électronique", en: "the e-mail address is missing")
    case .missingAt:
      Message(
        fr: "il manque le signe @\u{A0}: une adresse s’écrit nom@domaine.fr",
        en: "the @ sign is missing: an address is written name@domain.fr")
    case .emptyLocalPart:
      Message(
        fr: "il manque le nom devant le signe @\u{A0}: une adresse s’écrit nom@domaine.fr",
        en: "the name before the @ sign is missing: an address is written name@domain.fr")
    case .emptyDomain:
      Message(
        fr: "il manque le domaine après le signe @\u{A0}: une adresse s’écrit nom@domaine.fr",
        en: "the domain after the @ sign is missing: an address is written name@domain.fr")
    case .severalAts:
      Message(
        fr: "il y a plusieurs signes @\u{A0}: une adresse n’en a qu’un\u{A0}; séparez deux adresses par une virgule",
        en: "there are several @ signs: an address has only one; separate two addresses with a comma")
    case .misplacedDot:
      Message(
        fr: "un point est mal placé\u{A0}: ni au début, ni à la fin, ni à côté d’un autre point",
        en: "a dot is in the wrong place: not first, not last, and not beside another dot")
    case .misplacedHyphen:
      Message(
        fr: "un trait d’union est mal placé\u{A0}: une partie du domaine ne peut ni commencer ni finir par lui",
        en: "a hyphen is in the wrong place: no part of the domain may start or end with one")
    case .whitespace:
      Message(
        fr: "une adresse ne contient pas d’espace\u{A0}: retirez-la", en: "an address holds no space: remove it")
    case .invalidLocalCharacter:
      Message(
        fr: "ce caractère ne peut pas figurer devant le signe @",
        en: "this character may not stand before the @ sign")
    case .invalidDomainCharacter:
      Message(
        fr: "ce caractère ne peut pas figurer dans le domaine, après le signe @",
        en: "this character may not stand in the domain, after the @ sign")
    default: rareMessage
    }
  }

  /// The messages of what is rarely met.
  private var rareMessage: Message {
    switch self {
    case .unclosedQuote:
      Message(fr: "un guillemet n’est pas refermé", en: "a quotation mark is not closed")
    case .textBesideQuote:
      Message(
        fr: "le nom devant le signe @ est entre guillemets en entier, ou pas du tout",
        en: "the name before the @ sign is quoted as a whole, or not at all")
    case .unclosedLiteral:
      Message(fr: "un crochet n’est pas refermé", en: "a bracket is not closed")
    case .invalidLiteral:
      Message(
        fr: "entre crochets il faut une adresse IP\u{A0}: [192.0.2.1] ou [IPv6:2001:db8::1]",
        en: "brackets hold an IP address: [192.0.2.1] or [IPv6:2001:db8::1]")
    case .unclosedComment:
      Message(fr: "une parenthèse n’est pas refermée", en: "a parenthesis is not closed")
    case .localPartTooLong:
      Message(
        fr: "le nom devant le signe @ est trop long\u{A0}: 64 octets au plus",
        en: "the name before the @ sign is too long: at most 64 bytes")
    case .labelTooLong:
      Message(
        fr: "une partie du domaine est trop longue\u{A0}: 63 octets au plus entre deux points",
        en: "a part of the domain is too long: at most 63 bytes between two dots")
    case .domainTooLong:
      Message(
        fr: "le domaine est trop long\u{A0}: 255 octets au plus", en: "the domain is too long: at most 255 bytes")
    case .addressTooLong:
      Message(
        fr: "l’adresse est trop longue\u{A0}: 254 octets au plus", en: "the address is too long: at most 254 bytes")
    case .internationalNotAllowed:
      Message(
        fr: "une adresse s’écrit sans accent\u{A0}: seules les lettres de a à z sont admises ici",
        en: "an address is written without accents: only the letters a to z are allowed here")
    default:
      Message(
        fr: "ces octets ne forment pas de caractère\u{A0}: le texte n’est pas en UTF-8",
        en: "these bytes form no character: the text is not UTF-8")
    }
  }
}
