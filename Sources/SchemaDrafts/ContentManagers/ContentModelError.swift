package import SourceText

/// Why a content manager's configuration gives no schema.
package enum ContentModelError: Error, Sendable {
  /// The file is the configuration of no content manager that is known.
  case unknownForm
  /// Something is missing, or is of another type: a key and where it should be.
  case missing(String, ByteRange)
  /// There are more fields than a form can have, or they are nested too deeply.
  case tooManyFields(ByteRange)
  /// No collection has the name; these are there.
  case noCollection(String, [String])
  /// No collection was named, and there are these.
  case severalCollections([String])

  /// The place in the file; `nil` where it is the whole.
  package var range: ByteRange? {
    switch self {
    case .missing(_, let range), .tooManyFields(let range): range
    case .unknownForm, .noCollection, .severalCollections: nil
    }
  }

  /// What to tell people.
  package var message: Message {
    switch self {
    case .unknownForm:
      Message(
        fr: "ce fichier n’est pas une configuration de CMS connue\u{A0}: choisissez un autre fichier",
        en: "this file is no configuration of a CMS that is known: choose another file")
    case .missing(let key, _):
      Message(
        fr: "il manque ici «\u{A0}\(key)\u{A0}»\u{A0}: ajoutez cette clé", en: "“\(key)” is missing here: add this key")
    case .tooManyFields:
      Message(
        fr: "trop de champs, ou trop imbriqués\u{A0}: gardez une partie de ce formulaire",
        en: "too many fields, or nested too deeply: keep a part of this form")
    case .noCollection(let name, let all):
      Message(
        fr: "il n’y a pas de collection «\u{A0}\(name)\u{A0}»\u{A0}: choisissez \(all.joined(separator: ", "))",
        en: "there is no collection “\(name)”: choose \(all.joined(separator: ", "))")
    case .severalCollections(let all):
      Message(
        fr: "ajoutez # et le nom d’une collection\u{A0}: \(all.joined(separator: ", "))",
        en: "add # and the name of a collection: \(all.joined(separator: ", "))")
    }
  }
}
