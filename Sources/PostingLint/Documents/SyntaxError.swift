import JSON
public import SourceText
import YAML

/// What the reader of a syntax found wrong with a text.
public struct SyntaxError: Hashable, Sendable {
  /// Which rule speaks of it.
  public enum Kind: Hashable, Sendable {
    /// A mistake of the syntax itself.
    case syntax
    /// A control character.
    case controlCharacter
    /// Bytes that are no UTF-8.
    case invalidUTF8
  }

  /// Which rule speaks of it.
  public let kind: Kind
  /// The bytes to look at or to change.
  public let range: ByteRange
  /// What is wrong and what to write instead.
  public let message: Message
  /// Another place that explains it.
  public let related: ByteRange?
  /// How to mend it, where the intent is clear.
  public let fix: Fix?

  /// An error of the reader of YAML.
  init(_ error: YAMLError) {
    kind =
      switch error.code {
      case .controlCharacter: .controlCharacter
      case .invalidUTF8: .invalidUTF8
      default: .syntax
      }
    range = error.range
    message = error.message
    related = error.related
    fix = error.fix
  }

  /// The error of the reader of JSON.
  init(_ error: JSONError) {
    kind = .syntax
    range = error.range
    message =
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
    related = nil
    fix = nil
  }
}
