public import SourceText

// The wording of every mistake, in one place.
extension TOMLErrorCode {
  /// The text for people, on one line: what is wrong, and what to write instead.
  public var message: Message {
    switch self {
    case .colonForEquals:
      Message(
        fr: "des deux-points suivent cette clé\u{A0}: écrivez clé = \"valeur\", avec le signe égal",
        en: "a colon follows this key: write key = \"value\", with an equals sign")
    case .missingEquals:
      Message(
        fr: "il manque le signe égal entre la clé et sa valeur\u{A0}: écrivez clé = \"valeur\"",
        en: "the equals sign between the key and its value is missing: write key = \"value\"")
    case .keyWithoutValue:
      Message(
        fr:
          "cette ligne n’a pas la forme clé = \"valeur\"\u{A0}: ajoutez ce qui manque, ou mettez «\u{A0}#\u{A0}» devant la ligne",
        en: "this line is not of the form key = \"value\": add what is missing, or put “#” before the line")
    case .missingValue:
      Message(
        fr: "il n’y a pas de valeur après ce signe\u{A0}: ajoutez-la, ou supprimez la ligne",
        en: "there is no value after this sign: add one, or remove the line")
    case .missingKey:
      Message(
        fr: "il n’y a pas de clé devant ce signe égal\u{A0}: ajoutez-la",
        en: "there is no key before this equals sign: add one")
    case .keyNeedsQuotes:
      Message(
        fr: "cette clé contient un accent, une espace ou un signe\u{A0}: mettez-la entre guillemets droits ( \" )",
        en: "this key contains an accent, a space or a sign: put it in straight quotes ( \" )")
    case .emptyKeyPart:
      Message(
        fr: "rien ne suit ce point dans la clé\u{A0}: supprimez-le, ou ajoutez le nom qui manque",
        en: "nothing follows this dot in the key: remove it, or add the name that is missing")
    case .multilineKey:
      Message(
        fr: "une clé ne peut pas être entre trois guillemets droits\u{A0}: mettez-en un seul de chaque côté",
        en: "a key cannot stand in three quotes: put a single one on each side")
    case .missingLineBreak:
      Message(
        fr: "deux clés sont sur la même ligne\u{A0}: mettez la seconde à la ligne suivante",
        en: "two keys are on one line: put the second on the next line")
    case .textAfterValue:
      Message(
        fr:
          "la valeur est terminée avant ce texte\u{A0}: supprimez-le, ou mettez toute la valeur entre guillemets droits ( \" )",
        en: "the value ends before this text: remove it, or put the whole value in straight quotes ( \" )")
    case .trailingComma:
      Message(
        fr: "une ligne ne finit pas par ce signe\u{A0}: supprimez-le",
        en: "a line does not end with this sign: remove it")
    case .dashList:
      Message(
        fr: "une liste ne s’écrit pas avec des tirets ici\u{A0}: écrivez clé = [\"premier\", \"second\"]",
        en: "a list is not written with dashes here: write key = [\"first\", \"second\"]")
    case .slashComment:
      Message(
        fr: "un commentaire commence par «\u{A0}#\u{A0}» ici\u{A0}: remplacez «\u{A0}//\u{A0}» par «\u{A0}#\u{A0}»",
        en: "a comment starts with “#” here: replace “//” by “#”")
    case .mergeConflict:
      Message(
        fr:
          "deux versions du fichier sont mêlées ici (conflit Git)\u{A0}: gardez-en une et supprimez les lignes de signes",
        en: "two versions of the file are mixed here (Git conflict): keep one and remove the lines of signs")
    case .nonBreakingSpace:
      Message(
        fr: "il y a ici une espace insécable\u{A0}: remplacez-la par une espace ordinaire",
        en: "there is a non-breaking space here: replace it by an ordinary space")
    case .unclosedHeader:
      Message(
        fr: "ce titre de groupe n’est pas fermé\u{A0}: ajoutez «\u{A0}]\u{A0}» à la fin",
        en: "this group heading is not closed: add “]” at the end")
    case .emptyHeader:
      Message(
        fr: "ce titre de groupe est vide\u{A0}: écrivez un nom entre les crochets",
        en: "this group heading is empty: write a name between the brackets")
    case .badHeaderBrackets:
      Message(
        fr: "les crochets de ce titre de groupe ne vont pas ensemble\u{A0}: écrivez [nom] ou [[nom]]",
        en: "the brackets of this group heading do not match: write [name] or [[name]]")
    case .textAfterHeader:
      Message(
        fr: "rien ne doit suivre ce titre de groupe\u{A0}: déplacez ce texte à la ligne suivante",
        en: "nothing should follow this group heading: move this text to the next line")
    case .duplicateKey:
      Message(
        fr: "cette clé est déjà donnée plus haut\u{A0}: gardez une seule des deux lignes",
        en: "this key was already given above: keep one of the two lines")
    case .duplicateTable:
      Message(
        fr: "ce groupe est déjà donné plus haut\u{A0}: déplacez ses lignes sous le premier titre",
        en: "this group was already given above: move its lines below the first heading")
    case .notATable:
      Message(
        fr: "cette clé a déjà une valeur simple plus haut\u{A0}: gardez l’une ou l’autre",
        en: "this key already has a plain value above: keep one or the other")
    case .closedTable:
      Message(
        fr: "cette clé a déjà sa valeur complète plus haut, entre crochets ou accolades\u{A0}: ajoutez-y le reste",
        en: "this key already has its whole value above, in brackets or braces: add the rest there")
    case .tableAndList:
      Message(
        fr:
          "cette clé est un groupe à un endroit et une liste de groupes à l’autre\u{A0}: mettez les mêmes crochets partout",
        en: "this key is a group in one place and a list of groups in the other: put the same brackets everywhere")
    case .dottedIntoTable:
      Message(
        fr: "ce groupe a déjà son propre titre plus haut\u{A0}: déplacez cette ligne sous ce titre",
        en: "this group already has a heading of its own above: move this line below it")
    case .missingQuotes:
      Message(
        fr: "ce texte n’est pas entre guillemets droits\u{A0}: ajoutez-les ( \" ) de chaque côté",
        en: "this text is not in straight quotes: add them ( \" ) on each side")
    case .typographicQuotes:
      Message(
        fr: "ce texte est entre guillemets typographiques\u{A0}: remplacez-les par des guillemets droits ( \" )",
        en: "this text is in typographic quotes: replace them by straight quotes ( \" )")
    case .unclosedQuote:
      Message(
        fr: "le texte qui commence ici n’est jamais fermé\u{A0}: ajoutez le même signe à la fin",
        en: "the text that starts here is never closed: add the same sign at its end")
    case .textAfterQuote:
      Message(
        fr: "le texte est terminé avant ceci\u{A0}: supprimez ce qui suit, ou déplacez le guillemet droit final",
        en: "the text ends before this: remove what follows, or move the closing quote")
    case .apostropheInQuotes:
      Message(
        fr: "cette apostrophe termine le texte\u{A0}: mettez-le entre guillemets droits ( \" )",
        en: "this apostrophe ends the text: put it in straight double quotes ( \" )")
    case .quoteInQuotes:
      Message(
        fr: "ce guillemet droit termine le texte, qui continue pourtant\u{A0}: ajoutez \\ devant lui",
        en: "this straight quote ends the text, which continues: add \\ before it")
    case .badEscape:
      Message(
        fr: "cette barre oblique inverse n’a pas de sens ici\u{A0}: écrivez-la deux fois (\\\\)",
        en: "this backslash means nothing here: write it twice (\\\\)")
    case .booleanWord:
      Message(
        fr: "ce mot n’est pas reconnu\u{A0}: écrivez true ou false, en minuscules et sans guillemets droits",
        en: "this word is not understood: write true or false, in lower case and without quotes")
    case .nullWord:
      Message(
        fr: "il n’y a pas de valeur vide dans ce format\u{A0}: supprimez la ligne",
        en: "there is no empty value in this format: remove the line")
    case .badNumber:
      Message(
        fr: "ce nombre n’est pas bien écrit\u{A0}: corrigez-le, ou mettez-le entre guillemets droits ( \" )",
        en: "this number is not well written: correct it, or put it in straight quotes ( \" )")
    case .leadingZero:
      Message(
        fr:
          "un nombre ne commence pas par zéro\u{A0}: supprimez le zéro, ou mettez le tout entre guillemets droits ( \" )",
        en: "a number does not start with zero: remove the zero, or put it all in straight quotes ( \" )")
    case .decimalComma:
      Message(
        fr: "ce nombre a une virgule\u{A0}: écrivez un point, comme dans 1.5",
        en: "this number has a comma: write a point, as in 1.5")
    case .badDate:
      Message(
        fr: "cette date n’est pas bien écrite\u{A0}: écrivez-la comme 2022-06-28 ou 2022-06-28T07:27:43Z",
        en: "this date is not well written: write it like 2022-06-28 or 2022-06-28T07:27:43Z")
    case .impossibleDate:
      Message(
        fr: "cette date ou cette heure n’existe pas\u{A0}: corrigez-la",
        en: "this date or time does not exist: correct it")
    case .placeholder:
      Message(
        fr: "ces accolades viennent d’un modèle\u{A0}: remplacez-les par la valeur",
        en: "these braces come from a template: replace them by the value")
    case .unexpectedCharacter:
      Message(
        fr: "ce signe n’a pas de sens ici\u{A0}: supprimez-le, ou mettez la valeur entre guillemets droits ( \" )",
        en: "this sign means nothing here: remove it, or put the value in straight quotes ( \" )")
    case .extraComma:
      Message(
        fr: "il n’y a rien devant cette virgule\u{A0}: supprimez-la",
        en: "there is nothing before this comma: remove it")
    case .missingComma:
      Message(
        fr: "il manque une virgule avant cet élément\u{A0}: ajoutez-la",
        en: "a comma is missing before this item: add it")
    case .unclosedBracket:
      Message(
        fr:
          "ce crochet ou cette accolade n’est jamais fermé\u{A0}: ajoutez «\u{A0}]\u{A0}» ou «\u{A0}}\u{A0}» à la fin de la valeur",
        en: "this bracket or brace is never closed: add “]” or “}” at the end of the value")
    case .wrongBracket:
      Message(
        fr:
          "ce signe ne ferme pas celui qui a été ouvert\u{A0}: mettez «\u{A0}]\u{A0}» après «\u{A0}[\u{A0}», «\u{A0}}\u{A0}» après «\u{A0}{\u{A0}»",
        en: "this sign does not close the one that was opened: put “]” after “[”, “}” after “{”")
    case .lineBreakInInlineTable:
      Message(
        fr:
          "certains programmes refusent un groupe entre accolades sur plusieurs lignes\u{A0}: mettez-le sur une seule ligne",
        en: "some programs refuse a group in braces over several lines: put it on one line")
    case .commaInInlineTable:
      Message(
        fr: "certains programmes refusent cette virgule avant l’accolade\u{A0}: supprimez-la",
        en: "some programs refuse this comma before the brace: remove it")
    case .newEscape:
      Message(
        fr:
          "certains programmes ne connaissent pas ce signe après la barre oblique inverse\u{A0}: écrivez \\u00 et deux chiffres",
        en: "some programs do not know this sign after the backslash: write \\u00 and two digits")
    case .timeWithoutSeconds:
      Message(
        fr: "certains programmes refusent une heure sans secondes\u{A0}: écrivez-les, comme dans 07:27:00",
        en: "some programs refuse a time without seconds: add “:00”")
    case .tooDeep:
      Message(
        fr: "trop de groupes ou de listes sont imbriqués ici\u{A0}: supprimez des niveaux, la suite n’est pas lue",
        en: "too many groups or lists are nested here: remove some levels, the rest is not read")
    case .tooLarge:
      Message(
        fr: "ce texte est trop grand pour être lu\u{A0}: séparez-le en plusieurs fichiers",
        en: "this text is too large to be read: split it into several files")
    case .controlCharacter:
      Message(
        fr: "il y a ici un caractère invisible\u{A0}: supprimez-le",
        en: "there is an invisible character here: remove it")
    case .loneCarriageReturn:
      Message(
        fr: "cette fin de ligne est ancienne et n’est plus reconnue\u{A0}: remplacez-la par une fin de ligne ordinaire",
        en: "this line end is an old kind that is not understood: replace it by an ordinary line end")
    case .invalidUTF8:
      Message(
        fr: "ces caractères sont illisibles\u{A0}: choisissez «\u{A0}UTF-8\u{A0}» en enregistrant le fichier",
        en: "these characters cannot be read: choose “UTF-8” when saving the file")
    }
  }
}
