import DataTree
import Files
import JSON
import SourceText

/// How a file is read that is validated against a schema.
enum InstanceKind: Hashable, Sendable {
  /// Strict JSON (RFC 8259).
  case json
  /// The YAML front matter of a Markdown file.
  case frontMatter
  /// YAML 1.2, every document of the stream.
  case yaml

  /// The kind by the file's name; YAML where the name says nothing.
  init(_ path: SourcePath) {
    let name = path.fileName
    if name.suffix(5).map({ $0.lowercased }).elementsEqual(".json".utf8) {
      self = .json
    } else {
      self = FileFinder.isMarkdown(Array(name)) ? .frontMatter : .yaml
    }
  }

  /// What to tell people of a text that is no JSON.
  static func message(_ error: JSONError) -> Message {
    switch error {
    case .unexpected:
      Message(
        fr: "ce n’est pas du JSON\u{A0}: vérifiez les guillemets, virgules et accolades à cet endroit",
        en: "this is no JSON: check the quotes, commas and braces here")
    case .unexpectedEnd:
      Message(
        fr: "le JSON s’arrête trop tôt\u{A0}: il manque une accolade, un crochet, un guillemet ou une valeur",
        en: "the JSON ends too early: a brace, a bracket, a quote or a value is missing")
    case .tooDeep:
      Message(fr: "trop de niveaux d’imbrication ici", en: "too many levels of nesting here")
    case .tooLarge:
      Message(fr: "ce fichier dépasse 2\u{A0}Gio", en: "this file is larger than 2 GiB")
    }
  }
}
