public import SourceText

/// What is wrong with a `mailto:` URI.
public struct MailtoError: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// It does not start with `mailto:`.
    case missingScheme
    /// `mailto:mailto:`.
    case repeatedScheme
    /// Slashes after the scheme: `mailto://`.
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
  ///
  /// - Parameter shown: the text that ``range`` stands for.
  public func message(showing shown: String) -> Message { kind.message(showing: shown) }
}

extension MailtoError.Kind {
  /// What is wrong and what to write, for people.
  ///
  /// - Parameter shown: the text at the place of the mistake.
  public func message(showing shown: String) -> Message {
    switch self {
    case .missingScheme:
      Message(
        fr: "il manque «\u{A0}mailto:\u{A0}» au début de ce lien de courriel\u{A0}: ajoutez-le",
        en: "“mailto:” is missing at the start of this e-mail link: add it")
    case .repeatedScheme:
      Message(
        fr: "«\u{A0}mailto:\u{A0}» est écrit deux fois\u{A0}: gardez le premier",
        en: "“mailto:” is written twice: keep the first one")
    case .authority:
      Message(
        fr: "\(fr: shown) est en trop après «\u{A0}mailto:\u{A0}»\u{A0}: supprimez ce signe",
        en: "\(en: shown) is extra after “mailto:”: delete this sign")
    case .rawSpace:
      Message(
        fr:
          "une espace interrompt ce lien\u{A0}: remplacez-la par %20 (dans l’objet), ou supprimez-la (dans l’adresse électronique)",
        en: "a space breaks this link: replace it with %20 (in the subject), or delete it (in the e-mail address)")
    case .semicolon:
      Message(
        fr: "un point-virgule sépare les adresses électroniques de ce lien\u{A0}: remplacez-le par une virgule",
        en: "a semicolon separates the e-mail addresses of this link: replace it with a comma")
    case .emptyRecipient:
      Message(
        fr: "il y a une virgule en trop entre les adresses électroniques\u{A0}: supprimez-la",
        en: "there is an extra comma between the e-mail addresses: delete it")
    case .badAddress(let kind): kind.message(showing: shown)
    case .commaForDot:
      Message(
        fr: "une virgule tient lieu de point dans cette adresse électronique\u{A0}: écrivez un point",
        en: "a comma is in place of the dot in this e-mail address: write a dot")
    case .accentInName:
      Message(
        fr: "le nom devant le signe @ contient un accent\u{A0}: vérifiez l’adresse électronique",
        en: "the name before the @ sign contains an accent: check the e-mail address")
    case .badEscape:
      Message(
        fr: "le signe % a un sens particulier dans un lien\u{A0}: écrivez %25 à sa place",
        en: "the sign % has a special meaning in a link: write %25 in its place")
    case .invalidUTF8, .loneSurrogate:
      Message(
        fr:
          "le code \(fr: shown) ne correspond à aucune lettre\u{A0}: remplacez-le, par exemple par %C3%A9 pour «\u{A0}é\u{A0}»",
        en: "the code \(en: shown) stands for no letter: replace it, for example with %C3%A9 for “é”")
    default: settingMessage(shown)
    }
  }

  /// Of what follows the addresses: the subject, a copy.
  private func settingMessage(_ shown: String) -> Message {
    switch self {
    case .missingQuestionMark, .secondQuestionMark:
      Message(
        fr:
          "après l’adresse électronique, écrivez «\u{A0}?\u{A0}» devant le premier réglage (objet, copie) et «\u{A0}&\u{A0}» devant les suivants",
        en: "after the e-mail address, write “?” before the first setting (subject, copy) and “&” before the others")
    case .emptyField:
      Message(
        fr: "\(fr: shown) est en trop dans ce lien\u{A0}: supprimez ce signe",
        en: "\(en: shown) is extra in this link: delete this sign")
    case .incompleteField:
      Message(
        fr: "\(fr: shown) n’a pas la forme nom=valeur\u{A0}: écrivez par exemple «\u{A0}?subject=Candidature\u{A0}»",
        en: "\(en: shown) does not have the form name=value: write for example “?subject=Application”")
    case .fragment:
      Message(
        fr: "le signe # coupe le lien à cet endroit\u{A0}: écrivez %23",
        en: "the sign # cuts the link here: write %23")
    case .letterNotEncoded:
      Message(
        fr: "\(fr: shown) peut s’afficher mal dans le courriel\u{A0}: écrivez son code, ou utilisez --fix",
        en: "\(en: shown) may show wrongly in the e-mail: write its code, or use --fix")
    default:
      Message(
        fr: "\(fr: shown) peut couper ce lien dans certains logiciels\u{A0}: écrivez son code, ou utilisez --fix",
        en: "\(en: shown) may cut this link in some programs: write its code, or use --fix")
    }
  }
}
