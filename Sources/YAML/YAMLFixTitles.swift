import SourceText

// The titles of the fixes of mistakes.
extension YAMLErrorCode {
  static let closeQuoteTitle = Message(fr: "Fermer le guillemet", en: "Close the quote")
  static let doubleBackslashTitle = Message(fr: "Doubler la barre oblique inverse", en: "Double the backslash")
  static let removeSpacesTitle = Message(fr: "Enlever les espaces", en: "Remove the spaces")
  static let spaceTitle = Message(fr: "Ajouter une espace", en: "Add a space")
  static let plainSpaceTitle = Message(fr: "Mettre une espace ordinaire", en: "Use an ordinary space")
  static let dashTitle = Message(fr: "Ajouter un tiret", en: "Add a dash")
  static let indentTitle = Message(fr: "Aligner la ligne", en: "Align the line")
  static let tabsTitle = Message(fr: "Remplacer les tabulations par des espaces", en: "Replace the tabs by spaces")
  static let quoteTitle = Message(fr: "Mettre la valeur entre guillemets", en: "Put the value in quotes")
  static let deleteCommaTitle = Message(fr: "Enlever la virgule", en: "Remove the comma")
  static let commaTitle = Message(fr: "Ajouter une virgule", en: "Add a comma")
  static let deleteBracketTitle = Message(fr: "Enlever le crochet", en: "Remove the bracket")
  static let closeBracketTitle = Message(fr: "Fermer le crochet", en: "Close the bracket")
  static let doubleApostropheTitle = Message(fr: "Doubler l’apostrophe", en: "Double the apostrophe")
  static let escapeQuoteTitle = Message(fr: "Protéger le guillemet", en: "Escape the quote")
  static let nextLineTitle = Message(fr: "Mettre la liste à la ligne", en: "Start the list on the next line")
  static let straightQuoteTitle = Message(fr: "Mettre des guillemets droits", en: "Use straight quotes")
  static let deleteLineTitle = Message(fr: "Enlever la ligne", en: "Remove the line")
}
