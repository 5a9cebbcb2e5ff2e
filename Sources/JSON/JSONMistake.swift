public import SourceText

/// One mistake in a JSON text: what, where exactly, and how to mend it where the intent is clear.
public struct JSONMistake: Error, Hashable, Sendable {
  /// Everything that can be wrong with a JSON text (RFC 8259).
  public enum Code: String, Hashable, Sendable, CaseIterable {
    // MARK: What other languages have

    /// `// note`, `/* note */`, `# note`
    case comment
    /// A comma before a closing bracket or brace.
    case trailingComma
    /// A text in single quotes.
    case singleQuotes
    /// A text in curly quotes.
    case typographicQuotes
    /// A key without quotes.
    case bareKey
    /// A text without quotes.
    case bareText
    /// `True`, `None`, `yes`
    case otherWord
    /// `017`, `+1`, `.5`, `1.`, `0x1F`, `NaN`
    case badNumber
    /// `key = value`
    case equalsForColon

    // MARK: What is missing or too much

    /// Two items without a comma between them.
    case missingComma
    /// A comma without an item before it.
    case extraComma
    /// A key without a colon after it.
    case missingColon
    /// A key without a value.
    case missingValue
    /// A bracket or brace that is never closed.
    case unclosedBracket
    /// `[` closed by `}` or the reverse.
    case wrongBracket
    /// A quoted text has no end on its line.
    case unclosedQuote
    /// A backslash that begins no escape.
    case badEscape
    /// Text follows the value.
    case textAfterValue
    /// There is no value at all.
    case empty
    /// Any other character that cannot stand where it does.
    case unexpectedCharacter

    // MARK: Characters and limits

    /// A control character.
    case controlCharacter
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// More than `JSONReader.depthLimit` collections are open.
    case tooDeep
    /// The text is larger than 2 GiB.
    case tooLarge
  }

  /// What is wrong.
  public var code: Code
  /// The bytes to look at or to change.
  public var range: ByteRange
  /// Another place that explains it: the bracket that is not closed.
  public var related: ByteRange?
  /// How to mend it, where the intent is clear.
  public var fix: Fix?

  /// Makes a mistake.
  public init(_ code: Code, _ range: ByteRange, related: ByteRange? = nil, fix: Fix? = nil) {
    self.code = code
    self.range = range
    self.related = related
    self.fix = fix
  }

  /// The text for people, on one line: what is wrong, and what to write instead.
  public var message: Message { code.message }
}

extension JSONMistake.Code {
  /// The text for people, on one line: what is wrong, and what to write instead.
  public var message: Message {
    switch self {
    case .comment:
      Message(
        fr: "il n’y a pas de commentaire en JSON\u{A0}: supprimez-le",
        en: "there are no comments in JSON: remove this one")
    case .trailingComma:
      Message(
        fr: "il n’y a rien après cette virgule\u{A0}: supprimez-la",
        en: "there is nothing after this comma: remove it")
    case .singleQuotes:
      Message(
        fr: "ce texte est entre apostrophes droites\u{A0}: mettez des guillemets droits ( \" )",
        en: "this text is in single quotes: put it in straight double quotes (\")")
    case .typographicQuotes:
      Message(
        fr: "ce texte est entre guillemets typographiques\u{A0}: remplacez-les par des guillemets droits ( \" )",
        en: "this text is in typographic quotes: replace them by straight double quotes ( \" )")
    case .bareKey:
      Message(
        fr: "cette clé n’est pas entre guillemets droits\u{A0}: ajoutez-les ( \" ) de chaque côté",
        en: "this key is not in straight quotes: add them ( \" ) on each side")
    case .bareText:
      Message(
        fr: "ce texte n’est pas entre guillemets droits\u{A0}: ajoutez-les ( \" ) de chaque côté",
        en: "this text is not in straight quotes: add them ( \" ) on each side")
    case .otherWord:
      Message(
        fr: "ce mot n’est pas reconnu\u{A0}: écrivez true, false ou null, en minuscules",
        en: "this word is not understood: write true, false or null, in lower case")
    case .badNumber:
      Message(
        fr: "ce nombre n’est pas bien écrit\u{A0}: corrigez-le, ou mettez-le entre guillemets droits ( \" )",
        en: "this number is not well written: correct it, or put it in straight quotes ( \" )")
    case .equalsForColon:
      Message(
        fr: "un signe égal suit cette clé\u{A0}: remplacez-le par des deux-points",
        en: "an equals sign follows this key: replace it with a colon")
    case .missingComma:
      Message(
        fr: "il manque une virgule avant cet élément\u{A0}: ajoutez-la",
        en: "a comma is missing before this item: add it")
    case .extraComma:
      Message(
        fr: "il n’y a rien devant cette virgule\u{A0}: supprimez-la",
        en: "there is nothing before this comma: remove it")
    case .missingColon:
      Message(
        fr: "il manque les deux-points après cette clé\u{A0}: écrivez «\u{A0}\"clé\": \"valeur\"\u{A0}»",
        en: "the colon after this key is missing: write “\"key\": \"value\"”")
    case .missingValue:
      Message(
        fr: "il n’y a pas de valeur ici\u{A0}: ajoutez-la, ou supprimez la clé",
        en: "there is no value here: add one, or remove the key")
    case .unclosedBracket:
      Message(
        fr:
          "ce crochet ou cette accolade n’est jamais fermé\u{A0}: ajoutez «\u{A0}]\u{A0}» ou «\u{A0}}\u{A0}» à la fin",
        en: "this bracket or brace is never closed: add “]” or “}” at the end")
    case .wrongBracket:
      Message(
        fr:
          "ce signe ne ferme pas celui qui a été ouvert\u{A0}: mettez «\u{A0}]\u{A0}» après «\u{A0}[\u{A0}», «\u{A0}}\u{A0}» après «\u{A0}{\u{A0}»",
        en: "this sign does not close the one that was opened: put “]” after “[”, “}” after “{”")
    case .unclosedQuote:
      Message(
        fr: "le texte qui commence ici n’est pas fermé sur sa ligne\u{A0}: ajoutez un guillemet droit ( \" ) à la fin",
        en: "the text that starts here is not closed on its line: add a straight quote ( \" ) at its end")
    case .badEscape:
      Message(
        fr: "cette barre oblique inverse n’a pas de sens ici\u{A0}: écrivez-la deux fois (\\\\)",
        en: "this backslash means nothing here: write it twice (\\\\)")
    case .textAfterValue:
      Message(
        fr: "la valeur est terminée avant ce texte\u{A0}: supprimez-le",
        en: "the value ends before this text: remove it")
    case .empty:
      Message(
        fr: "ce fichier ne contient aucune valeur\u{A0}: écrivez {} pour un fichier vide",
        en: "this file contains no value: write {} for an empty file")
    case .unexpectedCharacter:
      Message(
        fr: "ce signe n’a pas de sens ici\u{A0}: supprimez-le, ou mettez la valeur entre guillemets droits ( \" )",
        en: "this sign means nothing here: remove it, or put the value in straight quotes ( \" )")
    case .controlCharacter:
      Message(
        fr: "il y a ici un caractère invisible\u{A0}: supprimez-le",
        en: "there is an invisible character here: remove it")
    case .invalidUTF8:
      Message(
        fr: "ces caractères sont illisibles\u{A0}: choisissez «\u{A0}UTF-8\u{A0}» en enregistrant le fichier",
        en: "these characters cannot be read: choose “UTF-8” when saving the file")
    case .tooDeep:
      Message(
        fr: "trop de listes ou de groupes sont imbriqués ici\u{A0}: supprimez des niveaux, la suite n’est pas lue",
        en: "too many lists or groups are nested here: remove some levels, the rest is not read")
    case .tooLarge:
      Message(
        fr: "ce texte est trop grand pour être lu\u{A0}: séparez-le en plusieurs fichiers",
        en: "this text is too large to be read: split it into several files")
    }
  }
}
