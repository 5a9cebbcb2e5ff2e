import SourceText

// The titles of the fixes of mistakes.
extension YAMLErrorCode {
  static let closeQuoteTitle = Message(fr: "fermer le guillemet", en: "close the quote")
  static let doubleBackslashTitle = Message(fr: "doubler la barre oblique inverse", en: "double the backslash")
  static let removeSpacesTitle = Message(fr: "enlever les espaces", en: "remove the spaces")
  static let spaceTitle = Message(fr: "ajouter une espace", en: "add a space")
  static let plainSpaceTitle = Message(fr: "mettre une espace ordinaire", en: "use an ordinary space")
  static let dashTitle = Message(fr: "ajouter un tiret", en: "add a dash")
  static let indentTitle = Message(fr: "aligner la ligne", en: "align the line")
  static let tabsTitle = Message(fr: "remplacer les tabulations par des espaces", en: "replace the tabs by spaces")
  static let quoteTitle = Message(fr: "mettre la valeur entre guillemets", en: "put the value in quotes")
  static let deleteCommaTitle = Message(fr: "enlever la virgule", en: "remove the comma")
  static let commaTitle = Message(fr: "ajouter une virgule", en: "add a comma")
  static let deleteBracketTitle = Message(fr: "enlever le crochet", en: "remove the bracket")
  static let closeBracketTitle = Message(fr: "fermer le crochet", en: "close the bracket")
  static let doubleApostropheTitle = Message(fr: "doubler l’apostrophe", en: "double the apostrophe")
  static let escapeQuoteTitle = Message(fr: "protéger le guillemet", en: "escape the quote")
  static let nextLineTitle = Message(fr: "mettre la liste à la ligne", en: "start the list on the next line")
  static let straightQuoteTitle = Message(fr: "mettre des guillemets droits", en: "use straight quotes")
  static let deleteLineTitle = Message(fr: "enlever la ligne", en: "remove the line")
}
