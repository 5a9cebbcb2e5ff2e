import SourceText

// The titles of the fixes of mistakes.
extension TOMLErrorCode {
  static let closeQuoteTitle = Message(fr: "Fermer le texte", en: "Close the text")
  static let doubleBackslashTitle = Message(fr: "Doubler la barre oblique inverse", en: "Double the backslash")
  static let plainSpaceTitle = Message(fr: "Mettre une espace ordinaire", en: "Use an ordinary space")
  static let quoteTitle = Message(
    fr: "Mettre la valeur entre guillemets droits", en: "Put the value in straight quotes")
  static let quoteKeyTitle = Message(fr: "Mettre la clé entre guillemets droits", en: "Put the key in straight quotes")
  static let pairTitle = Message(fr: "Écrire clé = \"valeur\"", en: "Write key = \"value\"")
  static let equalsTitle = Message(fr: "Écrire «\u{A0}=\u{A0}»", en: "Write “=”")
  static let removeDotTitle = Message(fr: "Supprimer le point", en: "Remove the dot")
  static let deleteCommaTitle = Message(fr: "Supprimer ce signe", en: "Remove this sign")
  static let commaTitle = Message(fr: "Ajouter une virgule", en: "Add a comma")
  static let deleteBracketTitle = Message(fr: "Supprimer le crochet", en: "Remove the bracket")
  static let closeBracketTitle = Message(fr: "Fermer le crochet", en: "Close the bracket")
  static let joinBracketsTitle = Message(fr: "Coller les deux crochets", en: "Join the two brackets")
  static let escapeQuoteTitle = Message(
    fr: "Mettre \\ devant les guillemets droits du texte", en: "Put \\ before the straight quotes of the text")
  static let doubleQuotesTitle = Message(
    fr: "Mettre le texte entre guillemets droits", en: "Put the text in straight double quotes")
  static let straightQuoteTitle = Message(fr: "Mettre des guillemets droits", en: "Use straight quotes")
  static let hashTitle = Message(fr: "Écrire «\u{A0}#\u{A0}»", en: "Write “#”")
  static let lineBreakTitle = Message(fr: "Aller à la ligne", en: "Start a new line")

  static func write(_ value: String) -> Message {
    Message.write(value)
  }
}
