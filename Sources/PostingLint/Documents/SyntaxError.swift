import JSON
public import SourceText
import TOML
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
    /// A key that was given before, where the syntax forbids it.
    case duplicateKey
    /// A date that does not exist, where the syntax knows dates.
    case impossibleDate
    /// What older readers of the syntax refuse.
    case newerSyntax
    /// Braces of a template in place of a value.
    case template
  }

  /// Which rule speaks of it.
  public let kind: Kind
  /// The bytes to look at or to change.
  public let range: ByteRange
  /// What is wrong and what to write instead.
  public let message: Message
  /// Another place that explains it.
  public let related: ByteRange?
  /// What that place is.
  public let relatedMessage: Message
  /// How to mend it, where the intent is clear.
  public let fix: Fix?

  private static let openingMessage = Message(fr: "la valeur s’ouvre ici", en: "the value opens here")

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
    relatedMessage = error.code.relatedMessage
    fix = error.fix
  }

  /// A mistake of the reader of JSON.
  init(_ mistake: JSONMistake) {
    kind =
      switch mistake.code {
      case .controlCharacter: .controlCharacter
      case .invalidUTF8: .invalidUTF8
      default: .syntax
      }
    range = mistake.range
    message = mistake.message
    related = mistake.related
    relatedMessage = Self.openingMessage
    fix = mistake.fix
  }

  /// An error of the reader of TOML; `isNewer` for what only TOML 1.1 takes.
  init(_ error: TOMLError, isNewer: Bool = false) {
    kind =
      switch error.code {
      case .controlCharacter: .controlCharacter
      case .invalidUTF8: .invalidUTF8
      case .duplicateKey: .duplicateKey
      case .impossibleDate: .impossibleDate
      case .placeholder: .template
      default: isNewer ? .newerSyntax : .syntax
      }
    range = error.range
    message = error.message
    related = error.related
    relatedMessage =
      error.code == .wrongBracket
      ? Self.openingMessage : Message(fr: "la première est ici", en: "the first one is here")
    fix = error.fix
  }
}
