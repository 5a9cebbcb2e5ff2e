public import SourceText

/// What to say of a text that is not what its format's name says.
enum FormatMessage {
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
    default: Message(fr: "du format «\u{A0}\(name)\u{A0}»", en: "of the format “\(name)”")
    }
  }
}

extension SchemaErrorKind {
  /// What to tell people of a mistake in a schema.
  public var message: Message {
    switch self {
    case .malformed(let failure): failure.message
    case .unresolvedReference(let text):
      Message(fr: "la référence «\u{A0}\(text)\u{A0}» ne mène nulle part", en: "the reference “\(text)” leads nowhere")
    case .notASchema(let text):
      Message(
        fr: "la référence «\u{A0}\(text)\u{A0}» ne mène pas à un schéma",
        en: "the reference “\(text)” does not lead to a schema")
    case .endlessReference(let text):
      Message(
        fr: "la référence «\u{A0}\(text)\u{A0}» tourne en rond", en: "the reference “\(text)” leads back to itself")
    case .badPattern(let text, let reason):
      Message(
        fr: "«\u{A0}\(text)\u{A0}» n’est pas une expression régulière valide (\(reason))",
        en: "“\(text)” is not a valid regular expression (\(reason))")
    case .unknownMetaschema(let text):
      Message(fr: "le métaschéma «\u{A0}\(text)\u{A0}» n’est pas connu", en: "the metaschema “\(text)” is not known")
    case .unknownVocabulary(let text):
      Message(
        fr: "le métaschéma exige le vocabulaire «\u{A0}\(text)\u{A0}», qui n’est pas connu",
        en: "the metaschema requires the vocabulary “\(text)”, which is not known")
    case .duplicateName(let text):
      Message(fr: "deux schémas portent le nom «\u{A0}\(text)\u{A0}»", en: "two schemas bear the name “\(text)”")
    case .empty: Message(fr: "ce schéma est vide", en: "this schema is empty")
    case .extra(let message): message
    }
  }
}
