public import SourceText

// The wording of every mistake, in one place.
extension YAMLErrorCode {
  /// The text for people, on one line: what is wrong, and what to write instead.
  public var message: Message {
    switch self {
    case .tabIndentation:
      Message(
        fr: """
          cette ligne commence par une tabulation : en YAML, le décalage se fait avec des espaces\u{A0}; \
          remplacez chaque tabulation par deux espaces
          """,
        en: "this line starts with a tab: YAML wants spaces there; replace each tab by two spaces")
    case .badIndentation:
      Message(
        fr: """
          le décalage de cette ligne ne correspond à aucune ligne au-dessus\u{A0}; alignez-la sur les lignes du \
          même niveau
          """,
        en: "the indentation of this line matches no line above it; align it with the lines of the same level")
    case .nonBreakingSpace:
      Message(
        fr: "il y a ici une espace insécable, que YAML prend pour une lettre\u{A0}; mettez une espace ordinaire",
        en: "there is a non-breaking space here, which YAML takes for a letter; use an ordinary space")
    case .blankLineTooIndented:
      Message(
        fr: "cette ligne vide contient plus d’espaces que la première ligne du texte\u{A0}; enlevez ces espaces",
        en: "this empty line holds more spaces than the first line of the text; remove these spaces")
    case .textUnderIndented:
      Message(
        fr: """
          ce texte continue la valeur commencée plus haut, mais n’est pas assez décalé\u{A0}; ajoutez des \
          espaces au début de la ligne
          """,
        en: """
          this text goes on a value that was begun above, but is not indented enough; add spaces at the \
          start of the line
          """)
    case .missingColon:
      Message(
        fr: """
          cette ligne n’est pas de la forme « clé: valeur »\u{A0}; ajoutez le nom de la clé et « :  », ou \
          décalez la ligne si elle continue le texte du dessus
          """,
        en: """
          this line is not of the form “key: value”; add the key and “: ”, or indent the line if it goes \
          on the text above
          """)
    case .missingSpaceAfterColon:
      Message(
        fr: "il manque une espace après le deux-points : écrivez « clé: valeur »",
        en: "a space is missing after the colon: write “key: value”")
    case .missingSpaceAfterDash:
      Message(
        fr: "il manque une espace après le tiret : écrivez « - élément »",
        en: "a space is missing after the dash: write “- item”")
    case .colonInValue:
      Message(
        fr: """
          cette valeur contient « :  », que YAML prend pour une nouvelle clé\u{A0}; mettez toute la valeur entre \
          guillemets
          """,
        en: "this value contains “: ”, which YAML takes for a new key; put the whole value in quotes")
    case .dashOnKeyLine:
      Message(
        fr: """
          une liste ne peut pas commencer sur la ligne de sa clé\u{A0}; mettez ce tiret au début de la ligne \
          suivante
          """,
        en: "a list cannot start on the line of its key; put this dash at the start of the next line")
    case .missingDash:
      Message(
        fr: "cet élément de liste n’a pas de tiret\u{A0}; écrivez « -  » devant lui",
        en: "this list item has no dash; write “- ” before it")
    case .unexpectedDash:
      Message(
        fr: """
          ce tiret ne commence pas une liste ici\u{A0}; mettez la liste sous sa clé, décalée de deux espaces, ou \
          le texte entre guillemets
          """,
        en: """
          this dash starts no list here; put the list under its key, indented by two spaces, or put the \
          text in quotes
          """)
    case .keyOnMarkerLine:
      Message(
        fr: "rien ne doit suivre les trois tirets\u{A0}; mettez ce texte à la ligne suivante",
        en: "nothing should follow the three dashes; put this text on the next line")
    case .multilineKey:
      Message(
        fr: "cette clé s’étend sur plusieurs lignes\u{A0}; écrivez-la sur une seule ligne",
        en: "this key goes over several lines; write it on one line")
    case .keyTooLong:
      Message(
        fr: "cette clé dépasse 1 024 caractères\u{A0}; il manque sans doute un retour à la ligne ou des guillemets",
        en: "this key is longer than 1,024 characters; a line break or quotes are probably missing")
    case .unclosedQuote:
      Message(
        fr: "ce guillemet n’est jamais fermé\u{A0}; ajoutez le même guillemet à la fin de la valeur",
        en: "this quote is never closed; add the same quote at the end of the value")
    case .textAfterQuote:
      Message(
        fr: """
          la valeur s’arrête au guillemet fermant ; ce texte est de trop\u{A0}; déplacez le guillemet à la fin, \
          ou enlevez le texte
          """,
        en: """
          the value ends at its closing quote; this text is too much; move the quote to the end, or remove \
          the text
          """)
    case .apostropheInQuotes:
      Message(
        fr: """
          cette apostrophe ferme le texte, car il est entre apostrophes\u{A0}; doublez-la (« '' ») ou entourez \
          le texte de guillemets doubles
          """,
        en: """
          this apostrophe closes the text, which stands in single quotes; double it (“''”) or put the text \
          in double quotes
          """)
    case .quoteInQuotes:
      Message(
        fr: """
          ce guillemet ferme le texte, qui continue pourtant\u{A0}; écrivez \\" à sa place, ou entourez le texte \
          d’apostrophes
          """,
        en: """
          this quote closes the text, which goes on however; write \\" instead, or put the text in single \
          quotes
          """)
    case .badEscape:
      Message(
        fr: """
          entre guillemets doubles, cette barre oblique inverse n’a pas de sens\u{A0}; doublez-la (\\\\) ou \
          entourez le texte d’apostrophes
          """,
        en: """
          in double quotes this backslash means nothing; double it (\\\\) or put the text in single \
          quotes
          """)
    case .reservedCharacter:
      Message(
        fr: "une valeur ne peut pas commencer par ce caractère\u{A0}; mettez-la entre guillemets",
        en: "a value cannot start with this character; put it in quotes")
    case .badBlockHeader:
      Message(
        fr: """
          après « | » ou « > », le texte commence à la ligne suivante\u{A0}; déplacez ce texte à la ligne, \
          décalé de deux espaces
          """,
        en: """
          after “|” or “>” the text starts on the next line; move this text to the next line, indented by \
          two spaces
          """)
    case .typographicQuotes:
      Message(
        fr: """
          ces guillemets typographiques font partie du texte pour YAML\u{A0}; mettez des guillemets droits (")
          """,
        en: """
          YAML takes these typographic quotes for part of the text; use straight quotes (")
          """)
    case .unexpectedCharacter:
      Message(
        fr: "ce caractère n’a pas de sens ici\u{A0}; mettez la valeur entre guillemets s’il en fait partie",
        en: "this character means nothing here; put the value in quotes if it is part of it")
    case .trailingComma:
      Message(
        fr: "cette virgule est de trop : en YAML, une ligne ne finit pas par une virgule\u{A0}; enlevez-la",
        en: "this comma is too much: in YAML a line does not end with a comma; remove it")
    case .extraComma:
      Message(
        fr: "il n’y a rien entre cette virgule et la précédente ou le crochet ouvrant\u{A0}; enlevez-la",
        en: "there is nothing between this comma and the one before or the opening bracket; remove it")
    case .missingComma:
      Message(
        fr: "il manque une virgule avant cet élément",
        en: "a comma is missing before this item")
    case .unclosedFlow:
      Message(
        fr: "ce crochet ou cette accolade n’est jamais fermé\u{A0}; ajoutez « ] » ou « } » à la fin de la liste",
        en: "this bracket is never closed; add “]” or “}” at the end of the list")
    case .extraBracket:
      Message(
        fr: "ce crochet ou cette accolade ne ferme rien\u{A0}; enlevez-le, ou mettez la valeur entre guillemets",
        en: "this bracket closes nothing; remove it, or put the value in quotes")
    case .wrongBracket:
      Message(
        fr: "ce signe ne ferme pas celui qui a été ouvert : « [ » se ferme par « ] », « { » par « } »",
        en: "this sign does not close the one that was opened: “[” is closed by “]”, “{” by “}”")
    case .textAfterFlow:
      Message(
        fr: """
          la valeur s’arrête à son crochet fermant ; ce texte est de trop\u{A0}; enlevez-le, ou mettez toute la \
          valeur entre guillemets
          """,
        en: """
          the value ends at its closing bracket; this text is too much; remove it, or put the whole value \
          in quotes
          """)
    case .placeholder:
      Message(
        fr: """
          ces accolades viennent d’un modèle : pour YAML, elles ne sont pas du texte\u{A0}; remplacez-les par la \
          vraie valeur, ou mettez la valeur entre guillemets
          """,
        en: """
          these braces come from a template: to YAML they are no text; replace them by the real value, or \
          put the value in quotes
          """)
    case .commentNeedsSpace:
      Message(
        fr: "il manque une espace avant ce « # », qui commence un commentaire",
        en: "a space is missing before this “#”, which starts a comment")
    case .unknownAlias:
      Message(
        fr: """
          « * » au début d’une valeur renvoie à un « &nom » qui n’existe pas plus haut\u{A0}; mettez la valeur \
          entre guillemets si c’est du texte
          """,
        en: """
          “*” at the start of a value refers to a “&name” that does not exist above; put the value in \
          quotes if it is text
          """)
    case .recursiveAlias:
      Message(
        fr: "cette valeur renvoie à elle-même",
        en: "this value refers to itself")
    case .repeatedProperty:
      Message(
        fr: "une valeur ne peut avoir qu’une ancre (« &nom ») et qu’une étiquette (« !nom »)",
        en: "a value can have only one anchor (“&name”) and one tag (“!name”)")
    case .propertyOnAlias:
      Message(
        fr: "une valeur qui renvoie à une autre (« *nom ») ne peut avoir ni ancre ni étiquette",
        en: "a value that refers to another one (“*name”) can have neither an anchor nor a tag")
    case .propertyBeforeCollection:
      Message(
        fr: """
          une ancre ou une étiquette ne peut pas être sur la ligne du premier tiret\u{A0}; mettez-la sur la \
          ligne au-dessus
          """,
        en: "an anchor or a tag cannot stand on the line of the first dash; put it on the line above")
    case .textAfterAlias:
      Message(
        fr: "rien ne peut suivre « *nom »\u{A0}; mettez la valeur entre guillemets si c’est du texte",
        en: "nothing can follow “*name”; put the value in quotes if it is text")
    case .badAnchor:
      Message(
        fr: """
          après « & » ou « * », YAML attend un nom suivi d’une espace\u{A0}; mettez la valeur entre guillemets \
          si c’est du texte
          """,
        en: "after “&” or “*” YAML wants a name and then a space; put the value in quotes if it is text")
    case .badTag:
      Message(
        fr: """
          après « ! », YAML attend un nom de type suivi d’une espace\u{A0}; mettez la valeur entre guillemets si \
          c’est du texte
          """,
        en: "after “!” YAML wants the name of a type and then a space; put the value in quotes if it is text")
    case .unknownTagHandle:
      Message(
        fr: """
          ce préfixe d’étiquette n’est déclaré par aucun « %TAG »\u{A0}; mettez la valeur entre guillemets si \
          c’est du texte
          """,
        en: "no “%TAG” declares this tag prefix; put the value in quotes if it is text")
    case .badDirective:
      Message(
        fr: "cette ligne commence par « % » sans être une instruction YAML correcte",
        en: "this line starts with “%” and is no good YAML directive")
    case .repeatedDirective:
      Message(
        fr: "cette instruction est donnée deux fois\u{A0}; enlevez-en une",
        en: "this directive is given twice; remove one")
    case .unsupportedVersion:
      Message(
        fr: "cette version de YAML n’est pas connue\u{A0}; écrivez « %YAML 1.2 » ou enlevez la ligne",
        en: "this version of YAML is not known; write “%YAML 1.2” or remove the line")
    case .directiveWithoutDocument:
      Message(
        fr: "une ligne « --- » doit suivre cette instruction",
        en: "a line “---” must follow this directive")
    case .directiveInDocument:
      Message(
        fr: "une ligne ne peut pas commencer par « % » ici\u{A0}; mettez la valeur entre guillemets si c’est du texte",
        en: "a line cannot start with “%” here; put the value in quotes if it is text")
    case .textAfterDocumentEnd:
      Message(
        fr: "rien ne doit suivre « ... » sur sa ligne",
        en: "nothing should follow “...” on its line")
    case .secondDocument:
      Message(
        fr: "ce « --- » commence un deuxième bloc, qui ne sera pas lu\u{A0}; enlevez cette ligne",
        en: "this “---” starts a second block, which is not read; remove this line")
    case .contentAfterRoot:
      Message(
        fr: "ce texte vient après la fin du contenu\u{A0}; vérifiez les guillemets et les crochets au-dessus",
        en: "this text comes after the end of the content; check the quotes and brackets above")
    case .mergeConflict:
      Message(
        fr: """
          un conflit de fusion Git n’est pas résolu\u{A0}; gardez une des deux versions et enlevez les lignes \
          <<<<<<<, ======= et >>>>>>>
          """,
        en: """
          A Git merge conflict is not resolved; keep one of the two versions and remove the lines <<<<<<<, \
          ======= and >>>>>>>
          """)
    case .tooDeep:
      Message(
        fr: "il y a trop de listes ou de clés imbriquées ici ; la suite n’est pas lue",
        en: "too many lists or keys are nested here; the rest is not read")
    case .tooManyDocuments:
      Message(
        fr: "ce texte contient trop de documents ; la suite n’est pas lue",
        en: "this text holds too many documents; the rest is not read")
    case .tooLarge:
      Message(
        fr: "ce texte est trop grand pour être lu",
        en: "this text is too large to be read")
    case .aliasExpansion:
      Message(
        fr: "les renvois « *nom » de ce texte donneraient un résultat démesuré",
        en: "the references “*name” of this text would give a result without measure")
    case .controlCharacter:
      Message(
        fr: "il y a ici un caractère de contrôle invisible\u{A0}; effacez-le",
        en: "there is an invisible control character here; delete it")
    case .invalidUTF8:
      Message(
        fr: "ces octets ne sont pas du texte UTF-8\u{A0}; enregistrez le fichier en UTF-8",
        en: "these bytes are no UTF-8 text; save the file as UTF-8")
    case .duplicateKey:
      Message(
        fr: "cette clé est déjà donnée plus haut ; seule la dernière compte\u{A0}; gardez une seule des deux lignes",
        en: "this key was already given above; only the last one counts; keep one of the two lines")
    }
  }
}
