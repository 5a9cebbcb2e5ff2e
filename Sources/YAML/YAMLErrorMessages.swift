public import SourceText

// The wording of every mistake, in one place.
extension YAMLErrorCode {
  /// The text for people, on one line: what is wrong, and what to write instead.
  ///
  /// - Parameter shown: what the text shows of the file, a sign or a word; see ``YAMLError/shown``.
  public func message(showing shown: String) -> Message {
    switch self {
    case .tabIndentation:
      Message(
        fr: "cette ligne commence par une tabulation\u{A0}: remplacez-la par deux espaces",
        en: "this line starts with a tab: replace it with two spaces")
    case .badIndentation:
      Message(
        fr:
          "cette ligne n’est pas alignée avec les autres\u{A0}: mettez devant elle autant d’espaces que devant la première",
        en: "this line is not aligned with the others: put as many spaces before it as before the first one")
    case .nonBreakingSpace:
      Message(
        fr: "cette espace est insécable\u{A0}: supprimez-la, puis appuyez sur la barre d’espace",
        en: "this is a non-breaking space: delete it, then press the space bar")
    case .blankLineTooIndented:
      Message(
        fr: "cette ligne vide contient des espaces en trop\u{A0}: supprimez-les",
        en: "this empty line contains extra spaces: delete them")
    case .textUnderIndented:
      Message(
        fr: "cette ligne continue la valeur commencée plus haut\u{A0}: ajoutez deux espaces devant elle",
        en: "this line continues the value above: add two spaces before it")
    case .missingColon:
      Message(
        fr:
          "cette ligne doit être de la forme «\u{A0}clé: valeur\u{A0}»\u{A0}: ajoutez la clé, ou mettez deux espaces devant si elle continue la ligne du dessus",
        en:
          "this line must have the form “key: value”: add the key, or put two spaces before it if it continues the line above"
      )
    case .missingSpaceAfterColon:
      Message(
        fr: "il manque une espace après les deux-points\u{A0}: écrivez «\u{A0}clé: valeur\u{A0}»",
        en: "a space is missing after the colon: write “key: value”")
    case .missingSpaceAfterDash:
      Message(
        fr: "il manque une espace après le tiret\u{A0}: écrivez «\u{A0}- \(shown)\u{A0}»",
        en: "a space is missing after the dash: write “- \(shown)”")
    case .bulletList:
      Message(
        fr:
          "une liste s’écrit avec des tirets\u{A0}: remplacez \(fr: shown) par un tiret et une espace, «\u{A0}- élément\u{A0}»",
        en: "a list is written with dashes: replace \(en: shown) with a dash and a space, “- item”")
    case .colonInValue:
      Message(
        fr:
          "cette valeur contient des deux-points suivis d’une espace\u{A0}: mettez toute la valeur entre guillemets droits ( \" )",
        en: "this value contains a colon and a space: put the whole value in straight quotes (\")")
    case .dashOnKeyLine:
      Message(
        fr: "une liste commence sous sa clé\u{A0}: mettez ce tiret au début de la ligne suivante",
        en: "a list starts below its key: put this dash at the start of the next line")
    case .missingDash:
      Message(
        fr: "il manque un tiret devant cet élément de la liste\u{A0}: écrivez «\u{A0}- \(shown)\u{A0}»",
        en: "a dash is missing before this item of the list: write “- \(shown)”")
    case .unexpectedDash:
      Message(
        fr:
          "ce tiret est mal placé\u{A0}: mettez-le sous les autres tirets de la liste, ou mettez le texte entre guillemets droits ( \" )",
        en: "this dash is misplaced: put it below the other dashes of the list, or put the text in straight quotes (\")"
      )
    case .keyOnMarkerLine:
      Message(
        fr: "rien ne doit suivre les trois tirets\u{A0}: mettez ce texte à la ligne suivante",
        en: "nothing should follow the three dashes: put this text on the next line")
    case .otherColon:
      Message(
        fr: "après une clé il faut deux-points et une espace\u{A0}: écrivez-les à la place de \(fr: shown)",
        en: "a key is followed by a colon and a space: write them in place of \(en: shown)")
    case .starsAroundKey:
      Message(
        fr: "les astérisques autour de cette clé sont en trop\u{A0}: supprimez-les",
        en: "the asterisks round this key are extra: delete them")
    case .otherComment:
      Message(
        fr: "un commentaire commence par un dièse ( # )\u{A0}: écrivez-le à la place de \(fr: shown)",
        en: "a comment starts with a hash sign (#): write it in place of \(en: shown)")
    case .multilineKey:
      Message(
        fr: "cette clé tient sur plusieurs lignes\u{A0}: écrivez-la sur une seule",
        en: "this key goes over several lines: write it on one")
    case .keyTooLong:
      Message(
        fr:
          "cette clé est trop longue\u{A0}: ajoutez le retour à la ligne ou les guillemets droits ( \" ) qui manquent",
        en: "this key is too long: add the line break or the straight quotes (\") that are missing")
    case .unclosedQuote:
      Message(
        fr: "cette valeur commence par \(fr: shown) et ne finit pas de même\u{A0}: ajoutez \(fr: shown) à la fin",
        en: "this value starts with \(en: shown) and does not end with it: add \(en: shown) at its end")
    case .textAfterQuote:
      Message(
        fr:
          "\(fr: shown) vient après la fin de la valeur\u{A0}: mettez toute la valeur entre apostrophes droites ( ' ), ou supprimez les guillemets droits ( \" )",
        en:
          "\(en: shown) comes after the end of the value: put the whole value in straight apostrophes ('), or delete the straight quotes (\")"
      )
    case .textAfterApostrophe:
      Message(
        fr:
          "\(fr: shown) vient après la fin de la valeur\u{A0}: mettez toute la valeur entre guillemets droits ( \" ), ou supprimez les apostrophes ( ' )",
        en:
          "\(en: shown) comes after the end of the value: put the whole value in straight quotes (\"), or delete the apostrophes (')"
      )
    case .apostropheInQuotes:
      Message(
        fr:
          "cette apostrophe ferme le texte trop tôt\u{A0}: mettez le texte entre guillemets droits ( \" ), ou écrivez l’apostrophe deux fois de suite",
        en:
          "this apostrophe ends the text too early: put the text in straight quotes (\"), or write the apostrophe twice"
      )
    case .quoteInQuotes:
      Message(
        fr:
          "ce guillemet droit ( \" ) ferme le texte trop tôt\u{A0}: mettez le texte entre apostrophes droites ( ' ), ou écrivez \\\" à sa place",
        en:
          "this straight quote (\") ends the text too early: put the text in straight apostrophes ('), or write \\\" in its place"
      )
    case .badEscape:
      Message(
        fr:
          "la barre oblique inverse ( \\ ) ne peut pas être seule entre guillemets droits\u{A0}: écrivez-la deux fois, ou mettez le texte entre apostrophes droites ( ' )",
        en:
          "a backslash (\\) cannot stand alone in straight quotes: write it twice, or put the text in straight apostrophes (')"
      )
    case .escapedApostrophe:
      Message(
        fr:
          "la barre oblique inverse ( \\ ) devant cette apostrophe est en trop\u{A0}: supprimez-la",
        en: "the backslash (\\) before this apostrophe is extra: delete it")
    case .reservedCharacter:
      Message(
        fr: "une valeur ne peut pas commencer par \(fr: shown)\u{A0}: mettez-la entre guillemets droits ( \" )",
        en: "a value cannot start with \(en: shown): put it in straight quotes (\")")
    case .badBlockHeader:
      Message(
        fr:
          "après \(fr: shown), le texte commence à la ligne suivante\u{A0}: déplacez-le, ou mettez toute la valeur entre guillemets droits ( \" )",
        en:
          "after \(en: shown) the text starts on the next line: move it there, or put the whole value in straight quotes (\")"
      )
    case .typographicQuotes:
      Message(
        fr: "les guillemets “ ” seraient affichés avec le texte\u{A0}: remplacez-les par des guillemets droits ( \" )",
        en: "the quotes “ ” would be shown with the text: replace them with straight quotes (\")")
    case .unexpectedCharacter:
      Message(
        fr:
          "\(fr: shown) n’est pas à sa place\u{A0}: mettez toute la valeur entre guillemets droits ( \" ), ou supprimez ce signe",
        en: "\(en: shown) is out of place: put the whole value in straight quotes (\"), or delete this sign")
    case .trailingComma:
      Message(
        fr: "la virgule à la fin de cette ligne est en trop\u{A0}: supprimez-la",
        en: "the comma at the end of this line is extra: delete it")
    case .trailingSemicolon:
      Message(
        fr: "le point-virgule à la fin de cette ligne est en trop\u{A0}: supprimez-le",
        en: "the semicolon at the end of this line is extra: delete it")
    case .extraComma:
      Message(
        fr: "cette virgule est en trop\u{A0}: supprimez-la",
        en: "this comma is extra: delete it")
    case .missingComma:
      Message(
        fr: "il manque une virgule avant \(fr: shown)\u{A0}: ajoutez-la",
        en: "a comma is missing before \(en: shown): add it")
    case .unclosedFlow:
      Message(
        fr: "il manque \(fr: shown) à la fin de cette valeur\u{A0}: ajoutez ce signe",
        en: "\(en: shown) is missing at the end of this value: add this sign")
    case .extraBracket:
      Message(
        fr:
          "\(fr: shown) ne ferme rien\u{A0}: supprimez ce signe, ou mettez toute la valeur entre guillemets droits ( \" )",
        en: "\(en: shown) closes nothing: delete this sign, or put the whole value in straight quotes (\")")
    case .wrongBracket:
      Message(
        fr: "ce signe ne correspond pas à celui qui ouvre la liste\u{A0}: remplacez-le par \(fr: shown)",
        en: "this sign does not match the one that opens the list: replace it with \(en: shown)")
    case .textAfterFlow:
      Message(
        fr:
          "\(fr: shown) vient après le crochet fermant\u{A0}: supprimez ce texte, ou mettez toute la valeur entre guillemets droits ( \" )",
        en:
          "\(en: shown) comes after the closing bracket: delete this text, or put the whole value in straight quotes (\")"
      )
    case .placeholder:
      Message(
        fr: "ces accolades sont restées du modèle\u{A0}: remplacez-les par la vraie valeur",
        en: "these braces were left from the template: replace them with the real value")
    case .commentNeedsSpace:
      Message(
        fr:
          "«\u{A0}#\u{A0}» commence une remarque\u{A0}: mettez une espace devant, ou mettez toute la valeur entre guillemets droits ( \" ) s’il fait partie du texte",
        en:
          "“#” starts a remark: put a space before it, or put the whole value in straight quotes (\") if it belongs to the text"
      )
    case .unknownAlias, .repeatedProperty, .propertyOnAlias, .propertyBeforeCollection, .textAfterAlias, .badAnchor,
      .badTag, .unknownTagHandle:
      signMessage(shown)
    case .recursiveAlias:
      Message(
        fr: "cette valeur fait référence à elle-même\u{A0}: écrivez-la en entier",
        en: "this value refers to itself: write it out")
    case .badDirective, .repeatedDirective, .unsupportedVersion, .directiveWithoutDocument, .directiveInDocument:
      Self.percentMessage
    case .textAfterDocumentEnd:
      Message(
        fr: "rien ne doit suivre «\u{A0}...\u{A0}» sur sa ligne\u{A0}: supprimez ce texte",
        en: "nothing should follow “...” on its line: delete this text")
    case .secondDocument:
      Message(
        fr: "ce «\u{A0}---\u{A0}» est en trop, la suite ne serait pas lue\u{A0}: supprimez cette ligne",
        en: "this “---” is extra, what follows would not be read: remove this line")
    case .contentAfterRoot:
      Message(
        fr:
          "ce texte n’est pas à sa place\u{A0}: vérifiez que les guillemets droits et les crochets sont bien fermés au-dessus",
        en: "this text is out of place: check that quotes and brackets above are closed")
    case .mergeConflict:
      Message(
        fr:
          "deux versions du fichier sont mêlées ici (conflit Git)\u{A0}: gardez-en une et supprimez les lignes <<<<<<<, ======= et >>>>>>>",
        en:
          "two versions of the file are mixed here (Git conflict): keep one and remove the lines <<<<<<<, ======= and >>>>>>>"
      )
    case .tooDeep:
      Message(
        fr: "trop de listes sont les unes dans les autres, la suite n’est pas lue\u{A0}: gardez-en moins",
        en: "too many lists are inside one another, the rest is not read: keep fewer")
    case .tooManyDocuments:
      Message(
        fr:
          "ce fichier contient trop de parties entre des lignes «\u{A0}---\u{A0}»\u{A0}: séparez-le en plusieurs fichiers",
        en: "this file contains too many parts between lines “---”: split it into several files")
    case .tooLarge:
      Message(
        fr: "ce fichier est trop grand pour être lu\u{A0}: séparez-le en plusieurs fichiers",
        en: "this file is too large to be read: split it into several files")
    case .aliasExpansion:
      Message(
        fr:
          "les répétitions «\u{A0}*nom\u{A0}» de ce fichier sont trop nombreuses\u{A0}: écrivez les valeurs en entier",
        en: "the references “*name” of this file are too many: write the values out")
    case .controlCharacter:
      Message(
        fr: "un caractère invisible est ici\u{A0}: supprimez-le, ou écrivez le mot de nouveau",
        en: "an invisible character is here: delete it, or write the word again")
    case .invalidUTF8:
      Message(
        fr: "ces caractères sont illisibles\u{A0}: choisissez «\u{A0}UTF-8\u{A0}» en enregistrant le fichier",
        en: "these characters cannot be read: choose “UTF-8” when saving the file")
    case .duplicateKey:
      Message(
        fr: "cette clé est écrite deux fois, une des lignes ne sera pas lue\u{A0}: ne gardez qu’une des deux",
        en: "this key appears twice, one of the lines will not be read: keep only one of the two")
    }
  }

  /// Of `&`, `*` and `!`, which begin the name of a value, a reference to one, and the name of a type.
  private func signMessage(_ shown: String) -> Message {
    Message(
      fr:
        "\(fr: shown) a un sens particulier au début d’une valeur\u{A0}: mettez toute la valeur entre guillemets droits ( \" )",
      en: "\(en: shown) has a special meaning at the start of a value: put the whole value in straight quotes (\")")
  }

  private static let percentMessage = Message(
    fr:
      "une ligne de l’en-tête ne peut pas commencer par «\u{A0}%\u{A0}»\u{A0}: supprimez-la, ou écrivez «\u{A0}clé: valeur\u{A0}»",
    en: "a line of front matter cannot start with “%”: remove it, or write “key: value”")

  /// What the related place of a mistake is, as a note to it.
  public var relatedMessage: Message {
    switch self {
    case .badIndentation: Message(fr: "la ligne sur laquelle aligner", en: "the line to align with")
    case .wrongBracket, .textAfterFlow: Message(fr: "la valeur s’ouvre ici", en: "the value opens here")
    case .duplicateKey, .repeatedProperty: Message(fr: "la première est ici", en: "the first one is here")
    case .multilineKey: Message(fr: "les deux-points sont ici", en: "the colon is here")
    case .propertyBeforeCollection: Message(fr: "la liste commence ici", en: "the list starts here")
    case .contentAfterRoot: Message(fr: "ce qui est lu est ici", en: "what is read is here")
    default: Message(fr: "le texte commence ici", en: "the text starts here")
    }
  }
}
