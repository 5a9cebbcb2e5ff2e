public import SourceText

/// What is wrong with a `mailto:` URI.
public struct MailtoError: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// It does not start with `mailto:`.
    case missingScheme
    /// `mailto:mailto:`.
    case repeatedScheme
    /// `mailto://`.
    case authority
    /// Blanks that are not encoded.
    case rawSpace
    /// `;` between two recipients.
    case semicolon
    /// Nothing stands before or after a comma.
    case emptyRecipient
    /// A recipient that is no e-mail address.
    case badAddress(EmailError.Kind)
    /// A comma in place of the last dot of an address: `a@exemple,fr`.
    case commaForDot
    /// A letter outside ASCII before the `@`: hardly any address has one.
    case accentInName
    /// A `%` without two hexadecimal digits.
    case badEscape
    /// Encoded bytes that are no UTF-8.
    case invalidUTF8
    /// Half of a surrogate pair, encoded as if it were a character.
    case loneSurrogate
    /// `&subject=` follows the recipients without any `?`.
    case missingQuestionMark
    /// A second `?` where `&` is wanted.
    case secondQuestionMark
    /// `?` or `&` without a field.
    case emptyField
    /// A field without `=`, or without a name before it.
    case incompleteField
    /// A `#`, which cuts off what follows.
    case fragment
    /// Letters outside ASCII that are not encoded.
    case letterNotEncoded
    /// Another character that a URI does not hold.
    case characterNotEncoded
  }

  /// What is wrong.
  public var kind: Kind
  /// Where; empty where something is missing.
  public var range: ByteRange
  /// What to write there instead; `nil` where only a person knows.
  public var replacement: [UInt8]?

  /// Whether nothing but encoding is missing: most readers cope.
  public var isMissingEncoding: Bool { kind == .letterNotEncoded || kind == .characterNotEncoded }

  /// The kind's name in kebab-case, for machines.
  public var code: String {
    switch kind {
    case .missingScheme: "missing-scheme"
    case .repeatedScheme: "repeated-scheme"
    case .authority: "authority"
    case .rawSpace: "raw-space"
    case .semicolon: "semicolon"
    case .emptyRecipient: "empty-recipient"
    case .badAddress(let kind): "bad-address-\(kind.rawValue)"
    case .commaForDot: "comma-for-dot"
    case .accentInName: "accent-in-name"
    case .badEscape: "bad-escape"
    case .invalidUTF8: "invalid-utf8"
    case .loneSurrogate: "lone-surrogate"
    case .missingQuestionMark: "missing-question-mark"
    case .secondQuestionMark: "second-question-mark"
    case .emptyField: "empty-field"
    case .incompleteField: "incomplete-field"
    case .fragment: "fragment"
    case .letterNotEncoded: "letter-not-encoded"
    case .characterNotEncoded: "character-not-encoded"
    }
  }
}

extension MailtoError {
  /// What is wrong and what to write, for people.
  public var message: Message { kind.message }
}

extension MailtoError.Kind {
  /// What is wrong and what to write, for people.
  public var message: Message {
    switch self {
    case .missingScheme:
      Message(
        fr: "un lien vers une adresse électronique commence par «\u{A0}mailto:\u{A0}»",
        en: "a link to an e-mail address starts with “mailto:”")
    case .repeatedScheme:
      Message(
        fr: "«\u{A0}mailto:\u{A0}» est écrit deux fois\u{A0}: une fois suffit",
        en: "“mailto:” is written twice: once is enough")
    case .authority:
      Message(
        fr: "écrivez «\u{A0}mailto:\u{A0}» sans barres obliques, suivi de l’adresse",
        en: "write “mailto:” without slashes, then the address")
    case .rawSpace:
      Message(
        fr: "ce lien contient une espace, qui l’interrompt\u{A0}: écrivez %20, ou rien dans une adresse",
        en: "this link holds a space, which breaks it: write %20, or nothing in an address")
    case .semicolon:
      Message(
        fr: "dans un lien mailto, les adresses se séparent par une virgule, pas par un point-virgule",
        en: "in a mailto link, addresses are separated by a comma, not by a semicolon")
    case .emptyRecipient:
      Message(
        fr: "il manque une adresse à côté de ce séparateur\u{A0}: retirez-le",
        en: "an address is missing beside this separator: remove it")
    case .badAddress(let kind): kind.message
    case .commaForDot:
      Message(
        fr: "une virgule tient lieu de point dans cette adresse électronique\u{A0}: écrivez un point",
        en: "a comma stands for the dot in this e-mail address: write a dot")
    case .accentInName:
      Message(
        fr: "le nom devant le signe @ contient un accent\u{A0}: vérifiez l’adresse électronique",
        en: "the name before the @ sign holds an accent: check the e-mail address")
    case .badEscape:
      Message(
        fr: "le signe % doit être suivi de deux chiffres hexadécimaux\u{A0}; pour le signe lui-même, écrivez %25",
        en: "the sign % must be followed by two hexadecimal digits; for the sign itself, write %25")
    case .invalidUTF8, .loneSurrogate:
      Message(
        fr:
          "ces codes ne forment pas de caractère\u{A0}: écrivez le texte en UTF-8, par exemple %C3%A9 pour «\u{A0}é\u{A0}»",
        en: "these codes form no character: write the text in UTF-8, for example %C3%A9 for “é”")
    default: fieldMessage
    }
  }

  private var fieldMessage: Message {
    switch self {
    case .missingQuestionMark:
      Message(
        fr: "après les adresses, le premier champ commence par «\u{A0}?\u{A0}», les suivants par «\u{A0}&\u{A0}»",
        en: "after the addresses, the first field starts with “?”, the others with “&”")
    case .secondQuestionMark:
      Message(
        fr: "le premier champ commence par «\u{A0}?\u{A0}», les suivants par «\u{A0}&\u{A0}»",
        en: "the first field starts with “?”, the others with “&”")
    case .emptyField:
      Message(fr: "rien ne suit ce signe\u{A0}: retirez-le", en: "nothing follows this sign: remove it")
    case .incompleteField:
      Message(
        fr: "un champ s’écrit nom=valeur, par exemple subject=Candidature",
        en: "a field is written name=value, for example subject=Application")
    case .fragment:
      Message(
        fr: "le signe # coupe le lien à cet endroit\u{A0}: écrivez %23",
        en: "the sign # cuts the link here: write %23")
    case .letterNotEncoded:
      Message(
        fr: "ces lettres ne sont pas encodées\u{A0}: certains logiciels de messagerie les affichent mal",
        en: "these letters are not encoded: some mail programs show them wrongly")
    default:
      Message(
        fr: "ce caractère n’est pas encodé\u{A0}: certains logiciels de messagerie ne le comprennent pas",
        en: "this character is not encoded: some mail programs do not understand it")
    }
  }
}
