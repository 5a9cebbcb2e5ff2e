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
    case .unprintable: Message(fr: "un caractère invisible", en: "an invisible character")
    case .encoding: Message(fr: "des caractères qui ne sont pas en UTF-8", en: "characters that are not UTF-8")
    case .unclosedQuote:
      Message(fr: "un guillemet droit ( \" ) qui n’est pas fermé", en: "a quote (\") that is not closed")
    case .escape: Message(fr: "un signe inconnu après la barre ( \\ )", en: "an unknown sign after the backslash (\\)")
    case .brackets: Message(fr: "des crochets ou accolades incomplets", en: "brackets or braces that are not complete")
    case .textAfterValue: Message(fr: "du texte après une valeur complète", en: "text after a complete value")
    case .blockHeader: Message(fr: "du texte après «\u{A0}|\u{A0}» ou «\u{A0}>\u{A0}»", en: "text after “|” or “>”")
    case .longKey:
      Message(fr: "une clé trop longue, ou sur plusieurs lignes", en: "a key too long, or over several lines")
    case .duplicateKey: Message(fr: "une clé écrite deux fois", en: "a key written twice")
    case .keyType: Message(fr: "une clé qui n’est pas un texte", en: "a key that is not a text")
    case .merge:
      Message(fr: "une clé «\u{A0}<<\u{A0}» impossible à lire", en: "a key “<<” that cannot be read")
    case .tag: Message(fr: "une valeur qui commence par «\u{A0}!\u{A0}»", en: "a value that starts with “!”")
    case .unknownAlias: Message(fr: "une valeur qui commence par «\u{A0}*\u{A0}»", en: "a value that starts with “*”")
    case .anchor: Message(fr: "une valeur qui commence par «\u{A0}&\u{A0}»", en: "a value that starts with “&”")
    case .calendar: Message(fr: "un jour ou une heure qui n’existe pas", en: "a day or time that does not exist")
    case .forbiddenType: Message(fr: "une valeur d’une sorte refusée", en: "a value of a kind that is refused")
    case .value: Message(fr: "une valeur prise pour autre chose", en: "a value that is taken for something else")
    case .directive: Message(fr: "une ligne qui commence par «\u{A0}%\u{A0}»", en: "a line that begins with “%”")
    case .secondDocument: Message(fr: "une seconde ligne «\u{A0}---\u{A0}»", en: "a second line “---”")
    case .noMapping: Message(fr: "il n’y a pas de «\u{A0}clé: valeur\u{A0}»", en: "there is no “key: value”")
    case .noFrontMatter: Message(fr: "pas d’en-tête reconnu", en: "no front matter is found")
    case .noClosingFence: Message(fr: "l’en-tête n’a pas de fin", en: "the front matter has no end")
    case .otherEnd:
      Message(
        fr: "une ligne prise pour la fin de l’en-tête", en: "a line that is taken for the end of the front matter")
    case .blankLine: Message(fr: "une ligne vide au-dessus", en: "an empty line above")
    case .tooDeep: Message(fr: "trop de listes les unes dans les autres", en: "too many lists inside one another")
    case .aliasExpansion:
      Message(fr: "des répétitions «\u{A0}*nom\u{A0}» trop nombreuses", en: "too many references “*name”")
    }
  }
}
