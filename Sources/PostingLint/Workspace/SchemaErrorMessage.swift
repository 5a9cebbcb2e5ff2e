package import JSONSchema
package import SourceText

extension SchemaErrorKind {
  /// What to tell people of a mistake in a schema.
  package var message: Message {
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
        fr: "«\u{A0}\(text)\u{A0}» n’est pas une expression régulière valide (\(reason.fr))",
        en: "“\(text)” is not a valid regular expression (\(reason.en))")
    case .unknownMetaschema(let text):
      Message(fr: "le métaschéma «\u{A0}\(text)\u{A0}» n’est pas connu", en: "the metaschema “\(text)” is not known")
    case .unknownVocabulary(let text):
      Message(
        fr: "le métaschéma exige le vocabulaire «\u{A0}\(text)\u{A0}», qui n’est pas connu",
        en: "the metaschema requires the vocabulary “\(text)”, which is not known")
    case .duplicateName(let text):
      Message(fr: "deux schémas portent le nom «\u{A0}\(text)\u{A0}»", en: "two schemas bear the name “\(text)”")
    case .empty: Message(fr: "ce schéma est vide", en: "this schema is empty")
    }
  }
}
