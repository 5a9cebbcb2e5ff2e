import SourceText

// The titles of the fixes of mistakes.
extension YAMLErrorCode {
  static let removeSpacesTitle = Message(fr: "Supprimer les espaces", en: "Delete the spaces")
  static let spaceTitle = Message(fr: "Ajouter une espace", en: "Add a space")
  static let plainSpaceTitle = Message(fr: "Mettre une espace ordinaire", en: "Use an ordinary space")
  static let indentTitle = Message(fr: "Aligner la ligne sur les autres", en: "Align the line with the others")
  static let tabsTitle = Message(fr: "Remplacer les tabulations par des espaces", en: "Replace the tabs with spaces")
  static let deleteCommaTitle = Message(fr: "Supprimer la virgule", en: "Delete the comma")
  static let deleteSemicolonTitle = Message(fr: "Supprimer le point-virgule", en: "Delete the semicolon")
  static let deleteStarsTitle = Message(fr: "Supprimer les astérisques", en: "Delete the asterisks")
  static let deleteBracketTitle = Message(fr: "Supprimer ce signe", en: "Delete this sign")
  static let doubleApostropheTitle = Message(
    fr: "Écrire l’apostrophe deux fois de suite", en: "Write the apostrophe twice")
  static let doubleBackslashTitle = Message(
    fr: "Écrire la barre oblique inverse deux fois", en: "Write the backslash twice")
  static let deleteBackslashTitle = Message(
    fr: "Supprimer la barre oblique inverse", en: "Delete the backslash")
  static let escapeQuoteTitle = Message(fr: "Écrire \\\" au lieu de \"", en: "Write \\\" in place of \"")
  static let nextLineTitle = Message(fr: "Mettre la liste à la ligne", en: "Start the list on the next line")
  static let dashesTitle = Message(
    fr: "Écrire «\u{A0}-\u{A0}» devant chaque élément", en: "Write “-” before each item")
  static let straightQuoteTitle = Message(
    fr: "Mettre des guillemets droits ( \" )", en: "Use straight quotes (\")")
  static let deleteLineTitle = Message(fr: "Supprimer la ligne", en: "Remove the line")

  /// The title of a fix that adds a sign.
  static func add(_ sign: String) -> Message { Message(fr: "Ajouter \(fr: sign)", en: "Add \(en: sign)") }

  /// The title of a fix that puts a text in quotes; it shows what is written, where that is short.
  static func quote(_ text: ArraySlice<UInt8>, with quote: String) -> Message {
    let shown = String(decoding: text, as: UTF8.self)
    if shown.utf8.count <= 60, !shown.utf8.contains(where: { $0 < 0x20 }) { return .write(quote + shown + quote) }
    return quote == "'"
      ? Message(
        fr: "Mettre toute la valeur entre apostrophes droites ( ' )",
        en: "Put the whole value in straight apostrophes (')")
      : Message(
        fr: "Mettre toute la valeur entre guillemets droits ( \" )", en: "Put the whole value in straight quotes (\")")
  }
}
