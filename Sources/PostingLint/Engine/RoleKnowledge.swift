public import Roles
import Schemas
import SourceText

/// The vocabulary of roles with the reader that uses it.
public struct RoleKnowledge: Sendable {
  /// The vocabulary.
  public let vocabulary: RoleVocabulary
  /// Reads titles with it.
  public let reader: RoleReader

  /// Prepares a vocabulary for reading.
  public init(_ vocabulary: RoleVocabulary) {
    self.vocabulary = vocabulary
    reader = RoleReader(vocabulary: vocabulary)
  }

  /// The vocabulary of the program, made once; nothing can change it.
  static let shared = bundled()

  /// The vocabulary that is part of the program; a test makes sure that it can be read.
  public static func bundled() -> RoleKnowledge? {
    let text = BundledSchemas.roles.withUTF8Buffer { unsafe Array($0) }
    return (try? RoleVocabulary(json: text)).map(RoleKnowledge.init)
  }
}
