import DataTree
public import SourceText

extension SchemaFailure {
  /// What to tell people: what is wrong, and what to write instead.
  public var message: Message { isAboutKey ? kind.keyMessage : kind.message }
}

extension SchemaFailureKind {
  /// What to tell people: what is wrong, and what to write instead.
  public var message: Message {
    switch self {
    case .missingKey, .missingOneOf, .unknownKey, .forbiddenKey, .tooFewKeys, .tooManyKeys: keysMessage
    case .wrongType(let expected, let actual): TypeMessage.message(expected, actual)
    case .notAmong(let allowed, let total, let nearest, let actual):
      ChoiceMessage.message(allowed, total, nearest, actual)
    case .tooSmall, .tooLarge, .notMultiple: numberMessage
    case .tooShort, .tooLong, .patternMismatch, .patternTooCostly, .formatMismatch, .badBase64, .badJSON: textMessage
    case .tooFewItems, .tooManyItems, .duplicateItem, .unexpectedItem, .tooFewMatches, .tooManyMatches: listMessage
    case .forbiddenValue, .excluded, .noAlternative, .severalBranches: otherMessage
    case .extra(_, _, let message): message
    case .tooDeep:
      Message(
        fr: "ces valeurs sont imbriquées trop profondément pour être vérifiées",
        en: "these values are nested too deeply to be checked")
    case .tooComplex:
      Message(
        fr: "ces valeurs sont trop complexes pour être vérifiées", en: "these values are too complex to be checked")
    }
  }

  /// The message where the text in question is a key.
  var keyMessage: Message {
    let inner = message
    return Message(fr: "nom de clé\u{A0}: \(inner.fr)", en: "name of the key: \(inner.en)")
  }

  private var keysMessage: Message {
    switch self {
    case .missingKey(let name, _, let similar?):
      Message(
        fr:
          "la clé «\u{A0}\(name)\u{A0}» manque\u{A0}; «\u{A0}\(similar)\u{A0}» lui ressemble\u{A0}: renommez-la en «\u{A0}\(name)\u{A0}»",
        en: "the key “\(name)” is missing; “\(similar)” looks like it: rename it to “\(name)”")
    case .missingKey(let name, let because?, nil):
      Message(
        fr:
          "la clé «\u{A0}\(name)\u{A0}» manque\u{A0}: elle est obligatoire dès que «\u{A0}\(because)\u{A0}» est présente",
        en: "the key “\(name)” is missing: it is required as soon as “\(because)” is there")
    case .missingKey(let name, nil, nil):
      Message(
        fr: "la clé obligatoire «\u{A0}\(name)\u{A0}» manque\u{A0}; ajoutez une ligne «\u{A0}\(name): …\u{A0}»",
        en: "the required key “\(name)” is missing; add a line “\(name): …”")
    case .missingOneOf(let names):
      Message(
        fr: "il manque l’une de ces clés\u{A0}: \(names.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", "))",
        en: "one of these keys is missing: \(names.map { "“\($0)”" }.joined(separator: ", "))")
    case .unknownKey(let name, let nearest?):
      Message(
        fr: "la clé «\u{A0}\(name)\u{A0}» n’existe pas\u{A0}; vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{A0}?",
        en: "there is no key “\(name)”; did you mean “\(nearest)”?")
    case .unknownKey(let name, nil):
      Message(
        fr: "la clé «\u{A0}\(name)\u{A0}» n’existe pas ici\u{A0}; corrigez son nom ou supprimez-la",
        en: "there is no key “\(name)” here; correct its name or remove it")
    case .forbiddenKey(let name):
      Message(
        fr: "la clé «\u{A0}\(name)\u{A0}» ne doit pas être présente ici", en: "the key “\(name)” must not be here")
    case .tooFewKeys(let limit, let count):
      Message(
        fr: "\(Count.fr(count, "clé", "clés")) seulement, il en faut au moins \(limit)",
        en: "only \(Count.en(count, "key", "keys")), at least \(limit) needed")
    case .tooManyKeys(let limit, let count):
      Message(
        fr: "\(Count.fr(count, "clé", "clés")), il en faut au plus \(limit)",
        en: "\(Count.en(count, "key", "keys")), at most \(limit) allowed")
    default: otherMessage
    }
  }

  private var numberMessage: Message {
    switch self {
    case .tooSmall(let limit, let isExclusive):
      isExclusive
        ? Message(fr: "ce nombre doit être plus grand que \(limit)", en: "this number must be greater than \(limit)")
        : Message(fr: "ce nombre doit être au moins \(limit)", en: "this number must be at least \(limit)")
    case .tooLarge(let limit, let isExclusive):
      isExclusive
        ? Message(fr: "ce nombre doit être plus petit que \(limit)", en: "this number must be less than \(limit)")
        : Message(fr: "ce nombre doit être au plus \(limit)", en: "this number must be at most \(limit)")
    case .notMultiple(let divisor):
      Message(fr: "ce nombre doit être un multiple de \(divisor)", en: "this number must be a multiple of \(divisor)")
    default: otherMessage
    }
  }

  private var textMessage: Message {
    switch self {
    case .tooShort(let limit, 0) where limit <= 1:
      Message(fr: "ce texte est vide\u{A0}; écrivez une valeur", en: "this text is empty; write a value")
    case .tooShort(let limit, let count):
      Message(
        fr:
          "ce texte est trop court (\(Count.fr(count, "caractère", "caractères")))\u{A0}: il en faut au moins \(limit)",
        en: "this text is too short (\(Count.en(count, "character", "characters"))): at least \(limit) needed")
    case .tooLong(let limit, let count):
      Message(
        fr: "ce texte est trop long (\(Count.fr(count, "caractère", "caractères")))\u{A0}: il en faut au plus \(limit)",
        en: "this text is too long (\(Count.en(count, "character", "characters"))): at most \(limit) allowed")
    case .patternMismatch(let pattern):
      Message(
        fr: "ce texte n’a pas la forme attendue (motif «\u{A0}\(pattern)\u{A0}»)",
        en: "this text does not have the expected form (pattern “\(pattern)”)")
    case .patternTooCostly(let pattern):
      Message(
        fr:
          "impossible de vérifier la forme de ce texte\u{A0}: le motif «\u{A0}\(pattern)\u{A0}» demande trop de calcul",
        en: "the form of this text cannot be checked: the pattern “\(pattern)” takes too much work")
    case .formatMismatch(let name): FormatMessage.message(name)
    case .badBase64:
      Message(fr: "ce texte n’est pas du Base64 valide", en: "this text is not valid Base64")
    case .badJSON: Message(fr: "ce texte n’est pas du JSON valide", en: "this text is not valid JSON")
    default: otherMessage
    }
  }

  private var listMessage: Message {
    switch self {
    case .tooFewItems(1, 0):
      Message(
        fr: "cette liste est vide\u{A0}; ajoutez au moins un élément", en: "this list is empty; add at least one item")
    case .tooFewItems(let limit, let count):
      Message(
        fr: "cette liste a \(Count.fr(count, "élément", "éléments")), il en faut au moins \(limit)",
        en: "this list has \(Count.en(count, "item", "items")), at least \(limit) needed")
    case .tooManyItems(let limit, let count):
      Message(
        fr: "cette liste a \(Count.fr(count, "élément", "éléments")), il en faut au plus \(limit)",
        en: "this list has \(Count.en(count, "item", "items")), at most \(limit) allowed")
    case .duplicateItem(_, let text):
      text.isEmpty
        ? Message(
          fr: "cet élément est déjà dans la liste\u{A0}; supprimez l’un des deux",
          en: "this item is already in the list; remove one of the two")
        : Message(
          fr: "«\u{A0}\(text)\u{A0}» est déjà dans la liste\u{A0}; supprimez l’un des deux",
          en: "“\(text)” is already in the list; remove one of the two")
    case .unexpectedItem(0):
      Message(fr: "cette liste doit être vide", en: "this list must be empty")
    case .unexpectedItem(let limit):
      Message(
        fr: "élément en trop\u{A0}: cette liste n’en attend que \(limit)",
        en: "one item too many: this list takes only \(limit)")
    case .tooFewMatches(let limit, _):
      Message(
        fr: limit == 1
          ? "aucun élément de cette liste ne convient, il en faut au moins un"
          : "trop peu d’éléments de cette liste conviennent, il en faut au moins \(limit)",
        en: limit == 1
          ? "no item of this list is as required, at least one must be"
          : "too few items of this list are as required, at least \(limit) must be")
    case .tooManyMatches(let limit):
      Message(
        fr: "trop d’éléments de cette sorte dans la liste, il en faut au plus \(limit)",
        en: "too many items of this kind in the list, at most \(limit) allowed")
    default: otherMessage
    }
  }

  private var otherMessage: Message {
    switch self {
    case .forbiddenValue: Message(fr: "rien ne doit être écrit ici", en: "nothing must be written here")
    case .excluded(let value):
      value.text.isEmpty
        ? Message(fr: "cette valeur n’est pas permise ici", en: "this value is not allowed here")
        : Message(
          fr: "la valeur «\u{A0}\(value.text)\u{A0}» n’est pas permise ici",
          en: "the value “\(value.text)” is not allowed here")
    case .noAlternative(let kinds) where !kinds.isEmpty:
      Message(
        fr:
          "aucune des formes permises ne convient\u{A0}: \(kinds.prefix(3).map(\.message.fr).joined(separator: "\u{A0}; ou bien "))",
        en: "none of the allowed forms fits: \(kinds.prefix(3).map(\.message.en).joined(separator: "; or else "))")
    case .severalBranches:
      Message(
        fr: "cette valeur convient à deux formes à la fois, alors qu’une seule est permise",
        en: "this value fits two forms at once, where only one is allowed")
    default:
      Message(fr: "cette valeur n’a aucune des formes permises", en: "this value has none of the allowed forms")
    }
  }
}

/// Numbers of things in words.
enum Count {
  static func fr(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count < 2 ? one : many)" }
  static func en(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
