import DataTree
package import JSONSchema
package import SourceText

/// Any other failure of the schema.
enum SchemaRule: Rule {
  static let info = RuleInfo(
    id: "schema", group: .values, severity: .error, fixability: .unsafe,
    summary: Message(fr: "une valeur ne respecte pas le schéma", en: "a value does not meet the schema"),
    rationale: Message(
      fr: """
        Le schéma décrit ce que chaque ligne de l’en-tête peut contenir\u{A0}: longueur, nombre d’éléments, forme. Le \
        message dit ce qui est attendu.
        """,
      en: """
        The schema describes what each line of the front matter may hold: length, number of items, form. The message \
        says what is wanted.
        """),
    examples: [
      .bad(.frontMatter, "domaines: [Développement, Développement]\n"),
      .good(.frontMatter, "domaines: [Développement, Design]\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    switch failure.kind {
    case .missingKey, .missingOneOf, .unknownKey, .forbiddenKey, .wrongType, .notAmong: nil
    case .custom:
      if let repeated = failure.payload as? RepeatedValue {
        Finding(
          failure.range, message(repeated, Quoted.text(context.tree.utf8(of: failure.instance))),
          notes: [Diagnostic.Note(context.tree.range(of: repeated.first), firstTime)])
      } else if let missing = failure.payload as? MissingItem {
        Finding(
          failure.range, message(missing, Quoted.text(context.tree.utf8(of: missing.value))),
          notes: [Diagnostic.Note(context.tree.range(of: missing.value), Message(fr: "la valeur", en: "the value"))])
      } else {
        PageFindings.finding(failure, context)
      }
    default: Finding(failure.range, failure.message)
    }
  }

  private static let firstTime = Message(fr: "la première fois", en: "the first time")

  private static func message(_ repeated: RepeatedValue, _ shown: String) -> Message {
    Message(
      fr:
        "\(fr: shown) est déjà le \(fr: repeated.key) d’un autre élément\u{A0}: chacun doit avoir le sien",
      en: "\(en: shown) is already the \(en: repeated.key) of another item: each must have its own")
  }

  private static func message(_ missing: MissingItem, _ shown: String) -> Message {
    Message(
      fr:
        "la liste \(fr: missing.list) doit contenir la valeur de \(fr: missing.key)\u{A0}: ajoutez \(fr: shown)",
      en: "the list \(en: missing.list) must hold the value of \(en: missing.key): add \(en: shown)")
  }

  /// `a, b ou c`.
  static func joined(_ parts: [String], _ word: String) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension SchemaFailure {
  /// What to tell people: what is wrong, and what to write instead.
  package var message: Message {
    guard isAboutKey else { return kind.message }
    return Message(fr: "nom de clé\u{A0}: \(kind.message.fr)", en: "name of the key: \(kind.message.en)")
  }
}

extension SchemaFailureKind {
  /// What the rule that owns it says.
  fileprivate var message: Message {
    switch self {
    case .missingKey(let name, let because, let similar): MissingKey.message(name, because: because, similar: similar)
    case .missingOneOf(let names): MissingKey.message(oneOf: names)
    case .unknownKey(let name, let nearest): UnknownKey.message(unknown: name, nearest)
    case .forbiddenKey(let name): UnknownKey.message(forbidden: name)
    case .wrongType(let expected, let actual): WrongType.message(expected, actual)
    case .notAmong(let allowed, let total, let nearest, let actual):
      UnknownValue.message(among: allowed, total, nearest: nearest, actual)
    case .tooSmall, .tooLarge, .notMultiple: numberMessage
    case .tooShort, .tooLong, .patternMismatch, .patternTooCostly, .formatMismatch, .badBase64, .badJSON: textMessage
    case .tooFewItems, .tooManyItems, .duplicateItem, .unexpectedItem, .tooFewMatches, .tooManyMatches: listMessage
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
        fr: "ce texte n’a pas la forme attendue (motif \(fr: pattern))",
        en: "this text does not have the expected form (pattern \(en: pattern))")
    case .patternTooCostly(let pattern):
      Message(
        fr:
          "impossible de vérifier la forme de ce texte\u{A0}: le motif \(fr: pattern) demande trop de calcul",
        en: "the form of this text cannot be checked: the pattern \(en: pattern) takes too much work")
    case .formatMismatch(let name): FormatWords.message(name)
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
          fr: "\(fr: text) est déjà dans la liste\u{A0}; supprimez l’un des deux",
          en: "\(en: text) is already in the list; remove one of the two")
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
    case .tooFewKeys(let limit, let count):
      Message(
        fr: "\(Count.fr(count, "clé", "clés")) seulement, il en faut au moins \(limit)",
        en: "only \(Count.en(count, "key", "keys")), at least \(limit) needed")
    case .tooManyKeys(let limit, let count):
      Message(
        fr: "\(Count.fr(count, "clé", "clés")), il en faut au plus \(limit)",
        en: "\(Count.en(count, "key", "keys")), at most \(limit) allowed")
    case .forbiddenValue: Message(fr: "rien ne doit être écrit ici", en: "nothing must be written here")
    case .excluded(let value):
      value.text.isEmpty
        ? Message(fr: "cette valeur n’est pas permise ici", en: "this value is not allowed here")
        : Message(
          fr: "la valeur \(fr: value.text) n’est pas permise ici",
          en: "the value \(en: value.text) is not allowed here")
    case .noAlternative(let kinds) where !kinds.isEmpty:
      Message(
        fr:
          "aucune des formes permises ne convient\u{A0}: \(kinds.prefix(8).map(\.message.fr).joined(separator: "\u{A0}; ou bien "))",
        en: "none of the allowed forms fits: \(kinds.prefix(8).map(\.message.en).joined(separator: "; or else "))")
    case .severalBranches(let names):
      Message(
        fr:
          "cette valeur convient à plusieurs formes à la fois (\(SchemaRule.joined(names, "et")))\u{A0}: gardez ce qui relève d’une seule",
        en: "this value fits several forms at once (\(SchemaRule.joined(names, "and"))): keep what belongs to one")
    case .tooDeep:
      Message(
        fr: "ces valeurs sont imbriquées trop profondément pour être vérifiées",
        en: "these values are nested too deeply to be checked")
    case .tooComplex:
      Message(
        fr: "ces valeurs sont trop complexes pour être vérifiées", en: "these values are too complex to be checked")
    default:
      Message(fr: "cette valeur n’a aucune des formes permises", en: "this value has none of the allowed forms")
    }
  }
}

/// Numbers of things in words.
private enum Count {
  static func fr(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count < 2 ? one : many)" }
  static func en(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}

/// What to say of a text that is not what its format's name says.
private enum FormatWords {
  static func message(_ name: String) -> Message {
    let wanted = wanted(name)
    return Message(fr: "ce texte n’est pas \(wanted.fr)", en: "this text is not \(wanted.en)")
  }

  private static func wanted(_ name: String) -> Message {
    switch name {
    case "date": Message(fr: "une date (écrivez par exemple 2024-05-31)", en: "a date (write for example 2024-05-31)")
    case "date-time":
      Message(
        fr: "une date avec l’heure (écrivez par exemple 2024-05-31T09:00:00Z)",
        en: "a date with the time (write for example 2024-05-31T09:00:00Z)")
    case "time":
      Message(fr: "une heure (écrivez par exemple 09:00:00Z)", en: "a time (write for example 09:00:00Z)")
    case "duration":
      Message(
        fr: "une durée (écrivez par exemple P3M pour trois mois)",
        en: "a duration (write for example P3M for three months)")
    case "email", "idn-email":
      Message(
        fr: "une adresse e-mail (écrivez par exemple prenom.nom@exemple.fr)",
        en: "an e-mail address (write for example first.last@example.org)")
    case "hostname", "idn-hostname":
      Message(fr: "un nom de domaine (exemple.fr)", en: "a domain name (example.org)")
    case "ipv4": Message(fr: "une adresse IPv4 (192.0.2.1)", en: "an IPv4 address (192.0.2.1)")
    case "ipv6": Message(fr: "une adresse IPv6 (2001:db8::1)", en: "an IPv6 address (2001:db8::1)")
    case "uri", "iri":
      Message(
        fr: "une adresse complète (écrivez par exemple https://exemple.fr/page)",
        en: "a full address (write for example https://example.org/page)")
    case "uri-reference", "iri-reference": Message(fr: "une adresse ou un chemin", en: "an address or a path")
    case "uri-template": Message(fr: "un modèle d’adresse (RFC 6570)", en: "an address template (RFC 6570)")
    case "uuid": Message(fr: "un UUID", en: "a UUID")
    case "regex": Message(fr: "une expression régulière valide", en: "a valid regular expression")
    case "json-pointer", "relative-json-pointer": Message(fr: "un pointeur JSON", en: "a JSON Pointer")
    default: Message(fr: "du format \(fr: name)", en: "of the format \(en: name)")
    }
  }
}
