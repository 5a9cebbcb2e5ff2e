package import JSONSchema
package import SourceText

extension SchemaErrorKind {
  /// What to tell people of a mistake in a schema.
  package var message: Message {
    switch self {
    case .malformed(let failure): failure.message
    case .unresolvedReference(let text):
      Message(fr: "la référence \(fr: text) ne mène nulle part", en: "the reference \(en: text) leads nowhere")
    case .notASchema(let text):
      Message(
        fr: "la référence \(fr: text) ne mène pas à un schéma",
        en: "the reference \(en: text) does not lead to a schema")
    case .endlessReference(let text):
      Message(
        fr: "la référence \(fr: text) tourne en rond", en: "the reference \(en: text) leads back to itself")
    case .badPattern(let text, let reason):
      Message(
        fr: "\(fr: text) n’est pas une expression régulière valide (\(reason.fr))",
        en: "\(en: text) is not a valid regular expression (\(reason.en))")
    case .unknownMetaschema(let text):
      Message(fr: "le métaschéma \(fr: text) n’est pas connu", en: "the metaschema \(en: text) is not known")
    case .unknownVocabulary(let text):
      Message(
        fr: "le métaschéma exige le vocabulaire \(fr: text), qui n’est pas connu",
        en: "the metaschema requires the vocabulary \(en: text), which is not known")
    case .duplicateName(let text):
      Message(fr: "deux schémas portent le nom \(fr: text)", en: "two schemas bear the name \(en: text)")
    case .empty: Message(fr: "ce schéma est vide", en: "this schema is empty")
    }
  }
}
