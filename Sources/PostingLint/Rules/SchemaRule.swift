import DataTree
package import JSONSchema
package import SourceText

/// Any other failure of the schema.
enum SchemaRule: FailureRule {
  static let info = RuleInfo(
    id: "schema", group: .values, severity: .error, yieldsTo: ["typographic-quotes", "yaml-syntax"],
    fixability: .unsafe,
    summary: Message(fr: "une valeur n’a pas la forme attendue", en: "a value does not have the expected form"),
    rationale: Message(
      fr: """
        Pour chaque ligne de l’en-tête, les réglages disent ce qu’elle peut contenir\u{A0}: longueur, nombre d’éléments, \
        forme. Le message dit ce qui est attendu.
        """,
      en: """
        The settings say what each line of the front matter may contain: length, number of items, form. The message \
        says what is expected.
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
    case .patternMismatch where !failure.isAboutKey: Finding(failure.range, formMessage(failure))
    default: Finding(failure.range, failure.message)
    }
  }

  /// What the schema says of a text in words says more than its pattern.
  private static func formMessage(_ failure: SchemaFailure) -> Message {
    guard let words = failure.annotation("description").map({ Quoted.text($0.text) }), !words.isEmpty else {
      return failure.message
    }
    let english = failure.annotation("descriptionIn").flatMap { own in
      own.tree.value(of: "en", in: own.node).map { Quoted.text(own.tree.text(of: $0)) }
    }
    return Message(
      fr: "ce texte n’a pas la forme attendue\u{A0}: corrigez-le (\(words))",
      en: "this text does not have the expected form: correct it (\(english ?? words))")
  }

  private static let firstTime = Message(fr: "la première fois", en: "the first time")

  private static func message(_ repeated: RepeatedValue, _ shown: String) -> Message {
    Message(
      fr:
        "un autre élément a déjà \(fr: shown) pour \(fr: repeated.key)\u{A0}: écrivez une valeur différente",
      en: "another item has \(en: shown) for \(en: repeated.key) already: write a different value")
  }

  private static func message(_ missing: MissingItem, _ shown: String) -> Message {
    Message(
      fr:
        "la liste \(fr: missing.list) doit contenir la valeur de \(fr: missing.key)\u{A0}: ajoutez \(fr: shown)",
      en: "the list \(en: missing.list) must contain the value of \(en: missing.key): add \(en: shown)")
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
    return Message(
      fr: "le nom de cette clé ne convient pas\u{A0}: corrigez-le, ou supprimez la ligne",
      en: "the name of this key does not fit: correct it, or remove the line")
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
        ? Message(
          fr: "ce nombre est trop petit\u{A0}: écrivez un nombre plus grand que \(limit)",
          en: "this number is too small: write one greater than \(limit)")
        : Message(
          fr: "ce nombre est trop petit\u{A0}: écrivez \(limit) ou plus",
          en: "this number is too small: write \(limit) or more")
    case .tooLarge(let limit, let isExclusive):
      isExclusive
        ? Message(
          fr: "ce nombre est trop grand\u{A0}: écrivez un nombre plus petit que \(limit)",
          en: "this number is too large: write one less than \(limit)")
        : Message(
          fr: "ce nombre est trop grand\u{A0}: écrivez \(limit) ou moins",
          en: "this number is too large: write \(limit) or less")
    case .notMultiple(let divisor):
      Message(
        fr: "ce nombre ne convient pas\u{A0}: écrivez un multiple de \(divisor)",
        en: "this number does not fit: write a multiple of \(divisor)")
    default: otherMessage
    }
  }

  private var textMessage: Message {
    switch self {
    case .tooShort(let limit, 0) where limit <= 1:
      Message(fr: "ce texte est vide\u{A0}: écrivez une valeur", en: "this text is empty: write a value")
    case .tooShort(let limit, let count):
      Message(
        fr:
          "ce texte est trop court (\(Count.fr(count, "caractère", "caractères")))\u{A0}: écrivez-en au moins \(limit)",
        en: "this text is too short (\(Count.en(count, "character", "characters"))): write at least \(limit)")
    case .tooLong(let limit, let count):
      Message(
        fr:
          "ce texte est trop long (\(Count.fr(count, "caractère", "caractères")))\u{A0}: gardez-en \(limit) au maximum",
        en: "this text is too long (\(Count.en(count, "character", "characters"))): keep at most \(limit)")
    case .patternMismatch(let pattern):
      Message(
        fr: "ce texte n’a pas la forme attendue, \(fr: pattern)\u{A0}: corrigez-le",
        en: "this text does not have the expected form, \(en: pattern): correct it")
    case .patternTooCostly(let pattern):
      Message(
        fr:
          "la forme \(fr: pattern) demande trop de calcul pour ce texte\u{A0}: vérifiez-le, ou corrigez les réglages",
        en: "the form \(en: pattern) takes too much work for this text: check it, or correct the settings")
    case .formatMismatch(let name): FormatWords.message(name)
    case .badBase64:
      Message(fr: "ce texte n’est pas en Base64\u{A0}: corrigez-le", en: "this text is not Base64: correct it")
    case .badJSON:
      Message(fr: "ce texte n’est pas du JSON\u{A0}: corrigez-le", en: "this text is not JSON: correct it")
    default: otherMessage
    }
  }

  private var listMessage: Message {
    switch self {
    case .tooFewItems(1, 0):
      Message(
        fr: "cette liste est vide\u{A0}: ajoutez au moins un élément", en: "this list is empty: add at least one item")
    case .tooFewItems(let limit, let count):
      Message(
        fr: "cette liste a \(Count.fr(count, "élément", "éléments"))\u{A0}: écrivez-en au moins \(limit)",
        en: "this list has \(Count.en(count, "item", "items")): write at least \(limit)")
    case .tooManyItems(let limit, let count):
      Message(
        fr: "cette liste a \(Count.fr(count, "élément", "éléments"))\u{A0}: gardez-en \(limit) au maximum",
        en: "this list has \(Count.en(count, "item", "items")): keep at most \(limit)")
    case .duplicateItem(_, let text):
      text.isEmpty
        ? Message(
          fr: "cet élément est déjà dans la liste\u{A0}: supprimez l’un des deux",
          en: "this item is already in the list: remove one of the two")
        : Message(
          fr: "\(fr: text) est déjà dans la liste\u{A0}: supprimez l’un des deux",
          en: "\(en: text) is already in the list: remove one of the two")
    case .unexpectedItem(0):
      Message(
        fr: "cette liste doit être vide\u{A0}: supprimez ses éléments", en: "this list must be empty: remove its items")
    case .unexpectedItem(let limit):
      Message(
        fr: "cet élément est en trop\u{A0}: gardez-en \(limit) au maximum dans cette liste",
        en: "this item is extra: keep at most \(limit) in this list")
    case .tooFewMatches(let limit, _):
      Message(
        fr: limit == 1
          ? "aucun élément de cette liste ne convient\u{A0}: ajoutez-en un"
          : "trop peu d’éléments de cette liste conviennent\u{A0}: écrivez-en au moins \(limit)",
        en: limit == 1
          ? "no item of this list fits: add one" : "too few items of this list fit: write at least \(limit)")
    case .tooManyMatches(let limit):
      Message(
        fr: "la liste a trop d’éléments de cette sorte\u{A0}: gardez-en \(limit) au maximum",
        en: "the list has too many items of this kind: keep at most \(limit)")
    default: otherMessage
    }
  }

  private var otherMessage: Message {
    switch self {
    case .tooFewKeys(let limit, let count):
      Message(
        fr: "il n’y a que \(Count.fr(count, "clé", "clés")) ici\u{A0}: écrivez-en au moins \(limit)",
        en: "there are only \(Count.en(count, "key", "keys")) here: write at least \(limit)")
    case .tooManyKeys(let limit, let count):
      Message(
        fr: "il y a \(Count.fr(count, "clé", "clés")) ici\u{A0}: gardez-en \(limit) au maximum",
        en: "there are \(Count.en(count, "key", "keys")) here: keep at most \(limit)")
    case .forbiddenValue:
      Message(
        fr: "cette clé doit rester sans valeur\u{A0}: supprimez ce qui suit les deux-points",
        en: "this key must stay empty: remove what follows the colon")
    case .excluded(let value):
      value.text.isEmpty
        ? Message(
          fr: "cette valeur n’est pas permise ici\u{A0}: écrivez-en une autre",
          en: "this value is not allowed here: write another one")
        : Message(
          fr: "la valeur \(fr: value.text) n’est pas permise ici\u{A0}: écrivez-en une autre",
          en: "the value \(en: value.text) is not allowed here: write another one")
    case .noAlternative(let kinds) where !kinds.isEmpty:
      Message(
        fr:
          "cette valeur ne convient pas\u{A0}: \(Self.instructions(kinds.map(\.message.fr), "\u{A0}: ", ", ou bien "))",
        en: "this value does not fit: \(Self.instructions(kinds.map(\.message.en), ": ", ", or else "))")
    case .severalBranches(let names):
      Message(
        fr:
          "cette valeur convient à plusieurs formes à la fois (\(SchemaRule.joined(names, "et")))\u{A0}: gardez ce qui relève d’une seule",
        en: "this value fits several forms at once (\(SchemaRule.joined(names, "and"))): keep what belongs to one")
    case .tooDeep:
      Message(
        fr: "trop de listes sont les unes dans les autres pour être vérifiées\u{A0}: gardez-en moins",
        en: "too many lists are inside one another to be checked: keep fewer")
    case .tooComplex:
      Message(
        fr: "ces valeurs sont trop nombreuses pour être vérifiées\u{A0}: séparez-les en plusieurs fichiers",
        en: "these values are too many to be checked: split them into several files")
    default:
      Message(
        fr: "cette valeur n’a aucune des formes attendues\u{A0}: corrigez-la",
        en: "this value has none of the expected forms: correct it")
    }
  }

  /// What follows the first `sign`, or all of the text where there is none.
  private static func tail(of text: [UInt8], after sign: [UInt8]) -> String {
    let start = text.indices.first { text[$0...].starts(with: sign) }
    return String(decoding: start.map { text[($0 + sign.count)...] } ?? text[...], as: UTF8.self)
  }

  /// What the texts of several mistakes say after their colon: what to write.
  private static func instructions(_ texts: [String], _ colon: String, _ or: String) -> String {
    var result = ""
    for text in texts.prefix(8) {
      if !result.isEmpty { result += or }
      result += tail(of: Array(text.utf8), after: Array(colon.utf8))
    }
    return result
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
    return Message(
      fr: "ce texte n’est pas \(wanted.fr)\u{A0}: corrigez-le", en: "this text is not \(wanted.en): correct it")
  }

  private static func wanted(_ name: String) -> Message {
    switch name {
    case "date": Message(fr: "une date (par exemple 2024-05-31)", en: "a date (for example 2024-05-31)")
    case "date-time":
      Message(
        fr: "une date avec l’heure (par exemple 2024-05-31T09:00:00Z)",
        en: "a date with the time (for example 2024-05-31T09:00:00Z)")
    case "time":
      Message(fr: "une heure (par exemple 09:00:00Z)", en: "a time (for example 09:00:00Z)")
    case "duration":
      Message(
        fr: "une durée (par exemple P3M pour trois mois)",
        en: "a duration (for example P3M for three months)")
    case "email", "idn-email":
      Message(
        fr: "une adresse électronique (par exemple prenom.nom@exemple.fr)",
        en: "an e-mail address (for example first.last@example.org)")
    case "hostname", "idn-hostname":
      Message(fr: "un nom de domaine (exemple.fr)", en: "a domain name (example.org)")
    case "ipv4": Message(fr: "une adresse IPv4 (192.0.2.1)", en: "an IPv4 address (192.0.2.1)")
    case "ipv6": Message(fr: "une adresse IPv6 (2001:db8::1)", en: "an IPv6 address (2001:db8::1)")
    case "uri", "iri":
      Message(
        fr: "une adresse web complète (par exemple https://exemple.fr/page)",
        en: "a full web address (for example https://example.org/page)")
    case "uri-reference", "iri-reference": Message(fr: "une adresse web ou un chemin", en: "a web address or a path")
    case "uri-template": Message(fr: "un modèle d’adresse web (RFC 6570)", en: "an address template (RFC 6570)")
    case "uuid": Message(fr: "un UUID", en: "a UUID")
    case "regex": Message(fr: "une expression régulière valide", en: "a valid regular expression")
    case "json-pointer", "relative-json-pointer": Message(fr: "un pointeur JSON", en: "a JSON Pointer")
    default: Message(fr: "du format \(fr: name)", en: "of the format \(en: name)")
    }
  }
}
