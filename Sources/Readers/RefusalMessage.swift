public import SourceText

extension Refusal {
  /// What the reader stumbles over, in every language.
  public func message(_ reader: Reader) -> Message {
    let what = reason.message
    return Message(
      fr: "\(reader.profile.title) ne lit pas ce texte\u{A0}: \(what.fr)",
      en: "\(reader.profile.title) does not read this text: \(what.en)")
  }
}

extension RefusalReason {
  /// The reason, in every language, as it follows a colon.
  public var message: Message {
    switch self {
    case .tab: Message(fr: "une tabulation où il faut des espaces", en: "a tab where spaces are needed")
    case .indentation: Message(fr: "une ligne mal alignée", en: "a line that does not line up")
    case .missingColon: Message(fr: "une ligne sans «\u{A0}clé: valeur\u{A0}»", en: "a line without “key: value”")
    case .colonInValue: Message(fr: "un second «\u{A0}: \u{A0}» sur la ligne", en: "a second “: ” on the line")
    case .dashOutOfPlace: Message(fr: "un tiret de liste mal placé", en: "a list dash out of place")
    case .character: Message(fr: "un signe par lequel aucune valeur ne commence", en: "a sign that begins no value")
    case .unprintable: Message(fr: "un caractère de contrôle", en: "a control character")
    case .encoding: Message(fr: "des octets qui ne sont pas de l’UTF-8", en: "bytes that are no UTF-8")
    case .unclosedQuote: Message(fr: "un guillemet qui n’est pas fermé", en: "a quote that is not closed")
    case .escape: Message(fr: "un échappement inconnu", en: "an unknown escape")
    case .brackets: Message(fr: "des crochets ou accolades incomplets", en: "brackets or braces that are not complete")
    case .textAfterValue: Message(fr: "du texte après une valeur complète", en: "text after a complete value")
    case .blockHeader: Message(fr: "du texte après «\u{A0}|\u{A0}» ou «\u{A0}>\u{A0}»", en: "text after “|” or “>”")
    case .longKey:
      Message(fr: "une clé trop longue, ou sur plusieurs lignes", en: "a key too long, or over several lines")
    case .duplicateKey: Message(fr: "une clé écrite deux fois", en: "a key written twice")
    case .keyType: Message(fr: "une clé qui n’est pas du texte", en: "a key that is no text")
    case .merge:
      Message(fr: "une fusion «\u{A0}<<\u{A0}» impossible", en: "a merge “<<” that cannot be made")
    case .tag: Message(fr: "une étiquette «\u{A0}!…\u{A0}» refusée", en: "a tag “!…” that is refused")
    case .unknownAlias: Message(fr: "un renvoi «\u{A0}*…\u{A0}» sans ancre", en: "an alias “*…” without its anchor")
    case .anchor: Message(fr: "une ancre «\u{A0}&…\u{A0}» mal formée", en: "a malformed anchor “&…”")
    case .calendar: Message(fr: "un jour ou une heure qui n’existe pas", en: "a day or time that does not exist")
    case .forbiddenType: Message(fr: "une valeur d’un type interdit", en: "a value of a forbidden type")
    case .value: Message(fr: "une valeur prise pour autre chose", en: "a value that is taken for something else")
    case .directive: Message(fr: "une ligne qui commence par «\u{A0}%\u{A0}»", en: "a line that begins with “%”")
    case .secondDocument: Message(fr: "un second document", en: "a second document")
    case .noMapping: Message(fr: "il n’y a pas de «\u{A0}clé: valeur\u{A0}»", en: "there is no “key: value”")
    case .noFrontMatter: Message(fr: "pas d’en-tête reconnu", en: "no front matter is found")
    case .noClosingFence: Message(fr: "l’en-tête n’a pas de fin", en: "the front matter has no end")
    case .otherEnd:
      Message(
        fr: "une ligne prise pour la fin de l’en-tête", en: "a line that is taken for the end of the front matter")
    case .tooDeep: Message(fr: "trop de niveaux", en: "too many levels")
    case .aliasExpansion:
      Message(fr: "des renvois qui grandissent sans mesure", en: "aliases that grow without measure")
    }
  }
}
