public import SourceText

// The wording of every mistake, in one place.
extension YAMLErrorCode {
  /// The text for people, on one line: what is wrong, and what to write instead.
  public var message: Message {
    switch self {
    case .tabIndentation:
      Message(
        fr: """
          Cette ligne commence par une tabulation : en YAML, le décalage se fait avec des espaces. \
          Remplacez chaque tabulation par deux espaces.
          """,
        en: "This line starts with a tab: YAML wants spaces there. Replace each tab by two spaces.")
    case .badIndentation:
      Message(
        fr: """
          Le décalage de cette ligne ne correspond à aucune ligne au-dessus. Alignez-la sur les lignes du \
          même niveau.
          """,
        en: "The indentation of this line matches no line above it. Align it with the lines of the same level.")
    case .nonBreakingSpace:
      Message(
        fr: "Il y a ici une espace insécable, que YAML prend pour une lettre. Mettez une espace ordinaire.",
        en: "There is a non-breaking space here, which YAML takes for a letter. Use an ordinary space.")
    case .blankLineTooIndented:
      Message(
        fr: "Cette ligne vide contient plus d’espaces que la première ligne du texte. Enlevez ces espaces.",
        en: "This empty line holds more spaces than the first line of the text. Remove these spaces.")
    case .textUnderIndented:
      Message(
        fr: """
          Ce texte continue la valeur commencée plus haut, mais n’est pas assez décalé. Ajoutez des \
          espaces au début de la ligne.
          """,
        en: """
          This text goes on a value that was begun above, but is not indented enough. Add spaces at the \
          start of the line.
          """)
    case .missingColon:
      Message(
        fr: """
          Cette ligne n’est pas de la forme « clé: valeur ». Ajoutez le nom de la clé et « :  », ou \
          décalez la ligne si elle continue le texte du dessus.
          """,
        en: """
          This line is not of the form “key: value”. Add the key and “: ”, or indent the line if it goes \
          on the text above.
          """)
    case .missingSpaceAfterColon:
      Message(
        fr: "Il manque une espace après le deux-points : écrivez « clé: valeur ».",
        en: "A space is missing after the colon: write “key: value”.")
    case .missingSpaceAfterDash:
      Message(
        fr: "Il manque une espace après le tiret : écrivez « - élément ».",
        en: "A space is missing after the dash: write “- item”.")
    case .colonInValue:
      Message(
        fr: """
          Cette valeur contient « :  », que YAML prend pour une nouvelle clé. Mettez toute la valeur entre \
          guillemets.
          """,
        en: "This value contains “: ”, which YAML takes for a new key. Put the whole value in quotes.")
    case .dashOnKeyLine:
      Message(
        fr: """
          Une liste ne peut pas commencer sur la ligne de sa clé. Mettez ce tiret au début de la ligne \
          suivante.
          """,
        en: "A list cannot start on the line of its key. Put this dash at the start of the next line.")
    case .missingDash:
      Message(
        fr: "Cet élément de liste n’a pas de tiret. Écrivez « -  » devant lui.",
        en: "This list item has no dash. Write “- ” before it.")
    case .unexpectedDash:
      Message(
        fr: """
          Ce tiret ne commence pas une liste ici. Mettez la liste sous sa clé, décalée de deux espaces, ou \
          le texte entre guillemets.
          """,
        en: """
          This dash starts no list here. Put the list under its key, indented by two spaces, or put the \
          text in quotes.
          """)
    case .keyOnMarkerLine:
      Message(
        fr: "Rien ne doit suivre les trois tirets. Mettez ce texte à la ligne suivante.",
        en: "Nothing should follow the three dashes. Put this text on the next line.")
    case .multilineKey:
      Message(
        fr: "Cette clé s’étend sur plusieurs lignes. Écrivez-la sur une seule ligne.",
        en: "This key goes over several lines. Write it on one line.")
    case .keyTooLong:
      Message(
        fr: "Cette clé dépasse 1 024 caractères. Il manque sans doute un retour à la ligne ou des guillemets.",
        en: "This key is longer than 1,024 characters. A line break or quotes are probably missing.")
    case .unclosedQuote:
      Message(
        fr: "Ce guillemet n’est jamais fermé. Ajoutez le même guillemet à la fin de la valeur.",
        en: "This quote is never closed. Add the same quote at the end of the value.")
    case .textAfterQuote:
      Message(
        fr: """
          La valeur s’arrête au guillemet fermant ; ce texte est de trop. Déplacez le guillemet à la fin, \
          ou enlevez le texte.
          """,
        en: """
          The value ends at its closing quote; this text is too much. Move the quote to the end, or remove \
          the text.
          """)
    case .apostropheInQuotes:
      Message(
        fr: """
          Cette apostrophe ferme le texte, car il est entre apostrophes. Doublez-la (« '' ») ou entourez \
          le texte de guillemets doubles.
          """,
        en: """
          This apostrophe closes the text, which stands in single quotes. Double it (“''”) or put the text \
          in double quotes.
          """)
    case .quoteInQuotes:
      Message(
        fr: """
          Ce guillemet ferme le texte, qui continue pourtant. Écrivez \\" à sa place, ou entourez le texte \
          d’apostrophes.
          """,
        en: """
          This quote closes the text, which goes on however. Write \\" instead, or put the text in single \
          quotes.
          """)
    case .badEscape:
      Message(
        fr: """
          Entre guillemets doubles, cette barre oblique inverse n’a pas de sens. Doublez-la (\\\\) ou \
          entourez le texte d’apostrophes.
          """,
        en: """
          In double quotes this backslash means nothing. Double it (\\\\) or put the text in single \
          quotes.
          """)
    case .reservedCharacter:
      Message(
        fr: "Une valeur ne peut pas commencer par ce caractère. Mettez-la entre guillemets.",
        en: "A value cannot start with this character. Put it in quotes.")
    case .badBlockHeader:
      Message(
        fr: """
          Après « | » ou « > », le texte commence à la ligne suivante. Déplacez ce texte à la ligne, \
          décalé de deux espaces.
          """,
        en: """
          After “|” or “>” the text starts on the next line. Move this text to the next line, indented by \
          two spaces.
          """)
    case .typographicQuotes:
      Message(
        fr: """
          Ces guillemets typographiques font partie du texte pour YAML. Mettez des guillemets droits (").
          """,
        en: """
          YAML takes these typographic quotes for part of the text. Use straight quotes (").
          """)
    case .unexpectedCharacter:
      Message(
        fr: "Ce caractère n’a pas de sens ici. Mettez la valeur entre guillemets s’il en fait partie.",
        en: "This character means nothing here. Put the value in quotes if it is part of it.")
    case .trailingComma:
      Message(
        fr: "Cette virgule est de trop : en YAML, une ligne ne finit pas par une virgule. Enlevez-la.",
        en: "This comma is too much: in YAML a line does not end with a comma. Remove it.")
    case .extraComma:
      Message(
        fr: "Il n’y a rien entre cette virgule et la précédente ou le crochet ouvrant. Enlevez-la.",
        en: "There is nothing between this comma and the one before or the opening bracket. Remove it.")
    case .missingComma:
      Message(
        fr: "Il manque une virgule avant cet élément.",
        en: "A comma is missing before this item.")
    case .unclosedFlow:
      Message(
        fr: "Ce crochet ou cette accolade n’est jamais fermé. Ajoutez « ] » ou « } » à la fin de la liste.",
        en: "This bracket is never closed. Add “]” or “}” at the end of the list.")
    case .extraBracket:
      Message(
        fr: "Ce crochet ou cette accolade ne ferme rien. Enlevez-le, ou mettez la valeur entre guillemets.",
        en: "This bracket closes nothing. Remove it, or put the value in quotes.")
    case .wrongBracket:
      Message(
        fr: "Ce signe ne ferme pas celui qui a été ouvert : « [ » se ferme par « ] », « { » par « } ».",
        en: "This sign does not close the one that was opened: “[” is closed by “]”, “{” by “}”.")
    case .textAfterFlow:
      Message(
        fr: """
          La valeur s’arrête à son crochet fermant ; ce texte est de trop. Enlevez-le, ou mettez toute la \
          valeur entre guillemets.
          """,
        en: """
          The value ends at its closing bracket; this text is too much. Remove it, or put the whole value \
          in quotes.
          """)
    case .placeholder:
      Message(
        fr: """
          Ces accolades viennent d’un modèle : pour YAML, elles ne sont pas du texte. Remplacez-les par la \
          vraie valeur, ou mettez la valeur entre guillemets.
          """,
        en: """
          These braces come from a template: to YAML they are no text. Replace them by the real value, or \
          put the value in quotes.
          """)
    case .commentNeedsSpace:
      Message(
        fr: "Il manque une espace avant ce « # », qui commence un commentaire.",
        en: "A space is missing before this “#”, which starts a comment.")
    case .unknownAlias:
      Message(
        fr: """
          « * » au début d’une valeur renvoie à un « &nom » qui n’existe pas plus haut. Mettez la valeur \
          entre guillemets si c’est du texte.
          """,
        en: """
          “*” at the start of a value refers to a “&name” that does not exist above. Put the value in \
          quotes if it is text.
          """)
    case .recursiveAlias:
      Message(
        fr: "Cette valeur renvoie à elle-même.",
        en: "This value refers to itself.")
    case .repeatedProperty:
      Message(
        fr: "Une valeur ne peut avoir qu’une ancre (« &nom ») et qu’une étiquette (« !nom »).",
        en: "A value can have only one anchor (“&name”) and one tag (“!name”).")
    case .propertyOnAlias:
      Message(
        fr: "Une valeur qui renvoie à une autre (« *nom ») ne peut avoir ni ancre ni étiquette.",
        en: "A value that refers to another one (“*name”) can have neither an anchor nor a tag.")
    case .propertyBeforeCollection:
      Message(
        fr: """
          Une ancre ou une étiquette ne peut pas être sur la ligne du premier tiret. Mettez-la sur la \
          ligne au-dessus.
          """,
        en: "An anchor or a tag cannot stand on the line of the first dash. Put it on the line above.")
    case .textAfterAlias:
      Message(
        fr: "Rien ne peut suivre « *nom ». Mettez la valeur entre guillemets si c’est du texte.",
        en: "Nothing can follow “*name”. Put the value in quotes if it is text.")
    case .badAnchor:
      Message(
        fr: """
          Après « & » ou « * », YAML attend un nom suivi d’une espace. Mettez la valeur entre guillemets \
          si c’est du texte.
          """,
        en: "After “&” or “*” YAML wants a name and then a space. Put the value in quotes if it is text.")
    case .badTag:
      Message(
        fr: """
          Après « ! », YAML attend un nom de type suivi d’une espace. Mettez la valeur entre guillemets si \
          c’est du texte.
          """,
        en: "After “!” YAML wants the name of a type and then a space. Put the value in quotes if it is text.")
    case .unknownTagHandle:
      Message(
        fr: """
          Ce préfixe d’étiquette n’est déclaré par aucun « %TAG ». Mettez la valeur entre guillemets si \
          c’est du texte.
          """,
        en: "No “%TAG” declares this tag prefix. Put the value in quotes if it is text.")
    case .badDirective:
      Message(
        fr: "Cette ligne commence par « % » sans être une instruction YAML correcte.",
        en: "This line starts with “%” and is no good YAML directive.")
    case .repeatedDirective:
      Message(
        fr: "Cette instruction est donnée deux fois. Enlevez-en une.",
        en: "This directive is given twice. Remove one.")
    case .unsupportedVersion:
      Message(
        fr: "Cette version de YAML n’est pas connue. Écrivez « %YAML 1.2 » ou enlevez la ligne.",
        en: "This version of YAML is not known. Write “%YAML 1.2” or remove the line.")
    case .directiveWithoutDocument:
      Message(
        fr: "Une ligne « --- » doit suivre cette instruction.",
        en: "A line “---” must follow this directive.")
    case .directiveInDocument:
      Message(
        fr: "Une ligne ne peut pas commencer par « % » ici. Mettez la valeur entre guillemets si c’est du texte.",
        en: "A line cannot start with “%” here. Put the value in quotes if it is text.")
    case .textAfterDocumentEnd:
      Message(
        fr: "Rien ne doit suivre « ... » sur sa ligne.",
        en: "Nothing should follow “...” on its line.")
    case .secondDocument:
      Message(
        fr: "Ce « --- » commence un deuxième bloc, qui ne sera pas lu. Enlevez cette ligne.",
        en: "This “---” starts a second block, which is not read. Remove this line.")
    case .contentAfterRoot:
      Message(
        fr: "Ce texte vient après la fin du contenu. Vérifiez les guillemets et les crochets au-dessus.",
        en: "This text comes after the end of the content. Check the quotes and brackets above.")
    case .mergeConflict:
      Message(
        fr: """
          Un conflit de fusion Git n’est pas résolu. Gardez une des deux versions et enlevez les lignes \
          <<<<<<<, ======= et >>>>>>>.
          """,
        en: """
          A Git merge conflict is not resolved. Keep one of the two versions and remove the lines <<<<<<<, \
          ======= and >>>>>>>.
          """)
    case .tooDeep:
      Message(
        fr: "Il y a trop de listes ou de clés imbriquées ici ; la suite n’est pas lue.",
        en: "Too many lists or keys are nested here; the rest is not read.")
    case .tooManyDocuments:
      Message(
        fr: "Ce texte contient trop de documents ; la suite n’est pas lue.",
        en: "This text holds too many documents; the rest is not read.")
    case .tooLarge:
      Message(
        fr: "Ce texte est trop grand pour être lu.",
        en: "This text is too large to be read.")
    case .aliasExpansion:
      Message(
        fr: "Les renvois « *nom » de ce texte donneraient un résultat démesuré.",
        en: "The references “*name” of this text would give a result without measure.")
    case .controlCharacter:
      Message(
        fr: "Il y a ici un caractère de contrôle invisible. Effacez-le.",
        en: "There is an invisible control character here. Delete it.")
    case .invalidUTF8:
      Message(
        fr: "Ces octets ne sont pas du texte UTF-8. Enregistrez le fichier en UTF-8.",
        en: "These bytes are no UTF-8 text. Save the file as UTF-8.")
    case .duplicateKey:
      Message(
        fr: "Cette clé est déjà donnée plus haut ; seule la dernière compte. Gardez une seule des deux.",
        en: "This key was already given above; only the last one counts. Keep one of the two.")
    }
  }
}
